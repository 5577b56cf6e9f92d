"""Statements with files beside them in one body (2.0: 4.1.3; 1.0.3: Communication 1.5.2; RFC 2046): taken apart, put together.

The first part is the statements; each other brings `X-Experience-API-Hash`, by which a statement's attachment finds it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from records.xapi.problems import StatementProblem

BOUNDARY = re.compile(r"""boundary=(?:"([^"\r\n]{1,70})"|([^\s;"]{1,70}))""", re.IGNORECASE)
HASH = "x-experience-api-hash"
MOST_PARTS = 1_000
LONGEST_HEADERS = 8_000


@dataclass(frozen=True, slots=True)
class Part:
    headers: Mapping[str, str]
    content: bytes


def parts_of(body: bytes, content_type: str) -> list[Part]:
    """Every part of a multipart body, the first of them JSON."""
    found = BOUNDARY.search(content_type)
    if not found:
        raise StatementProblem("Content-Type", "must say the boundary between the parts")
    line = b"\r\n--" + (found[1] or found[2]).encode("latin-1", "replace")
    pieces = (b"\r\n" + body).split(line, MOST_PARTS + 2)
    if len(pieces) < 3 or not pieces[-1].startswith(b"--"):
        raise StatementProblem("", "must be parts between the boundary that Content-Type says, and an end")
    if len(pieces) > MOST_PARTS + 2:
        raise StatementProblem("", f"must be of at most {MOST_PARTS} parts")
    parts = [_part(piece) for piece in pieces[1:-1]]
    if parts[0].headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise StatementProblem("Content-Type", "of the first part must be application/json")
    return parts


def files_of(parts: Iterable[Part]) -> dict[str, bytes]:
    """The contents of all parts but the first by their sums."""
    files: dict[str, bytes] = {}
    for number, part in enumerate(parts, 2):
        if HASH not in part.headers:
            raise StatementProblem("X-Experience-API-Hash", f"is missing on part {number}")
        if part.headers.get("content-transfer-encoding", "").lower() != "binary":
            raise StatementProblem("Content-Transfer-Encoding", f"of part {number} must be binary")
        files[part.headers[HASH].lower()] = part.content
    return files


def written(boundary: str, first: str, files: Iterable[tuple[str, str, bytes]]) -> bytes:
    """A body of JSON and of files, each with its media type and sum."""
    pieces = [b"Content-Type: application/json\r\n\r\n" + first.encode()]
    for media_type, sha2, content in files:
        headers = f"Content-Type: {media_type}\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: {sha2}"
        pieces.append(headers.encode() + b"\r\n\r\n" + content)
    line = f"--{boundary}".encode()
    return b"".join(line + b"\r\n" + piece + b"\r\n" for piece in pieces) + line + b"--\r\n"


def _part(piece: bytes) -> Part:
    """After the boundary comes the rest of its line, then headers, an empty line, the content."""
    head, gap, content = piece.partition(b"\r\n\r\n")
    if not gap or len(head) > LONGEST_HEADERS:
        raise StatementProblem("", "must be parts of headers, an empty line and content")
    lines = [line.partition(":") for line in head.decode("latin-1").split("\r\n") if line.strip()]
    return Part({name.strip().lower(): value.strip() for name, _colon, value in lines}, content)
