"""What a conference arranged, that it was adjourned, and that it went on without a quorum.

`seat` is who did it; None where the facilitator acted for a chair that was not there.
"""

from datetime import date

from simulations.engine.audience import Happening
from simulations.engine.scenario.values import SeatId, SeatOrAdultId
from simulations.engine.words import Said


class CoordinatorNamed(Happening, frozen=True, tag="coordinator-named"):
    """A seat co-ordinates the plan; a later one takes its place."""

    seat: SeatId | None
    coordinator: SeatId


class CoreGroupFormed(Happening, frozen=True, tag="core-group-formed"):
    """Who is in the core group and when it meets; a later one takes its place. `late`: beyond the procedural limit."""

    seat: SeatId | None
    members: tuple[SeatOrAdultId, ...]
    on: date | None
    late: bool
    said: Said | None


class NextConferenceSet(Happening, frozen=True, tag="next-conference-set"):
    """When the conference meets again; a later one takes its place. `late`: beyond the procedural limit."""

    seat: SeatId | None
    on: date
    late: bool
    said: Said | None


class MeetingAdjourned(Happening, frozen=True, tag="meeting-adjourned"):
    """The chair adjourned, and said why to those who were in the room."""

    seat: SeatId | None
    said: Said
    on: date | None


class WentOnWithoutQuorum(Happening, frozen=True, tag="went-on-without-quorum"):
    """The chair went on with these sectors at the table, which are no quorum, and said why; a script says nothing."""

    seat: SeatId | None
    present: tuple[str, ...]
    said: Said | None
