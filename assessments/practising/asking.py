"""A card's question as it stands now, on a page like a paper's. What is answered in practice is kept nowhere."""

from __future__ import annotations

import msgspec
from django.http import QueryDict

from assessments.asking import read
from assessments.models import Answer, Attempt, BankQuestion
from assessments.pages import QuestionPage
from assessments.practising.models import Card
from assessments.questions import Response, nothing_given
from assessments.questions.fitting import fits


def page_of(card: Card, posted: QueryDict | None = None) -> QuestionPage:
    """With what was posted, if anything was; its answer is one that is never saved."""
    version = BankQuestion.objects.select_related("current").get(key=card.question).current
    assert version is not None  # noqa: S101 - selectors.askable saw to it
    answer = Answer(attempt=Attempt(), position=1, version=version, seed=seed_of(card))
    if posted is not None:
        given = read(version.asked, posted)
        answer.response = msgspec.to_builtins(fitting(given, answer))
    return QuestionPage(answer.attempt, answer, tried=posted is not None)


def fitting(given: Response, answer: Answer) -> Response:
    """Something that the question does not offer is no answer."""
    question = answer.version.asked
    return given if fits(question, given) else nothing_given(question)


def seed_of(card: Card) -> int:
    """In another order each time it is due, and in the same while it is."""
    return card.due_on.toordinal() + card.pk
