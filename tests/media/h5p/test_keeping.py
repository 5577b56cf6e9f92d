"""Packages kept whole, served by ranges, and written as the same bytes each time."""

import hashlib
import io
import json
import os
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from django.core.files.storage import FileSystemStorage
from h5p_packages import LIBRARY, entries, packed, sound_with
from hypothesis import given
from hypothesis import strategies as st

from media.h5p import (
    FileStorage,
    MemoryStorage,
    NotThere,
    PackageReader,
    Refused,
    Storage,
    byte_range,
    check_package,
    export_package,
    stored_package,
    write_package,
)
from media.h5p.library import LibraryName
from media.keeping import DjangoStorage

VIDEO = os.urandom(700_000)
TEXT = b"".join(b"line %d\n" % number for number in range(60_000))


STORAGES: dict[str, Callable[[Path], Storage]] = {
    "memory": lambda _folder: MemoryStorage(),
    "files": FileStorage,
    "django": lambda folder: DjangoStorage(FileSystemStorage(folder)),
}


@pytest.fixture(params=STORAGES)
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Storage:
    return STORAGES[request.param](tmp_path / "kept")


def exported(raw: bytes) -> bytes:
    package = check_package(io.BytesIO(raw)).package
    assert package is not None
    out = io.BytesIO()
    export_package(package, PackageReader(io.BytesIO(raw)), out)
    return out.getvalue()


def with_libraries(**needs: list[tuple[str, int]]) -> dict[str, Any]:
    """A package whose content takes parts in any order; each library by name and minor, with those that it needs."""
    made = entries(library={"preloadedDependencies": [needed("T.A", 0), needed("T.B", 0)]})
    for key, names in needs.items():
        machine, minor = f"T.{key[0]}", int(key[1:])
        made[f"{machine}-1.{minor}/library.json"] = {
            "title": machine, "machineName": machine, "majorVersion": 1, "minorVersion": minor, "patchVersion": 0,
            "runnable": 0, "preloadedDependencies": [needed(f"T.{name}", version) for name, version in names],
        }  # fmt: skip
        made[f"{machine}-1.{minor}/semantics.json"] = [{"name": "text", "type": "text"}]
    parts = [{"name": f"T.{name} 1.0"} for name in "AB"]
    made[f"{LIBRARY}/semantics.json"] = [
        {"name": "z", "type": "library", "options": parts}, {"name": "a", "type": "library", "options": parts}
    ]  # fmt: skip
    made["content/content.json"] = {
        "z": {"library": "T.B 1.0", "params": {}}, "a": {"library": "T.A 1.0", "params": {}}
    }  # fmt: skip
    return made


def needed(machine: str, minor: int) -> dict[str, Any]:
    return {"machineName": machine, "majorVersion": 1, "minorVersion": minor}


def test_an_export_holds_every_version_that_its_libraries_name_and_stays_the_same() -> None:
    once = exported(packed(with_libraries(A0=[("C", 4)], B0=[("C", 5)], C4=[], C5=[("D", 0)], D0=[])))
    package = check_package(io.BytesIO(once)).package
    assert package is not None
    assert {str(each) for each in package.libraries} >= {"T.C 1.4", "T.C 1.5", "T.D 1.0"}
    assert exported(once) == once


def test_what_is_kept_comes_back_under_its_digest(storage: Storage) -> None:
    key = storage.put(io.BytesIO(VIDEO))
    assert key == hashlib.sha256(VIDEO).hexdigest() == storage.put(io.BytesIO(VIDEO))
    with storage.open(key) as file:
        assert file.read() == VIDEO
    storage.delete(key)
    storage.delete(key)
    assert not storage.exists(key)
    with pytest.raises(KeyError):
        storage.open(key)


