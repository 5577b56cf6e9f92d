"""Who is there, the agenda's phases, and the floor."""

from datetime import datetime
from typing import Literal

from simulations.engine.audience import Happening
from simulations.engine.scenario.values import (
    PhaseId,
    SeatId,
)
from simulations.engine.words import Language, PlayedBy, Where

# Seats


class SeatTaken(Happening, frozen=True, tag="seat-taken"):
    """A person sat down; `reading`: while the conference was on, and they read before they come in."""

    seat: SeatId
    person: str
    played_by: PlayedBy
    language: Language
    where: Where
    reading: bool = False


class SeatFilled(Happening, frozen=True, tag="seat-filled"):
    """An empty seat is played by its script, or stands for a statement that will be read out."""

    seat: SeatId
    by: Literal["script", "statement"]


class SeatLeft(Happening, frozen=True, tag="seat-left"):
    """A person got up for good, or a script was taken off: the seat is empty.

    `kept_empty`: no script is to fill it by itself.
    """

    seat: SeatId
    kept_empty: bool = False


class SteppedOut(Happening, frozen=True, tag="stepped-out"):
    """Somebody left the room and may come back."""

    seat: SeatId


class CameBack(Happening, frozen=True, tag="came-back"):
    """Somebody returned to their seat."""

    seat: SeatId


class CameIn(Happening, frozen=True, tag="came-in"):
    """Somebody who sat down while the conference was on has read, and joins the table."""

    seat: SeatId


class WhereSaid(Happening, frozen=True, tag="where-said"):
    """Somebody said who could overhear them."""

    seat: SeatId
    where: Where


class ObserverCame(Happening, frozen=True, tag="observer-came"):
    """An observer came in."""

    person: str


class ObserverLeft(Happening, frozen=True, tag="observer-left"):
    """An observer went."""

    person: str


class FacilitatorSatIn(Happening, frozen=True, tag="facilitator-sat-in"):
    """The facilitator joined the table."""


class FacilitatorSatOut(Happening, frozen=True, tag="facilitator-sat-out"):
    """The facilitator left the table."""


# Phases


class ConferenceStarted(Happening, frozen=True, tag="conference-started"):
    """The clock began."""


class PhaseBegan(Happening, frozen=True, tag="phase-began"):
    """A phase began, and the one before it ended."""

    phase: PhaseId


class ConferencePaused(Happening, frozen=True, tag="conference-paused"):
    """The conference's clock stopped."""


class ConferenceResumed(Happening, frozen=True, tag="conference-resumed"):
    """It runs again."""


class PhaseExtended(Happening, frozen=True, tag="phase-extended"):
    """The phase that is on got more minutes."""

    minutes: int


class MinutesUsed(Happening, frozen=True, tag="minutes-used"):
    """The minutes of the phase are used up: a warning, which ends nothing."""

    phase: PhaseId


class OutageNoted(Happening, frozen=True, tag="outage-noted"):
    """Nobody was heard since then: the conference's clock stood still meanwhile."""

    since: datetime


class ConferenceEnded(Happening, frozen=True, tag="conference-ended"):
    """The facilitator stopped the meeting before its last phase."""


class ConferenceClosed(Happening, frozen=True, tag="conference-closed"):
    """The room is closed."""


class MinuteAsked(Happening, frozen=True, tag="minute-asked"):
    """Somebody privately asked the facilitator for a pause."""

    seat: SeatId


class Forgotten(Happening, frozen=True, tag="forgotten"):
    """Something stood here that is not kept: a private request for a pause, after a day. Nobody's, and nothing follows."""


# Floor


class HandRaised(Happening, frozen=True, tag="hand-raised"):
    """A seat asks for the floor."""

    seat: SeatId


class HandLowered(Happening, frozen=True, tag="hand-lowered"):
    """It no longer does."""

    seat: SeatId


class FloorGiven(Happening, frozen=True, tag="floor-given"):
    """A seat has the floor."""

    seat: SeatId


class FloorReturned(Happening, frozen=True, tag="floor-returned"):
    """A seat gave the floor back; in a round, its turn is over."""

    seat: SeatId


class TurnPassed(Happening, frozen=True, tag="turn-passed"):
    """In a round: a seat had nothing to say, or is not in the room."""

    seat: SeatId
