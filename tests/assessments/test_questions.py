"""What a question lacks is found, with its place: texts that wait to be written, and things that do not fit."""

from typing import Any

import msgspec
import pytest

from assessments.questions import Question, kind_of, read_question
from assessments.questions.completeness import Wrong, faults, gaps
from tests.assessments.every_kind import EVERY_KIND, WRITTEN, options, uid

ALL = {kind_of(question): question for question in [*(question for question, _right in EVERY_KIND), WRITTEN]}
NONE_RIGHT = msgspec.to_builtins(options(10, set()))


@pytest.mark.parametrize("question", ALL.values(), ids=ALL)
def test_a_whole_question_of_each_kind_lacks_nothing(question: Question) -> None:
    assert gaps(question) == []
    assert faults(question) == []


def changed(kind: str, at: str, value: Any) -> Question:
    """The question of a kind with something else at a place."""
    stored = msgspec.to_builtins(ALL[kind])
    *way, last = [int(step) if step.isdigit() else step for step in at.split(".")]
    part = stored
    for step in way:
        part = part[step]
    part[last] = value
    return read_question(stored)


@pytest.mark.parametrize(
    ("kind", "at", "value", "wrong"),
    [
        ("single-choice", "options.0.right", True, ("options", Wrong.ONE_RIGHT)),
        ("multiple-choice", "options", NONE_RIGHT, ("options", Wrong.SOME_RIGHT)),
        ("true-false", "reasons.options.2.right", False, ("reasons.options", Wrong.ONE_RIGHT)),
        ("timeline", "missing.options", NONE_RIGHT, ("missing.options", Wrong.SOME_RIGHT)),
        ("vignette", "options.3.right", False, ("options", Wrong.ONE_RIGHT)),
        ("match", "stems.1.target", uid(99), ("stems[1].target", Wrong.NO_TARGET)),
        ("order", "items.1.id", uid(40), ("items[1].id", Wrong.TWICE)),
        ("short-text", "accepted", {"en": [], "cy": []}, ("accepted", Wrong.NO_ACCEPTED)),
        ("judgement", "panel.counts", {"6": 1}, ("panel.counts", Wrong.NOT_OFFERED)),
        ("risk-sentence", "rubric.criteria.0.levels.1.points", 0, ("rubric.criteria[0].levels", Wrong.SAME_POINTS)),
    ],
)
def test_what_does_not_fit_is_found_at_its_place(kind: str, at: str, value: Any, wrong: tuple[str, Wrong]) -> None:
    assert wrong in [(fault.at, fault.wrong) for fault in faults(changed(kind, at, value))]


@pytest.mark.parametrize("kind", ALL)
def test_a_text_without_its_welsh_is_a_gap_in_every_kind(kind: str) -> None:
    assert gaps(changed(kind, "prompt.cy", " ")) == ["prompt.cy"]


def test_answers_accepted_in_one_language_alone_are_a_gap() -> None:
    assert gaps(changed("short-text", "accepted.cy", [])) == ["accepted.cy"]


@pytest.mark.parametrize(
    ("kind", "at", "value"),
    [
        ("single-choice", "options", []),
        ("judgement", "steps", 2),
        ("clock", "due", "8 March"),
        ("order", "items.0.id", "first"),
        ("vignette", "kind", "essay"),
        ("vignette", "hint", "none"),
        ("short-text", "accepted.en", ["x" * 501]),
    ],
)
def test_a_question_out_of_bounds_is_not_read(kind: str, at: str, value: Any) -> None:
    with pytest.raises(msgspec.ValidationError):
        changed(kind, at, value)
