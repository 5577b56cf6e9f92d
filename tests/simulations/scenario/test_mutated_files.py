"""The files that there are, changed at random: every one ends in a Scenario or in Problems with their places."""

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulations.engine.scenario import Reading, Scenario, read

ROOT = Path(__file__).parents[3]
SHIPPED = [path for path in sorted((ROOT / "simulations/scenarios").glob("*.yaml")) if "testplan" not in path.name]
SMALL = [
    *sorted((ROOT / "tests/files/scenarios").glob("*.yaml")),
    ROOT / "simulations/engine/scenario/beginning/example.yaml",
]
WORD = re.compile(r"[\w.+-]+")
ODD_PIECES = [
    "",
    "[]",
    "{}",
    "~",
    "true",
    "-1",
    "99999999999999999999",
    "everyone",
    '"',
    "'",
    ": ",
    "- ",
    "\t",
    "{x: y}",
    "[a, a]",
    "|",
    "&a",
    "!t",
]


def ends_well(reading: Reading, lines: int) -> bool:
    """A Scenario or Problems, never both nor neither, and every problem at a place in the file."""
    places = all(1 <= each.line <= lines + 1 and each.column >= 1 for each in reading.problems)
    return isinstance(reading.scenario, Scenario) != bool(reading.errors) and places


def changed(text: str, data: st.DataObject) -> str:
    """The text with one thing changed as people and machines do: a word for another of the file, a line lost, moved or doubled."""
    lines = text.split("\n")
    at = data.draw(st.integers(0, len(lines) - 1))
    match data.draw(st.sampled_from(["word", "piece", "lose", "double", "move", "indent", "cut"])):
        case "word":
            words, others = WORD.findall(lines[at]), WORD.findall(lines[data.draw(st.integers(0, len(lines) - 1))])
            if words and others:
                lines[at] = lines[at].replace(data.draw(st.sampled_from(words)), data.draw(st.sampled_from(others)), 1)
        case "piece":
            start = data.draw(st.integers(0, len(lines[at])))
            end = min(len(lines[at]), start + data.draw(st.integers(0, 12)))
            lines[at] = lines[at][:start] + data.draw(st.sampled_from(ODD_PIECES)) + lines[at][end:]
        case "lose":
            del lines[at : at + data.draw(st.integers(1, 4))]
        case "double":
            lines.insert(at, lines[at])
        case "move":
            lines.insert(data.draw(st.integers(0, len(lines) - 1)), lines.pop(at))
        case "indent":
            lines[at] = data.draw(st.sampled_from(["  ", " ", "\t"])) + lines[at]
        case _:
            lines[at] = lines[at][: data.draw(st.integers(0, len(lines[at])))]
    return "\n".join(lines)


@cache
def content_of(path: Path) -> str:
    """The file as it was when first asked for: it may be edited while a long search goes on."""
    return path.read_text(encoding="utf-8")


def try_changes(path: Path, data: st.DataObject) -> None:
    text = content_of(path)
    for _ in range(data.draw(st.integers(1, 4))):
        text = changed(text, data)

    assert ends_well(read(text), text.count("\n") + 1)


@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=150)
@given(st.data())
def test_a_small_file_changed_at_random_ends_in_a_scenario_or_problems(data: st.DataObject) -> None:
    try_changes(data.draw(st.sampled_from(SMALL)), data)


@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=15)
@given(st.data())
def test_a_shipped_file_changed_at_random_ends_in_a_scenario_or_problems(data: st.DataObject) -> None:
    try_changes(data.draw(st.sampled_from(SHIPPED)), data)


@pytest.mark.slow
@pytest.mark.parametrize("path", [*SHIPPED, *SMALL], ids=lambda path: path.stem)
@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=200)
@given(data=st.data())
def test_a_file_changed_in_hundreds_of_ways_ends_in_a_scenario_or_problems(path: Path, data: st.DataObject) -> None:
    try_changes(path, data)
