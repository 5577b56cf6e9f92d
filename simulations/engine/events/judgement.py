"""Concern, views, decisions, dissent, and the outline plan."""

from simulations.engine.audience import Happening
from simulations.engine.scenario.values import (
    ChildId,
    DecisionId,
    OptionId,
    PassageId,
    SeatId,
    SeatOrAdultId,
)
from simulations.engine.words import Basis, Due, Kind, Reason, Said

# Views and decisions


class ConcernGiven(Happening, frozen=True, tag="concern-given"):
    """A level of concern, 0 to 10, for one child."""

    seat: SeatId
    child: ChildId
    level: int


class NeedNoted(Happening, frozen=True, tag="need-noted"):
    """What somebody needs to know."""

    seat: SeatId
    said: Said


class ViewGiven(Happening, frozen=True, tag="view-given"):
    """A view for one child, kept until views are opened; a later one by the same seat takes its place."""

    seat: SeatId
    decision: DecisionId
    child: ChildId
    option: OptionId
    categories: tuple[str, ...]
    said: Said | None
    because: tuple[PassageId, ...]
    confidence: int | None


class ViewsOpened(Happening, frozen=True, tag="views-opened"):
    """The chair laid the views side by side. `missing` are the seats in the room that had not given all of theirs."""

    decision: DecisionId
    missing: tuple[SeatId, ...]


class SummedUp(Happening, frozen=True, tag="summed-up"):
    """The chair summed up, in these words if a script gives any. `seat` is None where the facilitator stands in the chair."""

    said: Said | None
    seat: SeatId | None = None


class DecisionTaken(Happening, frozen=True, tag="decision-taken"):
    """The chair closed the decision for one child. `basis` is None where nobody in the room had given a view."""

    decision: DecisionId
    child: ChildId
    option: OptionId
    categories: tuple[str, ...]
    said: Said | None
    basis: Basis | None = None


class ClosedPartAsked(Happening, frozen=True, tag="closed-part-asked"):
    """A seat asked the chair for a closed part."""

    seat: SeatId
    ground: Reason


class PartClosed(Happening, frozen=True, tag="part-closed"):
    """The chair goes on without these seats; told to those who remain."""

    without: tuple[SeatId, ...]
    ground: Reason


class SentOut(Happening, frozen=True, tag="sent-out"):
    """A seat is outside while the part is closed."""

    seat: SeatId


class PartReopened(Happening, frozen=True, tag="part-reopened"):
    """Everybody is in the room again."""


class DissentRecorded(Happening, frozen=True, tag="dissent-recorded"):
    """A seat dissents from the decision for one child."""

    seat: SeatId
    decision: DecisionId
    child: ChildId
    said: Said


class DissentSettled(Happening, frozen=True, tag="dissent-settled"):
    """The chair said what became of a seat's dissent."""

    seat: SeatId
    decision: DecisionId
    child: ChildId
    said: Said


# The plan


class ActionAdded(Happening, frozen=True, tag="action-added"):
    """An action was put into the plan by a seat, under `key`."""

    key: str
    seat: SeatId
    child: ChildId
    kind: Kind
    owner: SeatOrAdultId
    due: Due | None
    said: Said
    risk: Said | None
    if_not: Said | None


class ActionAmended(Happening, frozen=True, tag="action-amended"):
    """Another action was put in its place; nobody has agreed to it yet."""

    key: str
    seat: SeatId
    child: ChildId
    kind: Kind
    owner: SeatOrAdultId
    due: Due | None
    said: Said
    risk: Said | None
    if_not: Said | None


class ActionWithdrawn(Happening, frozen=True, tag="action-withdrawn"):
    """An action was taken out of the plan."""

    key: str
    seat: SeatId


class ActionAgreed(Happening, frozen=True, tag="action-agreed"):
    """A seat agreed to an action."""

    key: str
    seat: SeatId


class InterimSaid(Happening, frozen=True, tag="interim-said"):
    """A seat said what keeps a child safe until the plan begins."""

    seat: SeatId
    child: ChildId
    said: Said
