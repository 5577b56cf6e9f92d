"""Reads: which papers there are, where a person stands in them, and how an attempt was answered and marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from assessments.models import Answer, Attempt, Paper, Question
from assessments.texts import Option
from assessments.vignettes import Given, Result, mark
from people.models import User


@dataclass(frozen=True)
class PaperStanding:
    """A paper as one person sees it: their attempts at any of its versions count as tries."""

    paper: Paper
    attempts: tuple[Attempt, ...]

    @property
    def passed(self) -> bool:
        return any(attempt.passed for attempt in self.attempts)

    @property
    def open_attempt(self) -> Attempt | None:
        return next((attempt for attempt in self.attempts if attempt.finished_at is None), None)

    @property
    def last_finished(self) -> Attempt | None:
        return next((attempt for attempt in reversed(self.attempts) if attempt.finished_at), None)

    @property
    def tries_left(self) -> int:
        return max(0, self.paper.tries - len(self.attempts))

    @property
    def can_try(self) -> bool:
        return bool(self.open_attempt) or (not self.passed and self.tries_left > 0)


def paper_standings(person: User | None, slugs: Iterable[str]) -> dict[str, PaperStanding]:
    """By slug; two queries, however many there are. A slug without a paper is left out."""
    papers = list(Paper.objects.filter(slug__in=slugs, current=True)) if (slugs := list(slugs)) else []
    if not papers:
        return {}
    attempts: dict[object, list[Attempt]] = {}
    if person:
        keys = [paper.key for paper in papers]
        for attempt in (
            Attempt.objects.filter(person=person, paper__key__in=keys).select_related("paper").order_by("begun_at")
        ):
            attempts.setdefault(attempt.paper.key, []).append(attempt)
    return {paper.slug: PaperStanding(paper, tuple(attempts.get(paper.key, []))) for paper in papers}


@dataclass(frozen=True)
class PaperLine:
    """A paper as a line in a course's outline."""

    paper: Paper
    passed: bool


def paper_line(person: User | None, slug: str) -> PaperLine | None:
    """One query, none where there is no slug."""
    if not slug:
        return None
    passed = Exists(Attempt.objects.filter(paper__key=OuterRef("key"), person=person, passed=True))
    paper = Paper.objects.filter(slug=slug, current=True).annotate(was_passed=passed).first()
    return PaperLine(paper, paper.was_passed) if paper else None


def answers_of(attempt: Attempt) -> dict[int, Answer]:
    """By question id."""
    return {answer.question_id: answer for answer in attempt.answers.all()}


@dataclass(frozen=True)
class AnsweredQuestion:
    """A question in an attempt, with its place and the answer so far."""

    question: Question
    answer: Answer | None

    @property
    def position(self) -> int:
        return self.question.position

    @property
    def is_answered(self) -> bool:
        return bool(self.answer and self.answer.decision and self.answer.reason)

    @property
    def chosen(self) -> Option | None:
        decision = self.answer.decision if self.answer else ""
        return next((option for option in self.question.vignette.options if option.id == decision), None)

    @property
    def chosen_reason(self) -> Option | None:
        reason = self.answer.reason if self.answer else ""
        return next((option for option in self.question.vignette.reasons.options if option.id == reason), None)


def answered_questions(attempt: Attempt) -> list[AnsweredQuestion]:
    answers = answers_of(attempt)
    return [AnsweredQuestion(question, answers.get(question.pk)) for question in attempt.paper.questions.all()]


def result_of(attempt: Attempt) -> Result:
    """The marks of an attempt, worked out from its answers."""
    answered = answered_questions(attempt)
    given = {
        str(each.question.key): Given(each.answer.decision, each.answer.reason) for each in answered if each.answer
    }
    return mark((each.question.marking_key() for each in answered), given, attempt.paper.pass_mark)
