"""Questions of every kind, their answers, and whether either holds together: pure, read and written by msgspec.

A kind is a struct with the tag `kind`; what somebody answers to it is a struct with the same tag. `KINDS` knows which
belongs to which. How an answer is marked stands in `assessments.marking`.
"""

from __future__ import annotations

from typing import Any, cast

import msgspec

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
from assessments.questions.writing import RiskSentence, RiskSentenceGiven, ShortText, ShortTextGiven

Question = (
    SingleChoice
    | MultipleChoice
    | TrueFalse
    | Order
    | Match
    | ShortText
    | Judgement
    | Vignette
    | RiskSentence
    | Timeline
    | Clock
)
Response = (
    SingleChoiceGiven
    | MultipleChoiceGiven
    | TrueFalseGiven
    | OrderGiven
    | MatchGiven
    | ShortTextGiven
    | JudgementGiven
    | VignetteGiven
    | RiskSentenceGiven
    | TimelineGiven
    | ClockGiven
)

KINDS: dict[type[Question], type[Response]] = {
    SingleChoice: SingleChoiceGiven,
    MultipleChoice: MultipleChoiceGiven,
    TrueFalse: TrueFalseGiven,
    Order: OrderGiven,
    Match: MatchGiven,
    ShortText: ShortTextGiven,
    Judgement: JudgementGiven,
    Vignette: VignetteGiven,
    RiskSentence: RiskSentenceGiven,
    Timeline: TimelineGiven,
    Clock: ClockGiven,
}


def kind_of(asked: Question | Response) -> str:
    return str(asked.__struct_config__.tag)


def read_question(stored: Any) -> Question:
    """Raises msgspec.ValidationError, whose text names the place."""
    return cast("Question", msgspec.convert(stored, Question))


def read_response(stored: Any) -> Response:
    return cast("Response", msgspec.convert(stored, Response))


def nothing_given(question: Question) -> Response:
    """The answer of somebody who has not said anything yet."""
    return KINDS[type(question)]()
