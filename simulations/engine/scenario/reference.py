"""The reference of the format: a table of every key, made from the model alone.

docs/scenario-file.md ends with it; a test fails when the two differ. After a change of the model:

    ./run exec python -m simulations.engine.scenario.reference docs/scenario-file.md
"""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from pathlib import Path
from typing import get_args

from simulations.engine.scenario.conditions import Condition
from simulations.engine.scenario.keys import KeyOfSection, keys_of, written_in
from simulations.engine.scenario.model import ByReviewer, Scenario
from simulations.engine.scenario.papers import HandedOverWhen
from simulations.engine.scenario.phrasing import first_line, value_of, words_for
from simulations.engine.scenario.scripts import Action, Beat, ScriptedDecision, ScriptedView
from simulations.engine.scenario.typed import ACTION_PARTS, CONDITION_PARTS
from simulations.engine.scenario.values import Age, Day, Text

MARK = "<!-- From here on the page is made from the model: see simulations/engine/scenario/reference.py -->\n"

SHOWN_ELSEWHERE = frozenset({Text, Day, Age, Beat, HandedOverWhen, ByReviewer})


def reference() -> str:
    """The tables as Markdown, one for each section of the model, then conditions and actions."""
    parts = [_table(title, section) for title, section in sections()]
    return "\n".join([*parts, _words_table("Conditions", CONDITION_PARTS), _words_table("Actions", ACTION_PARTS)])


def written_into(page: str) -> str:
    """The page with its tables made anew."""
    return page.partition(MARK)[0] + MARK + "\n" + reference()


def sections() -> Iterator[tuple[str, type]]:
    """Every section of the format with the title of its table."""
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


if __name__ == "__main__":
    page = Path(sys.argv[1])
    page.write_text(written_into(page.read_text(encoding="utf-8")), encoding="utf-8")
