"""Reads: which papers there are, where a person stands in them, and how an attempt was answered and marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from assessments.marking import Mark, MarkedQuestion, Points, Result, mark
from assessments.models import Answer, Attempt, Outcome, Paper
from assessments.questions.fitting import is_whole
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
    def awaits_marking(self) -> bool:
        return any(attempt.awaits_marking for attempt in self.attempts)

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
    def next_try_at(self) -> datetime | None:
        """When the wait after the last try is over; None where there is none."""
        last = self.last_finished
        if not (self.paper.wait_hours and last and last.finished_at):
            return None
        return last.finished_at + timedelta(hours=self.paper.wait_hours)

    @property
    def may_begin(self) -> bool:
        """Whether another try is open, the wait between two apart. A paper for practice is never used up by passing it."""
        done = not self.paper.explains_at_once and (self.passed or self.awaits_marking)
        return not done and self.tries_left > 0

    @property
    def can_try(self) -> bool:
        return bool(self.open_attempt) or self.may_begin


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


def all_papers(person: User) -> list[PaperStanding]:
    """Every paper as it stands now, those that close a course first."""
    order = list(Paper.Purpose.values)
    papers = Paper.objects.filter(current=True).values_list("slug", flat=True)
    standings = paper_standings(person, papers).values()
    return sorted(standings, key=lambda each: (order.index(each.paper.purpose), each.paper.slug))


def due_from(person: User, paper: Paper) -> date | None:
    """From which day a paper that follows another falls due: so many weeks after that was passed; None before it is."""
    if paper.follows is None:
        return None
    passed = (
        Attempt.objects.filter(person=person, paper__key=paper.follows, passed=True).order_by("finished_at").first()
    )
    if passed is None or passed.finished_at is None:
        return None
    return timezone.localdate(passed.finished_at) + timedelta(weeks=paper.follows_weeks)


def answers_of(attempt: Attempt) -> QuerySet[Answer]:
    """The questions asked in an attempt, in its order, with what they say."""
    answers = attempt.answers.select_related("version__question__bank").prefetch_related("rulings")
    return answers.order_by("position")


def is_answered(answer: Answer) -> bool:
    return is_whole(answer.version.asked, answer.given)


def mark_of(answer: Answer) -> Mark:
    """By the rule, unless people have decided: then their newest ruling counts."""
    ruling = max(answer.rulings.all(), key=lambda each: (each.at, each.pk), default=None)
    return Mark(ruling.share, ruling.parts) if ruling else mark(answer.version.asked, answer.given)


def result_of(attempt: Attempt) -> Result:
    """The marks of an attempt, worked out from its answers."""
    return result_from(attempt, answers_of(attempt))


def result_from(attempt: Attempt, answers: Iterable[Answer]) -> Result:
    marked = (MarkedQuestion(str(each.version.question.key), each.version.outcome, mark_of(each)) for each in answers)
    return Result(tuple(marked), attempt.paper.rule)


def outcomes_of(answers: Iterable[Answer]) -> dict[str, Outcome]:
    """By short name, the outcomes that these answers show. One query."""
    wanted = {(each.version.question.bank_id, each.version.outcome) for each in answers}
    found = Outcome.objects.filter(bank__in={bank for bank, _slug in wanted}, slug__in={slug for _bank, slug in wanted})
    return {outcome.slug: outcome for outcome in found if (outcome.bank_id, outcome.slug) in wanted}


def outcomes_in(answers: Iterable[Answer], result: Result) -> list[tuple[Outcome, Points]]:
    """Outcome by outcome, its points. One that gave none is left out."""
    known = outcomes_of(answers)
    found = [(name, points) for name, points in result.outcomes.items() if points.out_of]
    return [(known[name], points) for name, points in found if name in known]


def points_by_outcome(attempt: Attempt) -> list[tuple[Outcome, Points]]:
    answers = list(answers_of(attempt))
    return outcomes_in(answers, result_from(attempt, answers))
