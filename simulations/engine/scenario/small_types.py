"""Reading the small types: texts, ids, durations, ages, days, whole numbers, yes and no.

Each function takes a node, where it stands and the notebook, and gives the value, or UNREADABLE after noting why.
"""

import re
from datetime import date
from enum import StrEnum
from typing import Final, Literal, cast

from simulations.engine.scenario.keys import Key
from simulations.engine.scenario.nodes import Mapped, Node, Scalar, quoted
from simulations.engine.scenario.notebook import Notebook, Use, listed, nearest
from simulations.engine.scenario.values import Age, Day, Duration, Text, VariantId
from simulations.engine.scenario.vocabulary import Language, words_of


class Unreadable:
    """What a reader gives for something it could not make sense of, once the problem is noted."""


UNREADABLE: Final = Unreadable()

ID = re.compile(r"[a-z][a-z0-9-]{0,39}")
DURATION = re.compile(r"(?=[0-9])(?:([0-9]{1,2})h)?(?:([0-9]{1,3})m)?(?:([0-9]{1,4})s)?")
AGE = re.compile(r"([0-9]{1,2})([wm]?)")
DAY = re.compile(r"([+-]?[0-9]{1,4})([dwm])")
WHOLE_NUMBER = re.compile(r"-?[0-9]+")
ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

MOST_DIGITS = 9
"""Digits of a whole number that are looked at; more are out of any range."""


def word(node: Node, path: str, notebook: Notebook) -> str | Unreadable:
    """One word or line, as written."""
    if isinstance(node, Scalar) and node.value.strip():
        return node.value.strip()
    notebook.error("wrong-type", path, node.place, expected_en="a word", expected_cy="gair")
    return UNREADABLE


def text(node: Node, path: str, notebook: Notebook) -> Text | Unreadable:
    """A Text: plain, by language, or by variant."""
    read = _text(node, path, notebook)
    if isinstance(read, Text):
        notebook.texts.append((path, read))
    return read


def _text(node: Node, path: str, notebook: Notebook) -> Text | Unreadable:
    if isinstance(node, Scalar):
        return _plain(node, path, notebook)
    if not isinstance(node, Mapped):
        return _not_a_text(node, path, notebook)
    languages = node.entries.keys() & words_of(Language)
    variants = node.entries.keys() & set(notebook.variants) - words_of(Language)
    if languages and variants:
        notebook.error("mixed-text", path, node.place)
        return UNREADABLE
    return _by_variant(node, path, notebook) if variants else _by_language(node, path, notebook)


def _plain(node: Scalar, path: str, notebook: Notebook) -> Text | Unreadable:
    if not node.value.strip():
        notebook.error("empty-text", path, node.place)
        return UNREADABLE
    return Text(words=((str(notebook.languages[0]), node.value.strip()),))


def _not_a_text(node: Node, path: str, notebook: Notebook) -> Unreadable:
    notebook.error("wrong-type", path, node.place, "text", expected_en="a text", expected_cy="testun")
    return UNREADABLE


def _by_language(node: Mapped, path: str, notebook: Notebook) -> Text | Unreadable:
    words: dict[str, str] = {}
    for name, entry in node.entries.items():
        if name not in words_of(Language) and isinstance(entry.value, Scalar) and entry.value.is_empty and " " in name:
            # What follows a comma in a text without quotes looks like a key of its own.
            notebook.error("text-with-comma", path, entry.key.place, "text", found=name)
        elif name not in words_of(Language):
            known = [*Language, *notebook.variants]
            unknown_key(name, known, path, notebook, entry.key)
        elif not isinstance(entry.value, Scalar):
            _not_a_text(entry.value, f"{path}.{name}", notebook)
        elif not entry.value.value.strip():
            notebook.error("empty-text", path, entry.value.place)
        else:
            words[name] = entry.value.value.strip()
    if not node.entries:
        return _not_a_text(node, path, notebook)
    if len(words) < len(node.entries):
        return UNREADABLE
    first = notebook.languages[0].value
    if first in words:
        words = {first: words[first], **words}
    return Text(words=tuple(words.items()))


def _by_variant(node: Mapped, path: str, notebook: Notebook) -> Text | Unreadable:
    texts: list[tuple[VariantId, Text]] = []
    for name, entry in node.entries.items():
        if name not in notebook.variants:
            unknown_key(name, list(notebook.variants), path, notebook, entry.key)
            continue
        notebook.at(f"{path}.{name}", entry.value, entry.key.place)
        nested = isinstance(entry.value, Mapped) and set(entry.value.entries) & set(notebook.variants)
        read = _not_a_text(entry.value, path, notebook) if nested else _text(entry.value, f"{path}.{name}", notebook)
        if isinstance(read, Text):
            texts.append((VariantId(name), read))
    return Text(words=(), by_variant=tuple(texts)) if len(texts) == len(node.entries) else UNREADABLE


