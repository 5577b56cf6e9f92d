"""A .zip is read in memory, within bounds, and believed in nothing."""

import io
import stat
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulations.engine.scenario import Bundle, read_bundle
from simulations.engine.scenario.bundle import LARGEST_BUNDLE, MOST_FILES

FILES = Path(__file__).parents[2] / "files" / "scenarios"
SMALL = (FILES / "small.yaml").read_text(encoding="utf-8")
WITH_FILE = SMALL.replace("    held_by: [police]", "    held_by: [police]\n    file: log.pdf")


def packed(files: dict[str, str | bytes], *, link: str = "") -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (stat.S_IFLNK if name == link else stat.S_IFREG) << 16
            archive.writestr(entry, data)
    return content.getvalue()


def codes(bundle: Bundle) -> list[str]:
    return [each.code for each in bundle.reading.problems]


def test_a_scenario_and_its_files_are_read() -> None:
    bundle = read_bundle(packed({"scenario.yaml": WITH_FILE, "log.pdf": b"%PDF"}))

    assert bundle.reading.may_be_held
    assert dict(bundle.files) == {"log.pdf": b"%PDF"}


def test_a_file_that_a_paper_names_must_be_there() -> None:
    bundle = read_bundle(packed({"scenario.yaml": WITH_FILE}))

    assert [(each.code, each.line, each.path) for each in bundle.reading.problems] == [
        ("file-missing", 22, "papers.log.file")
    ]
    assert bundle.reading.scenario is None


@pytest.mark.parametrize("name", ["../scenario.yaml", "/etc/passwd", "a/../../b", "a\\..\\b", "C:b"])
def test_a_path_outside_the_zip_is_refused(name: str) -> None:
    assert codes(read_bundle(packed({"scenario.yaml": SMALL, name: b"x"}))) == ["zip-path"]


def test_a_link_is_refused() -> None:
    assert codes(read_bundle(packed({"scenario.yaml": SMALL, "a": "/etc/passwd"}, link="a"))) == ["zip-path"]


def test_more_than_is_allowed_is_refused_before_it_is_unpacked() -> None:
    bundle = read_bundle(packed({"scenario.yaml": SMALL, "zeros": b"\0" * (LARGEST_BUNDLE + 1)}))

    assert codes(bundle) == ["zip-too-large"]


def test_too_many_files_are_refused() -> None:
    assert codes(read_bundle(packed({f"{number}.txt": b"x" for number in range(MOST_FILES + 1)}))) == ["zip-too-many"]


def ended(directory: bytes, entries: int) -> bytes:
    """A directory with the record that ends a .zip."""
    return directory + struct.pack(
        "<4s4H2LH", b"PK\5\6", 0, 0, entries & 0xFFFF, entries & 0xFFFF, len(directory), 0, 0
    )


def test_a_directory_of_hundreds_of_thousands_is_refused_before_it_is_read() -> None:
    entry = struct.pack("<4s4B4HL2L5H2L", b"PK\1\2", 20, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"/"
    content = ended(entry * 400_000, 400_000)
    tracemalloc.start()
    refused = codes(read_bundle(content))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert len(content) < LARGEST_BUNDLE
    assert refused == ["zip-too-many"]
    assert peak < 2 * len(content)


@pytest.mark.parametrize("entries", [101, 10_000])
def test_too_many_folders_are_refused_or_passed_over_but_never_unpacked(entries: int) -> None:
    assert codes(read_bundle(packed({f"f{number}/": b"" for number in range(entries)}))) in (
        ["zip-too-many"],
        ["zip-without-scenario"],
    )


def test_a_zip_inside_a_zip_stays_closed() -> None:
    inside = packed({"scenario.yaml": SMALL, "zeros": b"\0" * (LARGEST_BUNDLE + 1)})
    bundle = read_bundle(packed({"scenario.yaml": SMALL, "inside.zip": inside}))

    assert bundle.reading.may_be_held
    assert dict(bundle.files) == {"inside.zip": inside}


def test_a_file_in_the_zip_that_is_encrypted_is_refused() -> None:
    content = bytearray(packed({"scenario.yaml": SMALL}))
    for signature, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        content[content.index(signature) + flags] |= 1

    assert codes(read_bundle(bytes(content))) == ["zip-lies"]


def test_two_files_of_one_name_are_refused() -> None:
    content = packed({"scenario.yaml": SMALL, "another.yaml!": SMALL}).replace(b"another.yaml!", b"scenario.yaml")

    assert codes(read_bundle(content)) == ["zip-path"]


@given(st.data())
def test_a_zip_with_any_bytes_changed_ends_in_a_scenario_or_problems(data: st.DataObject) -> None:
    content = bytearray(packed({"scenario.yaml": WITH_FILE, "log.pdf": b"%PDF"}))
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    reading = read_bundle(bytes(content)).reading

    assert (reading.scenario is None) == bool(reading.errors)


def test_a_file_larger_than_its_entry_tells_is_refused() -> None:
    honest = packed({"scenario.yaml": SMALL, "log.pdf": b"x" * 5000})
    told, tells = (5000).to_bytes(4, "little"), (50).to_bytes(4, "little")

    assert codes(read_bundle(honest.replace(told, tells))) == ["zip-lies"]


def test_a_zip_without_a_scenario_at_its_top_is_refused() -> None:
    assert codes(read_bundle(packed({"folder/scenario.yaml": SMALL}))) == ["zip-without-scenario"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a zip", packed({"scenario.yaml": SMALL})[:200]])
def test_what_is_no_zip_is_told_so(content: bytes) -> None:
    assert codes(read_bundle(content)) == ["not-a-zip"]
