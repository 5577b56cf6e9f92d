"""What the conference has arranged: co-ordinator, core group, dates; adjourned or not; and how it stood with the quorum.

`seat` is always who said it (None: the facilitator for a chair that was not there), `audience` who was there.
"""

from datetime import date, datetime

import msgspec

from simulations.engine.audience import Audience
from simulations.engine.scenario.values import SeatId, SeatOrAdultId
from simulations.engine.words import Said


class Coordinator(msgspec.Struct, frozen=True, kw_only=True):
    """Who co-ordinates the plan: `coordinator`."""

    seat: SeatId | None
    coordinator: SeatId
    audience: Audience


class CoreGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Seats and adults of the family, and the day they meet. `said` is why it is `late`."""

    seat: SeatId | None
    members: tuple[SeatOrAdultId, ...]
    on: date | None
    late: bool
    said: Said | None
    audience: Audience


class NextConference(msgspec.Struct, frozen=True, kw_only=True):
    """The day the conference meets again. `said` is why it is `late`."""

    seat: SeatId | None
    on: date
    late: bool
    said: Said | None
    audience: Audience


class Adjournment(msgspec.Struct, frozen=True, kw_only=True):
    """That the meeting was adjourned, and why, which those who were outside are not told."""

    seat: SeatId | None
    said: Said
    at: datetime
    audience: Audience


class WithoutQuorum(msgspec.Struct, frozen=True, kw_only=True):
    """That the chair went on without a quorum, with which sectors at the table, and why."""

    seat: SeatId | None
    present: tuple[str, ...]
    said: Said | None
    audience: Audience


class Arrangements(msgspec.Struct, frozen=True, kw_only=True):
    """All of it. `day` is the day of the conference, in Wales; None before it starts."""

    day: date | None = None
    coordinator: Coordinator | None = None
    core_group: CoreGroup | None = None
    next_conference: NextConference | None = None
    adjourned: Adjournment | None = None
    without_quorum: WithoutQuorum | None = None
