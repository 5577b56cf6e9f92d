"""Who was at the table at an earlier moment: what is marked as said then is shown to those alone.

The log tells it: who came and who went. A seat that somebody sat down on later counts as not there, since they did not
hear it.
"""

from collections.abc import Iterable
from datetime import datetime
from itertools import islice

from simulations.engine.moment import Moment
from simulations.engine.scenario.values import SeatId
from simulations.engine.state import LogItem

AWAY = {"stepped-out": "out", "disconnected": "cut-off", "sent-out": "sent-out", "reading": "reading"}
"""What takes a seat out of the room, by the log's word, and under which name."""
BACK = {"came-back": "out", "reconnected": "cut-off", "came-in": "reading"}
"""What ends each of these; that a part is open again ends the one for all."""


def room_at(moment: Moment, then: datetime) -> frozenset[SeatId]:
    """The seats that heard what was said at this moment of the world, told by the conference's own clock."""
    log, clock, until = moment.state.log, moment.state.clock, moment.state.clock.was(then)
    afterwards = [item for item in log if clock.was(item.at) > until]
    away = _away_after(islice(log, len(log) - len(afterwards)))
    later = {item.seat for item in afterwards if item.what in ("taken", "reading", "arrived")}
    called = {item.other for item in afterwards if item.kind == "called"}
    heard = (seat for seat in moment.scenario.seats if moment.seat(seat).filled in ("person", "script"))
    return frozenset(seat for seat in heard if seat not in away and seat not in later and _there(moment, seat, called))


def _there(moment: Moment, seat: SeatId, called_later: Iterable[SeatId | None]) -> bool:
    """Whether a seat that is outside at first had come in: it sits in the room, is there by now, or was called before."""
    told, now = moment.scenario.seats[seat], moment.seat(seat)
    if not told.present and not now.arrived:
        return False
    return told.attends != "report-only" or (now.on_the_line and seat not in called_later)


def _away_after(log: Iterable[LogItem]) -> set[SeatId]:
    """The seats that were out of the room after all this, for whichever reason."""
    gone: dict[str, set[SeatId]] = {reason: set() for reason in AWAY.values()}
    for item in log:
        if item.kind == "reopened":
            gone["sent-out"].clear()
        if item.kind != "seat" or item.seat is None or item.what is None:
            continue
        if item.what in AWAY:
            gone[AWAY[item.what]].add(item.seat)
        elif item.what in BACK:
            gone[BACK[item.what]].discard(item.seat)
        elif item.what in ("taken", "filled", "left"):
            for seats in (gone["out"], gone["reading"]):
                seats.discard(item.seat)
    return set().union(*gone.values())
