"""Concern, views, decisions, dissent, and the outline plan."""

from typing import Annotated

from msgspec import Meta

from simulations.engine.commands.asking import MAX_CITED, Asking
from simulations.engine.scenario.values import (
    ChildId,
    DecisionId,
    OptionId,
    PassageId,
    SeatId,
    SeatOrAdultId,
)
from simulations.engine.words import (
    Due,
    Kind,
    Level,
    Reason,
    Said,
    ShortId,
)

# Views and decisions


class GiveConcern(Asking, frozen=True, tag="concern"):
    """How worried one is about a child, 0 to 10, privately."""

    child: ChildId
    level: Level


class NoteNeed(Asking, frozen=True, tag="need-to-know"):
    """'What I need to know', privately."""

    words: Said


class GiveView(Asking, frozen=True, tag="view"):
    """One's view for one child, kept until the chair opens them. A person gives all of it."""

    decision: DecisionId
    child: ChildId
    option: OptionId
    categories: Annotated[tuple[str, ...], Meta(max_length=MAX_CITED)] = ()
    words: Said | None = None
    because: Annotated[tuple[PassageId, ...], Meta(max_length=MAX_CITED)] = ()
    confidence: Level | None = None


class OpenViews(Asking, frozen=True, tag="open-views"):
    """The chair lays the views side by side."""

    decision: DecisionId


class SumUp(Asking, frozen=True, tag="sum-up"):
    """The chair sums up what has been heard; only a script may do so without words."""

    words: Said | None = None


class Decide(Asking, frozen=True, tag="decide"):
    """The chair closes the decision for one child, with the reason."""

    decision: DecisionId
    child: ChildId
    option: OptionId
    categories: Annotated[tuple[str, ...], Meta(max_length=MAX_CITED)] = ()
    words: Said | None = None


class AskClosedPart(Asking, frozen=True, tag="ask-closed-part"):
    """Ask the chair, privately, to go on without somebody for a while, on a ground."""

    ground: Reason


class ClosePart(Asking, frozen=True, tag="close-part"):
    """The chair goes on without these seats, on a ground."""

    ground: Reason
    without: Annotated[tuple[SeatId, ...], Meta(max_length=MAX_CITED)] = ()


class Reopen(Asking, frozen=True, tag="reopen"):
    """The chair asks everybody back in."""


class Dissent(Asking, frozen=True, tag="dissent"):
    """Dissent from the decision for one child, with the reason."""

    decision: DecisionId
    child: ChildId
    words: Said


class SettleDissent(Asking, frozen=True, tag="settle-dissent"):
    """The chair says what became of a seat's dissent."""

    decision: DecisionId
    child: ChildId
    seat: SeatId
    words: Said


# The plan


class AddAction(Asking, frozen=True, tag="add-action"):
    """Put an action into the plan: `words` are what is to be done. A person tells all that the scenario's form asks."""

    child: ChildId
    kind: Kind
    owner: SeatOrAdultId
    words: Said
    due: Due | None = None
    risk: Said | None = None
    if_not: Said | None = None


class AmendAction(Asking, frozen=True, tag="amend-action"):
    """Put another action in the place of one that is in the plan."""

    action: ShortId
    child: ChildId
    kind: Kind
    owner: SeatOrAdultId
    words: Said
    due: Due | None = None
    risk: Said | None = None
    if_not: Said | None = None


class WithdrawAction(Asking, frozen=True, tag="withdraw-action"):
    """Take an action out of the plan."""

    action: ShortId


class AgreeAction(Asking, frozen=True, tag="agree-action"):
    """Agree to an action of the plan."""

    action: ShortId


class SayInterim(Asking, frozen=True, tag="interim"):
    """Say what keeps a child safe until the plan begins."""

    child: ChildId
    words: Said
