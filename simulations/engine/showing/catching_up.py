"""What somebody missed, in at most three lines, none of which tells what was said.

Which items of the agenda began, whose reports were presented, what was decided. What was said while a part was closed to
them is not among it.
"""

from collections.abc import Iterator
from datetime import datetime

from simulations.engine.moment import Moment
from simulations.engine.scenario.values import SeatId
from simulations.engine.sections import CatchUpLine
from simulations.engine.state import LogItem, Notice


def catch_up(moment: Moment, notice: Notice) -> tuple[CatchUpLine, ...]:
    """What such a notice says: at most three lines."""
    if notice.kind != "catch-up" or notice.seat is None:
        return ()
    missed = list(_meanwhile(moment, notice.seat, notice.since, notice.at))
    phases = tuple(moment.scenario.phase(item.phase).agenda for item in missed if item.kind == "phase" and item.phase)
    seats = dict.fromkeys(item.seat for item in missed if item.kind == "presented" and item.seat)
    decided = tuple(
        (record.child, record.option)
        for record in moment.state.decisions.values()
        if (notice.since is None or record.at >= notice.since) and record.at <= notice.at
    )
    lines = (
        CatchUpLine(kind="agenda", agenda=phases) if phases else None,
        CatchUpLine(kind="presented", seats=tuple(seats)) if seats else None,
        CatchUpLine(kind="decided", decided=decided) if decided else None,
    )
    return tuple(line for line in lines if line is not None)


def _meanwhile(moment: Moment, seat: SeatId, since: datetime | None, until: datetime) -> Iterator[LogItem]:
    """What stands in the log of that time, but for parts closed to this seat."""
    shut = False
    for item in moment.state.log:
        if item.at > until:
            return
        if item.kind in ("closed", "reopened"):
            shut = item.kind == "closed" and seat not in item.audience.seats
        if (since is None or item.at >= since) and (item.kind == "phase" or not shut):
            yield item
