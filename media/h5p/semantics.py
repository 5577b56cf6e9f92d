"""What a library lets its content hold: semantics.json as typed fields, read leniently, since a package brings it along.

A field without a name or of a kind that H5P does not know is left out, and with it whatever content holds there.
Patterns (`regexp`) are not read: they are the package's own, may take for ever, and guard against mistakes, not attacks.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

KINDS = frozenset(
    {"text", "number", "boolean", "select", "list", "group", "library", "file", "image", "video", "audio"}
)


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `tags` is None for plain text; `options` holds the values of a select or the names of libraries."""

    name: str
    kind: str
    optional: bool = False
    tags: frozenset[str] | None = None
    font: frozenset[str] = frozenset()
    longest: int | None = None
    minimum: float | None = None
    maximum: float | None = None
    step: float | None = None
    decimals: int | None = None
    multiple: bool = False
    options: tuple[str, ...] = ()
    inner: tuple["Field", ...] = ()
    is_sub_content: bool = False
    extra: frozenset[str] = frozenset()


Semantics = tuple[Field, ...]


def parse_semantics(data: Any) -> Semantics:
    """The fields of a semantics.json. Never raises: what is not a field is passed over."""
    return tuple(field for each in _list(data) if (field := parse_field(each)))


def parse_field(data: Any) -> Field | None:
    """One field, or None where it is none; a list without a field for its items is none either."""
    if not isinstance(data, Mapping) or data.get("type") not in KINDS:
        return None
    kind = data["type"]
    inside = data.get("fields") if kind == "group" else [data.get("field")] if kind == "list" else []
    inner = parse_semantics(inside)
    if kind == "list" and not inner:
        return None
    font = data.get("font")
    return Field(
        name=_text(data.get("name")),
        kind=kind,
        optional=data.get("optional") is True,
        tags=frozenset(map(_text, data["tags"])) if isinstance(data.get("tags"), list) else None,
        font=frozenset(name for name, on in font.items() if on) if isinstance(font, Mapping) else frozenset(),
        longest=_whole(data.get("maxLength")),
        minimum=_number(data.get("min")),
        maximum=_number(data.get("max")),
        step=_number(data.get("step")),
        decimals=_whole(data.get("decimals")),
        multiple=data.get("multiple") is True,
        options=_options(data.get("options"), "name" if kind == "library" else "value"),
        inner=inner,
        is_sub_content=data.get("isSubContent") is True,
        extra=frozenset(map(_text, _list(data.get("extraAttributes")))),
    )


def _options(data: Any, key: str) -> tuple[str, ...]:
    """The values of options, which may be texts, objects, or groups of objects."""
    found: list[str] = []
    for each in _list(data):
        if not isinstance(each, Mapping):
            found.append(_text(each))
        elif each.get("type") == "optgroup":
            found.extend(_options(each.get("options"), key))
        elif key in each:
            found.append(_text(each[key]))
    return tuple(found)


def _list(data: Any) -> list[Any]:
    return data if isinstance(data, list) else []


def _text(data: Any) -> str:
    """A name or value as text, numbers too: semantics write 1 and content "1"."""
    return str(data) if isinstance(data, str | int | float) and not isinstance(data, bool) else ""


def _number(data: Any) -> float | None:
    return data if isinstance(data, int | float) and not isinstance(data, bool) else None


def _whole(data: Any) -> int | None:
    return data if isinstance(data, int) and not isinstance(data, bool) and data >= 0 else None
