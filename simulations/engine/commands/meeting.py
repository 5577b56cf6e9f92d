"""Seats, phases, the floor, and time."""

from datetime import datetime

from simulations.engine.commands.asking import Asking
from simulations.engine.scenario.values import (
    SeatId,
)
from simulations.engine.words import (
    Language,
    Minutes,
    PlayedBy,
    ShortId,
    Where,
)

# Seats


class TakeSeat(Asking, frozen=True, tag="take-seat"):
    """Put a person on a seat: by that person (`Seated` on it) or by the facilitator.

    `person` is the caller's own id for them. `volunteers` must be true for a learner on a family seat.
    """

    seat: SeatId
    person: ShortId
    played_by: PlayedBy = "learner"
    language: Language = "en"
    where: Where = "alone"
    volunteers: bool = False


class LeaveSeat(Asking, frozen=True, tag="leave-seat"):
    """Get up for good; a script of the seat covers it."""

    seat: SeatId


class StepOut(Asking, frozen=True, tag="step-out"):
    """Leave in one tap, without a reason; the seat stays one's own."""


class ComeBack(Asking, frozen=True, tag="come-back"):
    """Return to one's seat after stepping out."""


class ComeIn(Asking, frozen=True, tag="come-in"):
    """Join the table, having read: for who sat down while the conference was on."""


class SayWhere(Asking, frozen=True, tag="where-i-am"):
    """Say honestly who could overhear or look on."""

    where: Where


class CoverSeat(Asking, frozen=True, tag="cover-seat"):
    """The facilitator has an empty seat played by its script, or its statement read."""

    seat: SeatId


class ReleaseSeat(Asking, frozen=True, tag="release-seat"):
    """The facilitator takes the script off a seat, so that it stands empty."""

    seat: SeatId


class Observe(Asking, frozen=True, tag="observe"):
    """An observer comes in; everyone sees that somebody watches."""


class StopObserving(Asking, frozen=True, tag="stop-observing"):
    """An observer goes."""


class SitIn(Asking, frozen=True, tag="sit-in"):
    """The facilitator joins the table visibly, and hears what is said from now on."""


class SitOut(Asking, frozen=True, tag="sit-out"):
    """The facilitator leaves the table."""


# Phases


class Start(Asking, frozen=True, tag="start"):
    """Begin the first phase. Empty seats with a script are filled by it."""


class Pause(Asking, frozen=True, tag="pause"):
    """Stop the conference's clock."""


class Resume(Asking, frozen=True, tag="resume"):
    """Let the clock run on."""


class NextPhase(Asking, frozen=True, tag="next-phase"):
    """Go on to the next phase: the chair or the facilitator. `leaving` is the phase the asker saw, if told."""

    leaving: ShortId | None = None


class Extend(Asking, frozen=True, tag="extend"):
    """Give the phase that is on more minutes."""

    minutes: Minutes


class End(Asking, frozen=True, tag="end"):
    """Stop the meeting here and go to leaving the role, or to the debrief."""


class Close(Asking, frozen=True, tag="close"):
    """Close the room after the debrief."""


class AskForAMinute(Asking, frozen=True, tag="need-a-minute"):
    """Ask the facilitator, privately, for a pause."""


# Floor


class RaiseHand(Asking, frozen=True, tag="raise-hand"):
    """Ask for the floor."""


class LowerHand(Asking, frozen=True, tag="lower-hand"):
    """No longer ask for it."""


class GiveFloor(Asking, frozen=True, tag="give-floor"):
    """The chair asks a seat to speak."""

    seat: SeatId


class HandBack(Asking, frozen=True, tag="hand-back"):
    """Give the floor back to the chair."""


# Time


class Tick(Asking, frozen=True, tag="tick"):
    """The clock asks for what is due by now. Asking twice does no harm."""


class Outage(Asking, frozen=True, tag="outage"):
    """Nobody was heard since `since`: the conference's clock stood still from then until now."""

    since: datetime
