"""The letter two weeks after a conference, one reminder at most, and being written to no more.

Written by the clock's process once an hour. Each letter is claimed in the database before it is posted, so that of several
processes one posts it, and one that breaks is not posted twice.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import task

from people.letters import language_of, one_press, token_for
from people.models import User
from simulations.models import Conference, FollowUp, Intention, Participant

REMINDED_AFTER = timedelta(days=7)
KIND = "simulations.follow-up"


def write(now: datetime) -> int:
    """Have every letter posted that is due by `now`; how many. Asked again, there is none left."""
    if not settings.FOLLOW_UP_DAYS:
        return 0
    with transaction.atomic():
        first = [each for each in _due(now) if _claim(each, "sent_at", now)]
        again = [each for each in _unanswered(now) if _claim(each, "reminded_at", now)]
    for each in first:
        post.enqueue(each.pk, reminder=False)
    for each in again:
        post.enqueue(each.pk, reminder=True)
    return len(first) + len(again)


def _sat_there(now: datetime, closed_by: datetime) -> Iterable[Participant]:
    """Who was on a seat of a conference that closed by then, not too long ago, and may be written to."""
    too_long_ago = now - timedelta(days=settings.FOLLOW_UP_DAYS) - 2 * REMINDED_AFTER
    return Participant.objects.filter(
        conference__state=Conference.State.CLOSED,
        conference__closed_at__lte=closed_by,
        conference__closed_at__gt=too_long_ago,
        person__is_active=True,
        person__wants_follow_up=True,
        removed_at=None,
        seats__isnull=False,
    ).distinct()


def _due(now: datetime) -> Iterable[Participant]:
    return _sat_there(now, now - timedelta(days=settings.FOLLOW_UP_DAYS))


def _unanswered(now: datetime) -> Iterable[Participant]:
    sat = _sat_there(now, now)
    waiting = FollowUp.objects.filter(sent_at__lte=now - REMINDED_AFTER, answered=False, reminded_at=None)
    return [each for each in sat if each.pk in set(waiting.values_list("participant", flat=True))]


def _claim(listed: Participant, what: str, now: datetime) -> bool:
    FollowUp.objects.get_or_create(participant=listed)
    return bool(FollowUp.objects.filter(participant=listed, answered=False, **{what: None}).update(**{what: now}))


@task()
def post(participant: int, reminder: bool) -> None:
    """Post one letter; nothing where the person is gone, or wants none any more."""
    listed = Participant.objects.select_related("person", "conference__version").filter(pk=participant).first()
    if listed is None or listed.person is None or not listed.person.wants_follow_up:
        return
    letter(listed, listed.person, reminder=reminder).send()


def letter(listed: Participant, person: User, *, reminder: bool) -> EmailMessage:
    """The letter, in the language that its reader is written to in."""
    language = language_of(person)
    with translation.override(language):
        title = listed.conference.version.title
        stop = settings.BASE_URL + reverse("simulations:no-more", args=[token_for(person, KIND)])
        context = {
            "person": person,
            "title": title,
            "reminder": reminder,
            "address": settings.BASE_URL + reverse("simulations:follow-up", args=[listed.conference_id]),
            "stop": stop,
            "intends": Intention.objects.filter(person=person, conference=listed.conference).exists(),
        }
        return EmailMessage(
            subject=_("Two weeks after “%(title)s”: what did you use?") % {"title": title},
            body=render_to_string("simulations/letters/follow_up.txt", context),
            to=[person.email],
            headers=one_press(stop),
        )


def write_no_more(person: User) -> None:
    """At once, and until they say otherwise on their account page."""
    User.objects.filter(pk=person.pk).update(wants_follow_up=False)
