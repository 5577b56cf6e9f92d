"""What a person, a script or the clock may ask for: one frozen type a command.

The tag of each is the word the protocol has for it in `do`. `by` says who asks and is set by the server, never by
a client. Free text never comes in here: the caller keeps it as an utterance and hands over its id and the language
it was made in (`Words`); a script's lines are a place in the scenario file (`ScenarioText`).

    read_command({"do": "raise-hand"}, by=Seated("police"))  -> RaiseHand
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from simulations.engine.actors import Actor
from simulations.engine.refusals import Refusal, refuse
from simulations.engine.scenario.values import (
    ChildId,
    ChoiceId,
    DecisionId,
    InjectId,
    OptionId,
    PaperId,
    PassageId,
    SeatId,
    SeatOrAdultId,
    TopicId,
)
from simulations.engine.words import (
    Due,
    How,
    Kind,
    Language,
    Level,
    Minutes,
    PlayedBy,
    Reason,
    Said,
    SaidOrNot,
    ShortId,
    Where,
)

MAX_CITED = 40
"""The most passages or categories that one command may name."""


class Asking(msgspec.Struct, frozen=True, kw_only=True, tag_field="do", forbid_unknown_fields=True):
    """What every command has: who asks."""

    by: Actor


# Seats


class TakeSeat(Asking, frozen=True, tag="take-seat"):
    """Put a person on a seat: by that person (`Seated` on it) or by the facilitator.

    `person` is the caller's own id for them. `volunteers` must be true for a learner on a family seat.
    """

    seat: SeatId
    person: ShortId
    played_by: PlayedBy = "learner"
    language: Language = "en"
    where: Where = "alone"
    volunteers: bool = False


class LeaveSeat(Asking, frozen=True, tag="leave-seat"):
    """Get up for good; a script of the seat covers it."""

    seat: SeatId


class StepOut(Asking, frozen=True, tag="step-out"):
    """Leave in one tap, without a reason; the seat stays one's own."""


class ComeBack(Asking, frozen=True, tag="come-back"):
    """Return to one's seat after stepping out."""


class SayWhere(Asking, frozen=True, tag="where-i-am"):
    """Say honestly who could overhear or look on."""

    where: Where


class CoverSeat(Asking, frozen=True, tag="cover-seat"):
    """The facilitator has an empty seat played by its script, or its statement read."""

    seat: SeatId


class ReleaseSeat(Asking, frozen=True, tag="release-seat"):
    """The facilitator takes the script off a seat, so that it stands empty."""

    seat: SeatId


class Observe(Asking, frozen=True, tag="observe"):
    """An observer comes in; everyone sees that somebody watches."""


class StopObserving(Asking, frozen=True, tag="stop-observing"):
    """An observer goes."""


class SitIn(Asking, frozen=True, tag="sit-in"):
    """The facilitator joins the table visibly, and hears what is said from now on."""


class SitOut(Asking, frozen=True, tag="sit-out"):
    """The facilitator leaves the table."""


# Phases


class Start(Asking, frozen=True, tag="start"):
    """Begin the first phase. Empty seats with a script are filled by it."""


class Pause(Asking, frozen=True, tag="pause"):
    """Stop the conference's clock."""


class Resume(Asking, frozen=True, tag="resume"):
    """Let the clock run on."""


class NextPhase(Asking, frozen=True, tag="next-phase"):
    """Go on to the next phase: the chair or the facilitator. `leaving` is the phase the asker saw, if told."""

    leaving: ShortId | None = None


class Extend(Asking, frozen=True, tag="extend"):
    """Give the phase that is on more minutes."""

    minutes: Minutes


class End(Asking, frozen=True, tag="end"):
    """Stop the meeting here and go to leaving the role, or to the debrief."""


class Close(Asking, frozen=True, tag="close"):
    """Close the room after the debrief."""


class AskForAMinute(Asking, frozen=True, tag="need-a-minute"):
    """Ask the facilitator, privately, for a pause."""


# Floor


class RaiseHand(Asking, frozen=True, tag="raise-hand"):
    """Ask for the floor."""


class LowerHand(Asking, frozen=True, tag="lower-hand"):
    """No longer ask for it."""


class GiveFloor(Asking, frozen=True, tag="give-floor"):
    """The chair asks a seat to speak."""

    seat: SeatId


class HandBack(Asking, frozen=True, tag="hand-back"):
    """Give the floor back to the chair."""


# Speaking and sharing


class Speak(Asking, frozen=True, tag="speak"):
    """Say something at the table; `answers` is the key of the question it answers."""

    words: Said
    answers: ShortId | None = None


class Share(Asking, frozen=True, tag="share"):
    """Say or show a passage of one's papers, or tell it in one's own words (`words`, required then).

    `confirm` must be true to say something before somebody it is withheld from. `language` is the language it is
    said in: the passage's own where it is told to have one, else the seat's.
    """

    passage: PassageId
    how: How = "said"
    words: Said | None = None
    language: Language | None = None
    answers: ShortId | None = None
    confirm: bool = False


