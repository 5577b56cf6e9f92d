"""Whether a .h5p file may be taken in: `check_package` gives a verdict with every problem, by H5P's rules and ours.

In this order, so that nothing is read before it is bounded: the zip's list, kinds of files, h5p.json and content.json,
libraries, dependencies, and last every byte against its checksum. Each step is taken only where those before found nothing.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Generator, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from media.h5p import jsonfile, shapes
from media.h5p.directory import Member
from media.h5p.library import (
    DEPENDENCIES,
    MACHINE_NAME,
    LibraryBuild,
    LibraryMetadata,
    LibraryName,
    declared_files,
    dependencies_of,
)
from media.h5p.limits import DEFAULT_LIMITS, PackageLimits
from media.h5p.packings import Recognise, Recognised, packing_of
from media.h5p.problems import Problem, Refused, Verdict, first, problem
from media.h5p.reader import PackageReader
from media.h5p.registry import Fate
from media.h5p.semantics import Semantics, parse_semantics

MAIN = "h5p.json"
CONTENT = "content/content.json"
CONTENT_EXTENSIONS = frozenset(
    {
        "json", "png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "eot", "ttf", "woff", "woff2", "otf", "webm", "mp4",
        "ogg", "mp3", "m4a", "wav", "txt", "pdf", "rtf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods",
        "odp", "csv", "diff", "patch", "swf", "md", "textile", "vtt", "webvtt", "gltf", "glb",
    }
)  # fmt: skip
LIBRARY_EXTENSIONS = CONTENT_EXTENSIONS | {"js", "css", "svg", "xml"}
LANGUAGE_FILE = re.compile(r"-?[a-z]+(-[a-z]+){0,6}\.json", re.IGNORECASE | re.ASCII)

MISSING = ("it is not there", "nid yw yno")
MISNAMED = ("its name is no language", "nid iaith yw ei henw")


@dataclass(frozen=True)
class Package:
    """What an accepted package holds. `metadata` is h5p.json, `parameters` content.json, not filtered yet.

    `builds` and semantics are there of what was unpacked; of libraries that were `recognised`, what becomes of them is
    known already.
    """

    metadata: Mapping[str, Any]
    parameters: Any
    libraries: Mapping[LibraryName, LibraryMetadata]
    builds: Mapping[LibraryName, LibraryBuild]
    semantics: Mapping[LibraryName, Semantics]
    raw_semantics: Mapping[LibraryName, Any]
    content_files: tuple[str, ...]
    recognised: Mapping[LibraryName, Fate]
    packings: Mapping[LibraryName, str]

    @property
    def main_library(self) -> LibraryName:
        """The content type, in the version that h5p.json names."""
        wanted = self.metadata["mainLibrary"]
        return next(each for each in dependencies_of(self.metadata, "preloaded") if each.machine_name == wanted)


@dataclass
class _Check:
    """One check on its way; `folders` are the libraries' files by folder, without it."""

    reader: PackageReader
    known: Collection[LibraryName]
    recognise: Recognise | None
    libraries_only: bool = False
    problems: list[Problem] = field(default_factory=list)
    folders: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    metadata: Any = None
    parameters: Any = None
    libraries: dict[LibraryName, LibraryMetadata] = field(default_factory=dict)
    semantics: dict[LibraryName, Semantics] = field(default_factory=dict)
    raw_semantics: dict[LibraryName, Any] = field(default_factory=dict)
    packings: dict[str, str] = field(default_factory=dict)
    recognised: dict[LibraryName, Fate] = field(default_factory=dict)

    def run(self) -> Package | None:
        """The package, or None where anything is wrong."""
        for step in (self.kinds, self.content, self.each_library, self.dependencies):
            self.problems.extend(step())
            if self.problems:
                return None
        builds = self.builds()
        if self.problems:
            return None
        files = tuple(sorted(name for name in self.reader.members if name.startswith("content/") and name != CONTENT))
        packings = {
            name: self.packings[each.folder] for name, each in self.fresh.items() if each.folder in self.packings
        }
        return Package(
            self.metadata, self.parameters, self.libraries, builds, self.semantics, self.raw_semantics, files,
            self.recognised, packings,
        )  # fmt: skip

    def kinds(self) -> Iterator[Problem]:
        """Files of kinds that may not be where they are. Files beside h5p.json are passed over, as H5P does."""
        for name in self.reader.members:
            folder, slash, rest = name.partition("/")
            if not slash:
                continue
            allowed = CONTENT_EXTENSIONS if folder == "content" else LIBRARY_EXTENSIONS
            if folder != "content":
                self.folders[folder].append(rest)
            _, dot, extension = rest.rpartition("/")[2].rpartition(".")
            if not dot or extension.lower() not in allowed:
                kinds = " ".join(sorted(allowed))
                yield problem("not-in-whitelist", name, allowed=(kinds, kinds))

    def content(self) -> Iterator[Problem]:
        """h5p.json and content.json; neither is looked at where libraries alone are wanted."""
        if self.libraries_only:
            self.metadata = {}
            return
        if CONTENT not in self.reader.members:
            yield problem("invalid-content-folder")
        else:
            self.parameters = yield from self.parsed(CONTENT, "unable-to-parse-package", (dict, list))
        if MAIN not in self.reader.members:
            yield problem("invalid-h5p-json-file", MAIN, reason=MISSING)
            return
        self.metadata = yield from self.parsed(MAIN, "unable-to-parse-package", dict, "invalid-h5p-json-file")
        if self.metadata is not None:
            yield from shapes.problems_of(self.metadata, MAIN, shapes.MAIN_REQUIRED, shapes.MAIN_OPTIONAL)

    def each_library(self) -> Iterator[Problem]:
        """Every folder beside content/ must be a library."""
        judged = self.judged_before()
        for folder, files in self.folders.items():
            if not MACHINE_NAME.fullmatch(folder):
                yield problem("invalid-library-name", folder)
            elif before := judged.get(self.packings.get(folder, "")):
                library = LibraryMetadata.from_json(before.raw, folder)
                yield from self.placed(library)
                self.recognised[library.name] = before.fate
            else:
                yield from self.library(folder, files)

    def judged_before(self) -> Mapping[str, Recognised]:
        """The libraries whose packed bytes were unpacked and judged once, by their packing."""
        if self.recognise is None:
            return {}
        for folder, files in self.folders.items():
            with suppress(Refused):  # what is wrong is told when all bytes are read
                self.packings[folder] = packing_of(self.reader, folder, files)
        return self.recognise(self.packings.values())

    def library(self, folder: str, files: list[str]) -> Iterator[Problem]:
        """One library: its library.json, semantics, languages, and the files that it names."""
        where = f"{folder}/library.json"
        if "library.json" not in files:
            yield problem("invalid-library-json-file", where, reason=MISSING)
            return
        semantics = []
        if "semantics.json" in files:
            semantics = yield from self.parsed(f"{folder}/semantics.json", "invalid-semantics-json-file", list)
        yield from self.languages(folder, files)
        data = yield from self.parsed(where, "invalid-library-json-file", dict)
        if data is None:
            return
        wrong = shapes.problems_of(data, where, shapes.LIBRARY_REQUIRED, shapes.LIBRARY_OPTIONAL)
        if wrong:
            yield from wrong
            return
        present = frozenset(files)
        for path in (*declared_files(data, "preloadedJs"), *declared_files(data, "preloadedCss")):
            if path not in present:
                yield problem("library-missing-file", where, found=path)
        library = LibraryMetadata.from_json(data, folder)
        yield from self.placed(library)
        self.semantics[library.name] = parse_semantics(semantics)
        self.raw_semantics[library.name] = semantics if isinstance(semantics, list) else []

    def placed(self, library: LibraryMetadata) -> Iterator[Problem]:
        """Each library stands once, in a folder that is named after it."""
        folder = library.folder
        if folder not in {library.name.machine_name, library.name.folder}:
            yield problem(
                "library-directory-name-mismatch", folder, found=str(library.name), allowed=library.name.folder
            )
        elif library.name in self.libraries:
            yield problem("duplicate-library", folder, other=self.libraries[library.name].folder)
        else:
            self.libraries[library.name] = library

    def languages(self, folder: str, files: list[str]) -> Iterator[Problem]:
        """Language files stand right in their folder, each named after its language."""
        for path in files:
            if path.startswith("language/"):
                where = f"{folder}/{path}"
                if LANGUAGE_FILE.fullmatch(path.removeprefix("language/")):
                    yield from self.parsed(where, "invalid-language-file", dict)
                else:
                    yield problem("invalid-language-file", where, reason=MISNAMED)

    def dependencies(self) -> Iterator[Problem]:
        """Whatever is needed must be in the package or known here; the main library must be named in a version."""
        have = self.libraries.keys() | set(self.known)
        main = self.metadata.get("mainLibrary")
        named = dependencies_of(self.metadata, "preloaded")
        if main and all(each.machine_name != main for each in named):
            yield problem("missing-main-library", MAIN, found=main)
        wanted = [(MAIN, each) for kind in DEPENDENCIES for each in dependencies_of(self.metadata, kind)]
        wanted += [(each.folder, need) for each in self.libraries.values() for need in each.everything_needed]
        for where, name in wanted:
            if name not in have:
                is_main = where == MAIN and name.machine_name == main
                yield problem("missing-main-library" if is_main else "missing-required-library", where, found=str(name))

    def builds(self) -> dict[LibraryName, LibraryBuild]:
        """Every byte of what is not recognised read once: held against its checksum, and the libraries' digested."""
        folders = [self.libraries[name].folder for name in self.recognised]
        before = {f"{folder}/{path}" for folder in folders for path in self.folders[folder]}
        digests = {
            f"{each.folder}/{path}": hashlib.sha256()
            for each in self.fresh.values()
            for path in self.folders[each.folder]
        }

        def seen(member: Member, piece: bytes) -> None:
            if member.name in digests:
                digests[member.name].update(piece)

        self.problems.extend(self.reader.verify(seen, before))
        return {
            each.name: LibraryBuild(
                each.name,
                each.version,
                {path: digests[f"{each.folder}/{path}"].hexdigest() for path in self.folders[each.folder]},
            )
            for each in self.fresh.values()
        }

    @property
    def fresh(self) -> dict[LibraryName, LibraryMetadata]:
        """The libraries that were not recognised."""
        return {name: each for name, each in self.libraries.items() if name not in self.recognised}

    def parsed(
        self, where: str, code: str, kind: type | tuple[type, ...], otherwise: str = ""
    ) -> Generator[Problem, None, Any]:
        """The value of a JSON file that must be an object, a list, or either; None where it has a problem."""
        try:
            value = self.reader.json(where, with_nul=where == CONTENT)
        except jsonfile.NotJson as fault:
            yield problem(code, where, reason=fault.reason)
            return None
        except Refused as refused:
            yield from refused.problems
            return None
        if not isinstance(value, kind):
            reason = jsonfile.NOT_A_LIST if kind is list else jsonfile.NOT_AN_OBJECT
            yield problem(otherwise or code, where, reason=reason)
            return None
        return value


def check_package(
    file: BinaryIO,
    *,
    name: str = "",
    known: Collection[LibraryName] = (),
    recognise: Recognise | None = None,
    libraries_only: bool = False,
    limits: PackageLimits = DEFAULT_LIMITS,
) -> Verdict:
    """The verdict over a seekable .h5p file.

    `name` is the file's own name, where it has one; `known` are the libraries that are installed already, and
    `recognise` tells which were judged before. With `libraries_only` no content is looked for or read. Never raises on whatever the file holds; at most `limits.problems`
    problems are told.
    """
    if name and not name.lower().endswith(".h5p"):
        return Verdict((problem("missing-h5p-extension"),))
    try:
        check = _Check(PackageReader(file, limits), known, recognise, libraries_only)
    except Refused as refused:
        return Verdict(refused.problems)
    package = check.run()
    return Verdict(first(check.problems, limits.problems), package)
