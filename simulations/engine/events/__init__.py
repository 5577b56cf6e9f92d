"""What happened: one frozen type an event, in the past tense. They are the only thing that is stored.

Each has the moment it happened (`at`), the version of its own shape, and its audience: who may ever see it. The
audience has no default, so an event that does not say who may see it cannot be made. What is said at the table is
named by its place in the log (`t1`, `t2`, …), which is the `key` that later events and commands point at. Free text is never in here
(see `words.Words`), nor is anything that the scenario can tell again.
"""

from simulations.engine.events.beside import (
    BeatHeld,
    BeatPlayed,
    ChairTold,
    ChoiceMade,
    DebriefStepOpened,
    FacilitatorWrote,
    InjectArrived,
    PaperRevealed,
    PassageReconciled,
    QuestionPut,
    ReconcilingOpened,
    SeatArrived,
    SeatDisconnected,
    SeatReconnected,
    SomebodyBeside,
)
from simulations.engine.events.judgement import (
    ActionAdded,
    ActionAgreed,
    ActionAmended,
    ActionWithdrawn,
    ClosedPartAsked,
    ConcernGiven,
    DecisionTaken,
    DissentRecorded,
    DissentSettled,
    InterimSaid,
    NeedNoted,
    PartClosed,
    PartReopened,
    SentOut,
    SummedUp,
    ViewGiven,
    ViewsOpened,
)
from simulations.engine.events.meeting import (
    CameBack,
    ConferenceClosed,
    ConferenceEnded,
    ConferencePaused,
    ConferenceResumed,
    ConferenceStarted,
    FacilitatorSatIn,
    FacilitatorSatOut,
    FloorGiven,
    FloorReturned,
    HandLowered,
    HandRaised,
    MinuteAsked,
    MinutesUsed,
    ObserverCame,
    ObserverLeft,
    OutageNoted,
    PhaseBegan,
    PhaseExtended,
    SeatFilled,
    SeatLeft,
    SeatTaken,
    SteppedOut,
    TurnPassed,
    WhereSaid,
)
from simulations.engine.events.table import (
    AgencyCalled,
    Asked,
    NothingAdded,
    PapersHanded,
    PassageShared,
    ReadingAsked,
    SharingUndone,
    Spoke,
    StatementRead,
)

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


__all__ = [
    "ActionAdded",
    "ActionAgreed",
    "ActionAmended",
    "ActionWithdrawn",
    "AgencyCalled",
    "Asked",
    "BeatHeld",
    "BeatPlayed",
    "CameBack",
    "ChairTold",
    "ChoiceMade",
    "ClosedPartAsked",
    "ConcernGiven",
    "ConferenceClosed",
    "ConferenceEnded",
    "ConferencePaused",
    "ConferenceResumed",
    "ConferenceStarted",
    "DebriefStepOpened",
    "DecisionTaken",
    "DissentRecorded",
    "DissentSettled",
    "Event",
    "FacilitatorSatIn",
    "FacilitatorSatOut",
    "FacilitatorWrote",
    "FloorGiven",
    "FloorReturned",
    "HandLowered",
    "HandRaised",
    "InjectArrived",
    "InterimSaid",
    "MinuteAsked",
    "MinutesUsed",
    "NeedNoted",
    "NothingAdded",
    "ObserverCame",
    "ObserverLeft",
    "OutageNoted",
    "PaperRevealed",
    "PapersHanded",
    "PartClosed",
    "PartReopened",
    "PassageReconciled",
    "PassageShared",
    "PhaseBegan",
    "PhaseExtended",
    "QuestionPut",
    "ReadingAsked",
    "ReconcilingOpened",
    "SeatArrived",
    "SeatDisconnected",
    "SeatFilled",
    "SeatLeft",
    "SeatReconnected",
    "SeatTaken",
    "SentOut",
    "SharingUndone",
    "SomebodyBeside",
    "Spoke",
    "StatementRead",
    "SteppedOut",
    "SummedUp",
    "TurnPassed",
    "ViewGiven",
    "ViewsOpened",
    "WhereSaid",
]
