"""What a question still lacks: texts in one language, a right answer, an id that stands twice.

`gaps` are texts that wait for somebody to write them: the question may be kept, but no paper asks it. `faults` are things
that do not fit each other: the question is not kept until they are put right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import fields

from assessments.questions import Question
from assessments.questions.arranging import Match, Timeline
from assessments.questions.choosing import MultipleChoice, SingleChoice, TrueFalse
from assessments.questions.judging import Judgement, Panel, Vignette
from assessments.questions.parts import Option
from assessments.questions.texts import Bilingual
from assessments.questions.writing import AcceptedAnswers, RiskSentence, ShortText


class Wrong(StrEnum):
    """What does not fit."""

    ONE_RIGHT = "exactly one has to be right"
    SOME_RIGHT = "at least one has to be right"
    TWICE = "this id stands twice"
    NO_TARGET = "there is no target with this id"
    NO_ACCEPTED = "no answer is accepted"
    NOT_OFFERED = "the panel chose something that the question does not offer"
    SAME_POINTS = "two levels have the same points"


@dataclass(frozen=True)
class Fault:
    at: str  # as a path: "options", "reasons.options"
    wrong: Wrong


def gaps(question: Question) -> list[str]:
    """Where a text is missing, with its language: "options[1].why.cy"."""
    return [where.lstrip(".") for where in empty_texts(question, "")]


def empty_texts(value: Any, at: str) -> Iterator[str]:
    if isinstance(value, Bilingual):
        yield from (f"{at}.{code}" for code in ("en", "cy") if not value.in_language(code).strip())
    elif isinstance(value, AcceptedAnswers):
        yield from (f"{at}.{code}" for code in ("en", "cy") if not getattr(value, code))
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from empty_texts(each, f"{at}[{place}]")
    elif isinstance(value, Struct):
        for field in fields(value):
            yield from empty_texts(getattr(value, field.name), f"{at}.{field.name}")


def faults(question: Question) -> list[Fault]:
    return [*repeated_ids(question), *own_faults(question)]


def repeated_ids(question: Question) -> Iterator[Fault]:
    seen: set[str] = set()
    for at, found in ids(question, ""):
        if found in seen:
            yield Fault(at.lstrip("."), Wrong.TWICE)
        seen.add(found)


def ids(value: Any, at: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, list):
        for place, each in enumerate(value):
            yield from ids(each, f"{at}[{place}]")
    elif isinstance(value, Struct) and not isinstance(value, Bilingual):
        for field in fields(value):
            found = getattr(value, field.name)
            if field.name == "id":
                yield f"{at}.id", found
            else:
                yield from ids(found, f"{at}.{field.name}")


def own_faults(question: Question) -> Iterator[Fault]:
    match question:
        case SingleChoice():
            yield from one_right("options", question.options)
        case MultipleChoice():
            yield from some_right("options", question.options)
        case TrueFalse(reasons=reasons) if reasons:
            yield from one_right("reasons.options", reasons.options)
        case Timeline(missing=missing) if missing:
            yield from some_right("missing.options", missing.options)
        case Vignette():
            yield from one_right("options", question.options)
            yield from one_right("reasons.options", question.reasons.options)
            yield from of_panel(question.panel, {option.id for option in question.options})
        case Judgement():
            yield from of_panel(question.panel, {str(step) for step in range(1, question.steps + 1)})
        case Match():
            yield from without_target(question)
        case ShortText() if not (question.accepted.en or question.accepted.cy):
            yield Fault("accepted", Wrong.NO_ACCEPTED)
        case RiskSentence():
            yield from same_points(question)


def one_right(at: str, options: list[Option]) -> Iterator[Fault]:
    if sum(option.right for option in options) != 1:
        yield Fault(at, Wrong.ONE_RIGHT)


def some_right(at: str, options: list[Option]) -> Iterator[Fault]:
    if not any(option.right for option in options):
        yield Fault(at, Wrong.SOME_RIGHT)


def of_panel(panel: Panel | None, offered: set[str]) -> Iterator[Fault]:
    if panel and not set(panel.counts) <= offered:
        yield Fault("panel.counts", Wrong.NOT_OFFERED)


def without_target(question: Match) -> Iterator[Fault]:
    targets = {target.id for target in question.targets}
    for place, stem in enumerate(question.stems):
        if stem.target not in targets:
            yield Fault(f"stems[{place}].target", Wrong.NO_TARGET)


def same_points(question: RiskSentence) -> Iterator[Fault]:
    for place, criterion in enumerate(question.rubric.criteria):
        if len({level.points for level in criterion.levels}) < len(criterion.levels):
            yield Fault(f"rubric.criteria[{place}].levels", Wrong.SAME_POINTS)
