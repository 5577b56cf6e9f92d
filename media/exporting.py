"""A content written as an .h5p file: from its package, and the builds of its libraries that are in use now."""

from __future__ import annotations

import json
from contextlib import ExitStack
from typing import BinaryIO

from media import keeping, libraries
from media.h5p import (
    LibraryMetadata,
    LibraryName,
    Refused,
    resolve_dependencies,
    write_package,
)
from media.h5p.dependencies import to_carry
from media.h5p.exporting import Source, as_json, copied, description
from media.h5p.problems import problem
from media.h5p.validator import CONTENT, MAIN
from media.models import ContentVersion, LibraryBuild
from media.preparing import prepared


def export_content(version: ContentVersion, out: BinaryIO) -> None:
    """Write a version to a seekable file: filtered content, what it needs and what that needs in an editor. The same
    version on the same builds gives the same bytes. Raises Refused where a library is no longer here."""
    made = prepared(version)
    here = libraries.approved()
    known: dict[LibraryName, LibraryMetadata] = {name: libraries.build(each).metadata for name, each in here.items()}
    closure = resolve_dependencies(sorted(LibraryName.parse(each) for each in made.used), known)
    needed = to_carry(closure, known)
    if missing := [*closure.missing, *sorted(needed - known.keys())]:
        raise Refused(*(problem("missing-required-library", MAIN, found=str(name)) for name in missing))
    with ExitStack() as stack:
        package = stack.enter_context(keeping.package(version.package))
        files: dict[str, Source] = {
            MAIN: as_json(description(version.metadata, closure)),
            CONTENT: as_json(json.loads(made.parameters)),
        }
        for name in package.members:
            if name.startswith("content/") and name != CONTENT:
                files[name] = copied(package, name)
        for row in LibraryBuild.objects.filter(digest__in=[here[name] for name in needed]).select_related("library"):
            reader = stack.enter_context(keeping.package(row.package))
            for path in row.files:
                files[f"{row.library.name.folder}/{path}"] = copied(reader, f"{row.folder}/{path}")
        write_package(files, out)
