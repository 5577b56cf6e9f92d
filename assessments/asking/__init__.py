"""How each kind of question is put on a page and read back from it, with the design's components and without scripts.

`fields_of` draws, `read` takes what was posted: both know the same names. Everything posted is bounded while it is read.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import QueryDict

from assessments.asking import arranging, choosing, writing
from assessments.asking.fields import Field
from assessments.questions import Question, Response
from assessments.questions.arranging import Match, Order, Timeline
from assessments.questions.choosing import MultipleChoice, SingleChoice, TrueFalse
from assessments.questions.clock import Clock
from assessments.questions.judging import Judgement, Vignette
from assessments.questions.writing import RiskSentence, ShortText

FIELDS: dict[type[Question], Callable[[Any, Any, int], list[Field]]] = {
    SingleChoice: choosing.single_choice,
    MultipleChoice: choosing.multiple_choice,
    TrueFalse: choosing.true_false,
    Vignette: choosing.vignette,
    Judgement: choosing.judgement,
    Order: arranging.order,
    Timeline: arranging.timeline,
    Match: arranging.match,
    ShortText: writing.short_text,
    RiskSentence: writing.risk_sentence,
    Clock: writing.clock,
}
READERS: dict[type[Question], Callable[[Any, QueryDict], Response]] = {
    SingleChoice: choosing.read_single_choice,
    MultipleChoice: choosing.read_multiple_choice,
    TrueFalse: choosing.read_true_false,
    Vignette: choosing.read_vignette,
    Judgement: choosing.read_judgement,
    Order: arranging.read_order,
    Timeline: arranging.read_timeline,
    Match: arranging.read_match,
    ShortText: writing.read_short_text,
    RiskSentence: writing.read_risk_sentence,
    Clock: writing.read_clock,
}


def fields_of(question: Question, given: Response, seed: int) -> list[Field]:
    return FIELDS[type(question)](question, given, seed)


def read(question: Question, posted: QueryDict) -> Response:
    """What was posted, whole or not: half an answer is kept too."""
    return READERS[type(question)](question, posted)
