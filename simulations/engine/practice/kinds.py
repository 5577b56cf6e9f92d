"""What a practice is made of: frozen structs that go to JSON and back, so that a conference can keep the one it was planned on.

A new attribute needs a default: practices that were kept before it must still be read.
"""

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from simulations.engine.scenario.vocabulary import Meeting, Sector

Unit = Literal["hours", "working-days", "days", "weeks", "months"]
Mark = Literal["read", "memory", "proposal", "board"]
"""How sure a rule is: read in its source; told from memory; a proposal of this platform; or a board's own."""
NOT_VERIFIED: frozenset[Mark] = frozenset({"memory", "proposal"})
"""Rules of these marks are defaults for a board to change, and are never shown as what the procedures say."""
Arrangement = Literal["core-group", "next-conference"]
"""What a conference sets a date for."""


class Piece(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every part of a practice is."""


class InBoth(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The same words in English and in Welsh."""

    en: str
    cy: str

    def texts(self) -> dict[str, str]:
        """By language."""
        return {"en": self.en, "cy": self.cy}


class Footing(Piece, frozen=True):
    """What a rule rests on: a page's address and the day it was read, both empty for what was read nowhere."""

    mark: Mark
    source: str = ""
    read: date | None = None


class Limit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """So much time; 0 hours is at once."""

    number: Annotated[int, Meta(ge=0, le=366)]
    unit: Unit


class Clock(Piece, frozen=True):
    """A procedural limit: what has to be done, how long there is for it, and what starts the clock.

    `binds` is the date that it holds a conference to, in the kinds of meeting named; such a clock starts on the day of
    that meeting. All others are told, and nothing in a conference is held against them.
    """

    id: str
    what: InBoth
    limit: Limit
    starts: InBoth
    footing: Footing
    binds: Arrangement | None = None
    meetings: tuple[Meeting, ...] = ()


class Quorum(Piece, frozen=True):
    """Who has to be there: so many agencies, these among them. Agencies are told apart by their sector."""

    min_agencies: Annotated[int, Meta(ge=1, le=10)]
    required_agencies: tuple[Sector, ...]
    chair_may_override: bool
    words: InBoth
    footing: Footing
    meetings: tuple[Meeting, ...]


class ConsensusRule(Piece, frozen=True):
    """Who takes the decision where practitioners do not agree, in these kinds of meeting. Never a count of votes."""

    who: InBoth
    footing: Footing
    meetings: tuple[Meeting, ...]


class Practice(Piece, frozen=True):
    """All of it. `escalation` is the board's own route for differences between practitioners, None where it has written none;
    `holidays` are the bank holidays of England and Wales in the years that matter."""

    clocks: tuple[Clock, ...]
    quorum: Quorum
    without_consensus: tuple[ConsensusRule, ...]
    escalation: InBoth | None = None
    holidays: frozenset[date] = frozenset()

    def clock(self, id: str) -> Clock:
        """The clock of this id; KeyError where there is none."""
        found = next((clock for clock in self.clocks if clock.id == id), None)
        if found is None:
            raise KeyError(id)
        return found

    def clock_for(self, arrangement: Arrangement, meeting: Meeting) -> Clock | None:
        """The clock that a date is held against in this kind of meeting."""
        bound = (clock for clock in self.clocks if clock.binds == arrangement and meeting in clock.meetings)
        return next(bound, None)

    def decides_in(self, meeting: Meeting) -> ConsensusRule | None:
        """Who decides without consensus in this kind of meeting."""
        return next((rule for rule in self.without_consensus if meeting in rule.meetings), None)

    def quorum_in(self, meeting: Meeting) -> Quorum | None:
        """The quorum, where this kind of meeting has one."""
        return self.quorum if meeting in self.quorum.meetings else None
