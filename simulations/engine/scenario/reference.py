"""The reference of the format: a table of every key, made from the model alone.

docs/scenario-file.md ends with it; a test fails when the two differ. After a change of the model:

    ./run exec python -m simulations.engine.scenario.reference docs/scenario-file.md
"""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from datetime import date
from enum import Enum, StrEnum
from pathlib import Path
from types import NoneType, UnionType
from typing import NewType, Union, get_args, get_origin

from simulations.engine.scenario.checks.ids import KIND_NAMES
from simulations.engine.scenario.conditions import Condition
from simulations.engine.scenario.keys import KeyOfSection, keys_of, written_in
from simulations.engine.scenario.model import ByReviewer, Scenario
from simulations.engine.scenario.papers import HandedOver, HandedOverWhen
from simulations.engine.scenario.scripts import FLAGS, Action, Beat, ScriptedDecision, ScriptedView
from simulations.engine.scenario.typed import ACTION_PARTS, CONDITION_PARTS
from simulations.engine.scenario.values import Age, Day, Duration, Text

MARK = "<!-- From here on the page is made from the model: see simulations/engine/scenario/reference.py -->\n"

WORDS: Mapping[object, str] = {
    Text: "Text",
    Day: "Day",
    Age: "Age",
    Duration: "Duration",
    bool: "`true` or `false`",
    int: "whole number",
    str: "words",
    date: "date",
}
SHOWN_ELSEWHERE = frozenset({Text, Day, Age, Beat, HandedOverWhen, ByReviewer})


def reference() -> str:
    """The tables as Markdown, one for each section of the model, then conditions and actions."""
    parts = [_table(title, section) for title, section in _sections()]
    return "\n".join([*parts, _words_table("Conditions", CONDITION_PARTS), _words_table("Actions", ACTION_PARTS)])


def written_into(page: str) -> str:
    """The page with its tables made anew."""
    return page.partition(MARK)[0] + MARK + "\n" + reference()


def _sections() -> Iterator[tuple[str, type]]:
    seen: dict[type, str] = {Scenario: "The file"}
    waiting: list[type] = [Scenario]
    while waiting:
        section = waiting.pop(0)
        yield seen[section], section
        for key in keys_of(section).values():
            for below in _below(key.hint):
                if below not in seen:
                    seen[below] = f"`{_path(seen[section], key.written, key.hint)}`"
                    waiting.append(below)
    yield "`scripts.SEAT[]`", Beat
    yield "`scripts.SEAT[].view.CHILD`", ScriptedView
    yield "`scripts.SEAT[].decide.CHILD`", ScriptedDecision


def _path(above: str, name: str, hint: object) -> str:
    start = "" if above == "The file" else above.strip("`") + "."
    text = repr(hint)
    return start + name + (".ID" * text.count("Mapping[") if "Mapping[" in text else "[]" if "tuple[" in text else "")


def _below(hint: object) -> Iterator[type]:
    if isinstance(hint, type) and is_dataclass(hint):
        if hint not in SHOWN_ELSEWHERE and hint not in get_args(Condition) and hint not in get_args(Action):
            yield hint
        return
    for part in get_args(hint):
        yield from _below(part)


def _table(title: str, section: type) -> str:
    rows = [_row(name, key) for name, key in written_in(section).items()]
    head = "| key | what it is | written as | to run | to publish | default |\n|---|---|---|---|---|---|"
    return "\n".join([f"### {title}", "", first_line(section), "", head, *rows, ""])


def _row(name: str, key: KeyOfSection) -> str:
    run = "yes" if key.key.run and not key.has_default else "if decided" if key.key.run else ""
    publish = "yes" if key.key.publish else ""
    default = key.key.default or ("" if not key.has_default else "none")
    cells = [f"`{name}`", key.key.meaning, words_for(key.hint) + _bounds(key), run, publish, default]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _bounds(key: KeyOfSection) -> str:
    return f", {key.key.least} to {key.key.most}" if key.key.least is not None else ""


def _words_table(title: str, parts: Mapping[str, type]) -> str:
    rows = [f"| `{name}` | {first_line(part)} | {value_of(part)} |" for name, part in parts.items()]
    return "\n".join([f"### {title}", "", "| key | what it is | written as |", "|---|---|---|", *rows, ""])


def value_of(part: type) -> str:
    """What stands under the key of a condition or an action, in the words of a trainer."""
    keys = keys_of(part)
    if part in FLAGS:
        return "`true`"
    if any(key.key.meaning for key in keys.values()):
        named = [
            f"`{name}`: {words_for(key.hint)}{'' if key.has_default else ' (needed)'}" for name, key in keys.items()
        ]
        return "mapping of " + "; ".join(named)
    return words_for(next(iter(keys.values())).hint)


def first_line(section: type) -> str:
    """What the model says of a section, in one line."""
    return (section.__doc__ or "").strip().splitlines()[0]


def words_for(hint: object) -> str:
    """A type in the words of a trainer."""
    alternatives = [
        each for each in (get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)) if each is not NoneType
    ]
    if set(alternatives) == set(get_args(Condition)):
        return "a condition"
    if set(alternatives) == {HandedOver, HandedOverWhen}:
        return "`start`, `on-request` or `{when: CONDITION}`"
    return " or ".join(_one_in_words(each) for each in alternatives)


def _one_in_words(kind: object) -> str:
    if kind is ByReviewer:
        return "`false` or `{reason: Text}`"
    if kind in WORDS:
        return WORDS[kind]
    if get_origin(kind) is tuple:
        return _list_in_words(get_args(kind)[0])
    if isinstance(get_origin(kind), type):
        key, value = get_args(kind)
        return f"mapping: {_one_in_words(key) if key is not str else 'id'} → {words_for(value)}"
    if isinstance(kind, NewType):
        return f"id ({KIND_NAMES[kind][0]})" if kind in KIND_NAMES else "id"
    if isinstance(kind, type) and issubclass(kind, Enum):
        return ", ".join(f"`{word.value}`" for word in kind)
    return "mapping"


def _list_in_words(kind: object) -> str:
    single = isinstance(kind, NewType) or (isinstance(kind, type) and issubclass(kind, StrEnum))
    return f"one or many: {words_for(kind)}" if single else f"list: {words_for(kind)}"


if __name__ == "__main__":
    page = Path(sys.argv[1])
    page.write_text(written_into(page.read_text(encoding="utf-8")), encoding="utf-8")
