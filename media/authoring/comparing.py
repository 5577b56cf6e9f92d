"""What an editor is shown before saying yes to a new version: what is different, and what becomes of what people have done."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from media import keeping, libraries
from media.authoring.asked import asked_of_author, root
from media.h5p.changes import Change, changes
from media.h5p.notes import Note, notes
from media.models import ContentAttempt, ContentVersion, Library
from media.preparing import prepared

MOST = 300


@dataclass(frozen=True, slots=True)
class Comparison:
    """`changes` by label, the names of files, and of libraries; `begun` is how many attempts the older one has."""

    changes: tuple[Change, ...]
    more: int
    files: dict[str, list[str]]
    libraries: dict[str, list[str]]
    begun: int

    @property
    def is_empty(self) -> bool:
        return not (self.changes or any(self.files.values()) or any(self.libraries.values()))


def compare(old: ContentVersion, new: ContentVersion) -> Comparison:
    """How two versions of a content differ."""
    found = changes(root(new.main), part_of(old), part_of(new), asked_of_author())
    return Comparison(
        changes=found[:MOST],
        more=max(0, len(found) - MOST),
        files=_apart(_files(old), _files(new)),
        libraries=_apart(_libraries(old), _libraries(new)),
        begun=ContentAttempt.objects.filter(version=old).count(),
    )


def part_of(version: ContentVersion) -> dict[str, Any]:
    """A version as content in content is written."""
    made = prepared(version)
    return {"library": made.main, "params": json.loads(made.parameters), "metadata": made.metadata}


def notes_on(version: ContentVersion) -> tuple[Note, ...]:
    """What may keep somebody from it."""
    return notes(root(version.main), part_of(version), asked_of_author())


def _files(version: ContentVersion) -> dict[str, Any]:
    with keeping.package(version.package) as package:
        inside = {name: each for name, each in package.members.items() if name.startswith("content/")}
        names = {name.removeprefix("content/"): (each.size, each.checksum) for name, each in inside.items()}
    return {name: told for name, told in names.items() if name != "content.json"}


def _libraries(version: ContentVersion) -> dict[str, Any]:
    here = {str(name): digest for name, digest in libraries.approved().items()}
    return {name: here.get(name) for name in prepared(version).used}


def _apart(old: dict[str, Any], new: dict[str, Any]) -> dict[str, list[str]]:
    return {
        "added": sorted(new.keys() - old.keys()),
        "removed": sorted(old.keys() - new.keys()),
        "changed": sorted(name for name in old.keys() & new.keys() if old[name] != new[name]),
    }


def types_to_write() -> QuerySet[Library]:
    """The content types that are here and may be used for new content."""
    return Library.objects.filter(runnable=True, restricted=False, approved__isnull=False)


def newer_types(version: ContentVersion) -> list[Library]:
    """Later versions of a version's type."""
    found = types_to_write().filter(machine_name=version.main.machine_name)
    return [each for each in found if each.name > version.main.name]
