"""Papers made of any questions, and taking one without a browser, for tests of what comes after handing in."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

import msgspec

from assessments.actions import answer, begin, hand_in
from assessments.models import Answer, Attempt, Bank, BankQuestion, Paper, PaperQuestion
from assessments.questions import Question, Response
from assessments.questions.writing import RiskSentenceGiven
from assessments.texts import PaperTexts
from assessments.versions import next_version
from people.models import User
from tests.assessments.every_kind import EVERY_KIND, WRITTEN, both
from tests.conftest import give, person

CHOICE, CHOSEN = EVERY_KIND[0]
SENTENCE = RiskSentenceGiven(text="Llew, 4, goes to school hungry, so he cannot learn.")
FULL = dict.fromkeys(("harm", "impact", "likelihood", "evidence"), 2)
NONE = dict.fromkeys(FULL, 0)


def paper_of(*questions: Question, pass_mark: int, slug: str = "made", tries: int = 3) -> Paper:
    bank = Bank.objects.create(slug=f"bank-{slug}", name_en="Bank", name_cy="Banc")
    texts = PaperTexts(*[both(word) for word in ("Made", "Lead.", "Note.", "Counts.", "Counts not.")], True)
    stored = msgspec.to_builtins(texts)
    paper = Paper.objects.create(
        key=uuid4(), version=1, slug=slug, texts=stored, pass_mark=pass_mark, tries=tries, minutes=10
    )
    for position, each in enumerate(questions, start=1):
        version = next_version(BankQuestion.objects.create(bank=bank), each, "", "reviewed")
        PaperQuestion.objects.create(paper=paper, version=version, position=position)
    return paper


def take(someone: User, paper: Paper, responses: Sequence[Response]) -> Attempt:
    """Answer every question and hand in."""
    attempt = begin(someone, paper)
    for asked, response in zip(attempt.answers.order_by("position"), responses, strict=True):
        answer(asked, response, None)
    hand_in(attempt)
    attempt.refresh_from_db()
    return attempt


def written_answer(someone: User) -> Answer:
    """A paper of a choice and a sentence, both needed to pass; handed in."""
    attempt = take(someone, paper_of(CHOICE, WRITTEN, pass_mark=2), [CHOSEN, SENTENCE])
    return attempt.answers.get(position=2)


def marker(name: str) -> User:
    return give(person(name), "marker")
