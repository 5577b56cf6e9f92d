"""The libraries in this folder, read as the validator reads those of a package: a folder is a library."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from media.h5p import LibraryMetadata, LibraryName

HERE = Path(__file__).parent
LANGUAGES = ("en", "cy")


@cache
def libraries() -> dict[LibraryName, LibraryMetadata]:
    """What every library.json here says."""
    found = (LibraryMetadata.from_json(_json(path), path.parent.name) for path in sorted(HERE.glob("*/library.json")))
    return {each.name: each for each in found}


def library_files(name: LibraryName) -> dict[str, bytes]:
    """A library's files, named as in a package."""
    folder = HERE / name.folder
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {f"{name.folder}/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in paths}


@cache
def raw_semantics(name: LibraryName) -> list[dict[str, Any]]:
    """A library's fields as semantics.json has them; the base library has none."""
    path = HERE / name.folder / "semantics.json"
    return list(_json(path)) if path.exists() else []


@cache
def words(name: LibraryName, language: str) -> dict[str, str]:
    """What stands on buttons and in messages in a language: the defaults of the field `l10n`."""
    fields = raw_semantics(name)
    translated = _json(HERE / name.folder / "language" / f"{language}.json")["semantics"]
    at = next(place for place, field in enumerate(fields) if field["name"] == "l10n")
    pairs = zip(fields[at]["fields"], translated[at]["fields"], strict=True)
    return {field["name"]: told["default"] for field, told in pairs}


def _json(path: Path) -> Any:
    return json.loads(path.read_bytes())
