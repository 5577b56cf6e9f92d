"""What the model says about each key of the format, beside its type.

Every section of the model is a frozen dataclass; each field is a key of the file and carries a `Key` in its
annotation: what it means, and whether a scenario needs it to run or to be published. The reader, the
reference page and the studio's help all look here, so they cannot disagree.
"""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, fields
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Annotated, TypeVar, get_args, get_origin, get_type_hints

K = TypeVar("K")
V = TypeVar("V")


class Origin(Enum):
    """Where the value of a field comes from."""

    WRITTEN = "written under this key"
    MAPPING_KEY = "the key of the mapping that the section stands in"
    WORKED_OUT = "worked out by the reader, never written"


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what it means, in words, and what needs it.

    `name` is the key as written where Python will not have it as a name (`from`, `not`);
    `default` says in words what an absent key means where the bare value would not; `least` and `most` bound a whole
    number, each number of a mapping of numbers, or how many a list or another mapping may have.
    """

    meaning: str = ""
    run: bool = False
    publish: bool = False
    name: str = ""
    default: str = ""
    least: int | None = None
    most: int | None = None
    origin: Origin = Origin.WRITTEN


@dataclass(frozen=True, slots=True)
class KeyOfSection:
    """A key with the field it fills: the field's name and its type, as the reader reads it."""

    field: str
    written: str
    hint: object
    key: Key
    has_default: bool


def keys_of(section: type) -> Mapping[str, KeyOfSection]:
    """All fields of a section by the key as written, in the model's order."""
    return _keys_of(section)


def written_in(section: type) -> Mapping[str, KeyOfSection]:
    """Those of them that stand in a file."""
    return _written_in(section)


@cache
def _written_in(section: type) -> Mapping[str, KeyOfSection]:
    keys = _keys_of(section).items()
    return MappingProxyType({name: key for name, key in keys if key.key.origin is Origin.WRITTEN})


@cache
def _keys_of(section: type) -> Mapping[str, KeyOfSection]:
    return MappingProxyType({each.written: each for each in _keys(section)})


def _keys(section: type) -> Iterator[KeyOfSection]:
    hints = get_type_hints(section, include_extras=True)
    for field in fields(section):
        hint, key = _apart(hints[field.name])
        yield KeyOfSection(field.name, key.name or field.name, hint, key, _has_default(field))


def _apart(hint: object) -> tuple[object, Key]:
    if get_origin(hint) is Annotated:
        bare, *extras = get_args(hint)
        found = [extra for extra in extras if isinstance(extra, Key)]
        return bare, found[0] if found else Key()
    return hint, Key()


def _has_default(field: "Field[object]") -> bool:
    return field.default is not MISSING or field.default_factory is not MISSING


def nothing() -> "Mapping[K, V]":
    """An empty read-only mapping: what an absent section is."""
    return MappingProxyType({})
