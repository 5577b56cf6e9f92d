"""What a person does with a paper: begin, answer, hand in. Each is one transaction; doing it twice is doing it once."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID, uuid5

import msgspec
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from assessments.drawing import TooFewQuestions, seed_for, versions_for
from assessments.marking import Result
from assessments.models import Answer, Attempt, ExtraTime, Paper, Ruling
from assessments.questions import Response
from assessments.questions.fitting import fits
from assessments.reading import code
from assessments.selectors import PaperStanding, answers_of, due_from, is_answered, paper_standings, result_of
from assessments.signals import handed_in
from people.actions import NotPossible
from people.models import User
from records.actions import record
from records.authorities import Ours
from records.xapi.events import Activity, Event
from records.xapi.vocabulary import ActivityKind, Verb

GRACE = timedelta(seconds=30)  # for an answer that was on its way when the time was over


class AlreadyHandedIn(NotPossible):
    """The attempt is finished: its answers stand as they were handed in."""


@transaction.atomic
def begin(person: User, paper: Paper) -> Attempt:
    """The person's open attempt, or a new one. Raises NotPossible when it is passed already or no try is left."""
    User.objects.select_for_update().get(pk=person.pk)  # two presses at once make one attempt
    standing = paper_standings(person, [paper.slug])[paper.slug]
    if standing.open_attempt:
        return standing.open_attempt
    check_may_begin(standing)
    check_is_due(person, standing.paper)
    now = timezone.now()
    attempt = Attempt.objects.create(
        person=person,
        paper=standing.paper,
        number=len(standing.attempts) + 1,
        begun_at=now,
        begun_in=code(),
        ends_at=end_of(person, standing.paper, now),
    )
    ask(attempt)
    return attempt


def check_may_begin(standing: PaperStanding) -> None:
    if standing.awaits_marking:
        raise NotPossible(_("You have handed this paper in, and somebody has still to mark it. You need do nothing."))
    if standing.passed and not standing.may_begin:
        raise NotPossible(_("You have passed this paper. Its result is below; there is nothing more to do."))
    if not standing.tries_left:
        raise NotPossible(_("You have used every try at this paper. Your training lead can tell you what comes next."))
    again = standing.next_try_at
    if again and timezone.now() < again:
        when = date_format(timezone.localtime(again), "j F Y H:i")
        raise NotPossible(_("There is a wait between two tries. You can try again from: %(when)s") % {"when": when})


def check_is_due(person: User, paper: Paper) -> None:
    """A paper that follows another can be begun from the day on which it falls due."""
    if paper.follows is None:
        return
    due = due_from(person, paper)
    if due is None:
        raise NotPossible(_("This paper follows another one some weeks later. Pass that one first."))
    if timezone.localdate() < due:
        raise NotPossible(
            _("This paper falls due later. You can begin it from: %(when)s") % {"when": date_format(due, "j F Y")}
        )


def end_of(person: User, paper: Paper, begun: datetime) -> datetime | None:
    if paper.limit_minutes is None:
        return None
    extra = ExtraTime.objects.filter(person=person).values_list("percent", flat=True).first() or 0
    return begun + timedelta(minutes=paper.limit_minutes * (100 + extra) / 100)


def ask(attempt: Attempt) -> None:
    """Settle what the attempt asks, and in which order. Raises NotPossible where a bank has too few questions."""
    try:
        versions = versions_for(attempt.person, attempt.paper)
    except TooFewQuestions as too_few:
        raise NotPossible(
            _("This paper has too few questions at the moment, so it cannot be begun. Tell your training lead.")
        ) from too_few
    Answer.objects.bulk_create(
        Answer(attempt=attempt, position=position, version=version, seed=seed_for(attempt))
        for position, version in enumerate(versions, start=1)
    )


@transaction.atomic
def answer(asked: Answer, given: Response, confidence: int | None) -> Answer:
    """Keep an answer; the same posted again counts once, another changes it.

    Raises AlreadyHandedIn, and NotPossible for something that the question does not offer or that came too late.
    """
    check_open(asked.attempt)
    confidence_fits = confidence is None or 0 <= confidence <= 10
    if not fits(asked.version.asked, given) or not confidence_fits:
        raise NotPossible(_("That answer is not among those offered. Choose one of the answers on the page."))
    asked.response, asked.confidence = msgspec.to_builtins(given), confidence
    asked.answered_at, asked.answered_in = timezone.now(), code()
    asked.save(update_fields=["response", "confidence", "answered_at", "answered_in"])
    asked.__dict__.pop("given", None)
    return asked


@transaction.atomic
def hand_in(attempt: Attempt) -> Result:
    """Mark the attempt and tell records. Handing in again changes nothing.

    Raises NotPossible while a question is open, unless the time is over: then what is there counts, as of when it was over.
    """
    stored = Attempt.objects.select_for_update().get(pk=attempt.pk)
    result = result_of(stored)
    if stored.finished_at:
        return result
    now = timezone.now()
    if not stored.is_over(now):
        check_all_answered(stored)
    stored.finished_at, stored.finished_in = min(now, stored.ends_at or now), code()
    keep_result(stored, result)
    transaction.on_commit(lambda: handed_in.send(Attempt, attempt=stored))
    return result


def keep_result(attempt: Attempt, result: Result) -> None:
    """What was decided, once it is; records are told of what counts."""
    attempt.points, attempt.passed = result.points, result.passed
    attempt.save(update_fields=["finished_at", "finished_in", "points", "passed"])
    if attempt.passed is not None and attempt.paper.counts:
        tell_result(attempt, result)


def check_open(attempt: Attempt) -> None:
    """As it is stored: handing in waits for an answer under way, and whoever got more time meanwhile has it."""
    stored = Attempt.objects.select_for_update().get(pk=attempt.pk)
    if stored.finished_at:
        raise AlreadyHandedIn(
            _(
                "You have handed this paper in, so this answer was not changed. Your answers stand as you handed them in."
            )
        )
    if stored.is_over(timezone.now() - GRACE):
        raise NotPossible(_("The time was over, so this answer was not taken. What you had answered before counts."))


def check_all_answered(attempt: Attempt) -> None:
    if not all(is_answered(each) for each in answers_of(attempt)):
        raise NotPossible(
            _("Some questions are not answered yet. They are marked in the list; answer them, then hand in.")
        )


def tell_result(attempt: Attempt, result: Result) -> None:
    paper = attempt.paper
    event = Event(
        Verb.PASSED if result.passed else Verb.FAILED,
        Activity(
            paper.key.urn,
            ActivityKind.ASSESSMENT,
            {"en": paper.title.en, "cy": paper.title.cy},
            version=str(paper.version),
        ),
        at=attempt.finished_at or timezone.now(),
        id=statement_ids(attempt)[-1],
        language=attempt.finished_in,
        minutes=paper.minutes if result.passed else 0,
        success=result.passed,
        score=result.points / result.out_of if result.out_of else 0,
    )
    record(attempt.person, event, authority=Ours.PAPERS)


def statement_ids(attempt: Attempt) -> list[UUID]:
    """Of what was or may be said of its result: one from the start, then one for each time that people decided on it."""
    decided = Ruling.objects.filter(answer__attempt=attempt).count()
    names = [f"attempt {attempt.pk}", *(f"attempt {attempt.pk} put right {number}" for number in range(1, decided + 1))]
    return [uuid5(UUID(str(attempt.paper.key)), name) for name in names]
