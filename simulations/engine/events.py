"""What happened: one frozen type an event, in the past tense. They are the only thing that is stored.

Each has the moment it happened (`at`), the version of its own shape, and its audience: who may ever see it. The
audience has no default, so an event that does not say who may see it cannot be made. What is said at the table is
named by its place in the log (`t1`, `t2`, …), which is the `key` that later events and commands point at. Free text is never in here
(see `words.Words`), nor is anything that the scenario can tell again.
"""

from datetime import datetime
from typing import Literal

from simulations.engine.audience import Happening
from simulations.engine.scenario.values import (
    AdultId,
    BeatId,
    ChildId,
    ChoiceId,
    DecisionId,
    InjectId,
    OptionId,
    PaperId,
    PassageId,
    PhaseId,
    SeatId,
    SeatOrAdultId,
    TopicId,
)
from simulations.engine.words import Due, How, Kind, Language, PlayedBy, Reason, Said, SaidOrNot, Where

# Seats


class SeatTaken(Happening, frozen=True, tag="seat-taken"):
    """A person sat down."""

    seat: SeatId
    person: str
    played_by: PlayedBy
    language: Language
    where: Where


class SeatFilled(Happening, frozen=True, tag="seat-filled"):
    """An empty seat is played by its script, or stands for a statement that will be read out."""

    seat: SeatId
    by: Literal["script", "statement"]


class SeatLeft(Happening, frozen=True, tag="seat-left"):
    """A person got up for good, or a script was taken off: the seat is empty.

    `kept_empty`: no script is to fill it by itself.
    """

    seat: SeatId
    kept_empty: bool = False


class SteppedOut(Happening, frozen=True, tag="stepped-out"):
    """Somebody left the room and may come back."""

    seat: SeatId


class CameBack(Happening, frozen=True, tag="came-back"):
    """Somebody returned to their seat."""

    seat: SeatId


class WhereSaid(Happening, frozen=True, tag="where-said"):
    """Somebody said who could overhear them."""

    seat: SeatId
    where: Where


class ObserverCame(Happening, frozen=True, tag="observer-came"):
    """An observer came in."""

    person: str


class ObserverLeft(Happening, frozen=True, tag="observer-left"):
    """An observer went."""

    person: str


class FacilitatorSatIn(Happening, frozen=True, tag="facilitator-sat-in"):
    """The facilitator joined the table."""


class FacilitatorSatOut(Happening, frozen=True, tag="facilitator-sat-out"):
    """The facilitator left the table."""


# Phases


class ConferenceStarted(Happening, frozen=True, tag="conference-started"):
    """The clock began."""


class PhaseBegan(Happening, frozen=True, tag="phase-began"):
    """A phase began, and the one before it ended."""

    phase: PhaseId


class ConferencePaused(Happening, frozen=True, tag="conference-paused"):
    """The conference's clock stopped."""


class ConferenceResumed(Happening, frozen=True, tag="conference-resumed"):
    """It runs again."""


class PhaseExtended(Happening, frozen=True, tag="phase-extended"):
    """The phase that is on got more minutes."""

    minutes: int


class MinutesUsed(Happening, frozen=True, tag="minutes-used"):
    """The minutes of the phase are used up: a warning, which ends nothing."""

    phase: PhaseId


class OutageNoted(Happening, frozen=True, tag="outage-noted"):
    """Nobody was heard since then: the conference's clock stood still meanwhile."""

    since: datetime


class ConferenceEnded(Happening, frozen=True, tag="conference-ended"):
    """The facilitator stopped the meeting before its last phase."""


class ConferenceClosed(Happening, frozen=True, tag="conference-closed"):
    """The room is closed."""


class MinuteAsked(Happening, frozen=True, tag="minute-asked"):
    """Somebody privately asked the facilitator for a pause."""

    seat: SeatId


# Floor


class HandRaised(Happening, frozen=True, tag="hand-raised"):
    """A seat asks for the floor."""

    seat: SeatId


class HandLowered(Happening, frozen=True, tag="hand-lowered"):
    """It no longer does."""

    seat: SeatId


class FloorGiven(Happening, frozen=True, tag="floor-given"):
    """A seat has the floor."""

    seat: SeatId


class FloorReturned(Happening, frozen=True, tag="floor-returned"):
    """A seat gave the floor back; in a round, its turn is over."""

    seat: SeatId


class TurnPassed(Happening, frozen=True, tag="turn-passed"):
    """In a round: a seat had nothing to say, or is not in the room."""

    seat: SeatId


# Speaking and sharing


class Spoke(Happening, frozen=True, tag="spoke"):
    """Something was said at the table. `answers` is the key of a question."""

    seat: SeatId
    said: Said
    answers: str | None = None


class PassageShared(Happening, frozen=True, tag="passage-shared"):
    """A passage was said or shown, or marked as said where people talk aloud.

    `seat` is who said it (None where the one who marks it does not know), `marked_by` the seat that marked it, or
    `facilitator` or `observer`; None where the platform carried it itself. `said_at` is when, which may be earlier
    than `at`. `language` is the language it was said in, None where nobody knows. The audience is who was there.
    """

    passage: PassageId
    seat: SeatId | None
    how: How
    said_at: datetime
    said: Said | None = None
    language: Language | None = None
    marked_by: str | None = None
    answers: str | None = None


class SharingUndone(Happening, frozen=True, tag="sharing-undone"):
    """A sharing or a mark was taken back within ten seconds, and does not count."""

    key: str


