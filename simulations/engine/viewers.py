"""Who looks: a seat, the facilitator, an observer, a projector in the room, or somebody at the door without a seat."""

import msgspec

from simulations.engine.actors import Facilitator, Observer, Seated
from simulations.engine.audience import Audience
from simulations.engine.scenario.family import Seat
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import SeatId
from simulations.engine.scenario.vocabulary import Attendance
from simulations.engine.state import ConferenceState, SeatState


class Public(msgspec.Struct, frozen=True, tag_field="who", tag="public"):
    """Somebody in the lobby, without a seat."""


class Projector(msgspec.Struct, frozen=True, tag_field="who", tag="projector"):
    """A screen that everybody in the room can read. `seats` may all look at it: it shows only what each of them was there for."""

    seats: frozenset[SeatId]


Viewer = Seated | Facilitator | Observer | Projector | Public


def projector(scenario: Scenario, state: ConferenceState) -> Projector:
    """The projector now. Who comes later looks at it from then on: what was said without them goes from it."""
    seats = scenario.seats.values()
    return Projector(frozenset(seat.id for seat in seats if _looks_at_it(seat, state.seats[seat.id])))


def _looks_at_it(seat: Seat, now: SeatState) -> bool:
    """Those who sit at the table; not who only sends a report, nor a script that is telephoned later."""
    if now.filled not in ("person", "script") or seat.attends is Attendance.REPORT_ONLY:
        return False
    return seat.present or (now.person is not None and now.arrived)


def sees(viewer: Viewer, audience: Audience) -> bool:
    """Whether what has this audience is for this viewer."""
    match viewer:
        case Seated(seat):
            return seat in audience.seats
        case Facilitator():
            return audience.facilitator
        case Observer():
            return audience.observers
        case Projector(seats):
            return bool(seats) and seats <= audience.seats
        case _:
            return False
