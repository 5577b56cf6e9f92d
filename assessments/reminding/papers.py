"""Papers that fall due some weeks after another was passed, as something to be reminded of: until they are begun, for six weeks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.db.models import Min
from django.utils import timezone
from django.utils.translation import ngettext

from assessments.models import Attempt, Paper
from assessments.reminding.sources import Source

NO_LONGER = timedelta(weeks=6)


def due_by_person(people: Iterable[int], today: date) -> dict[int, int]:
    """Two queries for each paper that follows another."""
    asked = list(people)
    following = Paper.objects.filter(current=True, purpose=Paper.Purpose.LATER, follows__isnull=False)
    return dict(Counter(person for paper in following for person in waiting_for(paper, asked, today)))


def waiting_for(paper: Paper, people: list[int], today: date) -> Iterator[int]:
    attempts = Attempt.objects.filter(person__in=people).order_by()
    begun = set(attempts.filter(paper__key=paper.key).values_list("person", flat=True))
    passed = (
        attempts.filter(paper__key=str(paper.follows), passed=True).values("person").annotate(first=Min("finished_at"))
    )
    for person, first in passed.values_list("person", "first"):
        due = timezone.localdate(first) + timedelta(weeks=paper.follows_weeks)
        if person not in begun and due <= today <= due + NO_LONGER:
            yield person


def in_words(number: int) -> str:
    return ngettext(
        "%(number)s paper shows you what has stayed some weeks after another:",
        "%(number)s papers show you what has stayed some weeks after others:",
        number,
    ) % {"number": number}


PAPERS = Source(due_by_person, in_words, "assessments:papers")
