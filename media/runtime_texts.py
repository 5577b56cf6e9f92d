"""What H5P types say to learners, in Welsh: as editors wrote it here, else as the type has it, else by our own list.

Used wherever a Welsh content still has the English that its type came with (`media.h5p.overlay`). Our list goes by the English
and waits for a translator, as what editors write does until somebody says that one has read it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from django.db import transaction
from ruamel.yaml import YAML

from media import libraries
from media.asking import asked_by
from media.h5p import LibraryName
from media.h5p.asking import runtime_texts
from media.h5p.entries import PromptsOf
from media.h5p.overlay import overlaid
from media.models import ContentVersion, RuntimeText
from people.models import User

LIST = Path(__file__).parent / "runtime_texts.yaml"
KEPT = 500


def in_welsh(main: LibraryName, parameters: Any, asked: PromptsOf) -> Any:
    """A Welsh content with what its types say in Welsh; `asked` tells the types' English."""
    here = libraries.approved()
    return overlaid(main, parameters, asked, lambda name: words(name.machine_name, here[name]) if name in here else {})


def words(machine_name: str, digest: str) -> dict[str, str]:
    """The Welsh of a build's texts, by path, where there is any."""
    english = said_in_english(digest)
    rows = RuntimeText.objects.filter(machine_name=machine_name)
    written = {row.path: row.welsh for row in rows if english.get(row.path) == row.english}
    return {**known(digest), **written}


@lru_cache(maxsize=KEPT)
def known(digest: str) -> Mapping[str, str]:
    """The Welsh that comes with a build, or stands in our list."""
    theirs, ours = runtime_texts(asked_by(digest, "cy")), listed()
    told = {path: (theirs.get(path, said), said) for path, said in said_in_english(digest).items()}
    found = {path: welsh if welsh != said else ours.get(said, "") for path, (welsh, said) in told.items()}
    return {path: welsh for path, welsh in found.items() if welsh}


@lru_cache(maxsize=KEPT)
def said_in_english(digest: str) -> Mapping[str, str]:
    """What a build says to learners, by path."""
    return runtime_texts(asked_by(digest, "en"))


@cache
def listed() -> Mapping[str, str]:
    """Our own list: Welsh by English."""
    return dict(YAML(typ="safe", pure=True).load(LIST.read_text()))


@transaction.atomic
def write(machine_name: str, path: str, english: str, welsh: str, *, read: bool, by: User) -> None:
    """Keep what an editor wrote, or forget it where nothing is left; contents that say it are prepared anew."""
    if welsh:
        told = {"english": english, "welsh": welsh, "awaits_translator": not read, "made_by": by}
        RuntimeText.objects.update_or_create(machine_name=machine_name, path=path, defaults=told)
    else:
        RuntimeText.objects.filter(machine_name=machine_name, path=path).delete()
    speaking = ContentVersion.objects.filter(language="cy", libraries__machine_name=machine_name)
    ContentVersion.objects.filter(pk__in=speaking.values("pk")).update(prepared="")
