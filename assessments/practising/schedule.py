"""When a question is worth asking again: pure. The schedule is FSRS's, which asks when nine in ten would still know.

Days are the smallest step: somebody who answers wrongly is asked again tomorrow, never twice in a sitting, so that what is
practised is remembering and not repeating.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from fsrs import Card, Rating, Scheduler, State

KNOWN = 0.9  # how likely somebody still is to know it on the day it is asked; FSRS's own default
LONGEST = 365  # days: practice changes, and so does what is asked

SCHEDULER = Scheduler(
    desired_retention=KNOWN, learning_steps=(), relearning_steps=(), maximum_interval=LONGEST, enable_fuzzing=False
)


@dataclass(frozen=True, slots=True)
class Memory:
    """How well somebody knows a question: `stability` in days, `difficulty` from 1 to 10, and when they last saw it."""

    stability: float
    difficulty: float
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question's answer left: what is remembered now, and in how many days to ask again."""

    memory: Memory
    again_in: timedelta


def after(memory: Memory | None, how: Rating, now: datetime) -> Asked:
    """`memory` is None for a question that was never asked before."""
    at = now.astimezone(UTC)
    card, _log = SCHEDULER.review_card(_card(memory, at), how, at)
    assert card.stability is not None and card.difficulty is not None  # noqa: S101, PT018 - set by every review
    return Asked(Memory(card.stability, card.difficulty, at), card.due - at)


def _card(memory: Memory | None, now: datetime) -> Card:
    # A card's own number is of no use here, and making one waits a millisecond.
    if memory is None:
        return Card(card_id=0, due=now)
    seen_at = memory.seen_at.astimezone(UTC)
    return Card(
        card_id=0,
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=now,
        last_review=seen_at,
    )
