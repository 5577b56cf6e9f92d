"""Reading the small types: texts, ids, durations, ages, days, whole numbers, yes and no.

Each function takes a node, where it stands and the notebook, and gives the value, or UNREADABLE after noting why.
"""

import re
from datetime import date
from enum import StrEnum
from typing import Final, Literal, cast

from simulations.engine.scenario.keys import Key
from simulations.engine.scenario.nodes import Mapped, Node, Scalar
from simulations.engine.scenario.notebook import Notebook, Use, listed, nearest
from simulations.engine.scenario.values import Age, Day, Duration, Text, VariantId
from simulations.engine.scenario.vocabulary import Language


class Unreadable:
    """What a reader gives for something it could not make sense of, once the problem is noted."""


UNREADABLE: Final = Unreadable()

ID = re.compile(r"[a-z][a-z0-9-]{0,39}")
DURATION = re.compile(r"(?=\d)(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,4})s)?")
AGE = re.compile(r"(\d{1,2})([wm]?)")
DAY = re.compile(r"([+-]?\d{1,4})([dwm])")
WHOLE_NUMBER = re.compile(r"-?\d{1,6}")
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def word(node: Node, path: str, notebook: Notebook) -> str | Unreadable:
    """One word or line, as written."""
    if isinstance(node, Scalar) and node.value.strip():
        return node.value.strip()
    notebook.error("wrong-type", path, node.place, expected_en="a word", expected_cy="gair")
    return UNREADABLE


def text(node: Node, path: str, notebook: Notebook) -> Text | Unreadable:
    """A Text: plain, by language, or by variant."""
    if isinstance(node, Scalar):
        return _plain(node, path, notebook)
    if not isinstance(node, Mapped):
        return _not_a_text(node, path, notebook)
    written = set(node.entries)
    if written and written <= set(notebook.variants):
        return _by_variant(node, path, notebook)
    return _by_language(node, path, notebook)


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
        if name not in set(Language):
            known = [*Language, *notebook.variants]
            unknown_key(name, known, path, notebook, entry.key)
        elif not isinstance(entry.value, Scalar):
            _not_a_text(entry.value, f"{path}.{name}", notebook)
        elif not entry.value.value.strip():
            notebook.error("empty-text", path, entry.value.place)
        else:
            words[name] = entry.value.value.strip()
    if not words:
        return UNREADABLE if node.entries else _not_a_text(node, path, notebook)
    order = sorted(words, key=lambda language: language != notebook.languages[0])
    return Text(words=tuple((language, words[language]) for language in order))


def _by_variant(node: Mapped, path: str, notebook: Notebook) -> Text | Unreadable:
    texts: list[tuple[VariantId, Text]] = []
    for name, entry in node.entries.items():
        notebook.at(f"{path}.{name}", entry.value, entry.key.place)
        nested = isinstance(entry.value, Mapped) and set(entry.value.entries) & set(notebook.variants)
        read = _not_a_text(entry.value, path, notebook) if nested else text(entry.value, f"{path}.{name}", notebook)
        if isinstance(read, Text):
            texts.append((VariantId(name), read))
    return Text(words=(), by_variant=tuple(texts)) if len(texts) == len(node.entries) else UNREADABLE


def identifier(node: Node, kind: object, path: str, notebook: Notebook) -> str | Unreadable:
    """The id of something that is defined elsewhere; whether it is, is looked at when all is read."""
    if not isinstance(node, Scalar) or not node.value:
        notebook.error("wrong-type", path, node.place, expected_en="an id", expected_cy="id")
        return UNREADABLE
    notebook.uses.append(Use(kind, node.value, path, node.place))
    return node.value


def new_identifier(node: Node, path: str, notebook: Notebook) -> str | Unreadable:
    """An id that is defined here."""
    if isinstance(node, Scalar) and ID.fullmatch(node.value):
        return node.value
    found = node.value if isinstance(node, Scalar) else ""
    notebook.error("bad-id", path, node.place, found=found)
    return UNREADABLE


def choice(node: Node, words: type[StrEnum], path: str, notebook: Notebook) -> StrEnum | Unreadable:
    """One word of a closed list."""
    found = node.value if isinstance(node, Scalar) else ""
    if found in set(words):
        return words(found)
    wrong_value(found, list(words), path, notebook, node)
    return UNREADABLE


def wrong_value(found: str, allowed: list[str], path: str, notebook: Notebook, node: Node) -> None:
    """Note that a value is not one of those allowed, with the nearest."""
    near = nearest(found, allowed)
    details = {"found": found, "allowed": listed(allowed), "near": near}
    notebook.error("wrong-value", path, node.place, "did-you-mean" if near else "", **details)


def unknown_key(found: str, known: list[str], path: str, notebook: Notebook, key: Scalar) -> None:
    """Note a key that the format does not have here, with the nearest, or else with those it has."""
    near = nearest(found, known)
    details = {"found": found, "known": listed(known), "near": near}
    notebook.error("unknown-key", path, key.place, "did-you-mean" if near else "known-keys", **details)


def truth(node: Node, path: str, notebook: Notebook) -> bool | Unreadable:
    """`true` or `false`, and no other word for it."""
    found = node.value if isinstance(node, Scalar) else ""
    if found in ("true", "false"):
        return found == "true"
    notebook.error("wrong-value", path, node.place, found=found, allowed="true, false")
    return UNREADABLE


def whole_number(node: Node, key: Key, path: str, notebook: Notebook) -> int | Unreadable:
    """A whole number within the bounds of its key."""
    found = node.value if isinstance(node, Scalar) else ""
    if not WHOLE_NUMBER.fullmatch(found):
        notebook.error("wrong-type", path, node.place, expected_en="a whole number", expected_cy="rhif cyfan")
        return UNREADABLE
    number = int(found)
    if (key.least is not None and number < key.least) or (key.most is not None and number > key.most):
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
    notebook.error(code, path, node.place, found=node.value if isinstance(node, Scalar) else "")
    return UNREADABLE
