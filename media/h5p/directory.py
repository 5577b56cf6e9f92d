"""The list of what a zip holds, read by ourselves: bounded before it is read, and strict where zip readers are lenient.

Python's `zipfile` reads the whole list whatever its size, cuts names at a NUL, takes the second of two equal names and
passes over bytes before the archive; each is a way to show one thing to a checker and another to whoever unpacks it.
"""

import os
import stat
import struct
import zlib
from dataclasses import dataclass
from typing import BinaryIO

from media.h5p.limits import MIB, PackageLimits
from media.h5p.problems import Problem, Refused, problem

END = struct.Struct("<4s4H2LH")
END_64 = struct.Struct("<4sQ2H2L4Q")
LOCATOR_64 = struct.Struct("<4sLQL")
ENTRY = struct.Struct("<4s6H3L5H2L")
LOCAL = struct.Struct("<4s5H3L2H")
EXTRA = struct.Struct("<2H")

LONGEST_COMMENT = 0xFFFF
IN_64 = 0xFFFFFFFF
STORED, DEFLATED = 0, 8
ENCRYPTED = 0x2041  # bits 0, 6 and 13: the file, strongly, the list itself
SIZES_FOLLOW = 0x08
PATCH = 0x20
UTF_8 = 0x800
SIZES, NAME = 0x0001, 0x7075  # kinds of extra fields

CUT_OFF = ("its end is missing", "mae ei diwedd ar goll")
INCONSISTENT = ("its list of files is not where it says", "nid yw ei rhestr ffeiliau lle mae’n dweud")
IN_PARTS = ("it is one part of several", "un rhan o sawl rhan yw hi")


@dataclass(frozen=True, slots=True)
class Member:
    """One entry: name as written, sizes in bytes, and where its local header begins in the file."""

    name: str
    flags: int
    method: int
    checksum: int
    packed: int
    size: int
    offset: int
    mode: int

    @property
    def is_folder(self) -> bool:
        """Folders have names that end with a slash, and hold nothing."""
        return self.name.endswith("/")


