"""The letter of what waits: one a week at most, in working hours, to whoever asked for it and has something due.

Asked for by the clock's process once an hour. Each letter is claimed in the database before it is posted, so that of several
processes one posts it.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django_tasks import task

from assessments.reminding.models import Reminding
from assessments.reminding.sources import Source, waiting
from people.letters import language_of, one_press, token_for
from people.models import User

KIND = "assessments.reminding"
APART = timedelta(days=7)
WORKING_DAYS = range(5)
WORKING_HOURS = range(8, 18)


def write(now: datetime) -> int:
    """Have every letter posted that is due by `now`; how many. Asked again, there is none left."""
    local = timezone.localtime(now)
    if local.weekday() not in WORKING_DAYS or local.hour not in WORKING_HOURS:
        return 0
    today = local.date()
    asked = list(may_be_written_to(today).values_list("person", flat=True))
    claimed = [person for person in waiting(asked, today) if claim(person, today)]
    for person in claimed:
        post.enqueue(person)
    return len(claimed)


def may_be_written_to(today: date) -> QuerySet[Reminding]:
    """Who asked, and had no letter for a week."""
    long_enough = Q(sent_on=None) | Q(sent_on__lte=today - APART)
    return Reminding.objects.filter(long_enough, person__is_active=True)


def claim(person: int, today: date) -> bool:
    return bool(may_be_written_to(today).filter(person=person).update(sent_on=today))


@task()
def post(person: int) -> None:
    """Post one letter; nothing where somebody wants none any more, or has done it all since."""
    reader = User.objects.filter(pk=person, reminding__isnull=False).first()
    due = waiting([person], timezone.localdate()).get(person)
    if reader and due:
        letter(reader, due).send()


def letter(person: User, due: list[tuple[Source, int]]) -> EmailMessage:
    """The letter, in the language that its reader is written to in."""
    with translation.override(language_of(person)):
        stop = settings.BASE_URL + reverse("assessments:reminding:no-more", args=[token_for(person, KIND)])
        lines = [(source.words(number), settings.BASE_URL + reverse(source.url_name)) for source, number in due]
        return EmailMessage(
            subject=_("A few things are worth coming back to"),
            body=render_to_string("assessments/reminding/letter.txt", {"person": person, "lines": lines, "stop": stop}),
            to=[person.email],
            headers=one_press(stop),
        )
