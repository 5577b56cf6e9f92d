"""Appeals that wait for a decision, and where an attempt's appeals stand."""

from __future__ import annotations

from django.db.models import QuerySet

from assessments.models import Appeal
from people.models import User


def to_decide(person: User) -> QuerySet[Appeal]:
    """Open, not the person's own, and against no mark that they gave; the oldest first."""
    mine = Appeal.objects.filter(answer__attempt__person=person)
    marked = Appeal.objects.filter(answer__sheets__marker=person) | Appeal.objects.filter(answer__rulings__by=person)
    waiting = Appeal.objects.filter(upheld=None).exclude(pk__in=mine).exclude(pk__in=marked)
    return waiting.select_related("answer__version", "answer__attempt__paper")
