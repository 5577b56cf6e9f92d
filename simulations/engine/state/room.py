"""Who is on which seat, which phase is on, and who has the floor."""

from datetime import datetime, timedelta
from typing import Literal

import msgspec

from simulations.engine.scenario.values import (
    AdultId,
    PhaseId,
    SeatId,
)
from simulations.engine.words import Language, PlayedBy, Where

Status = Literal["lobby", "running", "paused", "closed"]
FloorKind = Literal["chair", "round", "open", "none"]
Filled = Literal["person", "script", "statement"]


class SeatState(msgspec.Struct, frozen=True, kw_only=True):
    """Who is on a seat, and whether they are in the room. `covered`: a script stands in for a person who left.

    `arrived`: one who was outside at first has come in. `cut_off`: the connection is gone. `sent_out`: outside while a part is closed. `beside`: who is there unseen. `stood_in`: the facilitator speaks for it.
    `voice`: who reads its script's lines aloud. `reading`: sat down while the conference was on and reads before coming in. `away_since`: when its
    person was last here, while they are not.
    """

    filled: Filled | None = None
    person: str | None = None
    played_by: PlayedBy | None = None
    language: Language | None = None
    where: Where | None = None
    out: bool = False
    on_the_line: bool = False
    covered: bool = False
    kept_empty: bool = False
    arrived: bool = False
    cut_off: bool = False
    sent_out: bool = False
    beside: AdultId | None = None
    stood_in: bool = False
    voice: SeatId | None = None
    reading: bool = False
    away_since: datetime | None = None

    @property
    def by_script(self) -> bool:
        """Whether its script plays it now: not while the facilitator speaks for it."""
        return self.filled == "script" and not self.stood_in

    @property
    def by_hand(self) -> bool:
        """Whether somebody plays it now: its person, or the facilitator for its script."""
        return self.filled == "person" or self.stood_in


class PhaseState(msgspec.Struct, frozen=True, kw_only=True):
    """The phase that is on: when it began, and the minutes added to it. `used_up`: the warning has been given."""

    id: PhaseId | None = None
    began: timedelta = timedelta()
    extra_minutes: int = 0
    used_up: bool = False


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """A speaking turn that is over: whose it was, when it began and how long it took, on the conference's own clock."""

    seat: SeatId
    began: timedelta
    took: timedelta


class FloorState(msgspec.Struct, frozen=True, kw_only=True):
    """Who has the floor since which moment, whose hands are up in which order, and in a round whose turns are still to come."""

    kind: FloorKind = "none"
    holder: SeatId | None = None
    since: timedelta = timedelta()
    hands: tuple[SeatId, ...] = ()
    to_come: tuple[SeatId, ...] = ()
