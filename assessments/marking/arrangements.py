"""Marks of what was put in order or beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from assessments.marking.choices import share_of_chosen
from assessments.marking.marks import Mark
from assessments.questions.arranging import Match, MatchGiven, Order, OrderGiven, Timeline, TimelineGiven


def share_in_order(right: Sequence[str], given: Sequence[str]) -> float:
    """Of all pairs, how many more stand the right way round than the wrong way; never below nothing.

    An order by chance therefore earns about nothing, and one swap of neighbours costs little. A list that is not just
    these items, each once, earns nothing.
    """
    if len(right) < 2 or sorted(right) != sorted(given):
        return 0.0
    place = {each: number for number, each in enumerate(given)}
    pairs = list(combinations(right, 2))
    agreeing = sum(place[first] < place[second] for first, second in pairs)
    return max(0, 2 * agreeing - len(pairs)) / len(pairs)


def order(question: Order, given: OrderGiven) -> Mark:
    return Mark(share_in_order([item.id for item in question.items], given.order))


def timeline(question: Timeline, given: TimelineGiven) -> Mark:
    """The order, and where it is asked what is missing, that for as much again."""
    parts = {"order": share_in_order([item.id for item in question.items], given.order)}
    if question.missing:
        parts["missing"] = share_of_chosen(question.missing.options, given.missing)
    return Mark(sum(parts.values()) / len(parts), parts)


def match(question: Match, given: MatchGiven) -> Mark:
    """Each stem beside its target earns its part."""
    right = sum(given.targets.get(stem.id) == stem.target for stem in question.stems)
    return Mark(right / len(question.stems))