def test_no_key_leads_to_another_file(storage: Storage, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    for key in ("../secret", "", "..", "a" * 63, "A" * 64, f"{'a' * 64}\n", str(tmp_path / "secret")):
        assert not storage.exists(key)
        storage.delete(key)
        with pytest.raises(KeyError):
            storage.open(key)
    assert (tmp_path / "secret").exists()


def test_what_breaks_off_leaves_nothing_behind(storage: Storage, tmp_path: Path) -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if self.tell() or size in {-1, None}:
                raise ConnectionError
            return super().read(size)

    with pytest.raises(ConnectionError):
        storage.put(Broken(b"x" * 3_000_000))
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.fixture
def kept(storage: Storage) -> Iterator[PackageReader]:
    raw = io.BytesIO(packed(sound_with(**{"content/text.txt": TEXT})))
    with zipfile.ZipFile(raw, "a") as zipped:
        zipped.writestr("content/video.mp4", VIDEO)
    with stored_package(storage, storage.put(io.BytesIO(raw.getvalue()))) as reader:
        yield reader


@pytest.mark.parametrize(("name", "whole"), [("content/video.mp4", VIDEO), ("content/text.txt", TEXT)])
def test_any_range_of_a_member_is_served_from_the_zip(kept: PackageReader, name: str, whole: bytes) -> None:
    size = len(whole)
    for start, end in (
        (0, size),
        (0, 1),
        (0, 0),
        (5, 5),
        (size - 1, size),
        (262_143, 262_145),
        (300_000, size + 9),
        (3, size),
    ):
        assert b"".join(kept.stream(name, start, end)) == whole[start:end]


def test_two_streams_may_be_read_by_turns(kept: PackageReader) -> None:
    one, other = kept.stream("content/video.mp4"), kept.stream("content/text.txt")
    pieces = [(next(one), next(other)) for _ in range(2)]
    assert VIDEO.startswith(b"".join(first for first, _ in pieces))
    assert TEXT.startswith(b"".join(second for _, second in pieces))


def test_a_member_is_never_read_whole_to_be_served() -> None:
    large = os.urandom(30_000_000)
    out = io.BytesIO()
    write_package({"content/a.mp4": large}, out)
    reader = PackageReader(out)
    tracemalloc.start()
    assert sum(len(piece) for piece in reader.stream("content/a.mp4")) == len(large)
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("", None), ("bytes=0-", (0, 100)), ("bytes=0-0", (0, 1)), ("bytes=10-19", (10, 20)), ("bytes=90-500", (90, 100)),
        ("bytes=-10", (90, 100)), ("bytes=-500", (0, 100)), ("BYTES=5-", (5, 100)), ("bytes=-", None), ("bytes=9-3", None),
        ("bytes=0-1,5-6", None), ("items=0-1", None), ("bytes=a-b", None), ("bytes=٠-١", None),
    ],
)  # fmt: skip
def test_a_range_is_read_as_the_rfc_says(header: str, wanted: tuple[int, int] | None) -> None:
    assert byte_range(header, 100) == wanted


@pytest.mark.parametrize(("header", "size"), [("bytes=100-", 100), ("bytes=-0", 100), ("bytes=0-", 0)])
def test_a_range_after_the_end_is_told(header: str, size: int) -> None:
    with pytest.raises(NotThere):
        byte_range(header, size)


@given(st.text(max_size=20) | st.from_regex(r"bytes=\d{0,4}-\d{0,4}", fullmatch=True), st.integers(0, 5000))
def test_whatever_a_header_says_the_range_lies_in_the_file(header: str, size: int) -> None:
    try:
        found = byte_range(header, size)
    except NotThere:
        return
    assert found is None or 0 <= found[0] < found[1] <= size


def test_an_export_is_accepted_and_exporting_it_again_gives_the_same_bytes() -> None:
    files = sound_with(**{"content/images/ŵ.png": b"png", "content/a.txt": b"a"})
    once = exported(packed(files))
    assert once == exported(once) == exported(packed(dict(reversed(files.items()))))


def test_an_export_holds_safe_content_and_what_it_needs_only() -> None:
    other = {**entries()[f"{LIBRARY}/library.json"], "machineName": "T.Unused", "preloadedJs": [], "preloadedCss": []}
    files = sound_with(**{"T.Unused-1.0/library.json": other, "content/content.json": {"text": "<b>a</b>", "evil": 1}})
    with zipfile.ZipFile(io.BytesIO(exported(packed(files)))) as zipped:
        names = zipped.namelist()
        assert names == sorted(name for name in files if not name.startswith("T.Unused"))
        assert json.loads(zipped.read("content/content.json")) == {"text": "a"}
        assert json.loads(zipped.read("h5p.json"))["title"] == "Prawf"
        assert {info.date_time for info in zipped.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_an_export_stores_sound_video_and_pictures_as_they_are() -> None:
    with zipfile.ZipFile(io.BytesIO(exported(packed(sound_with(**{"content/v.mp4": b"a" * 999}))))) as zipped:
        assert zipped.getinfo("content/v.mp4").compress_type == zipfile.ZIP_STORED
        assert zipped.getinfo("content/content.json").compress_type == zipfile.ZIP_DEFLATED


def test_an_export_without_its_libraries_is_refused() -> None:
    raw = packed({name: value for name, value in sound_with().items() if not name.startswith("T.")})
    package = check_package(io.BytesIO(raw), known={LibraryName("T.Probe", 1, 0)}).package
    assert package is not None
    with pytest.raises(Refused, match="missing-required-library"):
        export_package(package, PackageReader(io.BytesIO(raw)), io.BytesIO())


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(texts, st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.binary(max_size=200), max_size=4))
def test_whatever_a_sound_package_holds_its_export_is_sound_and_stays(text: str, media: dict[str, bytes]) -> None:
    more: dict[str, Any] = {f"content/files/{name}.txt": raw for name, raw in media.items()}
    once = exported(packed(sound_with(**{"content/content.json": {"text": text}}, **more)))
    file: BinaryIO = io.BytesIO(once)
    package = check_package(file).package
    assert package is not None
    assert set(package.content_files) == set(more)
    assert exported(once) == once
