"""How long it took, and how the talking was spread."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from simulations.engine.measures.pooling import rate
from simulations.engine.moment import AT_THE_TABLE, Moment
from simulations.engine.scenario.values import PhaseId, SeatId
from simulations.engine.state import LogItem
from simulations.engine.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaking:
    """What people on practitioners' seats typed at the table: how many contributions each made.

    A seat's own number is its own to see; `plain` tells only how even the talking was.
    """

    contributions: dict[SeatId, int]

    @property
    def whole(self) -> int:
        """All contributions."""
        return sum(self.contributions.values())

    def share(self, seat: SeatId) -> float | None:
        """A seat's part of all, 0 to 1; None where nobody typed anything."""
        return rate(self.contributions.get(seat, 0), self.whole)

    def plain(self) -> dict[str, object]:
        """As JSON has it: of the group."""
        largest = max(self.contributions.values(), default=0)
        silent = sum(number == 0 for number in self.contributions.values())
        return {
            "contributions": self.whole, "people": len(self.contributions), "silent": silent,
            "largest_share": rate(largest, self.whole),
        }  # fmt: skip


def adjourned(moment: Moment) -> bool:
    """Whether the meeting was adjourned."""
    return moment.state.arrangements.adjourned is not None


def phase_times(moment: Moment) -> dict[PhaseId, timedelta]:
    """How long each phase took on the conference's clock, in the order they were held."""
    starts = list(moment.state.began.items())
    ends = [*(began for _, began in starts[1:]), moment.elapsed]
    return {phase: end - began for (phase, began), end in zip(starts, ends, strict=False)}


def speaking(moment: Moment) -> Speaking | None:
    """How the talking was spread; None where people do not type what they say."""
    if moment.state.setting != "text":
        return None
    counted = Counter(item.seat for item in moment.state.log if item.seat is not None and _typed_at_table(moment, item))
    return Speaking(contributions={seat: counted[seat] for seat in _people(moment)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """How often and how long people on practitioners' seats had the floor, by seat."""

    lengths: dict[SeatId, list[timedelta]]

    def plain(self) -> dict[str, object]:
        """As JSON has it, in whole seconds: of the group."""
        by_seat = [sum(int(took.total_seconds()) for took in lengths) for lengths in self.lengths.values()]
        each = [int(took.total_seconds()) for lengths in self.lengths.values() for took in lengths]
        return {
            "turns": len(each), "seconds": sum(each), "longest": max(each, default=0),
            "largest_share": rate(max(by_seat, default=0), sum(each)),
        }  # fmt: skip


def turns(moment: Moment) -> Turns | None:
    """The speaking turns; None where people do not talk in the room's own audio."""
    if moment.state.setting != "here":
        return None
    lengths: dict[SeatId, list[timedelta]] = {seat: [] for seat in _people(moment)}
    for turn in moment.state.turns:
        if turn.seat in lengths:
            lengths[turn.seat].append(turn.took)
    return Turns(lengths=lengths)


def _people(moment: Moment) -> Iterator[SeatId]:
    """Practitioners' seats with a person in them who was never covered."""
    seats = (seat for seat in moment.scenario.seats.values() if not seat.part.is_family)
    return (seat.id for seat in seats if moment.seat(seat.id).filled == "person" and not moment.seat(seat.id).covered)


def _typed_at_table(moment: Moment, item: LogItem) -> bool:
    at_table = item.phase is not None and moment.scenario.phase(item.phase).agenda in AT_THE_TABLE
    return at_table and isinstance(item.said, Words) and item.key not in moment.state.undone
