"""Help on any key of a scenario file, by the path it stands at: for an editor to show beside what is being written.

    help_on("seats.police.part")          what the key means, how it is written, what it is needed for, which keys go below it
    help_on("seats.police.part", "cy")    the same in Welsh

Made from the model alone, like the reference and the schema.
"""

from collections.abc import Mapping
from dataclasses import dataclass, is_dataclass
from enum import StrEnum
from types import NoneType, UnionType
from typing import Union, get_args, get_origin

from simulations.engine.scenario.conditions import Condition
from simulations.engine.scenario.keys import KeyOfSection, keys_of, written_in
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.phrasing import first_line, said, value_of, words_for
from simulations.engine.scenario.scripts import FLAGS, Beat
from simulations.engine.scenario.typed import ACTION_PARTS, CONDITION_PARTS
from simulations.engine.scenario.values import Text
from simulations.engine.scenario.vocabulary import Language

TO_RUN, TO_PUBLISH, FOR_NOTHING = ("to run", "i redeg"), ("to publish", "i gyhoeddi"), ("", "")
A_FILE, IN_THIS_LANGUAGE = ("a file", "ffeil"), ("The words in this language", "Y geiriau yn yr iaith hon")


@dataclass(frozen=True, slots=True)
class Help:
    """What there is to say of one key. `known` are the keys or the words of a closed list that may stand below it."""

    key: str
    meaning: str
    written_as: str
    needed: str = ""
    default: str = ""
    known: tuple[str, ...] = ()


def help_on(path: str, language: str = "en") -> Help | None:
    """Help on the key at a dotted path such as `scripts.gp.0.when.phase`; None where no key of the format can stand there.

    An id stands for itself, and an item of a list for its number, as in the paths that the reader's problems have.
    """
    hint: object = Scenario
    told = Help("", first_line(Scenario, language), _in(A_FILE, language), known=_known(Scenario))
    for step in path.split("."):
        found = _step(hint, step, language)
        if found is None:
            return None
        told, hint = found
    return told


def _step(hint: object, step: str, language: str) -> tuple[Help, object] | None:
    """Help on what stands under one key, id or number of this type, and its own type."""
    kinds = _kinds(hint)
    if set(kinds) == set(get_args(Condition)):
        return _part(step, CONDITION_PARTS, language)
    for kind in kinds:
        if kind is Text and step in _known(Text):
            return Help(step, _in(IN_THIS_LANGUAGE, language), words_for(str, language)), str
        if isinstance(kind, type) and is_dataclass(kind):
            key = written_in(kind).get(step)
            if key is not None:
                return _of_key(key, language), key.hint
            if kind is Beat:
                return _part(step, ACTION_PARTS, language)
        if get_origin(kind) is tuple and step.isdigit():
            return _item(step, get_args(kind)[0], language)
        if isinstance(get_origin(kind), type) and issubclass(get_origin(kind) or type, Mapping):
            return _item(step, get_args(kind)[1], language)
    return None


def _item(step: str, kind: object, language: str) -> tuple[Help, object]:
    sections = [each for each in _kinds(kind) if isinstance(each, type) and is_dataclass(each) and each is not Text]
    meaning = first_line(sections[0], language) if len(sections) == 1 else ""
    return Help(step, meaning, words_for(kind, language), known=_known(kind)), kind


def _part(step: str, parts: Mapping[str, type], language: str) -> tuple[Help, object] | None:
    """A condition or an action: its value, or the section of its keys."""
    part = parts.get(step)
    if part is None:
        return None
    keys = keys_of(part)
    mapped = part not in FLAGS and any(key.key.meaning for key in keys.values())
    below = part if mapped or part in FLAGS else next(iter(keys.values())).hint
    return Help(step, first_line(part, language), value_of(part, language), known=_known(below)), below


def _of_key(key: KeyOfSection, language: str) -> Help:
    needed = TO_RUN if not key.has_default else TO_PUBLISH if key.key.publish else FOR_NOTHING
    meaning, default = said(key.key.meaning, language), said(key.key.default, language)
    return Help(key.written, meaning, words_for(key.hint, language), _in(needed, language), default, _known(key.hint))


def _in(pair: tuple[str, str], language: str) -> str:
    return pair[language == "cy"]


def _known(hint: object) -> tuple[str, ...]:
    """The keys, or the words of a closed list, that may stand in a value of this type."""
    kinds = _kinds(hint)
    if set(kinds) == set(get_args(Condition)):
        return tuple(CONDITION_PARTS)
    found: list[str] = []
    for kind in kinds:
        item = get_args(kind)[0] if get_origin(kind) is tuple else kind
        if item is Text:
            found += [language.value for language in Language]
        elif isinstance(item, type) and is_dataclass(item) and item is kind:
            found += written_in(item)
            found += ACTION_PARTS if item is Beat else ()
        elif isinstance(item, type) and issubclass(item, StrEnum):
            found += [word.value for word in item]
    return tuple(found)


def _kinds(hint: object) -> tuple[object, ...]:
    given = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    return tuple(each for each in given if each is not NoneType)
