"""What a question offers to choose, and what was chosen of it, as the statistics count it.

A vignette is two choices, and a statement may be; both parts' options are counted, each with its own text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessments.questions import Question, Response
from assessments.questions.choosing import (
    MultipleChoice,
    MultipleChoiceGiven,
    SingleChoice,
    SingleChoiceGiven,
    TrueFalse,
    TrueFalseGiven,
)
from assessments.questions.judging import Vignette, VignetteGiven
from assessments.questions.parts import Option
from assessments.questions.texts import Bilingual
from assessments.statistics import Item, Offered

TRUTHS = {True: Bilingual("True", "Gwir"), False: Bilingual("False", "Anwir")}


@dataclass(frozen=True)
class Choosable:
    id: str
    text: Bilingual
    right: bool


def item_of(key: str, question: Question) -> Item:
    return Item(key, tuple(Offered(each.id, each.right) for each in offered(question)))


def offered(question: Question) -> Iterator[Choosable]:
    match question:
        case SingleChoice() | MultipleChoice():
            yield from _options(question.options)
        case Vignette():
            yield from _options([*question.options, *question.reasons.options])
        case TrueFalse():
            yield from (Choosable(str(side), text, question.true is side) for side, text in TRUTHS.items())
            yield from _options(question.reasons.options if question.reasons else [])


def chosen(given: Response) -> tuple[str, ...]:
    """The ids chosen, without what was left open."""
    match given:
        case SingleChoiceGiven():
            ids = [given.option]
        case MultipleChoiceGiven():
            ids = sorted(given.options)
        case VignetteGiven():
            ids = [given.decision, given.reason]
        case TrueFalseGiven():
            ids = ["" if given.true is None else str(given.true), given.reason]
        case _:
            ids = []
    return tuple(each for each in ids if each)


def _options(options: list[Option]) -> Iterator[Choosable]:
    yield from (Choosable(option.id, option.text, option.right) for option in options)
