"""What makes a zip unsafe, a rule a test: nothing of it is unpacked, and each refusal says which rule."""

import io
import os
import struct
import tracemalloc
import zipfile
import zlib
from dataclasses import replace

import pytest
from h5p_packages import LIBRARY, edited, packed, sound_with

from media.h5p import DEFAULT_LIMITS, PackageLimits, check_package

MEMBER = "content/content.json"


def codes(raw: bytes, limits: PackageLimits = DEFAULT_LIMITS) -> tuple[str, ...]:
    return check_package(io.BytesIO(raw), limits=limits).codes


def limited(**limits: int) -> PackageLimits:
    return replace(DEFAULT_LIMITS, **limits)


def test_a_sound_package_is_accepted() -> None:
    verdict = check_package(io.BytesIO(packed(sound_with())))
    assert (verdict.accepted, verdict.problems) == (True, ())


@pytest.mark.parametrize("raw", [b"", b"PK", b"hello", b"PK\x05\x06" + b"\0" * 10, os.urandom(5000)])
def test_what_is_no_zip_is_refused(raw: bytes) -> None:
    assert codes(raw) == ("unable-to-unzip",)


def test_every_cut_of_a_package_is_refused() -> None:
    raw = packed(sound_with())
    assert all(codes(raw[:length]) for length in range(0, len(raw), 7))


def test_bytes_before_the_archive_are_refused() -> None:
    assert codes(b"#!/bin/sh\n" + packed(sound_with())) == ("unable-to-unzip",)


def test_a_list_of_another_length_than_it_says_is_refused() -> None:
    raw = bytearray(packed(sound_with()))
    struct.pack_into("<2H", raw, len(raw) - 22 + 8, 3, 3)
    assert codes(bytes(raw)) == ("unable-to-unzip",)


def test_a_package_in_the_format_for_large_archives_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 2)
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 10)
    raw = packed(sound_with())
    assert b"PK\x06\x06" in raw
    assert codes(raw) == ()
    small = bytearray(raw)
    struct.pack_into("<2H", small, len(raw) - 22 + 8, 3, 3)
    assert codes(bytes(small)) == ("unable-to-unzip",)


@pytest.mark.parametrize(
    "name",
    [
        "content/../../evil.txt", f"{LIBRARY}/../x.js", "/etc/x.txt", "C:/x.txt", "content\\x.txt", "content//x.txt",
        "content/./x.txt", "content/x.txt.", "content/x.txt ", "content/a\x1b[2J.txt", "content/a:b.txt", "..",
        "_hidden/../x.txt", "content/CON.txt", "content/aux.png.txt", "content/nul/x.txt", "content/lpt1",
    ],
)  # fmt: skip
def test_a_name_that_could_lead_elsewhere_is_refused(name: str) -> None:
    assert codes(packed(sound_with(**{name: b"x"}))) == ("unsafe-name",)


def test_a_name_with_a_nul_or_broken_utf_8_is_refused() -> None:
    utf_8 = {"local": {6: ("<H", 0x800)}, "listed": {8: ("<H", 0x800)}}
    raw = edited(packed(sound_with(**{"content/aXb.txt": b"x"})), "content/aXb.txt", **utf_8)
    for bad in (b"content/a\0b.txt", b"content/a\xffb.txt"):
        assert codes(raw.replace(b"content/aXb.txt", bad)) == ("unsafe-name",)


def test_long_names_and_deep_folders_are_refused() -> None:
    assert codes(packed(sound_with(**{f"content/{'a' * 252}.txt": b"x"}))) == ("name-too-long",)
    assert codes(packed(sound_with(**{f"content/{'b' * 200}/{'b' * 200}/x.txt": b"x"})), limited(path_bytes=300)) == (
        "name-too-long",
    )
    assert codes(packed(sound_with(**{"content/" + "d/" * 20 + "x.txt": b"x"}))) == ("folders-too-deep",)


def test_the_folders_of_names_are_bounded_in_memory_and_number() -> None:
    deep = ["content/" + letter * 9 + "/a" * 28_000 + ".txt" for letter in "abcdefgh"]
    raw = packed(sound_with(**dict.fromkeys(deep, b"")))
    tracemalloc.start()
    assert codes(raw) == ("name-too-long",)
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()
    many = packed(sound_with(**{f"content/{letter}/" + "d/" * 15 + "x.txt": b"" for letter in "abcdef"}))
    assert codes(many) == ()
    assert codes(many, limited(members=50)) == ("too-many-files",)