def read_directory(file: BinaryIO, limits: PackageLimits) -> list[Member]:
    """Every entry of a seekable zip file, in the order of the list. Raises Refused; sizes and names are not judged yet."""
    size = file.seek(0, os.SEEK_END)
    count, length, start, end = _end(file, size)
    if count > limits.members:
        raise Refused(problem("too-many-files", limit=limits.members))
    if length > limits.directory_bytes:
        raise Refused(problem("total-size-too-large", limit=limits.directory_bytes // MIB))
    if start + length != end:
        raise _not_a_zip(INCONSISTENT)
    file.seek(start)
    raw = file.read(length)
    if len(raw) != length:
        raise _not_a_zip(CUT_OFF)
    members = []
    at = 0
    for _ in range(count):
        member, at = _entry(raw, at)
        members.append(member)
    if at != length:
        raise _not_a_zip(INCONSISTENT)
    return members


def member_problems(member: Member, limits: PackageLimits) -> list[Problem]:
    """What is wrong with one entry by what the list says of it."""
    found = []
    if member.flags & ENCRYPTED:
        found.append(problem("encrypted", member.name))
    if member.method not in {STORED, DEFLATED} or member.flags & PATCH:
        found.append(problem("unsupported-compression", member.name))
    kind = stat.S_IFMT(member.mode)
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        found.append(problem("link-refused", member.name))
    if member.size > limits.file_bytes:
        found.append(problem("file-size-too-large", member.name, limit=limits.file_bytes // MIB))
    elif member.size > limits.file_ratio_from and member.size > limits.file_ratio * member.packed:
        found.append(problem("ratio-too-high", member.name, what=member.name, limit=limits.file_ratio))
    if (member.method == STORED and member.packed != member.size) or (member.is_folder and member.size):
        found.append(problem("lying-size", member.name))
    return found


def locate(file: BinaryIO, member: Member) -> int:
    """Where the member's bytes begin. Raises Refused where its own header says otherwise than the list."""
    file.seek(member.offset)
    raw = file.read(LOCAL.size)
    if len(raw) != LOCAL.size:
        raise Refused(problem("unable-to-read-package-file", member.name))
    signature, _, flags, method, _, _, _, packed, size, name_length, extra_length = LOCAL.unpack(raw)
    if signature != b"PK\x03\x04":
        raise Refused(problem("unable-to-read-package-file", member.name))
    name = file.read(name_length)
    open_sizes = {0, IN_64} if flags & SIZES_FOLLOW else {IN_64}
    if (
        _decoded(name, flags) != member.name
        or method != member.method
        or (flags ^ member.flags) & ENCRYPTED
        or packed not in {member.packed, *open_sizes}
        or size not in {member.size, *open_sizes}
    ):
        raise Refused(problem("disagreeing-headers", member.name))
    return int(member.offset + LOCAL.size + name_length + extra_length)


def _end(file: BinaryIO, size: int) -> tuple[int, int, int, int]:
    """How many entries, the list's length and start, and where it must end."""
    tail_start = max(0, size - END.size - LONGEST_COMMENT)
    file.seek(tail_start)
    tail = file.read(END.size + LONGEST_COMMENT)
    at = tail.rfind(b"PK\x05\x06")
    while at != -1:
        if at + END.size <= len(tail):
            _, disk, first_disk, here, count, length, start, comment = END.unpack_from(tail, at)
            if at + END.size + comment == len(tail):
                break
        at = tail.rfind(b"PK\x05\x06", 0, at)
    else:
        raise _not_a_zip(CUT_OFF)
    end = tail_start + at
    told = (disk, first_disk, here, count, length, start)
    file.seek(max(0, end - LOCATOR_64.size))
    locator = file.read(min(LOCATOR_64.size, end))
    if locator.startswith(b"PK\x06\x07"):
        return _end_64(file, locator, end, told)
    if disk or first_disk or here != count:
        raise _not_a_zip(IN_PARTS)
    return count, length, start, end


def _end_64(file: BinaryIO, locator: bytes, end: int, told: tuple[int, ...]) -> tuple[int, int, int, int]:
    """The same from the record for large archives; the small one may say less than this, but nothing else."""
    _, _, at, disks = LOCATOR_64.unpack(locator)
    if disks > 1:
        raise _not_a_zip(IN_PARTS)
    if at + END_64.size + LOCATOR_64.size != end:
        raise _not_a_zip(INCONSISTENT)
    file.seek(at)
    signature, _, _, _, *large = END_64.unpack(file.read(END_64.size))
    markers = (0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, IN_64, IN_64)
    same = all(small in {big, marker} for small, big, marker in zip(told, large, markers, strict=True))
    disk, first_disk, here, count, length, start = large
    if signature != b"PK\x06\x06" or disk or first_disk or here != count or not same:
        raise _not_a_zip(INCONSISTENT)
    return count, length, start, at


def _entry(raw: bytes, at: int) -> tuple[Member, int]:
    """The entry at this place, and where the next one begins."""
    if at + ENTRY.size > len(raw):
        raise _not_a_zip(INCONSISTENT)
    (signature, _, _, flags, method, _, _, checksum, packed, size, name_length, extra_length, comment_length, disk, _,
     attributes, offset) = ENTRY.unpack_from(raw, at)  # fmt: skip
    name_at = at + ENTRY.size
    extra_at = name_at + name_length
    after = extra_at + extra_length + comment_length
    if signature != b"PK\x01\x02" or disk or after > len(raw):
        raise _not_a_zip(INCONSISTENT)
    extra = _extra(raw[extra_at : extra_at + extra_length])
    if IN_64 in (packed, size, offset):
        packed, size, offset = _sizes_64(extra.get(SIZES, b""), packed, size, offset)
    written = raw[name_at:extra_at]
    name = _decoded(written, flags)
    if _other_name(extra.get(NAME, b""), written) not in {None, name.encode("utf-8", "surrogateescape")}:
        raise Refused(problem("disagreeing-headers", name))
    return Member(name, flags, method, checksum, packed, size, offset, attributes >> 16), after


def _extra(raw: bytes) -> dict[int, bytes]:
    """The extra fields of an entry by their kind, the first of each; up to three zeros after them are padding."""
    fields: dict[int, bytes] = {}
    at = 0
    while at + EXTRA.size <= len(raw):
        kind, length = EXTRA.unpack_from(raw, at)
        at += EXTRA.size + length
        fields.setdefault(kind, raw[at - length : at])
    if at > len(raw) or any(raw[at:]):
        raise _not_a_zip(INCONSISTENT)
    return fields


def _sizes_64(field: bytes, packed: int, size: int, offset: int) -> tuple[int, int, int]:
    """Packed and unpacked size and offset, from the extra field where the entry has no room for them."""
    numbers = list(struct.unpack_from(f"<{len(field) // 8}Q", field))
    try:
        size = numbers.pop(0) if size == IN_64 else size
        packed = numbers.pop(0) if packed == IN_64 else packed
        offset = numbers.pop(0) if offset == IN_64 else offset
    except IndexError:
        raise _not_a_zip(INCONSISTENT) from None
    return packed, size, offset


def _other_name(field: bytes, written: bytes) -> bytes | None:
    """The name in UTF-8 that many readers, the PHP core's among them, take instead of the written one that it was made for."""
    meant_for = field[:1] == b"\x01" and field[1:5] == struct.pack("<L", zlib.crc32(written))
    return field[5:] if meant_for else None


def _decoded(name: bytes, flags: int) -> str:
    """A name as text: UTF-8 where it is, else the code page of old zips. A broken UTF-8 name keeps a mark that no name may have."""
    try:
        return name.decode()
    except UnicodeDecodeError:
        return name.decode("utf-8", "surrogateescape") if flags & UTF_8 else name.decode("cp437")


def _not_a_zip(reason: tuple[str, str]) -> Refused:
    return Refused(problem("unable-to-unzip", reason=reason))
