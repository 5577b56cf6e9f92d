"""What authors are asked for by the libraries that are here: in the author's language, with defaults in the content's.

Read from a build's semantics and its language files, and kept in the process by digest: builds never change.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.utils.translation import get_language

from media import keeping, libraries
from media.h5p import Field, LibraryName
from media.h5p.asking import Prompt, Prompts, prompts
from media.h5p.entries import PromptsOf
from media.models import Library, LibraryBuild

KEPT = 500


def asked_in(language: str) -> PromptsOf:
    """The fields of each library that is here, in the words of a language file, where the library has one."""
    here = libraries.approved()

    def of(name: LibraryName) -> Prompts | None:
        return asked_by(here[name], language) if name in here else None

    return of


def asked_of_author() -> PromptsOf:
    """With labels in the language that the author reads."""
    return asked_in((get_language() or "en")[:2])


@lru_cache(maxsize=KEPT)
def asked_by(digest: str, language: str) -> Prompts:
    """A build's fields. In English they are as the semantics have them."""
    row = LibraryBuild.objects.get(digest=digest)
    return prompts(row.semantics, None if language == "en" else translation(row, language))


def translation(row: LibraryBuild, language: str) -> Any:
    """A build's language file; None where it has none."""
    path = f"language/{language}.json"
    if path not in row.files:
        return None
    with keeping.package(row.package) as package:
        return package.json(f"{row.folder}/{path}")


def root(library: Library) -> Prompt:
    """A whole content as one field: a part of this type."""
    field = Field(name="content", kind="library", options=(str(library.name),))
    return Prompt(by=field, label=library.title)
