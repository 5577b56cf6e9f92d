"""How it was weighed: concern before against view after, the pitfalls a scenario names, dissent and its outcome.

A level of concern is given privately. So levels are told of a group of at least `FEWEST`, and where one of the parts
that a group falls into is smaller, of none of its parts: the small one would follow from the others.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from simulations.engine.holding import Judgement, found
from simulations.engine.moment import Moment
from simulations.engine.scenario.values import ChildId, OptionId, PitfallId, SeatId

FEWEST = 3
"""Levels of fewer people are not told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """So many levels of concern, 0 to 10; the lowest, middle and highest are None where they would tell whose they are."""

    given: int
    lowest: int | None = None
    middle: float | None = None
    highest: int | None = None

    def plain(self) -> dict[str, object]:
        """As JSON has it."""
        return {"given": self.given, "lowest": self.lowest, "middle": self.middle, "highest": self.highest}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """For one child: the levels of concern before anybody spoke, how many rose, fell and stayed, and the levels before by
    the view that the same people gave after."""

    before: Levels
    rose: int
    fell: int
    stayed: int
    by_view: dict[OptionId, Levels]

    def plain(self) -> dict[str, object]:
        """As JSON has it."""
        by_view = {option: levels.plain() for option, levels in self.by_view.items()}
        moved = {"rose": self.rose, "fell": self.fell, "stayed": self.stayed}
        return {"before": self.before.plain(), **moved, "by_view": by_view}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dissents:
    """How many dissents were recorded, and of how many it was said what became of them."""

    recorded: int
    settled: int


def levels_of(given: Iterable[int], tell: bool = True) -> Levels:
    """These levels, told where they are enough."""
    found = sorted(given)
    if len(found) < FEWEST or not tell:
        return Levels(given=len(found))
    return Levels(given=len(found), lowest=found[0], middle=float(median(found)), highest=found[-1])


def shifts(moment: Moment) -> dict[ChildId, Shift]:
    """Concern before against view after, by child; of people alone."""
    return {child: _shift(moment, child) for child in moment.scenario.family.children}


def _shift(moment: Moment, child: ChildId) -> Shift:
    before = {
        seat: first.level
        for (seat, about), first in moment.state.first_concerns.items()
        if about == child and first.by_person
    }
    moved = [moment.state.concerns[seat, child] - level for seat, level in before.items() if _still_there(moment, seat)]
    return Shift(
        before=levels_of(before.values()),
        rose=sum(by > 0 for by in moved),
        fell=sum(by < 0 for by in moved),
        stayed=sum(by == 0 for by in moved),
        by_view=_by_view(moment, child, before),
    )


def _still_there(moment: Moment, seat: SeatId) -> bool:
    return moment.seat(seat).filled == "person" and not moment.seat(seat).covered


def _by_view(moment: Moment, child: ChildId, before: dict[SeatId, int]) -> dict[OptionId, Levels]:
    by_option: dict[OptionId, list[int]] = {}
    for view in moment.state.views.values():
        if view.child == child and view.by_person and view.seat in before:
            by_option.setdefault(view.option, []).append(before[view.seat])
    enough = all(len(levels) >= FEWEST for levels in by_option.values())
    return {option: levels_of(levels, enough) for option, levels in by_option.items()}


def pitfalls(moment: Moment) -> dict[PitfallId, Judgement]:
    """The pitfalls that detect themselves: found, not found, or not known (None)."""
    named = moment.scenario.debrief.pitfalls.values()
    return {pitfall.id: found(pitfall.when, moment) for pitfall in named if pitfall.when is not None}


def dissents(moment: Moment) -> Dissents:
    """Dissent from what was decided, and whether it got an answer."""
    records = moment.state.dissents.values()
    return Dissents(recorded=len(records), settled=sum(record.outcome is not None for record in records))
