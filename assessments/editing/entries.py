"""What a form asks for, worked out from a struct's type and what stands in it: fields, groups, rows of groups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from msgspec import inspect

from assessments.editing.words import label_of
from assessments.questions.texts import AddressPair, Bilingual, Id

PAIR = inspect.type_info(Bilingual)
ID = inspect.type_info(Id)
ADDRESS = inspect.type_info(AddressPair)
FIRST = ("case", "more", "prompt")  # as a learner reads a question; what else it has keeps its order after these
LAST = len(FIRST)


@dataclass(frozen=True)
class Entry:
    """One thing to fill in. `sort`: text, pair, number, yes, lines, choice, group, rows or unseen; `path` is its name in the form."""

    sort: str
    path: str
    label: str
    value: Any = ""
    children: list[Entry] = field(default_factory=list)
    rows: list[list[Entry]] = field(default_factory=list)
    offered: list[tuple[str, str]] = field(default_factory=list)
    is_long: bool = False
    language: str = ""
    errors: list[str] = field(default_factory=list)
    waits: bool = False  # a text that is still to be written

    @property
    def key(self) -> str:
        """The path as an id on the page."""
        return self.path.replace(".", "-")


@dataclass(frozen=True)
class Remarks:
    """By path: what is wrong there, and what waits to be written."""

    errors: Mapping[str, list[str]] = field(default_factory=dict)
    waiting: frozenset[str] = frozenset()


def entries_of(kind: inspect.StructType, stored: Mapping[str, Any], at: str, remarks: Remarks) -> list[Entry]:
    """The fields of a struct. Ids that are made by themselves go along unseen."""
    ordered = sorted(kind.fields, key=lambda each: FIRST.index(each.encode_name) if each.encode_name in FIRST else LAST)
    return [entry_of(each.type, stored.get(each.encode_name), join(at, each.encode_name), remarks) for each in ordered]


def join(at: str, name: str) -> str:
    return f"{at}.{name}" if at else name


def entry_of(kind: inspect.Type, value: Any, at: str, remarks: Remarks) -> Entry:
    kind = plain(kind)
    if is_own_id(kind, at):
        return Entry("unseen", at, "", value or "")
    common: dict[str, Any] = {"path": at, "label": label_of(at), "errors": list(remarks.errors.get(at, []))}
    if kind == PAIR:
        return pair(value, at, remarks, common)
    if kind == ADDRESS and isinstance(value, str):
        value = {"en": value}  # one address for both
    if isinstance(kind, inspect.StructType):
        inside = value if isinstance(value, Mapping) else {}
        return Entry("group", children=entries_of(kind, inside, at, remarks), **common)
    if isinstance(kind, inspect.ListType):
        return list_entry(kind, value or [], at, remarks, common)
    return simple(kind, value, common)


def is_own_id(kind: inspect.Type, at: str) -> bool:
    """Whether it is what a row is known by, rather than what it belongs to."""
    return kind == ID and at.rpartition(".")[2] == "id"


def plain(kind: inspect.Type) -> inspect.Type:
    """What is asked for where something may be left out, or be written in one of two ways: then the fuller one."""
    if isinstance(kind, inspect.Metadata):
        return plain(kind.type)
    if isinstance(kind, inspect.UnionType):
        structs = [each for each in kind.types if isinstance(each, inspect.StructType)]
        others = [each for each in kind.types if not isinstance(each, inspect.NoneType)]
        return plain((structs or others)[0])
    return kind


def pair(value: Any, at: str, remarks: Remarks, common: dict[str, Any]) -> Entry:
    """The two languages of a text: what it is stands over both, and which language at each."""
    texts = value if isinstance(value, Mapping) else {}
    sides = [
        Entry(
            "text",
            f"{at}.{code}",
            name,
            texts.get(code, ""),
            language=code,
            is_long=True,
            errors=list(remarks.errors.get(f"{at}.{code}", [])),
            waits=f"{at}.{code}" in remarks.waiting,
        )
        for code, name in (("en", "English"), ("cy", "Cymraeg"))
    ]
    return Entry("pair", children=sides, **common)


def list_entry(kind: inspect.ListType, value: Any, at: str, remarks: Remarks, common: dict[str, Any]) -> Entry:
    inside = plain(kind.item_type)
    if not isinstance(inside, inspect.StructType) or inside == PAIR:
        return listed_texts(inside, value, at, remarks, common)
    least = max(len(value), kind.min_length or 0)
    rows = [
        entries_of(inside, value[place] if place < len(value) else {}, f"{at}.{place}", remarks)
        for place in range(least)
    ]
    return Entry("rows", rows=rows, **common)


def listed_texts(inside: inspect.Type, value: Any, at: str, remarks: Remarks, common: dict[str, Any]) -> Entry:
    """Pairs row by row; single lines one beneath the other in one field."""
    if inside == PAIR:
        rows = [[entry_of(inside, each, f"{at}.{place}", remarks)] for place, each in enumerate(value)]
        return Entry("rows", rows=rows, **common)
    text = value if isinstance(value, str) else "\n".join(map(str, value))
    return Entry("lines", value=text, is_long=True, **common)


def simple(kind: inspect.Type, value: Any, common: dict[str, Any]) -> Entry:
    match kind:
        case inspect.BoolType():
            return Entry("yes", value=bool(value), **common)
        case inspect.IntType() | inspect.FloatType():
            return Entry("number", value="" if value is None else value, **common)
        case inspect.LiteralType():
            return Entry(
                "choice", value=value, offered=[(str(each), label_of(str(each))) for each in kind.values], **common
            )
        case inspect.DictType():
            text = (
                value if isinstance(value, str) else "\n".join(f"{key}: {each}" for key, each in (value or {}).items())
            )
            return Entry("lines", value=text, is_long=True, **common)
        case _:
            return Entry("text", value=value or "", **common)
