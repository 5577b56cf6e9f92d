"""The fields of a build as they are asked for, read from its semantics and its language files.

Kept in the process by digest: builds never change.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from media import keeping
from media.h5p.asking import Prompts, prompts
from media.models import LibraryBuild

KEPT = 500


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
