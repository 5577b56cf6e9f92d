"""Who made what in a content, and under which licence: the content itself, its files, and the libraries it runs on.

Read from filtered content, so that every text is one that a page may show after unescaping it. What says nothing of its
licence is listed too: whoever publishes it has to know.
"""

import html
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from media.h5p.library import LibraryMetadata

UNDISCLOSED = "U"


@dataclass(frozen=True, slots=True)
class Licensed:
    """One work: `kind` is content, file or library; `licence` is H5P's code with its version, `U` where nothing is said."""

    kind: str
    what: str
    title: str
    licence: str
    makers: tuple[str, ...]
    source: str

    @property
    def is_disclosed(self) -> bool:
        """Whether a licence is told."""
        return self.licence != UNDISCLOSED


def licences(
    metadata: Mapping[str, Any], parameters: Any, libraries: Iterable[LibraryMetadata]
) -> tuple[Licensed, ...]:
    """Every work in a content, each told once: first the content, then what is in it, then the libraries."""
    found = [_described("content", "", metadata), *_inside(parameters), *map(_library, libraries)]
    return tuple(dict.fromkeys(found))


def _inside(value: Any) -> Iterator[Licensed]:
    """Content in content, and files, however deep."""
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(reversed(value))
        elif isinstance(value, dict):
            if isinstance(value.get("library"), str) and isinstance(value.get("metadata"), dict):
                yield _described("content", value["library"], value["metadata"])
            if isinstance(value.get("path"), str):
                yield _file(value)
            waiting.extend(inner for key, inner in reversed(value.items()) if key not in {"metadata", "copyright"})


def _described(kind: str, what: str, metadata: Mapping[str, Any]) -> Licensed:
    authors = metadata.get("authors") or ()
    makers = tuple(plain(each["name"]) for each in authors if isinstance(each, dict) and each.get("name"))
    title, source = plain(metadata.get("title")), plain(metadata.get("source"))
    return Licensed(kind, what, title, _licence(metadata, "licenseVersion"), makers, source)


def _file(value: Mapping[str, Any]) -> Licensed:
    told = value.get("copyright") if isinstance(value.get("copyright"), dict) else {}
    assert isinstance(told, dict)  # noqa: S101 - for the type checker
    makers = (plain(told["author"]),) if told.get("author") else ()
    return Licensed(
        "file",
        plain(value["path"]),
        plain(told.get("title")),
        _licence(told, "version"),
        makers,
        plain(told.get("source")),
    )


def _library(library: LibraryMetadata) -> Licensed:
    raw = library.raw
    licence = raw.get("license")
    makers = (raw["author"],) if isinstance(raw.get("author"), str) and raw["author"] else ()
    return Licensed(
        "library",
        str(library.name),
        library.title,
        licence if isinstance(licence, str) and licence else UNDISCLOSED,
        makers,
        "",
    )


def _licence(told: Mapping[str, Any], version: str) -> str:
    """The code, with its version where there is one."""
    code, number = plain(told.get("license")) or UNDISCLOSED, plain(told.get(version))
    return f"{code} {number}" if number and number != "-" and code != UNDISCLOSED else code


def plain(text: Any) -> str:
    """A filtered text without its entities."""
    return html.unescape(text) if isinstance(text, str) else ""
