"""Makes .h5p files: each exercise, in each language, with the libraries that it needs and no others.

The same files always give the same bytes (`media.h5p.write_package`), and nothing leaves here that the validator refuses.
"""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from media.content_types.contents import CONTENTS, Content, contents
from media.content_types.libraries import libraries, library_files, raw_semantics
from media.h5p import (
    LibraryName,
    Refused,
    check_package,
    filter_content,
    parse_semantics,
    resolve_dependencies,
    write_package,
)


@dataclass(frozen=True)
class Built:
    """A package, and the exercise that it holds."""

    content: Content
    raw: bytes

    @property
    def file_name(self) -> str:
        return f"{self.content.name}.{self.content.language}.h5p"


def build(folder: Path = CONTENTS) -> Iterator[Built]:
    """Every exercise of a folder as a package. Raises ContentError, or Refused where the validator says no."""
    for content in contents(folder):
        yield Built(content, package_of(content))


def package_of(content: Content) -> bytes:
    """One exercise as the bytes of a .h5p file."""
    filtered = filter_content(content.library, content.parameters, lambda name: parse_semantics(raw_semantics(name)))
    needed = resolve_dependencies(filtered.libraries, libraries()).preloaded
    files = {
        "h5p.json": _json(_description(content, needed)),
        "content/content.json": _json(filtered.parameters),
        **{f"content/{path}": place.read_bytes() for path, place in content.pictures.items()},
    }
    for name in needed:
        files |= library_files(name)
    out = io.BytesIO()
    write_package(files, out)
    if problems := check_package(out).problems:
        raise Refused(*problems)
    return out.getvalue()


def _description(content: Content, needed: tuple[LibraryName, ...]) -> dict[str, Any]:
    """What h5p.json says."""
    return {
        "title": content.title,
        "language": content.language,
        "defaultLanguage": content.language,
        "mainLibrary": content.library.machine_name,
        "embedTypes": ["iframe"],
        "license": "U",
        "licenseExtras": "BSD-3-Clause",
        "authors": [{"name": "Diogel", "role": "Author"}],
        "preloadedDependencies": [
            {"machineName": name.machine_name, "majorVersion": name.major, "minorVersion": name.minor}
            for name in needed
        ],
    }


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1).encode()
