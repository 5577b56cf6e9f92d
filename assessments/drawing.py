"""What an attempt asks: a paper's list, then what is drawn for this attempt; those asked this person least often come first."""

from __future__ import annotations

from operator import attrgetter
from secrets import SystemRandom

from django.db.models import Count, Q

from assessments.models import Attempt, Paper, QuestionVersion
from assessments.texts import Draw
from people.models import User

chance = SystemRandom()
MOST = 2**31 - 1


class TooFewQuestions(Exception):
    """A bank has not enough whole questions for what a paper draws."""


def versions_for(person: User, paper: Paper) -> list[QuestionVersion]:
    """Raises TooFewQuestions."""
    listed = [place.version for place in paper.places.select_related("version")]
    taken = {version.pk for version in listed}
    for draw in paper.drawn:
        found = drawn(person, draw, taken)
        taken |= {version.pk for version in found}
        listed += found
    if paper.shuffled:
        chance.shuffle(listed)
    return listed


def drawn(person: User, draw: Draw, taken: set[int]) -> list[QuestionVersion]:
    asked_before = Count("question__versions__answers", filter=Q(question__versions__answers__attempt__person=person))
    offered = QuestionVersion.objects.filter(
        current_of__isnull=False, question__bank__slug=draw.bank, question__archived=False, whole=True
    ).exclude(pk__in=taken)
    if draw.outcome:
        offered = offered.filter(outcome=draw.outcome)
    # Sorted by chance first, so that those asked equally often come in no order.
    by_chance = sorted(offered.annotate(asked_before=asked_before), key=lambda each: chance.random())
    ranked: list[QuestionVersion] = [*sorted(by_chance, key=attrgetter("asked_before"))]
    if len(ranked) < draw.count:
        raise TooFewQuestions(draw.bank)
    return ranked[: draw.count]


def seed_for(attempt: Attempt) -> int:
    """In which order options are shown, this time; 0 where they stand as written."""
    return chance.randint(1, MOST) if attempt.paper.shuffled else 0
