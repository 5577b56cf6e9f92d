"""A safe view of a .h5p file: what is in it, and its members' bytes, whole or a range, without unpacking anything to disk."""

import os
import struct
import zlib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, BinaryIO

from media.h5p import jsonfile
from media.h5p.directory import LOCAL, STORED, Member, locate, member_problems, read_directory
from media.h5p.limits import DEFAULT_LIMITS, MIB, PackageLimits
from media.h5p.names import clashes, is_hidden, name_problems
from media.h5p.problems import Problem, Refused, first, problem

CHUNK = 256 * 1024
DEFLATED = 8
GZIP_HEAD = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"  # deflated, no name, no date, from no system in particular
GZIP_TAIL = struct.Struct("<II")
WHOLE = ("the whole package", "y pecyn cyfan")


@dataclass(frozen=True, slots=True)
class PackageIndex:
    """What reading and judging a zip's list found: with it, the same zip is opened again at no cost."""

    members: dict[str, Member]
    starts: dict[int, int]


class PackageReader:
    """The members of a package by name. Opening one judges the zip as a zip; what H5P says of its files `check_package` does.

    The file must be seekable and stay open; a reader is for one thread. Members whose name begins with a dot or an
    underscore anywhere are passed over, as H5P does, but judged.
    """

    def __init__(
        self, file: BinaryIO, limits: PackageLimits = DEFAULT_LIMITS, index: PackageIndex | None = None
    ) -> None:
        """Raises Refused with everything that is wrong with the zip. `index` is that of an earlier reader of the same bytes."""
        self.limits = limits
        self._file = file
        self.index = index or _indexed(file, limits)
        self._starts = self.index.starts
        self._json_left, self._values_left = limits.json_total_bytes, limits.json_total_values
        self.members = self.index.members
        """What is in it, by name: files only."""

    def stream(self, name: str, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        """The member's bytes from `start` up to but not with `end`, in pieces of at most 256 kB.

        A member read whole is held against its size and checksum: Refused comes with the last piece. Raises KeyError
        on a name that is not there.
        """
        member = self.members[name]
        last = member.size if end is None else min(end, member.size)
        if start == 0 and last == member.size:
            return self._whole(member)
        if member.method == STORED:
            return self._stored(member, start, last)
        return _cut(self._whole(member), start, last)

    def gzipped(self, name: str) -> tuple[int, Iterator[bytes]] | None:
        """A deflated member as gzip, with its length: the packed bytes as they are, between head and tail; else None."""
        member = self.members[name]
        if member.method != DEFLATED:
            return None
        length = len(GZIP_HEAD) + member.packed + GZIP_TAIL.size
        return length, self._wrapped(member)

    def read(self, name: str, at_most: int = MIB) -> bytes:
        """The whole member. Raises Refused where it is larger than `at_most` bytes, KeyError where it is not there."""
        if self.members[name].size > at_most:
            raise Refused(problem("file-size-too-large", name, limit=at_most // MIB))
        return b"".join(self.stream(name))

    def json(self, name: str, *, with_nul: bool = True) -> Any:
        """The member's value; of all that one reader reads, so much and no more. Raises jsonfile.NotJson, Refused, KeyError."""
        member, limit = self.members[name], self.limits.json_bytes
        self._json_left -= member.size
        if member.size > limit or self._json_left < 0:
            raise jsonfile.NotJson(jsonfile.TOO_LARGE, limit=limit // MIB)
        raw = self.read(name, limit)
        self._values_left -= jsonfile.values_at_most(raw)
        if self._values_left < 0:
            raise jsonfile.NotJson(jsonfile.TOO_MANY, limit=self.limits.json_total_values)
        return jsonfile.parse(raw, self.limits, with_nul=with_nul)

    def verify(
        self, seen: Callable[[Member, bytes], None] = lambda member, piece: None, but: Collection[str] = ()
    ) -> list[Problem]:
        """Read every member once, handing each piece on; what is damaged or lies about its size. Those named in `but` are not read."""
        found: list[Problem] = []
        for member in sorted(self.members.values(), key=attrgetter("offset")):
            if member.name in but:
                continue
            try:
                for piece in self._whole(member):
                    seen(member, piece)
            except Refused as refused:
                found.extend(refused.problems)
        return found

    def _whole(self, member: Member) -> Iterator[bytes]:
        """Every byte of the member, held against its size and checksum."""
        pieces = self.packed(member) if member.method == STORED else self._inflated(member)
        length = checksum = 0
        for piece in pieces:
            length += len(piece)
            if length > member.size:
                raise Refused(problem("lying-size", member.name))
            checksum = zlib.crc32(piece, checksum)
            yield piece
        if length != member.size:
            raise Refused(problem("lying-size", member.name))
        if checksum != member.checksum:
            raise Refused(problem("unable-to-read-package-file", member.name))

    def _wrapped(self, member: Member) -> Iterator[bytes]:
        yield GZIP_HEAD
        yield from self.packed(member)
        yield GZIP_TAIL.pack(member.checksum, member.size & 0xFFFFFFFF)

    def _inflated(self, member: Member) -> Iterator[bytes]:
        """What the packed bytes hold, never more than a piece at once."""
        inflating = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            for packed in self.packed(member):
                while packed and not inflating.eof:
                    if piece := inflating.decompress(packed, CHUNK):
                        yield piece
                    packed = inflating.unconsumed_tail
            if rest := inflating.flush():
                yield rest
        except zlib.error as error:
            raise Refused(problem("unable-to-read-package-file", member.name)) from error
        if not inflating.eof:
            raise Refused(problem("unable-to-read-package-file", member.name))

    def packed(self, member: Member) -> Iterator[bytes]:
        """The member's bytes as they stand in the zip."""
        return self._stored(member, 0, member.packed)

    def _stored(self, member: Member, start: int, end: int) -> Iterator[bytes]:
        """A range of them; the place is sought anew for each piece, so that two streams may be read by turns."""
        begin = self._starts[member.offset]
        while start < end:
            self._file.seek(begin + start)
            piece = self._file.read(min(CHUNK, end - start))
            if not piece:
                raise Refused(problem("unable-to-read-package-file", member.name))
            start += len(piece)
            yield piece


def _indexed(file: BinaryIO, limits: PackageLimits) -> PackageIndex:
    """Raises Refused with everything that is wrong with the zip."""
    everything = read_directory(file, limits)
    problems = [*_judged(everything, limits)]
    if problems:
        raise Refused(*first(problems, limits.problems))
    starts = _starts(file, everything)
    shown = {each.name: each for each in everything if not each.is_folder and not is_hidden(each.name)}
    return PackageIndex(shown, starts)


def _judged(members: list[Member], limits: PackageLimits) -> Iterator[Problem]:
    """Everything that is wrong by the list alone."""
    sound = []
    for each in members:
        yield from member_problems(each, limits)
        wrong = list(name_problems(each.name, limits))
        yield from wrong
        if not wrong:
            sound.append(each.name)
    yield from clashes(sound, limits)
    size, packed = sum(each.size for each in members), sum(each.packed for each in members)
    if size > limits.total_bytes:
        yield problem("total-size-too-large", limit=limits.total_bytes // MIB)
    elif size > limits.total_ratio_from and size > limits.total_ratio * packed:
        yield problem("ratio-too-high", what=WHOLE, limit=limits.total_ratio)


def _starts(file: BinaryIO, members: list[Member]) -> dict[int, int]:
    """Where each member's bytes begin, by its offset. Raises Refused where two lie in the same bytes."""
    end = file.seek(0, os.SEEK_END)
    starts: dict[int, int] = {}
    taken = 0
    for member in sorted(members, key=attrgetter("offset")):
        if member.offset + LOCAL.size > end:
            raise Refused(problem("unable-to-read-package-file", member.name))
        if member.offset < taken:
            raise Refused(problem("overlapping-files", member.name))
        start = locate(file, member)
        taken = start + member.packed
        starts[member.offset] = start
    return starts


def _cut(pieces: Iterator[bytes], start: int, end: int) -> Iterator[bytes]:
    """The bytes from `start` to `end` of a stream."""
    at = 0
    for piece in pieces:
        if at + len(piece) > start:
            yield piece[max(0, start - at) : end - at]
        at += len(piece)
        if at >= end:
            return
