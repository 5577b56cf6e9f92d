"""What editors do with questions: begin one, write its next version, put it away and take it out again."""

from __future__ import annotations

from django.db import transaction

from assessments.models import Bank, BankQuestion, QuestionVersion
from assessments.questions import Question
from assessments.versions import next_version
from people.models import User


@transaction.atomic
def write(
    bank: Bank, question: BankQuestion | None, asked: Question, outcome: str, welsh: str, by: User
) -> QuestionVersion:
    """The next version of a question, or the first of a new one; one that says the same makes none."""
    kept = question or BankQuestion.objects.create(bank=bank)
    return next_version(kept, asked, outcome, welsh, by)


def archive(question: BankQuestion, *, archived: bool) -> None:
    """An archived question is drawn no more. Whoever was asked it keeps it."""
    question.archived = archived
    question.save(update_fields=["archived"])
