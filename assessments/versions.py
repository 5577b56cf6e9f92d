"""Keeping questions: whoever changes one makes its next version, and one that says the same makes none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.db import transaction
from msgspec import Struct
from msgspec.structs import fields

from assessments.content_format import OutcomeFile, WrittenQuestion
from assessments.models import Bank, BankQuestion, Outcome, QuestionVersion
from assessments.questions import Question
from assessments.questions.completeness import gaps
from assessments.questions.texts import Bilingual
from people.models import User


def put_bank(key: UUID, slug: str, title: Bilingual, digest: str, outcomes: Iterable[OutcomeFile]) -> Bank:
    """A bank as its file has it. Outcomes that the file no longer has stay, for the papers that asked about them."""
    defaults = {"slug": slug, "name_en": title.en, "name_cy": title.cy, "from_file": True, "digest": digest}
    bank, _is_new = Bank.objects.update_or_create(key=key, defaults=defaults)
    for outcome in outcomes:
        Outcome.objects.update_or_create(bank=bank, slug=outcome.slug, defaults=columns_of(outcome))
    return bank


def columns_of(outcome: OutcomeFile) -> dict[str, Any]:
    again = outcome.read_again
    return {
        "name_en": outcome.name.en,
        "name_cy": outcome.name.cy,
        "read_again_en": again.en if again else "",
        "read_again_cy": again.cy if again else "",
    }


def put_questions(bank: Bank, written: list[WrittenQuestion], welsh: str) -> list[QuestionVersion]:
    """The bank's questions as its file has them, in its order; those it has no longer are archived."""
    bank.questions.exclude(key__in=[each.key for each in written]).update(archived=True)
    found = []
    for each in written:
        question, _is_new = BankQuestion.objects.update_or_create(
            key=each.key, defaults={"bank": bank, "archived": False}
        )
        found.append(next_version(question, each.asked, each.outcome, welsh))
    return found


@transaction.atomic
def next_version(
    question: BankQuestion, asked: Question, outcome: str, welsh: str, by: User | None = None
) -> QuestionVersion:
    """The version that says this: the current one where nothing is new, else the next."""
    before = question.current
    if before and (before.asked, before.outcome, before.welsh) == (asked, outcome, welsh):
        return before
    last = question.versions.order_by("-number").first()
    question.current = QuestionVersion.objects.create(
        question=question,
        number=last.number + 1 if last else 1,
        outcome=outcome,
        words="\n".join(texts_in(asked)),
        whole=not gaps(asked),
        welsh=welsh,
        made_by=by,
        **QuestionVersion.stored(asked),
    )
    question.save(update_fields=["current"])
    return question.current


def texts_in(value: Any) -> Iterator[str]:
    """Every text of a question, in both languages."""
    if isinstance(value, Bilingual):
        yield from (text for text in (value.en, value.cy) if text)
    elif isinstance(value, list):
        for each in value:
            yield from texts_in(each)
    elif isinstance(value, Struct):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))