class Undo(Asking, frozen=True, tag="undo"):
    """Take back one's own last sharing or mark, within ten seconds."""

    item: ShortId


class SaidIt(Asking, frozen=True, tag="said-it"):
    """Where people talk aloud: 'I have said this', whole or in own words, now or at an earlier moment."""

    passage: PassageId
    how: Literal["said", "own-words"] = "said"
    said_at: datetime | None = None
    confirm: bool = False


class HeardIt(Asking, frozen=True, tag="heard-it"):
    """Where people talk aloud: 'I heard that', of a passage in one's own papers that somebody else said."""

    passage: PassageId
    seat: SeatId | None = None
    said_at: datetime | None = None


class NotedIt(Asking, frozen=True, tag="noted-it"):
    """Where people talk aloud: the facilitator or an observer notes that a seat said a passage."""

    passage: PassageId
    seat: SeatId
    said_at: datetime | None = None


# Asking


class Ask(Asking, frozen=True, tag="ask"):
    """Ask a seat about a topic by name, or in one's own words."""

    of: SeatId
    topic: TopicId | None = None
    words: Said | None = None


class Call(Asking, frozen=True, tag="call"):
    """Telephone an agency that sent only a report."""

    seat: SeatId


class NothingOnThat(Asking, frozen=True, tag="nothing-on-that"):
    """Answer a question with: nothing on that."""

    ask: ShortId


class AskToRead(Asking, frozen=True, tag="ask-to-read"):
    """The chair asks a seat to read out the statement of another that nobody plays."""

    statement: SeatId
    reader: SeatId


class ReadOut(Asking, frozen=True, tag="read-out"):
    """Read out a paper of a statement seat, which shares what it carries; `confirm` as for `Share`."""

    paper: PaperId
    confirm: bool = False


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


# Word beside the table


class TellChair(Asking, frozen=True, tag="word-to-chair"):
    """A word that only the chair reads."""

    words: Said


class Whisper(Asking, frozen=True, tag="whisper"):
    """The facilitator writes to one seat."""

    to: SeatId
    words: Said


class Broadcast(Asking, frozen=True, tag="broadcast"):
    """The facilitator writes to everyone."""

    words: Said


class FireInject(Asking, frozen=True, tag="fire-inject"):
    """The facilitator has an inject happen now."""

    inject: InjectId


class DealPaper(Asking, frozen=True, tag="deal-paper"):
    """The facilitator puts a paper into a seat's hands."""

    paper: PaperId
    to: SeatId


class Choose(Asking, frozen=True, tag="choose"):
    """Answer an inject's question; a person says why."""

    inject: InjectId
    choice: ChoiceId
    words: Said | None = None


# After the table


class OpenReconciling(Asking, frozen=True, tag="open-reconciling"):
    """Everybody goes through their own papers and says what was said."""


class Reconcile(Asking, frozen=True, tag="reconcile"):
    """Said, partly or not said. `late`: it was said, but only after the first view had been given."""

    passage: PassageId
    said: SaidOrNot
    late: bool = False


class OpenStep(Asking, frozen=True, tag="open-step"):
    """The facilitator opens the next step of the debrief."""

    step: ShortId


# Time


class Tick(Asking, frozen=True, tag="tick"):
    """The clock asks for what is due by now. Asking twice does no harm."""


class Outage(Asking, frozen=True, tag="outage"):
    """Nobody was heard since `since`: the conference's clock stood still from then until now."""

    since: datetime


Command = (
    TakeSeat | LeaveSeat | StepOut | ComeBack | SayWhere | CoverSeat | ReleaseSeat | Observe | StopObserving
    | SitIn | SitOut
    | Start | Pause | Resume | NextPhase | Extend | End | Close | AskForAMinute
    | RaiseHand | LowerHand | GiveFloor | HandBack
    | Speak | Share | Undo | SaidIt | HeardIt | NotedIt
    | Ask | Call | NothingOnThat | AskToRead | ReadOut
    | GiveConcern | NoteNeed | GiveView | OpenViews | SumUp | Decide
    | AskClosedPart | ClosePart | Reopen
    | Dissent | SettleDissent | AddAction | AmendAction | WithdrawAction | AgreeAction | SayInterim
    | TellChair | Whisper | Broadcast | FireInject | DealPaper | Choose
    | OpenReconciling | Reconcile | OpenStep
    | Tick | Outage
)  # fmt: skip


def read_command(message: Mapping[str, object], by: Actor) -> Command | Refusal:
    """The command in a message `{"do": …, …}` (without the id), asked by `by`; a Refusal if it is not one."""
    try:
        command: Command = msgspec.convert({**message, "by": msgspec.to_builtins(by)}, type=Command)
    except msgspec.ValidationError as error:
        return refuse("not-a-command", detail=str(error))
    return command
