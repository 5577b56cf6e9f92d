"""Libraries: their names as H5P writes them, their versions, what library.json says, and builds told apart by their bytes.

Two libraries of one name and `major.minor` can take each other's place; a higher patch of the same is a patch, a higher
`major.minor` an upgrade for which content has to be converted. Forks of one version circulate, so what is kept is
known by the digest of its files.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

MACHINE_NAME = re.compile(r"[\w.-]{1,255}", re.ASCII)
WRITTEN = re.compile(r"([\w.-]{1,255})[ -](\d{1,5})\.(\d{1,5})", re.ASCII)
DEPENDENCIES = ("preloaded", "dynamic", "editor")


class LibraryName(NamedTuple):
    """A library as content names it: without its patch."""

    machine_name: str
    major: int
    minor: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """From “H5P.MultiChoice 1.16” or “H5P.MultiChoice-1.16”. Raises ValueError."""
        if not (match := WRITTEN.fullmatch(text)):
            raise ValueError(f"{text!r} is no library: write it as “H5P.MultiChoice 1.16”")
        return cls(match[1], int(match[2]), int(match[3]))

    @property
    def folder(self) -> str:
        """Its folder in a package."""
        return f"{self.machine_name}-{self.major}.{self.minor}"

    def __str__(self) -> str:
        return f"{self.machine_name} {self.major}.{self.minor}"


class LibraryVersion(NamedTuple):
    """A version, ordered by its numbers and never by their text: 1.10 comes after 1.9."""

    major: int
    minor: int
    patch: int

    def is_patch_of(self, installed: "LibraryVersion") -> bool:
        """Whether it may take the installed one's place without touching content."""
        return self[:2] == installed[:2] and self.patch > installed.patch

    def is_upgrade_of(self, installed: "LibraryVersion") -> bool:
        """Whether content of the installed one may be converted to it."""
        return self[:2] > installed[:2]

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"


@dataclass(frozen=True)
class LibraryMetadata:
    """What a library.json says. Paths are relative to the library's folder; `dependencies` by kind: preloaded, dynamic, editor."""

    name: LibraryName
    version: LibraryVersion
    title: str
    runnable: bool
    scripts: tuple[str, ...]
    styles: tuple[str, ...]
    dependencies: Mapping[str, tuple[LibraryName, ...]]
    folder: str
    raw: Mapping[str, Any]

    @classmethod
    def from_json(cls, data: Mapping[str, Any], folder: str) -> Self:
        """From a library.json that the validator found nothing wrong with."""
        version = LibraryVersion(int(data["majorVersion"]), int(data["minorVersion"]), int(data["patchVersion"]))
        return cls(
            LibraryName(data["machineName"], version.major, version.minor), version, str(data["title"]),
            str(data["runnable"]) == "1", declared_files(data, "preloadedJs"), declared_files(data, "preloadedCss"),
            {kind: dependencies_of(data, kind) for kind in DEPENDENCIES}, folder, data,
        )  # fmt: skip

    @property
    def everything_needed(self) -> tuple[LibraryName, ...]:
        """All dependencies, of every kind."""
        return tuple(name for kind in DEPENDENCIES for name in self.dependencies[kind])


@dataclass(frozen=True, slots=True)
class LibraryBuild:
    """One library, byte for byte: the digest of every file by its path, and of them all."""

    name: LibraryName
    version: LibraryVersion
    files: Mapping[str, str]

    @property
    def digest(self) -> str:
        """The same for two folders exactly when every file is the same, wherever and in whatever order they stood."""
        total = hashlib.sha256()
        for path, digest in sorted(self.files.items()):
            total.update(f"{len(path.encode())}:{path}:{digest};".encode())
        return total.hexdigest()


def dependencies_of(data: Mapping[str, Any], kind: str) -> tuple[LibraryName, ...]:
    """The libraries of one kind that a library.json or h5p.json names."""
    return tuple(
        LibraryName(each["machineName"], int(each["majorVersion"]), int(each["minorVersion"]))
        for each in data.get(f"{kind}Dependencies", ())
    )


def declared_files(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """The paths under `preloadedJs` or `preloadedCss`, as names inside the library's folder."""
    return tuple(inside(each["path"]) for each in data.get(key, ()))


def inside(path: str) -> str:
    """A declared path without what leads nowhere: backslashes, a leading slash and dots for the folder itself."""
    return "/".join(each for each in path.replace("\\", "/").split("/") if each not in {"", "."})