def with_extra(extra: bytes, name: str = MEMBER) -> bytes:
    """A sound package of which one member has this extra field."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed(sound_with()))) as sound, zipfile.ZipFile(buffer, "w") as zipped:
        for info in sound.infolist():
            raw = sound.read(info)
            info.extra = extra if info.filename == name else b""
            zipped.writestr(info, raw)
    return buffer.getvalue()


def other_name(name: bytes, *, of: str = MEMBER) -> bytes:
    """The extra field that gives a member another name, in UTF-8."""
    return struct.pack("<2HBL", 0x7075, 5 + len(name), 1, zlib.crc32(of.encode())) + name


def test_a_member_with_two_names_is_refused_where_readers_would_differ() -> None:
    assert codes(with_extra(other_name(b"content/evil.php"))) == ("disagreeing-headers",)
    assert codes(with_extra(other_name(MEMBER.encode()))) == ()
    assert codes(with_extra(other_name(b"content/evil.php", of="what it was once"))) == ()


def test_extra_fields_that_do_not_add_up_are_refused_and_padding_is_not() -> None:
    sound = struct.pack("<2H", 0x9999, 2) + b"ab"
    assert codes(with_extra(sound)) == codes(with_extra(sound + bytes(3))) == ()
    for broken in (struct.pack("<2H", 0x9999, 9) + b"ab", sound + b"\0\0\1"):
        assert codes(with_extra(broken)) == ("unable-to-unzip",)


def test_a_name_twice_is_refused() -> None:
    raw = packed(sound_with(**{"content/contenT.json": b"{}"}))
    assert codes(raw.replace(b"content/contenT.json", MEMBER.encode())) == ("duplicate-name",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("content/x.txt", "content/X.TXT"),
        ("content/images/x.txt", "content/Images/y.txt"),
        ("content/tŷ.txt", "content/ty\u0302.txt"),
        ("content/x.txt", "content/x.txt/y.txt"),
    ],
)
def test_names_that_some_system_takes_for_one_are_refused(one: str, other: str) -> None:
    assert codes(packed(sound_with(**{one: b"1", other: b"2"}))) == ("clashing-names",)


def test_a_link_or_device_is_refused() -> None:
    for mode in (0o120777, 0o020666, 0o010666):
        assert codes(edited(packed(sound_with()), MEMBER, listed={38: ("<L", mode << 16)})) == ("link-refused",)


def test_an_encrypted_member_is_refused() -> None:
    assert codes(edited(packed(sound_with()), MEMBER, listed={8: ("<H", 1)})) == ("encrypted",)
    assert codes(edited(packed(sound_with()), MEMBER, local={6: ("<H", 1)})) == ("disagreeing-headers",)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_compression_than_zips_own_is_refused(method: int) -> None:
    assert "unsupported-compression" in codes(packed(sound_with(), method))


def test_a_header_that_says_otherwise_than_the_list_is_refused() -> None:
    raw = packed(sound_with())
    at = raw.find(MEMBER.encode())
    assert codes(raw[:at] + b"content/CONTENT.json" + raw[at + 20 :]) == ("disagreeing-headers",)
    assert codes(edited(raw, MEMBER, local={22: ("<L", 5)})) == ("disagreeing-headers",)


def test_members_in_the_same_bytes_are_refused() -> None:
    raw = packed(sound_with(**{"content/a.txt": b"a" * 50}))
    with zipfile.ZipFile(io.BytesIO(raw)) as zipped:
        offset = zipped.getinfo("h5p.json").header_offset
    assert codes(edited(raw, "content/a.txt", listed={42: ("<L", offset + 3)}))[0] in {
        "overlapping-files",
        "unable-to-read-package-file",
    }
    assert codes(edited(raw, "content/a.txt", listed={42: ("<L", offset)})) in {
        ("overlapping-files",),
        ("disagreeing-headers",),
    }


def test_a_member_beyond_the_end_is_refused() -> None:
    assert codes(edited(packed(sound_with()), MEMBER, listed={42: ("<L", 0xFFFFFFF0)})) == (
        "unable-to-read-package-file",
    )


@pytest.mark.parametrize("size", [3, 300])
def test_a_size_that_is_not_true_is_refused(size: int) -> None:
    raw = packed(sound_with(**{"content/a.txt": b"a" * 50}))
    both = {"local": {22: ("<L", size)}, "listed": {24: ("<L", size)}}
    assert codes(edited(raw, "content/a.txt", **both)) == ("lying-size",)


def test_a_damaged_member_is_refused_wherever_it_is() -> None:
    for name in ("h5p.json", MEMBER, f"{LIBRARY}/probe.js"):
        both = {"local": {14: ("<L", 1)}, "listed": {16: ("<L", 1)}}
        assert codes(edited(packed(sound_with()), name, **both)) == ("unable-to-read-package-file",)


def test_a_package_of_too_many_or_too_large_files_is_refused() -> None:
    raw = packed(sound_with(**{"content/a.txt": os.urandom(2_500_000)}))
    assert codes(raw, limited(members=5)) == ("too-many-files",)
    assert codes(raw, limited(file_bytes=2_000_000)) == ("file-size-too-large",)
    assert codes(raw, limited(total_bytes=2_000_000)) == ("total-size-too-large",)
    assert codes(raw, limited(directory_bytes=100)) == ("total-size-too-large",)


def test_a_bomb_is_refused_before_it_goes_off() -> None:
    one = packed(sound_with(**{"content/a.txt": b"\0" * 64_000_000}))
    many = packed(sound_with(**{f"content/{n}.txt": b"\0" * 1_000_000 for n in range(30)}))
    tracemalloc.start()
    assert codes(one) == ("ratio-too-high",)
    assert codes(many) == ("ratio-too-high",)
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def test_a_small_file_of_one_letter_is_harmless() -> None:
    assert codes(packed(sound_with(**{"content/a.txt": b"a" * 100_000}))) == ()
