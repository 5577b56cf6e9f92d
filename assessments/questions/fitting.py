"""Whether an answer is one that the question offers, and whether it is a whole one. Half an answer is kept, and asked about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from assessments.questions import Question, Response
from assessments.questions.arranging import Match, MatchGiven, Order, OrderGiven, Timeline, TimelineGiven
from assessments.questions.choosing import (
    MultipleChoice,
    MultipleChoiceGiven,
    SingleChoice,
    SingleChoiceGiven,
    TrueFalse,
    TrueFalseGiven,
)
from assessments.questions.clock import Clock, ClockGiven
from assessments.questions.judging import Judgement, JudgementGiven, Vignette, VignetteGiven
from assessments.questions.parts import Choices, Item, Option
from assessments.questions.writing import RiskSentence, RiskSentenceGiven, ShortText, ShortTextGiven


def among(chosen: Iterable[str], offered: Iterable[Option | Item]) -> bool:
    """Nothing chosen is among everything."""
    return set(chosen) - {""} <= {each.id for each in offered}


def of(choices: Choices | None) -> list[Option]:
    return choices.options if choices else []


def fits(question: Question, given: Response) -> bool:
    """Whether everything chosen is offered there, half an answer included."""
    match question, given:
        case SingleChoice(), SingleChoiceGiven():
            return among([given.option], question.options)
        case MultipleChoice(), MultipleChoiceGiven():
            return among(given.options, question.options)
        case TrueFalse(), TrueFalseGiven():
            return among([given.reason], of(question.reasons))
        case Vignette(), VignetteGiven():
            return among([given.decision], question.options) and among([given.reason], question.reasons.options)
        case Order(), OrderGiven():
            return among(given.order, question.items)
        case Timeline(), TimelineGiven():
            return among(given.order, question.items) and among(given.missing, of(question.missing))
        case Match(), MatchGiven():
            targets = {target.id for target in question.targets} | {""}
            return {stem.id for stem in question.stems} >= set(given.targets) and targets >= set(given.targets.values())
        case Judgement(), JudgementGiven():
            return given.step is None or given.step <= question.steps
        case _:
            return is_written(question, given)


def is_written(question: Question, given: Response) -> bool:
    match question, given:
        case (ShortText(), ShortTextGiven()) | (RiskSentence(), RiskSentenceGiven()):
            return True
        case Clock(), ClockGiven():
            return not given.due or re.fullmatch(r"[\dT:-]{1,16}", given.due) is not None
        case _:
            return False


def is_whole(question: Question, given: Response) -> bool:
    """Whether nothing of the answer is left open."""
    match question, given:
        case SingleChoice(), SingleChoiceGiven():
            return bool(given.option)
        case MultipleChoice(), MultipleChoiceGiven():
            return bool(given.options)
        case TrueFalse(), TrueFalseGiven():
            return given.true is not None and bool(given.reason or not question.reasons)
        case Vignette(), VignetteGiven():
            return bool(given.decision and given.reason)
        case Order(), OrderGiven():
            return every_one(question.items, given.order)
        case Timeline(), TimelineGiven():
            return every_one(question.items, given.order) and bool(given.missing or not question.missing)
        case Match(), MatchGiven():
            return all(given.targets.get(stem.id) for stem in question.stems)
        case Judgement(), JudgementGiven():
            return given.step is not None
        case ShortText() | RiskSentence(), ShortTextGiven() | RiskSentenceGiven():
            return bool(given.text.strip())
        case Clock(), ClockGiven():
            return is_moment(given.due, question.asks_for_time)
        case _:
            return False


def every_one(items: list[Item], order: list[str]) -> bool:
    return sorted(order) == sorted(item.id for item in items)


def is_moment(text: str, with_time: bool) -> bool:
    try:
        datetime.strptime(text, "%Y-%m-%dT%H:%M" if with_time else "%Y-%m-%d")  # noqa: DTZ007 - a day on paper has no zone
    except ValueError:
        return False
    return True
