"""What people made of the debrief: when its steps opened, who agrees to named rows, the wall, what they will do."""

from collections.abc import Mapping
from datetime import datetime

import msgspec

from simulations.engine.scenario.values import SeatId
from simulations.engine.words import Said


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """A note on the wall, the key of its group, and the seats to which it matters. Whose it is nobody knows."""

    said: Said
    seal: str | None = None
    """What its author's key fits; it tells nothing of them."""
    group: str | None = None
    votes: frozenset[SeatId] = frozenset()


class Debriefing(msgspec.Struct, frozen=True, kw_only=True):
    """Named rows and intentions are a person's, who may have left the seat to another: so they are kept by reference."""

    opened: Mapping[str, datetime] = msgspec.field(default_factory=dict)
    """When each step was opened."""
    named: frozenset[str] = frozenset()
    notes: Mapping[str, Note] = msgspec.field(default_factory=dict)
    groups: Mapping[str, Said] = msgspec.field(default_factory=dict)
    intentions: Mapping[str, Said] = msgspec.field(default_factory=dict)
