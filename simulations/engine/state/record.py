"""The record of the conference: what it is made of, what was approved, who has a copy; and who had the decision explained.

What happens is noted here as it does (who came, who was out), since the record tells of it afterwards. A version of the
record is made of a `RecordBasis` alone, so that what was approved and sent stays as it was.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

import msgspec

from simulations.engine.scenario.values import ChildId, DecisionId, SeatId, SeatOrAdultId
from simulations.engine.state.arrangements import Arrangements
from simulations.engine.state.judgement import DecisionRecord, DissentRecord, InterimRecord, PlanAction
from simulations.engine.words import Copy, Into, Language, Reason, RecordPart, Said, Words

PartKey = tuple[RecordPart, Language, Into]


class Exclusion(msgspec.Struct, frozen=True, kw_only=True):
    """A closed part: who was out, on what ground, from when until when (None while it is on)."""

    without: frozenset[SeatId]
    ground: Reason
    began: datetime
    ended: datetime | None = None


class RecordCorrection(msgspec.Struct, frozen=True, kw_only=True):
    """A correction that a seat proposed, and what became of it. `kept_from` were outside when it was proposed."""

    key: str
    seat: SeatId
    part: RecordPart | None
    said: Words
    at: datetime
    kept_from: frozenset[SeatId]
    outcome: Literal["proposed", "taken", "left"] = "proposed"
    into: Into = "both"


class RecordBasis(msgspec.Struct, frozen=True, kw_only=True):
    """All that the record is made of at one moment."""

    attended: frozenset[SeatId] = frozenset()
    on_the_line: frozenset[SeatId] = frozenset()
    statements: frozenset[SeatId] = frozenset()
    exclusions: tuple[Exclusion, ...] = ()
    parts: Mapping[PartKey, Words] = {}
    corrections: Mapping[str, RecordCorrection] = {}
    decisions: Mapping[tuple[DecisionId, ChildId], DecisionRecord] = {}
    dissents: Mapping[tuple[SeatId, DecisionId, ChildId], DissentRecord] = {}
    plan: Mapping[str, PlanAction] = {}
    interim: Mapping[ChildId, InterimRecord] = {}
    arrangements: Arrangements = msgspec.field(default_factory=Arrangements)
    reports: tuple[SeatId, ...] = ()
    """The seats that presented theirs."""


class SentCopy(msgspec.Struct, frozen=True, kw_only=True):
    """A copy that went out: which version, of what was approved then."""

    copy: Copy
    at: datetime
    of: RecordBasis


class RecordState(msgspec.Struct, frozen=True, kw_only=True):
    """The record as it stands; `approved` is what the chair approved last."""

    attended: frozenset[SeatId] = frozenset()
    exclusions: tuple[Exclusion, ...] = ()
    parts: Mapping[PartKey, Words] = {}
    corrections: Mapping[str, RecordCorrection] = {}
    approved: RecordBasis | None = None
    sent: Mapping[SeatOrAdultId, SentCopy] = {}


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """That the decision was explained to somebody, by a seat or by the facilitator in the chair's place."""

    seat: SeatId | None
    to: SeatOrAdultId
    said: Said
    at: datetime
