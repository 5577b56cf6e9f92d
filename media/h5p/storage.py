"""Where packages are kept: whole, under the digest of their bytes, so that one taken in twice is kept once.

A package's files are served out of the zip that was uploaded (`stored_package`); nothing is unpacked to disk.
"""

import hashlib
import io
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol

from media.h5p.limits import DEFAULT_LIMITS, PackageLimits
from media.h5p.reader import PackageIndex, PackageReader

PIECE = 1024 * 1024
KEY = re.compile(r"[0-9a-f]{64}", re.ASCII)


class Storage(Protocol):
    """What keeps bytes. Keys are SHA-256 digests in hexadecimal; any other key is one that is not there."""

    def put(self, stream: BinaryIO) -> str:
        """Keep what the stream holds from where it stands; its key."""

    def open(self, key: str) -> BinaryIO:
        """What was kept, readable and seekable. Raises KeyError; whoever opens it closes it."""

    def exists(self, key: str) -> bool:
        """Whether it is kept."""

    def delete(self, key: str) -> None:
        """Keep it no longer; it does not matter whether it was."""


class MemoryStorage:
    """Keeps everything in memory: for tests, and for packages that are looked at once."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def put(self, stream: BinaryIO) -> str:
        """See Storage."""
        raw = stream.read()
        key = hashlib.sha256(raw).hexdigest()
        self._kept[key] = raw
        return key

    def open(self, key: str) -> BinaryIO:
        """See Storage."""
        return io.BytesIO(self._kept[key])

    def exists(self, key: str) -> bool:
        """See Storage."""
        return key in self._kept

    def delete(self, key: str) -> None:
        """See Storage."""
        self._kept.pop(key, None)


class FileStorage:
    """Keeps each in a file of a folder, named after its key; half-written files are never seen under one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, stream: BinaryIO) -> str:
        """See Storage. Memory stays small however large the stream."""
        self.folder.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256()
        with tempfile.NamedTemporaryFile(dir=self.folder, prefix=".", delete=False) as file:
            written = Path(file.name)
            try:
                while piece := stream.read(PIECE):
                    digest.update(piece)
                    file.write(piece)
                file.close()
                place = self._place(digest.hexdigest())
                place.parent.mkdir(exist_ok=True)
                written.replace(place)
            except BaseException:
                written.unlink(missing_ok=True)
                raise
        return digest.hexdigest()

    def open(self, key: str) -> BinaryIO:
        """See Storage."""
        try:
            return self._place(key).open("rb")
        except FileNotFoundError as error:
            raise KeyError(key) from error

    def exists(self, key: str) -> bool:
        """See Storage."""
        return bool(KEY.fullmatch(key)) and self._place(key).is_file()

    def delete(self, key: str) -> None:
        """See Storage."""
        if KEY.fullmatch(key):
            self._place(key).unlink(missing_ok=True)

    def _place(self, key: str) -> Path:
        """The file of a key, in one of 256 folders. Raises KeyError on what is none, so that no path comes of it."""
        if not KEY.fullmatch(key):
            raise KeyError(key)
        return self.folder / key[:2] / key[2:]


@contextmanager
def stored_package(
    storage: Storage, key: str, limits: PackageLimits = DEFAULT_LIMITS, index: PackageIndex | None = None
) -> Iterator[PackageReader]:
    """A kept package, open for reading its members while the block lasts. Raises KeyError, or Refused."""
    with storage.open(key) as file:
        yield PackageReader(file, limits, index)
