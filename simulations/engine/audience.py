"""Who may ever see an event, and what every event has."""

from datetime import datetime

import msgspec

from simulations.engine.scenario.values import SeatId


class Audience(msgspec.Struct, frozen=True):
    """Who may see something: these seats, and whether the facilitator and the observers may."""

    seats: frozenset[SeatId]
    facilitator: bool
    observers: bool


class Happening(msgspec.Struct, frozen=True, kw_only=True, tag_field="event", forbid_unknown_fields=True):
    """What every event has."""

    at: datetime
    audience: Audience
    version: int = 1
