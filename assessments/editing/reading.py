"""What was posted, as the type is stored. Nothing is refused here: what cannot be right stays as it was typed, and is told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from msgspec import inspect

from assessments.editing.entries import ADDRESS, PAIR, is_own_id, join, plain
from assessments.questions.texts import readable

MOST_ROWS = 60
LONGEST = 5_100  # letters; a little more than a text may have, so that one too long is told and not cut

Posted = Mapping[str, str]


def struct_from(kind: inspect.StructType, posted: Posted, at: str = "") -> dict[str, Any]:
    """Fields that were left empty and may be are left out."""
    found: dict[str, Any] = {}
    for each in kind.fields:
        path = join(at, each.encode_name)
        value = value_from(each.type, posted, path)
        if value is not None and (each.required or not is_empty(value)):
            found[each.encode_name] = value
    return found


def value_from(kind: inspect.Type, posted: Posted, at: str) -> Any:
    kind = plain(kind)
    if kind == PAIR:
        return {code: typed(posted, f"{at}.{code}").replace("\r\n", "\n") for code in ("en", "cy")}
    if kind == ADDRESS:
        return address_from(posted, at)
    if isinstance(kind, inspect.StructType):
        return struct_from(kind, posted, at)
    if isinstance(kind, inspect.ListType):
        return list_from(kind, posted, at)
    text = typed(posted, at).strip()
    return text or str(uuid4()) if is_own_id(kind, at) else simple_from(kind, text)


def typed(posted: Posted, at: str) -> str:
    return readable(posted.get(at, ""))[:LONGEST]


def address_from(posted: Posted, at: str) -> Any:
    """One address where only one is given, or both are the same."""
    given = {code: typed(posted, f"{at}.{code}").strip() for code in ("en", "cy")}
    alone = given["en"] == given["cy"] or not all(given.values())
    return (given["en"] or given["cy"]) if alone else given


def list_from(kind: inspect.ListType, posted: Posted, at: str) -> list[Any]:
    inside = plain(kind.item_type)
    if not isinstance(inside, inspect.StructType):
        return [line.strip() for line in typed(posted, at).splitlines() if line.strip()]
    rows = [
        value_from(inside, posted, f"{at}.{place}")
        for place in range(rows_of(posted, at))
        if not leaves(posted, at, place)
    ]
    return [row for row in rows if not is_empty(row)]


def rows_of(posted: Posted, at: str) -> int:
    count = posted.get(f"{at}.rows", "")
    return min(int(count), MOST_ROWS) if count.isascii() and count.isdigit() and len(count) < 4 else 0


def leaves(posted: Posted, at: str, place: int) -> bool:
    """Whether a row is to be taken out."""
    return f"{at}.{place}.leaves" in posted


def simple_from(kind: inspect.Type, text: str) -> Any:
    match kind:
        case inspect.BoolType():
            return bool(text)
        case inspect.IntType() | inspect.FloatType():
            return number_from(text)
        case inspect.DictType():
            return counts_from(text)
        case _:
            return text or None


def number_from(text: str) -> Any:
    """A number, or the text as it was typed, which the type then refuses."""
    try:
        return int(text) if text else None
    except ValueError:
        pass
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return text


def counts_from(text: str) -> dict[str, Any]:
    """Lines such as `2: 6`."""
    parts = (line.partition(":") for line in text.splitlines() if line.strip())
    return {key.strip(): number_from(value.strip()) for key, _colon, value in parts}


def is_empty(value: Any) -> bool:
    """Whether nothing was written in it: ids and boxes apart, which are never what somebody wrote."""
    if isinstance(value, dict):
        return all(is_empty(each) for name, each in value.items() if name != "id")
    if isinstance(value, list):
        return not value
    return value in ("", None, False)
