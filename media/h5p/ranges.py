"""Which bytes of a file a browser asks for, so that it can seek in sound and video (RFC 9110, section 14)."""

import re

ONE_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII | re.IGNORECASE)


class NotThere(Exception):
    """A range that begins after the end: answer 416."""


def byte_range(header: str, size: int) -> tuple[int, int] | None:
    """Start and end (not included) of the one range that a `Range` header asks for; None where all should be sent.

    A header that is empty, in another unit, malformed or asks for several ranges counts as none, as the RFC allows.
    Raises NotThere.
    """
    match = ONE_RANGE.fullmatch(header.strip())
    if not match or not (match[1] or match[2]):
        return None
    if not match[1]:
        start, end = max(0, size - int(match[2])), size
    else:
        start, end = int(match[1]), min(size, int(match[2]) + 1) if match[2] else size
        if match[2] and int(match[2]) < start:
            return None
    if start >= size:
        raise NotThere
    return start, end
