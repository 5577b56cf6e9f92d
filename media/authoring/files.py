"""Files that an author puts into a content: bounded, of a kind that packages may hold, kept until the content is published."""

from __future__ import annotations

import hashlib
from typing import Any, BinaryIO, cast

from django.core.files.uploadedfile import UploadedFile
from PIL import Image

from media import keeping
from media.h5p.forms import mime_of
from media.h5p.validator import CONTENT_EXTENSIONS

MEGABYTE = 1024 * 1024
FOLDERS = {"image": "images", "audio": "audios", "video": "videos", "file": "files"}
KINDS = {
    "image": frozenset({"png", "jpg", "jpeg", "gif"}),
    "audio": frozenset({"mp3", "m4a", "wav", "ogg"}),
    "video": frozenset({"mp4", "webm"}),
    "file": CONTENT_EXTENSIONS - {"json", "swf"},
}
LARGEST = {"image": 20 * MEGABYTE, "audio": 100 * MEGABYTE, "video": 500 * MEGABYTE, "file": 100 * MEGABYTE}
MOST_PIXELS = 50_000_000


class FileRefused(Exception):
    """Why a file is not taken: `wrong-kind`, `file-too-large` or `no-picture`, with what would be right."""

    def __init__(self, code: str, allowed: str) -> None:
        self.code, self.allowed = code, allowed
        super().__init__(code)


def take(upload: UploadedFile[bytes], kind: str) -> tuple[dict[str, Any], str]:
    """Keep an upload: what a content says of it, and the key under which it is kept. Raises FileRefused."""
    extension = (upload.name or "").rpartition(".")[2].lower()
    if extension not in KINDS[kind]:
        raise FileRefused("wrong-kind", ", ".join(sorted(KINDS[kind])))
    if (upload.size or 0) > LARGEST[kind]:
        raise FileRefused("file-too-large", str(LARGEST[kind] // MEGABYTE))
    file = cast("BinaryIO", upload.file)
    told: dict[str, Any] = picture(file) if kind == "image" else {}
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
    path = f"{FOLDERS[kind]}/{digest[:20]}.{extension}"
    file.seek(0)
    return {"path": path, "mime": mime_of(path, kind)} | told, keeping.packages().put(file)


def picture(file: BinaryIO) -> dict[str, Any]:
    """A picture's width and height; only its head is read. Raises FileRefused."""
    try:
        with Image.open(file, formats=["PNG", "JPEG", "GIF"]) as image:
            width, height = image.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise FileRefused("no-picture", "") from error
    if width * height > MOST_PIXELS:
        raise FileRefused("no-picture", "")
    return {"width": width, "height": height}
