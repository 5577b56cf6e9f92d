"""Libraries known by the bytes they are packed in, so that what was judged once is not unpacked and read again.

Equal packed bytes unpack to equal files, and their SHA-256 says whether they are equal. A zip's own checksums say nothing,
since anybody can make them what they like: they are only hashed along with what else the judging went by.
"""

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from media.h5p.reader import PackageReader
from media.h5p.registry import Fate

RULES = 2
"""To be raised with every change of the rules for libraries: what was judged by others is then judged anew."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A library that was judged before: its library.json, and that it is known here, or older than what is."""

    raw: Mapping[str, Any]
    fate: Fate


Recognise = Callable[[Collection[str]], Mapping[str, Recognised]]
"""Gives those of these packings that were judged before and need nothing more."""


def packing_of(reader: PackageReader, folder: str, paths: Iterable[str]) -> str:
    """The digest of a folder's packed bytes. Raises Refused where some of them are not there."""
    digest = hashlib.sha256(f"{RULES} {reader.limits!r}".encode())
    for path in sorted(paths):
        member = reader.members[f"{folder}/{path}"]
        told = f"{len(path.encode())}:{path}:{member.method}:{member.size}:{member.packed}:{member.checksum};"
        digest.update(told.encode())
        for piece in reader.packed(member):
            digest.update(piece)
    return digest.hexdigest()
