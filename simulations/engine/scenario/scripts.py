"""Scripts: seats played by the computer, as lists of beats.

A beat waits for its `when`, then for its `after`, and does its actions once, in the order written. An action is
only what a person in that seat could do; one class per key of a beat.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar, TypeAlias

from simulations.engine.scenario.conditions import Condition
from simulations.engine.scenario.keys import Key, Origin
from simulations.engine.scenario.values import (
    BeatId,
    ChildId,
    ChoiceId,
    Day,
    Duration,
    FactId,
    InjectId,
    OptionId,
    PaperId,
    PersonId,
    SeatId,
    SeatOrAdultId,
    Text,
    TopicId,
    VariantId,
)
from simulations.engine.scenario.vocabulary import Category, Ground, Language, PlanKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """Speak these words."""

    written: ClassVar[str] = "say"
    words: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Share these facts, showing the passages that carry them."""

    written: ClassVar[str] = "share"
    facts: tuple[FactId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareAs:
    """Share a fact in own words."""

    written: ClassVar[str] = "share_as"
    fact: Annotated[FactId, Key("Which fact", run=True)]
    text: Annotated[Text, Key("The words it is said in", run=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Ask a seat, about a topic or in own words: one of the two."""

    written: ClassVar[str] = "ask"
    of: Annotated[SeatId, Key("Who is asked", run=True)]
    topic: Annotated[TopicId | None, Key("What about, by name")] = None
    text: Annotated[Text | None, Key("What about, in own words")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseHand:
    """Ask the chair for the floor."""

    written: ClassVar[str] = "hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """Give a level of concern from 0 to 10 for each child named."""

    written: ClassVar[str] = "concern"
    levels: Annotated[Mapping[ChildId, int], Key(least=0, most=10)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptedView:
    """One view on one child; it needs `because` or `why`."""

    decision: Annotated[OptionId, Key("One of the decision's options", run=True)]
    categories: Annotated[tuple[Category, ...], Key("Under which categories")] = ()
    because: Annotated[tuple[FactId, ...], Key("The facts it rests on, of those shared by then")] = ()
    confidence: Annotated[int | None, Key("How sure, from 0 to 10", least=0, most=10)] = None
    why: Annotated[Text | None, Key("The reason in words")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveView:
    """Give a view for each child named."""

    written: ClassVar[str] = "view"
    views: Mapping[ChildId, ScriptedView]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dissent:
    """Record dissent from a decision, with its reason."""

    written: ClassVar[str] = "dissent"
    child: Annotated[ChildId, Key("Whose decision", run=True)]
    why: Annotated[Text, Key("The reason", run=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeAction:
    """Put an action into the plan."""

    written: ClassVar[str] = "plan"
    child: Annotated[ChildId, Key("For which child", run=True)]
    kind: Annotated[PlanKind, Key("Safety or support", run=True)]
    action: Annotated[Text, Key("What is to be done", run=True)]
    owner: Annotated[SeatOrAdultId, Key("Who does it", run=True)]
    risk: Annotated[Text | None, Key("The risk it lowers")] = None
    by: Annotated[Day | None, Key("By when")] = None
    if_not: Annotated[Text | None, Key("What follows if it does not lower the risk")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeInterimSafety:
    """Say what keeps a child safe until the plan begins."""

    written: ClassVar[str] = "interim"
    child: Annotated[ChildId, Key("For which child", run=True)]
    text: Annotated[Text, Key("What keeps the child safe", run=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOut:
    """Read a statement out, when the chair has asked for it; what it carries is shared."""

    written: ClassVar[str] = "read"
    paper: PaperId


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveRoom:
    """Step out."""

    written: ClassVar[str] = "leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnToRoom:
    """Come back in."""

    written: ClassVar[str] = "return"


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSeat:
    """The chair calls an agency that is not in the room."""

    written: ClassVar[str] = "call"
    seat: SeatId


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjourn:
    """The chair adjourns the conference, and says why."""

    written: ClassVar[str] = "adjourn"
    why: Annotated[Text, Key("The reason", run=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choose:
    """Answer the questions of injects: one choice for each inject named."""

    written: ClassVar[str] = "choose"
    choices: Mapping[InjectId, ChoiceId]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextPhase:
    """The chair moves on to the next phase."""

    written: ClassVar[str] = "next"


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveFloor:
    """The chair gives a seat the floor."""

    written: ClassVar[str] = "floor"
    seat: SeatId


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosePart:
    """The chair goes on without somebody, on a listed ground."""

    written: ClassVar[str] = "close-part"
    without: Annotated[tuple[SeatId, ...], Key("Who goes out", run=True, least=1)]
    ground: Annotated[Ground, Key("On what ground", run=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopen:
    """The chair asks everybody back in."""

    written: ClassVar[str] = "reopen"


@dataclass(frozen=True, slots=True, kw_only=True)
class SumUp:
    """The chair sums up, in these words if any are given."""

    written: ClassVar[str] = "sum-up"
    words: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenViews:
    """The chair opens the views that were kept."""

    written: ClassVar[str] = "open-views"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptedDecision:
    """The decision for one child."""

    decision: Annotated[OptionId, Key("One of the decision's options", run=True)]
    categories: Annotated[tuple[Category, ...], Key("Under which categories")] = ()
    why: Annotated[Text | None, Key("The reason")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decide:
    """The chair closes the decision for each child named."""

    written: ClassVar[str] = "decide"
    decisions: Mapping[ChildId, ScriptedDecision]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormCoreGroup:
    """The chair names the core group and its first date."""

    written: ClassVar[str] = "core-group"
    members: Annotated[tuple[SeatOrAdultId, ...], Key("Who is in it", run=True, least=1)]
    date: Annotated[Day | None, Key("When it first meets")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explain:
    """The chair explains the decision to somebody in plain words."""

    written: ClassVar[str] = "explain"
    to: Annotated[PersonId, Key("To whom", run=True)]
    text: Annotated[Text, Key("The words", run=True)]


Action: TypeAlias = (
    Say
    | Share
    | ShareAs
    | Ask
    | RaiseHand
    | Concern
    | GiveView
    | Dissent
    | ProposeAction
    | AgreeInterimSafety
    | ReadOut
    | LeaveRoom
    | ReturnToRoom
    | CallSeat
    | Adjourn
    | Choose
    | NextPhase
    | GiveFloor
    | ClosePart
    | Reopen
    | SumUp
    | OpenViews
    | Decide
    | FormCoreGroup
    | Explain
)

FLAGS = (RaiseHand, LeaveRoom, ReturnToRoom, NextPhase, Reopen, OpenViews)
"""Actions without details, written `: true`."""

BARE = (Say, Share, Concern, GiveView, ReadOut, CallSeat, Choose, GiveFloor, Decide, SumUp)
"""Actions whose one value stands directly under their key; `sum-up: true` is one without words."""

MAPPED = (ShareAs, Ask, Dissent, ProposeAction, AgreeInterimSafety, Adjourn, ClosePart, FormCoreGroup, Explain)
"""Actions whose value is a mapping of their fields."""

CHAIRS_ACTIONS = (CallSeat, Adjourn, NextPhase, GiveFloor, ClosePart, Reopen, SumUp, OpenViews, Decide, FormCoreGroup)
"""Actions that only a chair's script may have (`choose` and `explain` may be another's: whoever is asked, whoever has the task)."""


AT_ONCE = Duration(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """One thing a scripted seat does, once."""

    id: Annotated[BeatId, Key(origin=Origin.WORKED_OUT)]
    when: Annotated[Condition, Key("What it waits for", run=True)]
    actions: Annotated[tuple[Action, ...], Key(origin=Origin.WORKED_OUT)]
    after: Annotated[
        Duration, Key("How long after `when` first held; it still fires if the phase has ended", default="0s")
    ] = AT_ONCE
    said_in: Annotated[Language | None, Key("The language it is said in", name="in")] = None
    variants: Annotated[tuple[VariantId, ...], Key("Only in these variants", default="all")] = ()
