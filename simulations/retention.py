"""How long what happened in conferences is kept: the words, who was who, the whole, and a private request for a pause.

What is due is forgotten by `tidy`, which the clock's process asks once an hour and `diogel tidy` at once. The periods
are settings, since a controller decides on them (docs/record-of-processing.md); nothing waits for anybody's click.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec
from django.conf import settings
from django.db import transaction
from django.db.models import OuterRef, Q, QuerySet, Subquery

from simulations.engine.audience import Audience
from simulations.engine.events import Forgotten
from simulations.engine.storing import encode, tag_of
from simulations.erasing import blank
from simulations.models import Commit, Conference, Event, FollowUp, Invitation, Participant, Reaction, Utterance

PRESSES = ("minute-asked", "minute-seen")
"""The words that a request for a pause, and the look at it, are stored under."""
NOBODY = Audience(frozenset(), False, False)
FORGOTTEN = "forgotten"
"""Stands where a command told who asked, and what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tidied:
    """What was forgotten: words emptied, people cut from lists, requests for a pause, whole conferences."""

    words: int = 0
    people: int = 0
    presses: int = 0
    conferences: int = 0


def tidy(now: datetime) -> Tidied:
    """Forget what has been kept long enough by `now`. Asked again, there is nothing left to forget."""
    with transaction.atomic():
        return Tidied(
            words=_forget_words(now),
            people=_forget_who_was_who(now),
            presses=_forget_presses(now),
            conferences=_forget_conferences(now),
        )


def due(now: datetime) -> Tidied:
    """What `tidy` would forget."""
    return Tidied(
        words=_words(now).count() + _reactions(now).count(),
        people=_people(now).count(),
        presses=_presses(now).count(),
        conferences=_past(now, settings.KEEP_CONFERENCES_DAYS).count(),
    )


def _past(now: datetime, days: int) -> QuerySet[Conference]:
    """The conferences that were over so many days ago: closed, never held, or begun and left standing open since.

    Nobody closes a room that everybody has walked away from, so silence for as long counts as its end.
    """
    state, long_ago = Conference.State, now - timedelta(days=days)
    last = Event.objects.filter(conference=OuterRef("pk")).order_by("-number").values("at")[:1]
    return Conference.objects.alias(last=Subquery(last)).filter(
        Q(state=state.CLOSED, closed_at__lt=long_ago)
        | Q(state__in=(state.PLANNED, state.CANCELLED), planned_for__lt=long_ago)
        | Q(state=state.RUNNING, last__lt=long_ago)
    )


def _words(now: datetime) -> QuerySet[Utterance]:
    return Utterance.objects.filter(redacted_at=None, conference__in=_past(now, settings.KEEP_WORDS_DAYS))


def _forget_words(now: datetime) -> int:
    return blank(_words(now), "period-over", now) + _reactions(now).update(helped="", change="")


def _people(now: datetime) -> QuerySet[Participant]:
    return Participant.objects.filter(person__isnull=False, conference__in=_past(now, settings.KEEP_WORDS_DAYS))


def _reactions(now: datetime) -> QuerySet[Reaction]:
    """Of reactions the words; what was ticked stays as long as the conference."""
    wordy = Reaction.objects.exclude(helped="", change="")
    return wordy.filter(conference__in=_past(now, settings.KEEP_WORDS_DAYS))


def _forget_who_was_who(now: datetime) -> int:
    """The log goes on under references that stand for nobody. Attendance has long been said to `records`."""
    _past(now, settings.KEEP_WORDS_DAYS).exclude(interpreter="").update(interpreter="")
    recorded = _people(now).exclude(conference__state=Conference.State.CLOSED, conference__attendance_recorded=False)
    people = recorded.values("pk")
    Invitation.objects.filter(participant__in=people).delete()
    FollowUp.objects.filter(participant__in=people).delete()
    return recorded.update(person=None)


def _presses(now: datetime) -> QuerySet[Event]:
    return Event.objects.filter(type__in=PRESSES, at__lt=now - timedelta(hours=settings.KEEP_PRESSES_HOURS))


def _forget_presses(now: datetime) -> int:
    """A log without gaps, in which nothing tells who asked for a minute, or that anybody did."""
    presses = list(_presses(now))
    for press in presses:
        event = Forgotten(at=press.at, audience=NOBODY)
        press.type, press.version, press.payload = tag_of(event), event.version, encode(event).decode()
        press.audience = msgspec.to_builtins(NOBODY, order="deterministic")
        asked = Commit.objects.filter(conference=press.conference_id, first__lte=press.number, last__gte=press.number)
        # Ids are each client's own: two people's may be the same, and then only who asked told their commits apart.
        asked.update(by=FORGOTTEN, answer=FORGOTTEN, command_id=f"{FORGOTTEN}:{press.number}")
    Event.objects.bulk_update(presses, ["type", "version", "audience", "payload"])
    return len(presses)


def _forget_conferences(now: datetime) -> int:
    past = list(_past(now, settings.KEEP_CONFERENCES_DAYS))
    for conference in past:
        conference.delete()
    return len(past)
