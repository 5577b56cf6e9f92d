"""Files out of packages, as HTTP wants them: ranges, conditions, HEAD, and no more than a piece of them in memory.

A file that lies compressed in its package is sent as it lies, as gzip. What a file is called decides what it is served as,
by a table of ours, never by what the package says; what browsers need not show is downloaded.
"""

from __future__ import annotations

import re
from asyncio import to_thread
from collections.abc import AsyncIterator, Callable, Generator, Iterator
from contextlib import AbstractContextManager
from functools import wraps
from typing import Any

from django.core.handlers.asgi import ASGIRequest
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags
from django.views.decorators.http import require_safe

from media.h5p import NotThere, PackageReader, byte_range

SHOWN = {
    "js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8", "json": "application/json",
    "svg": "image/svg+xml", "xml": "application/xml", "txt": "text/plain; charset=utf-8",
    "md": "text/plain; charset=utf-8", "csv": "text/plain; charset=utf-8", "vtt": "text/vtt; charset=utf-8",
    "webvtt": "text/vtt; charset=utf-8", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "gif": "image/gif", "bmp": "image/bmp", "tif": "image/tiff", "tiff": "image/tiff", "eot": "application/vnd.ms-fontobject",
    "ttf": "font/ttf", "otf": "font/otf", "woff": "font/woff", "woff2": "font/woff2", "webm": "video/webm",
    "mp4": "video/mp4", "ogg": "audio/ogg", "mp3": "audio/mpeg", "m4a": "audio/mp4", "wav": "audio/wav",
    "gltf": "model/gltf+json", "glb": "model/gltf-binary",
}  # fmt: skip
DOWNLOADED = "application/octet-stream"
FOR_GOOD = "public, max-age=31536000, immutable"
FOR_TODAY = "private, max-age=86400, immutable"
GZIP = re.compile(r"(?:^|,)\s*(?:gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[\d.]+\s*)?(?:,|$)", re.IGNORECASE)

ASKED_FIRST = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "Range, X-Requested-With",
    "Access-Control-Max-Age": "86400",
}

View = Callable[..., HttpResponseBase]
Opened = Callable[[], AbstractContextManager[PackageReader]]
Pieces = Generator[bytes, None, None]


def read_only(view: View) -> View:
    """A file to be read and nothing else; and yes to a browser that asks first, as it must for a script that names itself."""

    @wraps(view)
    def answered(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponseBase:
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers=ASKED_FIRST)
        return require_safe(view)(request, *arguments, **named)

    return answered


def member_response(request: HttpRequest, opened: Opened, name: str, *, caching: str) -> HttpResponseBase:
    """A member of a package. Raises Http404 where it is not there."""
    try:
        with opened() as reader:
            member = reader.members[name]
            wrapped = reader.gzipped(name)
    except KeyError:
        raise Http404 from None
    etag = f'"{member.checksum:08x}-{member.size:x}-{member.offset:x}"'
    response: HttpResponseBase
    if etag in parse_etags(request.headers.get("If-None-Match", "")):
        response = HttpResponseNotModified()
    elif wrapped and "Range" not in request.headers and accepts_gzip(request):
        length, pieces = wrapped[0], _pieces(opened, lambda reader: (reader.gzipped(name) or (0, iter(())))[1])
        response = answer(request, pieces, length)
        response["Content-Encoding"] = "gzip"
    else:
        response = ranged(
            request,
            member.size,
            lambda start, end: _pieces(opened, lambda reader: reader.stream(name, start, end)),
            etag,
        )
    described(response, name, caching)
    response["ETag"] = etag
    return response


def ranged(request: HttpRequest, size: int, pieces: Callable[[int, int], Pieces], etag: str = "") -> HttpResponseBase:
    """The whole of so many bytes, or the one range that is asked for where it is asked of these very bytes."""
    asked = request.headers.get("Range", "")
    if request.headers.get("If-Range", etag) != etag:
        asked = ""
    try:
        wanted = byte_range(asked, size)
    except NotThere:
        response = HttpResponse(status=416)
        response["Content-Range"] = f"bytes */{size}"
        return response
    start, end = wanted or (0, size)
    answered = answer(request, pieces(start, end), end - start)
    answered["Accept-Ranges"] = "bytes"
    if wanted:
        answered.status_code = 206
        answered["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
    return answered


def answer(request: HttpRequest, pieces: Pieces, length: int) -> HttpResponseBase:
    """A response of so many bytes, sent piece by piece; to HEAD what would be sent, without it."""
    response: HttpResponseBase
    if request.method == "HEAD":
        response = HttpResponse()
    else:
        response = StreamingHttpResponse(_later(pieces) if isinstance(request, ASGIRequest) else pieces)
    response["Content-Length"] = str(length)
    return response


def described(response: HttpResponseBase, name: str, caching: str) -> None:
    """Say what a file is, how long it may be kept, and that a frame without an origin may read it."""
    extension = name.rpartition(".")[2].lower()
    response["Content-Type"] = SHOWN.get(extension, DOWNLOADED)
    if extension not in SHOWN:
        response["Content-Disposition"] = "attachment"
    if response.status_code != 416:
        response["Cache-Control"] = caching
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    patch_vary_headers(response, ["Accept-Encoding"])


def accepts_gzip(request: HttpRequest) -> bool:
    return bool(GZIP.search(request.headers.get("Accept-Encoding", "")))


def _pieces(opened: Opened, read: Callable[[PackageReader], Iterator[bytes]]) -> Pieces:
    """The pieces, with the package open as long as they are read."""
    with opened() as reader:
        yield from read(reader)


async def _later(pieces: Pieces) -> AsyncIterator[bytes]:
    """The same for a server that waits for nothing: each piece is read in a thread. Closed early, it closes them too."""
    end: Any = object()
    try:
        while (piece := await to_thread(next, pieces, end)) is not end:
            yield piece
    finally:
        pieces.close()
