"""Packages written: the same content always as the same bytes, so that two exports can be compared by their digest.

Names are sorted, dates and rights fixed. Sound, video and pictures are stored as they are, so that any part of them can
be served without unpacking what stands before it. Compressed bytes are those of one version of zlib.
"""

import json
import zipfile
from collections.abc import Callable, Iterable, Mapping
from typing import Any, BinaryIO

from media.h5p.addons import addons_for
from media.h5p.dependencies import Closure, resolve_dependencies, to_carry
from media.h5p.filtering import filter_content
from media.h5p.library import LibraryName
from media.h5p.problems import Refused, problem
from media.h5p.reader import PackageReader
from media.h5p.validator import CONTENT, MAIN, Package

Source = bytes | tuple[int, Callable[[], Iterable[bytes]]]
"""A file's bytes, or its size and what gives them in pieces."""

FIXED_DATE = (1980, 1, 1, 0, 0, 0)  # the first that a zip can tell
RIGHTS = 0o100644 << 16
UNIX = 3
LEVEL = 6
COMPRESSED_ALREADY = frozenset(
    {"png", "jpg", "jpeg", "gif", "webm", "mp4", "ogg", "mp3", "m4a", "wav", "woff", "woff2"}
)


def export_package(package: Package, reader: PackageReader, out: BinaryIO) -> None:
    """Write an accepted package anew to a seekable file, from its reader.

    The content is filtered, h5p.json names what it really needs, and only those libraries come along, with what their
    editors need. Exporting an export gives the same bytes. Raises Refused where a library is not in the package.
    """
    filtered = filter_content(package.main_library, package.parameters, package.semantics.get)
    used = sorted(
        {*filtered.libraries, *addons_for(filtered.parameters, package.libraries)}
    )  # as an export has them too
    closure = resolve_dependencies(used, package.libraries)
    carried = to_carry(closure, package.libraries)
    if missing := [*closure.missing, *sorted(carried - package.libraries.keys())]:
        raise Refused(*(problem("missing-required-library", MAIN, found=str(name)) for name in missing))
    files: dict[str, Source] = {
        MAIN: as_json(description(package.metadata, closure)),
        CONTENT: as_json(filtered.parameters),
    }
    for name in package.content_files:
        files[name] = copied(reader, name)
    for library in carried:
        folder = package.libraries[library].folder
        for path in package.builds[library].files:
            files[f"{library.folder}/{path}"] = copied(reader, f"{folder}/{path}")
    write_package(files, out)


def write_package(files: Mapping[str, Source], out: BinaryIO) -> None:
    """Write a zip of these files, by name, to a seekable file."""
    with zipfile.ZipFile(out, "w", compresslevel=LEVEL) as zipped:
        for name in sorted(files):
            source = files[name]
            info = zipfile.ZipInfo(name, FIXED_DATE)
            stored = name.rpartition(".")[2].lower() in COMPRESSED_ALREADY
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            info.create_system = UNIX
            info.external_attr = RIGHTS
            info.file_size, pieces = (len(source), [source]) if isinstance(source, bytes) else (source[0], source[1]())
            with zipped.open(info, "w") as file:
                for piece in pieces:
                    file.write(piece)


def copied(reader: PackageReader, name: str) -> Source:
    """A member of another package."""
    return reader.members[name].size, lambda: reader.stream(name)


def description(metadata: Mapping[str, Any], closure: Closure) -> dict[str, Any]:
    """h5p.json: what it says, and by kind the libraries that are really needed; the main one is among the preloaded.

    A kind without any is left out, since H5P's PHP core refuses a list with nothing in it.
    """
    kinds = {"preloaded": closure.preloaded, "dynamic": closure.dynamic, "editor": closure.editor}
    keys = {kind: f"{kind}Dependencies" for kind in kinds}
    kept = {key: value for key, value in metadata.items() if key not in keys.values()}
    return kept | {keys[kind]: [_named(name) for name in names] for kind, names in kinds.items() if names}


def _named(name: LibraryName) -> dict[str, Any]:
    return {"machineName": name.machine_name, "majorVersion": name.major, "minorVersion": name.minor}


def as_json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False).encode()
