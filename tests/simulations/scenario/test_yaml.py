"""The tree of a file is the one that another YAML 1.2 parser sees: same texts, same places; and words mean what they say."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import AliasEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent

from simulations.engine.scenario.decoding import ODD
from simulations.engine.scenario.nodes import Listed, Node, Refused, Scalar, parse

ROOT = Path(__file__).parents[3]
FILES = [
    *(ROOT / "tests" / "files" / "scenarios").glob("*.yaml"),
    *(ROOT / "simulations" / "scenarios").glob("*.yaml"),
]
LINES = (ROOT / "tests" / "files" / "scenarios" / "complete.yaml").read_text(encoding="utf-8").splitlines()
PIECES = [
    "a: b",
    "'a'",
    '"a"',
    "- a",
    "{a: b}",
    '{"a":b}',
    "[a, b]",
    "a:b",
    "# a",
    " #a",
    ": ",
    "?",
    "|\n  a",
    ">-\n  a",
    "''",
    "a'b",
]


def scalar(line: int, column: int, value: str, plain: bool) -> Iterator[tuple[object, ...]]:
    """A scalar with its place; one that was never written has none."""
    yield ("scalar", 0, 0, value, plain) if plain and not value else ("scalar", line, column, value, plain)


def seen(node: Node) -> Iterator[tuple[object, ...]]:
    """What the product's reader sees, in the file's order."""
    if isinstance(node, Scalar):
        yield from scalar(node.place.line, node.place.column, node.value, node.plain)
        return
    yield "list" if isinstance(node, Listed) else "mapping", node.place.line, node.place.column
    for each in node.items if isinstance(node, Listed) else ():
        yield from seen(each)
    for entry in () if isinstance(node, Listed) else node.entries.values():
        yield from seen(entry.key)
        yield from seen(entry.value)


def seen_by_another(text: str) -> Iterator[tuple[object, ...]]:
    """What ruamel.yaml sees."""
    for event in YAML(typ="safe", pure=True).parse(text):
        if not isinstance(event, (ScalarEvent, MappingStartEvent, SequenceStartEvent, AliasEvent)):
            continue
        place = (event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, ScalarEvent):
            yield from scalar(*place, event.value, event.style is None)
        else:
            yield "list" if isinstance(event, SequenceStartEvent) else "mapping", *place


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_is_seen_as_another_parser_sees_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert list(seen(parse(text)[0])) == list(seen_by_another(text))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=300)
@given(st.data())
def test_what_both_parsers_can_read_they_read_the_same(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(LINES) - 4))
    text = "\n".join(LINES[start : start + data.draw(st.integers(1, 4))])
    at = data.draw(st.integers(0, len(text)))
    text = text[:at] + data.draw(st.sampled_from(PIECES)) + text[at + data.draw(st.integers(0, 3)) :]
    assert not ODD.search(text)
    try:
        root, problems = parse(text)
        expected = list(seen_by_another(text))
    except (Refused, MarkedYAMLError):
        return

    assert problems or list(seen(root)) == expected


@pytest.mark.parametrize("word", ["no", "Yes", "~", "null", "10:30", "1.10", "0o7", "0x1F", "1_000", "2026-05-01", "="])
def test_no_word_is_taken_for_anything_but_itself(word: str) -> None:
    root, _ = parse(f"a: {word}")

    assert [each[3] for each in seen(root) if each[0] == "scalar"] == ["a", word]
