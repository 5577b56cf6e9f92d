"""Views, decisions, dissent, and the plan."""

from datetime import datetime, timedelta

import msgspec

from simulations.engine.audience import Audience
from simulations.engine.scenario.values import (
    ChildId,
    DecisionId,
    OptionId,
    PassageId,
    SeatId,
    SeatOrAdultId,
)
from simulations.engine.words import Basis, Due, Kind, Said


class FirstConcern(msgspec.Struct, frozen=True, kw_only=True):
    """A level of concern, 0 to 10, before anybody spoke. `by_person` is false for a script's."""

    level: int
    by_person: bool


class FirstView(msgspec.Struct, frozen=True, kw_only=True):
    """When the first view on a child was given, and how long the log was then: what was said at that very moment came
    before it, or after."""

    moment: timedelta
    log: int


class ViewRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One seat's view on one child. `by_person` is false for a script's; `kept_from` were outside when it was given."""

    seat: SeatId
    decision: DecisionId
    child: ChildId
    option: OptionId
    categories: tuple[str, ...]
    said: Said | None
    because: tuple[PassageId, ...]
    confidence: int | None
    by_person: bool
    kept_from: frozenset[SeatId] = frozenset()


class DecisionRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What the chair decided for one child; `kept_from` were outside then."""

    decision: DecisionId
    child: ChildId
    option: OptionId
    categories: tuple[str, ...]
    said: Said | None
    at: datetime
    audience: Audience
    kept_from: frozenset[SeatId] = frozenset()
    basis: Basis | None = None


class DissentRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One seat's dissent from the decision for one child, and what became of it."""

    seat: SeatId
    decision: DecisionId
    child: ChildId
    said: Said
    at: datetime
    audience: Audience
    outcome: Said | None = None
    kept_from: frozenset[SeatId] = frozenset()


class PlanAction(msgspec.Struct, frozen=True, kw_only=True):
    """An action of the plan. `seat` put it there; `said` is what is to be done; `agreed` are the seats that agree to it as it is."""

    key: str
    seat: SeatId
    child: ChildId
    kind: Kind
    owner: SeatOrAdultId
    due: Due | None
    said: Said
    risk: Said | None
    if_not: Said | None
    audience: Audience
    agreed: tuple[SeatId, ...] = ()
    withdrawn: bool = False
    kept_from: frozenset[SeatId] = frozenset()


class InterimRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What keeps a child safe until the plan begins, as a seat said it."""

    seat: SeatId
    child: ChildId
    said: Said
    audience: Audience
    kept_from: frozenset[SeatId] = frozenset()