def identifier(node: Node, kind: object, path: str, notebook: Notebook) -> str | Unreadable:
    """The id of something that is defined elsewhere; whether it is, is looked at when all is read."""
    if not isinstance(node, Scalar) or not node.value:
        notebook.error("wrong-type", path, node.place, expected_en="one id", expected_cy="un id")
        return UNREADABLE
    notebook.uses.append(Use(kind, node.value, path, node.place))
    return node.value


def new_identifier(node: Node, path: str, notebook: Notebook) -> str | Unreadable:
    """An id that is defined here."""
    if isinstance(node, Scalar) and ID.fullmatch(node.value):
        return node.value
    notebook.error("bad-id", path, node.place, found=quoted(node))
    return UNREADABLE


def choice(node: Node, words: type[StrEnum], path: str, notebook: Notebook) -> StrEnum | Unreadable:
    """One word of a closed list."""
    if isinstance(node, Scalar) and node.value in words_of(words):
        return words(node.value)
    wrong_value(node, list(words), path, notebook)
    return UNREADABLE


def wrong_value(node: Node, allowed: list[str], path: str, notebook: Notebook) -> None:
    """Note that a value is not one of those allowed, with the nearest."""
    found = quoted(node)
    near = nearest(found, allowed)
    details = {"found": found, "allowed": listed(allowed), "near": near}
    notebook.error("wrong-value", path, node.place, "did-you-mean" if near else "", **details)


def unknown_key(found: str, known: list[str], path: str, notebook: Notebook, key: Scalar) -> str:
    """Note a key that the format does not have here, with the nearest, or else with those it has; gives the nearest."""
    head, colon, _ = found.partition(":")
    joined = bool(colon) and head in known
    near = head if joined else nearest(found, known)
    details = {"found": found, "known": listed(known), "near": near}
    hint = "space-after-colon" if joined else "did-you-mean" if near else "known-keys"
    notebook.error("unknown-key", path, key.place, hint, **details)
    return near


def truth(node: Node, path: str, notebook: Notebook) -> bool | Unreadable:
    """`true` or `false`, and no other word for it."""
    found = node.value if isinstance(node, Scalar) else ""
    if found in ("true", "false"):
        return found == "true"
    notebook.error("wrong-value", path, node.place, found=quoted(node), allowed="true, false")
    return UNREADABLE


def whole_number(node: Node, key: Key, path: str, notebook: Notebook) -> int | Unreadable:
    """A whole number within the bounds of its key."""
    found = node.value if isinstance(node, Scalar) else ""
    if not WHOLE_NUMBER.fullmatch(found):
        notebook.error("wrong-type", path, node.place, expected_en="a whole number", expected_cy="rhif cyfan")
        return UNREADABLE
    number = int(found[:MOST_DIGITS])
    too_little, too_much = key.least is not None and number < key.least, key.most is not None and number > key.most
    if too_little or too_much or len(found) > MOST_DIGITS:
        notebook.error("out-of-range", path, node.place, found=found, least=str(key.least), most=str(key.most))
        return UNREADABLE
    return number


def duration(node: Node, path: str, notebook: Notebook) -> Duration | Unreadable:
    """`30s`, `8m`, `1h30m` as whole seconds."""
    matched = DURATION.fullmatch(node.value) if isinstance(node, Scalar) else None
    if not matched:
        return _unlike("bad-duration", node, path, notebook)
    hours, minutes, seconds = (int(part or 0) for part in matched.groups())
    return Duration(hours * 3600 + minutes * 60 + seconds)


def age(node: Node, path: str, notebook: Notebook) -> Age | Unreadable:
    """`11w`, `10m`, `7`, `unborn`."""
    found = node.value if isinstance(node, Scalar) else ""
    matched = AGE.fullmatch(found)
    if found == "unborn":
        return Age(0, "unborn")
    if not matched:
        return _unlike("bad-age", node, path, notebook)
    units: dict[str, Literal["weeks", "months", "years"]] = {"w": "weeks", "m": "months", "": "years"}
    return Age(int(matched[1]), units[matched[2]])


def day(node: Node, path: str, notebook: Notebook) -> Day | Unreadable:
    """`-14d`, `-5w`, `+3m`, `0d`."""
    matched = DAY.fullmatch(node.value) if isinstance(node, Scalar) else None
    if not matched:
        return _unlike("bad-day", node, path, notebook)
    units = {"d": "days", "w": "weeks", "m": "months"}
    return Day(int(matched[1]), cast(Literal["days", "weeks", "months"], units[matched[2]]))


def calendar_day(node: Node, path: str, notebook: Notebook) -> date | Unreadable:
    """`2026-05-01`."""
    found = node.value if isinstance(node, Scalar) else ""
    try:
        return date.fromisoformat(found if ISO_DATE.fullmatch(found) else "")
    except ValueError:
        return _unlike("bad-date", node, path, notebook)


def _unlike(code: str, node: Node, path: str, notebook: Notebook) -> Unreadable:
    notebook.error(code, path, node.place, found=quoted(node))
    return UNREADABLE
