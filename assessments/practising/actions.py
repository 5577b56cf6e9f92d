"""Making cards of what was wrong, telling how a card went, putting one away."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from fsrs import Rating

from assessments.marking import Mark
from assessments.models import Attempt
from assessments.practising.models import Card
from assessments.practising.schedule import Asked, after
from assessments.selectors import result_of
from people.models import User


@transaction.atomic
def learn_from(attempt: Attempt) -> None:
    """What was wrong in a paper becomes a card; what is a card already and was right there waits longer."""
    now = timezone.now()
    known = {card.question: card for card in cards_to_change(attempt.person)}
    for each in result_of(attempt).marked:
        key, tells_nothing = UUID(each.key), each.mark.awaits_person or not each.mark.counts
        card = known.get(key)
        if not tells_nothing and (card or not each.mark.right):
            keep(attempt.person, key, after(card.memory if card else None, rating_of(each.mark), now))


def rating_of(mark: Mark) -> Rating:
    """Partly right is not yet known."""
    return Rating.Good if mark.right else Rating.Again


@transaction.atomic
def tell(card: Card, how: Rating) -> Card:
    """How a card that is due went. Told again on the same day, nothing changes: a page sent twice counts once."""
    now = timezone.now()
    stored = cards_to_change(card.person).get(pk=card.pk)
    if stored.due_on > timezone.localdate(now):
        return stored
    return keep(stored.person, stored.question, after(stored.memory, how, now))


def put_away(card: Card) -> None:
    """Not asked any more, unless it is got wrong in a paper again."""
    card.delete()


def keep(person: User, question: UUID, asked: Asked) -> Card:
    memory = asked.memory
    return Card.objects.update_or_create(
        person=person,
        question=question,
        defaults={
            "stability": memory.stability,
            "difficulty": memory.difficulty,
            "seen_at": memory.seen_at,
            "due_on": timezone.localdate(memory.seen_at + asked.again_in),
        },
    )[0]


def cards_to_change(person: User) -> QuerySet[Card]:
    return Card.objects.select_for_update().filter(person=person)
