"""A file comes from outside: whatever it holds, reading it is bounded and ends in a Scenario or in Problems."""

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulations.engine.scenario import Reading, Scenario, read
from simulations.engine.scenario.nodes import MOST_NODES

FILES = Path(__file__).parents[2] / "files" / "scenarios"
SMALL = (FILES / "small.yaml").read_text(encoding="utf-8")
COMPLETE_LINES = (FILES / "complete.yaml").read_text(encoding="utf-8").splitlines()


def codes(content: str | bytes) -> list[str]:
    return [each.code for each in read(content).problems]


def ends_well(reading: Reading) -> bool:
    """A Scenario or Problems: never nothing, and never a scenario beside an error of its own."""
    return isinstance(reading.scenario, Scenario) != bool(reading.errors)


def test_a_file_over_a_mebibyte_is_not_read() -> None:
    assert codes("#" * (1024 * 1024 + 1)) == ["too-large"]


def test_a_file_of_exactly_a_mebibyte_is_read() -> None:
    assert "too-large" not in codes(SMALL + "#" * (1024 * 1024 - len(SMALL.encode())))


def test_too_many_values_are_refused_while_reading() -> None:
    assert codes("a: [" + "x, " * MOST_NODES + "x]") == ["too-many-nodes"]


@pytest.mark.parametrize(
    "content",
    [
        "[" * 500_000,
        "{" * 500_000,
        "- " * 300_000,
        "? " * 300_000,
        "a: {" * 100_000,
        "x " * 500_000,
        "a: 'x" + "'" * 500_000,
    ],
    ids=["lists", "mappings", "items", "keys", "nested", "words", "quotes"],
)
def test_a_file_made_to_be_slow_is_refused_quickly(content: str) -> None:
    started = time.monotonic()
    reading = read(content)

    assert reading.errors
    assert time.monotonic() - started < 10


def test_more_variants_than_anybody_could_choose_from_are_refused_before_they_multiply() -> None:
    many = "".join(f"  v{number}: Amrywiad\n" for number in range(2500))
    started = time.monotonic()
    (problem,) = read(SMALL.replace("variants:\n", f"variants:\n{many}", 1)).problems

    assert (problem.code, problem.path) == ("wrong-count", "variants")
    assert time.monotonic() - started < 5


def test_a_byte_order_mark_and_windows_line_ends_are_no_mistake() -> None:
    assert read(b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode()).errors == ()


def test_the_lines_of_a_windows_file_are_counted_once() -> None:
    broken = SMALL.replace("age: 7", "age: seven").replace("\n", "\r\n")

    assert [(each.line, each.code) for each in read(broken).problems] == [(11, "bad-age")]


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x85", "\x9f", "\u2028", "\ufffe", "\ud800"])
def test_a_character_that_no_text_has_is_told_with_its_place(character: str) -> None:
    (problem,) = read(f"format: conference/1\nid: a{character}b\n").problems

    assert (problem.code, problem.line, problem.column) == ("odd-character", 2, 6)


@given(st.binary(max_size=300))
def test_any_bytes_end_in_problems(content: bytes) -> None:
    assert ends_well(read(content))


@given(st.text(max_size=300))
def test_any_text_ends_in_problems(content: str) -> None:
    assert ends_well(read(content))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=120)
@given(st.data())
def test_a_file_with_a_line_lost_doubled_or_garbled_ends_in_a_scenario_or_problems(data: st.DataObject) -> None:
    lines = list(COMPLETE_LINES)
    for _ in range(data.draw(st.integers(1, 3))):
        number = data.draw(st.integers(0, len(lines) - 1))
        change = data.draw(st.sampled_from(["lose", "double", "cut", "word", "indent"]))
        if change == "lose":
            del lines[number]
        elif change == "double":
            lines.insert(number, lines[number])
        elif change == "cut":
            lines[number] = lines[number][: data.draw(st.integers(0, len(lines[number])))]
        elif change == "word":
            words = lines[number].split(" ")
            words[data.draw(st.integers(0, len(words) - 1))] = data.draw(
                st.sampled_from(["[]", "{}", "x", "''", "~", "-1"])
            )
            lines[number] = " ".join(words)
        else:
            lines[number] = "  " + lines[number]

    assert ends_well(read("\n".join(lines)))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=150)
@given(st.data())
def test_a_file_with_any_value_put_in_anothers_place_ends_in_a_scenario_or_problems(data: st.DataObject) -> None:
    pieces = [
        "[]",
        "{}",
        "[[]]",
        "{a: b}",
        "true",
        "police",
        "p1",
        "mabli",
        "7",
        "1h",
        "-3d",
        '"words"',
        "{en: a}",
        "~",
        "[x, x]",
    ]
    start = data.draw(st.integers(0, len(SMALL) - 1))
    end = min(len(SMALL), start + data.draw(st.integers(0, 25)))

    assert ends_well(read(SMALL[:start] + data.draw(st.sampled_from(pieces)) + SMALL[end:]))


def test_where_no_phase_can_be_read_nothing_is_said_of_what_waits_for_one() -> None:
    whole = (FILES / "on-the-clock.yaml").read_text(encoding="utf-8")
    for key in ("agenda", "minutes"):
        assert set(codes(whole.replace(f"{key}: ", f"{key}x: "))) == {"unknown-key"}, key
