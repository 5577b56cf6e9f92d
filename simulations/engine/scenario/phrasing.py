"""How something is written, in the words of a trainer and in both languages: for the reference and for help beside a file.

What the model says of a key stands there in English; its Welsh is in `messages`, by that English.
"""

from collections.abc import Mapping
from datetime import date
from enum import Enum, StrEnum
from types import NoneType, UnionType
from typing import NewType, Union, get_args, get_origin

from simulations.engine.scenario.checks.ids import KIND_NAMES
from simulations.engine.scenario.conditions import Condition
from simulations.engine.scenario.keys import keys_of
from simulations.engine.scenario.messages import OF_THE_MODEL
from simulations.engine.scenario.model import ByReviewer
from simulations.engine.scenario.papers import HandedOver, HandedOverWhen
from simulations.engine.scenario.scripts import FLAGS
from simulations.engine.scenario.values import Age, Day, Duration, Text

KINDS: Mapping[object, tuple[str, str]] = {
    Text: ("Text", "Testun"),
    Day: ("Day", "Diwrnod"),
    Age: ("Age", "Oedran"),
    Duration: ("Duration", "Hyd"),
    bool: ("`true` or `false`", "`true` neu `false`"),
    int: ("whole number", "rhif cyfan"),
    str: ("words", "geiriau"),
    date: ("date", "dyddiad"),
    ByReviewer: ("`false` or `{reason: Text}`", "`false` neu `{reason: Testun}`"),
}
A_CONDITION = "a condition", "amod"
HANDED_OVER = "`start`, `on-request` or `{when: CONDITION}`", "`start`, `on-request` neu `{when: AMOD}`"
OR = " or ", " neu "
ONE_OR_MANY, LIST = ("one or many: ", "un neu fwy: "), ("list: ", "rhestr: ")
MAPPING, MAPPING_OF, KEYS = (
    ("mapping", "allweddi â gwerthoedd"),
    ("mapping of ", "allweddi: "),
    ("mapping: ", "allweddi: "),
)
NEEDED = " (needed)", " (rhaid ei roi)"


def said(english: str, language: str) -> str:
    """What the model says, in a language."""
    return OF_THE_MODEL.get(english, english) if language == "cy" else english


def first_line(section: type, language: str = "en") -> str:
    """What the model says of a section, in one line."""
    return said((section.__doc__ or "").strip().splitlines()[0], language)


def value_of(part: type, language: str = "en") -> str:
    """What stands under the key of a condition or an action."""
    keys = keys_of(part)
    if part in FLAGS:
        return "`true`"
    if any(key.key.meaning for key in keys.values()):
        named = [
            f"`{name}`: {words_for(key.hint, language)}{'' if key.has_default else _in(NEEDED, language)}"
            for name, key in keys.items()
        ]
        return _in(MAPPING_OF, language) + "; ".join(named)
    return words_for(next(iter(keys.values())).hint, language)


def words_for(hint: object, language: str = "en") -> str:
    """A type in the words of a trainer."""
    given = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    alternatives = [each for each in given if each is not NoneType]
    if set(alternatives) == set(get_args(Condition)):
        return _in(A_CONDITION, language)
    if set(alternatives) == {HandedOver, HandedOverWhen}:
        return _in(HANDED_OVER, language)
    return _in(OR, language).join(_one_in_words(each, language) for each in alternatives)


def _one_in_words(kind: object, language: str) -> str:
    if kind in KINDS:
        return _in(KINDS[kind], language)
    if get_origin(kind) is tuple:
        return _list_in_words(get_args(kind)[0], language)
    if isinstance(get_origin(kind), type):
        key, value = get_args(kind)
        named = _one_in_words(key, language) if key is not str else "id"
        return f"{_in(KEYS, language)}{named} → {words_for(value, language)}"
    if isinstance(kind, NewType):
        return f"id ({_in(KIND_NAMES[kind], language)})" if kind in KIND_NAMES else "id"
    if isinstance(kind, type) and issubclass(kind, Enum):
        return ", ".join(f"`{word.value}`" for word in kind)
    return _in(MAPPING, language)


def _list_in_words(kind: object, language: str) -> str:
    single = isinstance(kind, NewType) or (isinstance(kind, type) and issubclass(kind, StrEnum))
    return _in(ONE_OR_MANY if single else LIST, language) + words_for(kind, language)


def _in(pair: tuple[str, str], language: str) -> str:
    return pair[language == "cy"]