# Asking


class Asked(Happening, frozen=True, tag="asked"):
    """A seat was asked, about a topic or in own words."""

    seat: SeatId
    of: SeatId
    topic: TopicId | None = None
    said: Said | None = None


class AgencyCalled(Happening, frozen=True, tag="agency-called"):
    """An agency that sent only a report was telephoned, and is on the line from now on."""

    seat: SeatId
    called: SeatId


class NothingAdded(Happening, frozen=True, tag="nothing-added"):
    """A seat that was asked has nothing on that."""

    seat: SeatId
    ask: str


class PapersHanded(Happening, frozen=True, tag="papers-handed"):
    """Papers came into a seat's hands."""

    seat: SeatId
    papers: tuple[PaperId, ...]
    why: Literal["asked-for", "dealt", "arrived", "to-read"]


class ReadingAsked(Happening, frozen=True, tag="reading-asked"):
    """The chair asked a seat to read out another's statement."""

    statement: SeatId
    reader: SeatId


class StatementRead(Happening, frozen=True, tag="statement-read"):
    """A statement was read out; `reader` is None where the facilitator read it."""

    paper: PaperId
    reader: SeatId | None


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
    """The chair summed up, in these words if a script gives any."""

    said: Said | None


class DecisionTaken(Happening, frozen=True, tag="decision-taken"):
    """The chair closed the decision for one child."""

    decision: DecisionId
    child: ChildId
    option: OptionId
    categories: tuple[str, ...]
    said: Said | None


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


# Beside the table


class ChairTold(Happening, frozen=True, tag="chair-told"):
    """A word that only the chair reads."""

    seat: SeatId
    said: Said


class FacilitatorWrote(Happening, frozen=True, tag="facilitator-wrote"):
    """The facilitator wrote to one seat, or to everyone (`to` None)."""

    to: SeatId | None
    said: Said


class InjectArrived(Happening, frozen=True, tag="inject-arrived"):
    """An inject happened."""

    inject: InjectId


class QuestionPut(Happening, frozen=True, tag="question-put"):
    """An inject asked a seat to choose."""

    inject: InjectId
    seat: SeatId


class ChoiceMade(Happening, frozen=True, tag="choice-made"):
    """An inject's question was answered, for the seat that was asked."""

    inject: InjectId
    seat: SeatId
    choice: ChoiceId
    said: Said | None


class SeatArrived(Happening, frozen=True, tag="seat-arrived"):
    """A seat that was not there from the start came in."""

    seat: SeatId


class SeatDisconnected(Happening, frozen=True, tag="seat-disconnected"):
    """A seat's connection is gone: for so many seconds of the conference's clock, or None until something brings it back."""

    seat: SeatId
    seconds: int | None = None


class SeatReconnected(Happening, frozen=True, tag="seat-reconnected"):
    """A seat is connected again."""

    seat: SeatId


class SomebodyBeside(Happening, frozen=True, tag="somebody-beside"):
    """An adult is beside a seat from now on, unseen by the others."""

    seat: SeatId
    adult: AdultId


class PaperRevealed(Happening, frozen=True, tag="paper-revealed"):
    """A paper was laid before everybody; nobody at the table has said it."""

    paper: PaperId


class BeatHeld(Happening, frozen=True, tag="beat-held"):
    """What a beat waits for was so for the first time: since `since`, which may be a little earlier than `at`."""

    beat: BeatId
    since: datetime


class BeatPlayed(Happening, frozen=True, tag="beat-played"):
    """A beat is done. `left_out` tells what could not be done and the refusal's code, as `action: code`."""

    beat: BeatId
    left_out: tuple[str, ...] = ()


# After the table


class ReconcilingOpened(Happening, frozen=True, tag="reconciling-opened"):
    """Everybody goes through their own papers."""


class PassageReconciled(Happening, frozen=True, tag="passage-reconciled"):
    """A holder said of one passage whether it was said."""

    seat: SeatId
    passage: PassageId
    said: SaidOrNot
    late: bool


class DebriefStepOpened(Happening, frozen=True, tag="debrief-step-opened"):
    """The facilitator opened a step of the debrief."""

    step: str


Event = (
    SeatTaken | SeatFilled | SeatLeft | SteppedOut | CameBack | WhereSaid
    | ObserverCame | ObserverLeft | FacilitatorSatIn | FacilitatorSatOut
    | ConferenceStarted | PhaseBegan | ConferencePaused | ConferenceResumed | PhaseExtended | MinutesUsed
    | OutageNoted | ConferenceEnded | ConferenceClosed | MinuteAsked
    | HandRaised | HandLowered | FloorGiven | FloorReturned | TurnPassed
    | Spoke | PassageShared | SharingUndone
    | Asked | AgencyCalled | NothingAdded | PapersHanded | ReadingAsked | StatementRead
    | ConcernGiven | NeedNoted | ViewGiven | ViewsOpened | SummedUp | DecisionTaken
    | ClosedPartAsked | PartClosed | SentOut | PartReopened
    | DissentRecorded | DissentSettled
    | ActionAdded | ActionAmended | ActionWithdrawn | ActionAgreed | InterimSaid
    | ChairTold | FacilitatorWrote | InjectArrived | QuestionPut | ChoiceMade
    | SeatArrived | SeatDisconnected | SeatReconnected | SomebodyBeside | PaperRevealed | BeatHeld | BeatPlayed
    | ReconcilingOpened | PassageReconciled | DebriefStepOpened
)  # fmt: skip
