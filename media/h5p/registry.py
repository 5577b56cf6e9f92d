"""What happens to a library that comes with a package: whether it is installed, takes another's place, or has to wait.

One build of each `major.minor` is approved, and all content of that version runs on it. A higher patch takes its place; a
different build of the same patch never does by itself, since nobody can tell which of two forks is the right one: it
waits until somebody who answers for the site approves it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from media.h5p.library import LibraryBuild, LibraryMetadata, LibraryName, LibraryVersion
from media.h5p.problems import Refused, problem


class Fate(StrEnum):
    """What becomes of a library in a package."""

    NEW = "new"  # installed: no library of this version was here
    PATCH = "patch"  # takes the place of the one that is here
    KNOWN = "known"  # this very build is here
    OLDER = "older"  # a later patch is here, and is used
    WAITING = "waiting"  # kept, and not used before somebody approves it


@dataclass(frozen=True, slots=True)
class Installed:
    """A library that is here: the approved build's version and digest, and the digests of all builds that are kept."""

    version: LibraryVersion
    digest: str
    kept: frozenset[str]


def fate_of(build: LibraryBuild, installed: Installed | None, *, may_install: bool = True) -> Fate:
    """What becomes of a build, beside what is here of its version."""
    if installed is None:
        return Fate.NEW
    if build.digest in installed.kept:
        return Fate.KNOWN
    if build.version.is_patch_of(installed.version):
        return Fate.PATCH if may_install else Fate.WAITING
    return Fate.WAITING if build.version == installed.version else Fate.OLDER


def fates(
    builds: Mapping[LibraryName, LibraryBuild], here: Mapping[LibraryName, Installed], *, may_install: bool = True
) -> dict[LibraryName, Fate]:
    """What becomes of each library of a package. Raises Refused where one is new to somebody who may not install any."""
    told = {name: fate_of(build, here.get(name), may_install=may_install) for name, build in builds.items()}
    new = [name for name, fate in told.items() if fate is Fate.NEW]
    if new and not may_install:
        raise Refused(*(problem("may-not-install", name.folder, found=str(name)) for name in new))
    return told


def unused(libraries: Mapping[LibraryName, LibraryMetadata], wanted: Iterable[LibraryName]) -> set[LibraryName]:
    """Libraries that no content wants and no wanted library needs, in whatever way."""
    reached: set[LibraryName] = set()
    waiting = [name for name in wanted if name in libraries]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting.extend(need for need in libraries[name].everything_needed if need in libraries)
    return libraries.keys() - reached


def usage(libraries: Mapping[LibraryName, LibraryMetadata]) -> dict[LibraryName, int]:
    """How many of the libraries need each, directly."""
    counts = dict.fromkeys(libraries, 0)
    for library in libraries.values():
        for need in set(library.everything_needed) & counts.keys() - {library.name}:
            counts[need] += 1
    return counts


@dataclass(frozen=True, slots=True)
class Difference:
    """How the files of one build differ from another's."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]


def difference(here: Mapping[str, str], other: Mapping[str, str]) -> Difference:
    """By the digests of the files by path: what `other` adds, lacks and changes."""
    return Difference(
        _sorted(other.keys() - here.keys()),
        _sorted(here.keys() - other.keys()),
        _sorted(path for path in here.keys() & other.keys() if here[path] != other[path]),
    )


def _sorted(paths: Iterable[str] | Collection[str]) -> tuple[str, ...]:
    return tuple(sorted(paths))
