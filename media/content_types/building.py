"""Makes .h5p files: each exercise, in each language, with the libraries that it needs and no others.

The same files always give the same bytes (`media.h5p.write_package`), and nothing leaves here that the validator refuses.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from media.content_types.contents import CONTENTS, Content, contents
from media.content_types.libraries import libraries, library_files, raw_semantics
from media.h5p import (
    Refused,
    check_package,
    filter_content,
    parse_semantics,
    resolve_dependencies,
    write_package,
)
from media.h5p.exporting import as_json, description


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
    closure = resolve_dependencies(filtered.libraries, libraries())
    files = {
        "h5p.json": as_json(description(_metadata(content), closure)),
        "content/content.json": as_json(filtered.parameters),
        **{f"content/{path}": place.read_bytes() for path, place in content.pictures.items()},
    }
    for name in closure.preloaded:
        files |= library_files(name)
    out = io.BytesIO()
    write_package(files, out)
    if problems := check_package(out).problems:
        raise Refused(*problems)
    return out.getvalue()


def _metadata(content: Content) -> dict[str, Any]:
    """What h5p.json says beside the libraries."""
    return {
        "title": content.title,
        "language": content.language,
        "defaultLanguage": content.language,
        "mainLibrary": content.library.machine_name,
        "embedTypes": ["iframe"],
        "license": "U",
        "licenseExtras": "BSD-3-Clause",
        "authors": [{"name": "Diogel", "role": "Author"}],
    }
