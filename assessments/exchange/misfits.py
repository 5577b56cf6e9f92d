"""Everything in a value that does not fit a type. msgspec tells of the first thing alone; a file is corrected in one go.

What is found is worded as msgspec words it, so that `shapes` knows it, with its place as a path: “.options[1].text.cy”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct
from msgspec.structs import fields

AT = re.compile(r" - at `(?:key in )?\$(?P<path>[^`]*)`$")


def misfits(value: Any, kind: Any, at: str = "") -> list[tuple[str, str]]:
    """Path and words of each; nothing where the value fits."""
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as fault:
        return [*_inside(value, kind, at)] or [_told(str(fault), at)]
    return []


def _told(said: str, at: str) -> tuple[str, str]:
    found = AT.search(said)
    return (at + found["path"], said[: found.start()]) if found else (at, said)


def _inside(value: Any, kind: Any, at: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict) and (struct := _struct(value, kind)):
        yield from _of_fields(value, struct, at)
    elif isinstance(value, list) and (each_kind := _of_each(kind)):
        for place, each in enumerate(value):
            yield from misfits(each, each_kind, f"{at}[{place}]")


def _of_fields(value: dict[Any, Any], struct: type[Struct], at: str) -> Iterator[tuple[str, str]]:
    kinds, own = get_type_hints(struct, include_extras=True), {each.encode_name: each for each in fields(struct)}
    for name in own:
        if own[name].required and name not in value:
            yield at, f"Object missing required field `{name}`"
    for name in value:
        if name in own:
            yield from misfits(value[name], kinds[own[name].name], f"{at}.{name}")
        elif name != struct.__struct_config__.tag_field and struct.__struct_config__.forbid_unknown_fields:
            yield at, f"Object contains unknown field `{name}`"


def _alone(kind: Any) -> Any:
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def _struct(value: dict[Any, Any], kind: Any) -> type[Struct] | None:
    """Which of the structs that may stand here is meant: the one of this tag, where they have tags."""
    kind = _alone(kind)
    found = [each for each in (kind, *get_args(kind)) if isinstance(each, type) and issubclass(each, Struct)]
    tagged = [each for each in found if value.get(each.__struct_config__.tag_field or "") == each.__struct_config__.tag]
    return next(iter(tagged), found[0] if len(found) == 1 else None)


def _of_each(kind: Any) -> Any:
    """What each thing in a list has to be; None where no list may stand here."""
    kind = _alone(kind)
    return get_args(kind)[0] if get_origin(kind) is list else None
