"""What is known of each fact: shared in time, late, never, or not known.

A fact is late when it was first shared after the first view had been given on a child it is about. Where people
type, what was not shared was never shared. Where they talk aloud it is known only from marks and from what its
holders reconciled; what a script or nobody held can be told without asking.
"""

from collections.abc import Iterator
from typing import Literal

from simulations.engine.moment import Moment
from simulations.engine.scenario.values import ChildId, FactId, PassageId, SeatId
from simulations.engine.sharing import sharings_of
from simulations.engine.state import FirstView, Reconciliation, Sharing

Outcome = Literal["shared", "late", "never-shared", "not-known"]


def outcome(moment: Moment, fact: FactId) -> Outcome:
    """What became of a fact."""
    shared = sharings_of(moment.state, fact)
    if shared:
        return "shared" if _in_time(moment, fact, shared) else "late"
    return "never-shared" if moment.state.setting == "text" else _reconciled(moment, fact)


def was_shared(moment: Moment, fact: FactId) -> bool | None:
    """Whether a fact was shared at all; None where it is not known."""
    return {"shared": True, "late": True, "never-shared": False, "not-known": None}[outcome(moment, fact)]


def children_of(moment: Moment, fact: FactId) -> tuple[ChildId, ...]:
    """The children a fact is about: all of them where the file does not say."""
    return moment.scenario.facts[fact].about or tuple(moment.scenario.family.children)


def _in_time(moment: Moment, fact: FactId, shared: tuple[Sharing, ...]) -> bool:
    first_views = moment.state.first_views
    cut_offs = [first_views[child] for child in children_of(moment, fact) if child in first_views]
    return any(all(_came_before(each, first) for first in cut_offs) for each in shared)


def _came_before(sharing: Sharing, first: FirstView) -> bool:
    """By the clock; at the very same moment by the order of the log, unless it was only marked as said then."""
    if sharing.moment != first.moment or sharing.marked_by is not None:
        return sharing.moment <= first.moment
    return place_of(sharing) <= first.log


def place_of(sharing: Sharing) -> int:
    """The place of a sharing in the log, from 1."""
    return int(sharing.key[1:])


def _reconciled(moment: Moment, fact: FactId) -> Outcome:
    words = list(_words(moment, fact))
    said = [word for word in words if word is not None and word.said == "said"]
    if said:
        return "shared" if any(not word.late for word in said) else "late"
    unclear = any(word is None or word.said == "partly" for word in words)
    return "not-known" if unclear else "never-shared"


def _words(moment: Moment, fact: FactId) -> Iterator[Reconciliation | None]:
    """What each person that has the fact in hands said of it; None where they said nothing."""
    for seat, passage in _in_hands(moment, fact):
        if moment.seat(seat).filled == "person" or (seat, passage) in moment.state.reconciled:
            yield moment.state.reconciled.get((seat, passage))


def _in_hands(moment: Moment, fact: FactId) -> Iterator[tuple[SeatId, PassageId]]:
    carrying = moment.scenario.passages_carrying(fact)
    for seat in moment.scenario.seats:
        yield from ((seat, passage.id) for passage in carrying if moment.holds_passage(seat, passage.id))
