"""Questions answered by putting things where they belong: in order, beside each other, along a time."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from assessments.questions.parts import MOST_OPTIONS, Asked, Choices, Chosen, ChosenList, Given, Items, Sources
from assessments.questions.texts import NOTHING, Bilingual, Id


class Order(Asked, tag="order", frozen=True):
    """`items` stand in the right order; a learner sees them mixed."""

    items: Items


class OrderGiven(Given, tag="order", frozen=True):
    order: ChosenList = []


class Timeline(Asked, tag="timeline", frozen=True):
    """Events in the order in which they happened or have to happen, and what is missing among them."""

    items: Items
    missing: Choices | None = None


class TimelineGiven(Given, tag="timeline", frozen=True):
    order: ChosenList = []
    missing: ChosenList = []


class Stem(Struct, forbid_unknown_fields=True, frozen=True):
    """Something that belongs to one of the targets; several stems may belong to the same."""

    id: Id
    text: Bilingual
    target: Id
    why: Bilingual = NOTHING
    sources: Sources = []


class Target(Struct, forbid_unknown_fields=True, frozen=True):
    id: Id
    text: Bilingual


class Match(Asked, tag="match", frozen=True):
    """Each stem has its target; a target may be nobody's, so that the last is not found by elimination."""

    stems: Annotated[list[Stem], Meta(min_length=2, max_length=MOST_OPTIONS)]
    targets: Annotated[list[Target], Meta(min_length=2, max_length=MOST_OPTIONS)]


class MatchGiven(Given, tag="match", frozen=True):
    """By stem, the target chosen for it."""

    targets: Annotated[dict[Chosen, Chosen], Meta(max_length=MOST_OPTIONS)] = {}
