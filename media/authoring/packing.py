"""A draft written as a package: what its author sees is what is taken in, by the one door that all packages come through."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from io import SEEK_END
from typing import Any, BinaryIO

from media import keeping, libraries
from media.h5p import LibraryMetadata, LibraryName, filter_content, resolve_dependencies, write_package
from media.h5p.descriptions import METADATA
from media.h5p.exporting import Source, as_json, copied, description
from media.h5p.semantics import Semantics
from media.h5p.storage import PIECE
from media.h5p.validator import CONTENT, MAIN
from media.models import ContentDraft
from media.preparing import prepared

TOLD = frozenset(field.name for field in METADATA)


def pack(draft: ContentDraft, out: BinaryIO) -> None:
    """Write the draft to a seekable file. Its libraries are here, so that none need come along."""
    here = libraries.approved()

    def semantics_of(name: LibraryName) -> Semantics | None:
        return libraries.build(here[name]).semantics if name in here else None

    part = draft.part
    filtered = filter_content(draft.main.name, part.get("params"), semantics_of)
    known: dict[LibraryName, LibraryMetadata] = {name: libraries.build(each).metadata for name, each in here.items()}
    closure = resolve_dependencies(filtered.libraries, known)
    files: dict[str, Source] = {
        MAIN: as_json(description(metadata(draft), closure)),
        CONTENT: as_json(filtered.parameters),
    }
    with ExitStack() as stack:
        files |= _new(draft, filtered.parameters)
        files |= _kept(draft, filtered.parameters, stack)
        write_package(files, out)


def metadata(draft: ContentDraft) -> dict[str, Any]:
    """What h5p.json says of the content: as its author wrote it, beside what an earlier version said."""
    earlier = draft.based_on.metadata if draft.based_on else {}
    kept = {key: value for key, value in earlier.items() if key not in TOLD}
    told = unescaped(draft.part.get("metadata", {}))
    ours = {"language": draft.language, "defaultLanguage": draft.language, "mainLibrary": draft.main.machine_name}
    return {"embedTypes": ["iframe"], "license": "U", "title": draft.content.title, **kept, **told, **ours}


def _new(draft: ContentDraft, parameters: Any) -> dict[str, Source]:
    """The files that were put in with the form, as far as the content still names them."""
    named = set(paths(parameters))
    made: dict[str, Source] = {}
    for path, key in draft.files.items():
        if path in named:
            with keeping.packages().open(key) as file:
                made[f"content/{path}"] = file.seek(0, SEEK_END), partial(_pieces, key)
    return made


def _pieces(key: str) -> Iterator[bytes]:
    with keeping.packages().open(key) as file:
        while piece := file.read(PIECE):
            yield piece


def _kept(draft: ContentDraft, parameters: Any, stack: ExitStack) -> dict[str, Source]:
    """The files of the version that it was made from, but for those that only that version named."""
    if draft.based_on is None:
        return {}
    package = stack.enter_context(keeping.package(draft.based_on.package))
    gone = set(paths(json.loads(prepared(draft.based_on).parameters))) - set(paths(parameters))
    gone_names = {CONTENT, *(f"content/{path}" for path in gone)}
    names = [each for each in package.members if each.startswith("content/") and each not in gone_names]
    return {name: copied(package, name) for name in names}


def paths(value: Any) -> Iterator[str]:
    """Every path that a content names, wherever."""
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            if isinstance(value.get("path"), str):
                yield html.unescape(value["path"])
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def unescaped(value: Any) -> Any:
    """Texts as h5p.json holds them: without entities."""
    if isinstance(value, str):
        return html.unescape(value)
    if isinstance(value, list):
        return [unescaped(each) for each in value]
    if isinstance(value, dict):
        return {key: unescaped(each) for key, each in value.items()}
    return value
