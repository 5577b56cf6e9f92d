"""What is due, and what waits. A question that its bank has put away is not asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min, QuerySet

from assessments.models import BankQuestion
from assessments.practising.models import Card
from people.models import User


def practised(person: User) -> QuerySet[Card]:
    """The person's cards whose question can still be asked, the longest due first."""
    return askable().filter(person=person).order_by("due_on", "pk")


def askable() -> QuerySet[Card]:
    asked = BankQuestion.objects.filter(archived=False, current__whole=True)
    return Card.objects.filter(question__in=asked.values("key"))


def due(person: User, today: date) -> QuerySet[Card]:
    return practised(person).filter(due_on__lte=today)


@dataclass(frozen=True)
class Waiting:
    """How much there is to practise: due by today, in all, and the next day on which something is."""

    due: int
    cards: int
    next_on: date | None


def waiting(person: User, today: date) -> Waiting:
    later = practised(person).filter(due_on__gt=today)
    return Waiting(
        due=due(person, today).count(),
        cards=practised(person).count(),
        next_on=later.aggregate(first=Min("due_on"))["first"],
    )


def due_by_person(people: Iterable[int], today: date) -> dict[int, int]:
    """For letters: how many cards are due, by person, of those who have any. One query."""
    counted = askable().filter(person__in=list(people), due_on__lte=today).values_list("person").order_by()
    return dict(counted.annotate(number=Count("pk")))
