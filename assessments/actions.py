"""What a person does with a paper: begin, answer, hand in. Each is one transaction; doing it twice is doing it once."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from assessments.models import Answer, Attempt, Paper, Question
from assessments.selectors import paper_standings, result_of
from assessments.signals import handed_in
from assessments.vignettes import Result
from people.models import User
from records.actions import record
from records.authorities import Ours
from records.xapi.events import Activity, Event
from records.xapi.vocabulary import ActivityKind, Verb


class NotPossible(Exception):
    """What was asked cannot be done; the message says why, and what to do, in the reader's language."""


class AlreadyHandedIn(NotPossible):
    """The attempt is finished: its answers stand as they were handed in."""


@dataclass(frozen=True)
class Choice:
    """What somebody posts at one question: ids of options, empty where nothing was chosen; confidence 0–10 or None."""

    decision: str
    reason: str
    confidence: int | None


@transaction.atomic
def begin(person: User, paper: Paper) -> Attempt:
    """The person's open attempt, or a new one. Raises NotPossible when it is passed already or no try is left."""
    User.objects.select_for_update().get(pk=person.pk)  # two presses at once make one attempt
    standing = paper_standings(person, [paper.slug])[paper.slug]
    if standing.open_attempt:
        return standing.open_attempt
    if standing.passed:
        raise NotPossible(_("You have passed this paper. Its result is below; there is nothing more to do."))
    if not standing.tries_left:
        raise NotPossible(_("You have used every try at this paper. Your training lead can tell you what comes next."))
    return Attempt.objects.create(
        person=person,
        paper=standing.paper,
        number=len(standing.attempts) + 1,
        begun_at=timezone.now(),
        begun_in=language(),
    )


@transaction.atomic
def answer(attempt: Attempt, question: Question, choice: Choice) -> Answer:
    """Keep an answer; the same posted again counts once, another changes it.

    Raises AlreadyHandedIn, and NotPossible for an option that the question does not offer.
    """
    check_open(attempt)
    check_offered(question, choice)
    return Answer.objects.update_or_create(
        attempt=attempt,
        question=question,
        defaults={
            "decision": choice.decision,
            "reason": choice.reason,
            "confidence": choice.confidence,
            "answered_at": timezone.now(),
            "answered_in": language(),
        },
    )[0]


@transaction.atomic
def hand_in(attempt: Attempt) -> Result:
    """Mark the attempt and tell records. Handing in again changes nothing. Raises NotPossible while a question is open."""
    stored = Attempt.objects.select_for_update().get(pk=attempt.pk)
    result = result_of(stored)
    if stored.finished_at:
        return result
    check_all_answered(stored)
    stored.finished_at, stored.finished_in = timezone.now(), language()
    stored.right, stored.passed = result.right, result.passed
    stored.save(update_fields=["finished_at", "finished_in", "right", "passed"])
    tell_result(stored, result)
    transaction.on_commit(lambda: handed_in.send(Attempt, attempt=stored))
    return result


def check_open(attempt: Attempt) -> None:
    if Attempt.objects.filter(pk=attempt.pk, finished_at__isnull=False).exists():
        raise AlreadyHandedIn(
            _(
                "You have handed this paper in, so this answer was not changed. Your answers stand as you handed them in."
            )
        )


def check_offered(question: Question, choice: Choice) -> None:
    vignette = question.vignette
    decisions = {option.id for option in vignette.options} | {""}
    reasons = {option.id for option in vignette.reasons.options} | {""}
    confidence_fits = choice.confidence is None or 0 <= choice.confidence <= 10
    if choice.decision not in decisions or choice.reason not in reasons or not confidence_fits:
        raise NotPossible(_("That answer is not among those offered. Choose one of the answers on the page."))


def check_all_answered(attempt: Attempt) -> None:
    done = attempt.answers.exclude(decision="").exclude(reason="").count()
    if done < attempt.paper.questions.count():
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
        at=timezone.now(),
        id=uuid5(UUID(str(paper.key)), f"attempt {attempt.pk}"),
        language=language(),
        minutes=paper.minutes if result.passed else 0,
        success=result.passed,
        score=result.right / result.out_of,
    )
    record(attempt.person, event, authority=Ours.PAPERS)


def language() -> str:
    return "cy" if get_language() == "cy" else "en"
