"""Who asks for something: everyone and everything that may send a command.

The caller says who it is, after it has checked it: a client never names itself.
"""

import msgspec

from simulations.engine.scenario.values import SeatId


class Seated(msgspec.Struct, frozen=True, tag_field="who", tag="seat"):
    """The person on this seat."""

    seat: SeatId


class Facilitator(msgspec.Struct, frozen=True, tag_field="who", tag="facilitator"):
    """Whoever runs this conference."""


class Observer(msgspec.Struct, frozen=True, tag_field="who", tag="observer"):
    """Somebody who watches, visibly, and takes no part. `person` is the caller's id for them."""

    person: str


class Clock(msgspec.Struct, frozen=True, tag_field="who", tag="clock"):
    """Time itself."""


class Scripted(msgspec.Struct, frozen=True, tag_field="who", tag="script"):
    """The script in this seat, or whoever covers it."""

    seat: SeatId


class StandingIn(msgspec.Struct, frozen=True, tag_field="who", tag="standing-in"):
    """The facilitator, speaking for this scripted seat."""

    seat: SeatId


Actor = Seated | Facilitator | Observer | Clock | Scripted | StandingIn
Speaker = Seated | Scripted | StandingIn
"""Those who speak for a seat."""


def seat_of(actor: Actor) -> SeatId | None:
    """The seat this actor speaks for, if any."""
    return actor.seat if isinstance(actor, Speaker) else None
