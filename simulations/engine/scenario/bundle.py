"""A scenario as a .zip: one `scenario.yaml` at its top, and the files that its papers name.

A .zip comes from outside, so nothing is unpacked to disk, and nothing is read before what it says of itself is within
bounds; a file that is not what its entry told is refused, never read on.
"""

import io
import stat
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from simulations.engine.scenario.checks.holding import stays_beside
from simulations.engine.scenario.nodes import Refused
from simulations.engine.scenario.problems import START_OF_FILE, Problem, problem
from simulations.engine.scenario.reading import Reading, read

SCENARIO_NAME = "scenario.yaml"
MOST_FILES = 100
LARGEST_DIRECTORY = 128 * 1024
"""Bytes that the list of what is in a .zip may take: more than 100 files with long names need."""
LARGEST_BUNDLE = 20 * 1024 * 1024
"""Bytes, packed and unpacked: 20 MiB."""

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)
"""What Python's zipfile raises on a file that is damaged, encrypted or made to mislead."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What came of reading a .zip: the reading of its scenario, its other files by name, and the scenario's own bytes."""

    reading: Reading
    files: Mapping[str, bytes]
    text: bytes = b""


def read_bundle(content: bytes) -> Bundle:
    """Read a .zip. Whatever it is, this gives a Bundle and does not raise."""
    try:
        files = _files(content)
        reading = read(_scenario_of(files))
    except Refused as refused:
        return Bundle(Reading(None, (refused.problem,)), MappingProxyType({}))
    others = {name: data for name, data in files.items() if name != SCENARIO_NAME}
    return Bundle(with_files_missing(reading, others), MappingProxyType(others), files[SCENARIO_NAME])


def _scenario_of(files: dict[str, bytes]) -> bytes:
    if SCENARIO_NAME not in files:
        raise Refused(problem("zip-without-scenario", START_OF_FILE))
    return files[SCENARIO_NAME]


class _ForItsDirectory(io.BytesIO):
    """A .zip's bytes while its directory is read, which zipfile does at one go: refused before it grows to objects."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Some bytes, or all that are left, as any file; no more at one go than a directory may have."""
        left = len(self.getbuffer()) - self.tell()
        wanted = left if size is None or size < 0 else min(size, left)
        if wanted > LARGEST_DIRECTORY:
            raise Refused(problem("zip-too-many", START_OF_FILE, most=str(MOST_FILES)))
        return super().read(wanted)


def _files(content: bytes) -> dict[str, bytes]:
    if len(content) > LARGEST_BUNDLE:
        raise Refused(problem("zip-too-large", START_OF_FILE, most="20 MiB"))
    try:
        zipfile.ZipFile(_ForItsDirectory(content)).close()
        archive = zipfile.ZipFile(io.BytesIO(content))
    except BROKEN as error:
        raise Refused(problem("not-a-zip", START_OF_FILE)) from error
    with archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        _bound(entries)
        return {entry.filename: _content(archive, entry) for entry in entries}


def _bound(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_FILES:
        raise Refused(problem("zip-too-many", START_OF_FILE, most=str(MOST_FILES)))
    if sum(entry.file_size for entry in entries) > LARGEST_BUNDLE:
        raise Refused(problem("zip-too-large", START_OF_FILE, most="20 MiB"))
    seen: set[str] = set()
    for entry in entries:
        if entry.filename in seen or not _stays_inside(entry):
            raise Refused(problem("zip-path", START_OF_FILE, found=entry.filename))
        seen.add(entry.filename)


def _stays_inside(entry: zipfile.ZipInfo) -> bool:
    return stays_beside(entry.filename) and not stat.S_ISLNK(entry.external_attr >> 16)


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    try:
        with archive.open(entry) as opened:
            return opened.read(entry.file_size + 1)
    except BROKEN as error:
        raise Refused(problem("zip-lies", START_OF_FILE, found=entry.filename)) from error


def with_files_missing(reading: Reading, files: Mapping[str, bytes]) -> Reading:
    """The reading, with an error for each file that a paper names and that is not among these."""
    missing = [_missing(name, str(file), reading) for name, file in _named_files(reading) if file not in files]
    if not missing:
        return reading
    return replace(
        reading, scenario=None, problems=tuple(sorted([*reading.problems, *missing], key=lambda each: each.place))
    )


def _named_files(reading: Reading) -> list[tuple[str, str]]:
    papers = reading.scenario.papers.values() if reading.scenario else ()
    return [(f"papers.{paper.id}.file", paper.file) for paper in papers if paper.file]


def _missing(path: str, file: str, reading: Reading) -> Problem:
    return problem("file-missing", reading.places.get(path, START_OF_FILE), path=path, found=file)
