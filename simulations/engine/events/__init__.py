"""What happened: one frozen type an event, in the past tense. They are the only thing that is stored.

Each has the moment it happened (`at`), the version of its own shape, and its audience: who may ever see it. The
audience has no default, so an event that does not say who may see it cannot be made. What is said at the table is
named by its place in the log (`t1`, `t2`, …), which is the `key` that later events and commands point at. Free text is never in here
(see `words.Words`), nor is anything that the scenario can tell again.
"""

from simulations.engine.events.agreement import ReplayAgreed
from simulations.engine.events.arrangements import (
    CoordinatorNamed,
    CoreGroupFormed,
    MeetingAdjourned,
    NextConferenceSet,
    WentOnWithoutQuorum,
)
from simulations.engine.events.beside import (
    BeatHeld,
    BeatPlayed,
    ChairTold,
    ChoiceMade,
    DebriefStepOpened,
    FacilitatorWrote,
    InjectArrived,
    InjectHeld,
    LookedBack,
    PaperRevealed,
    PassageReconciled,
    QuestionPut,
    ReconcilingOpened,
    SeatArrived,
    SeatDisconnected,
    SeatReconnected,
    SomebodyBeside,
)
from simulations.engine.events.debriefing import GroupNamed, Intended, NamesAgreed, NoteGrouped, NotePosted, NoteVoted
from simulations.engine.events.facilitating import (
    GroupScored,
    InjectKeptBack,
    InjectReleased,
    MinuteSeen,
    NextPhaseAnnounced,
    NoteMade,
    PhaseKept,
    ScriptWentOn,
    StoodIn,
    StoppedForConcern,
    VoiceAsked,
    WordsRemoved,
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
    CameIn,
    ConferenceClosed,
    ConferenceEnded,
    ConferencePaused,
    ConferenceResumed,
    ConferenceStarted,
    FacilitatorSatIn,
    FacilitatorSatOut,
    FloorGiven,
    FloorReturned,
    Forgotten,
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
from simulations.engine.events.record import (
    CorrectionLeft,
    CorrectionProposed,
    CorrectionTaken,
    DecisionExplained,
    RecordApproved,
    RecordSent,
    RecordWritten,
)
from simulations.engine.events.review import ActionReviewed, ChangeSaid
from simulations.engine.events.table import (
    AgencyCalled,
    Asked,
    Corrected,
    FamilyReplied,
    FirstAnswered,
    LeftUnanswered,
    NothingAdded,
    PapersHanded,
    PassageShared,
    ReadingAsked,
    Rendered,
    ReportPresented,
    SharingUndone,
    Spoke,
    StatementRead,
)

Event = (
    SeatTaken | SeatFilled | SeatLeft | SteppedOut | CameBack | CameIn | WhereSaid
    | ObserverCame | ObserverLeft | FacilitatorSatIn | FacilitatorSatOut
    | ConferenceStarted | PhaseBegan | ConferencePaused | ConferenceResumed | PhaseExtended | MinutesUsed
    | OutageNoted | ConferenceEnded | ConferenceClosed | MinuteAsked | Forgotten
    | HandRaised | HandLowered | FloorGiven | FloorReturned | TurnPassed
    | Spoke | PassageShared | SharingUndone | ReportPresented | FamilyReplied | Corrected | Rendered
    | FirstAnswered | LeftUnanswered
    | Asked | AgencyCalled | NothingAdded | PapersHanded | ReadingAsked | StatementRead
    | ConcernGiven | NeedNoted | ViewGiven | ViewsOpened | SummedUp | DecisionTaken
    | ClosedPartAsked | PartClosed | SentOut | PartReopened
    | DissentRecorded | DissentSettled
    | ActionAdded | ActionAmended | ActionWithdrawn | ActionAgreed | InterimSaid
    | ActionReviewed | ChangeSaid
    | RecordWritten | CorrectionProposed | CorrectionTaken | CorrectionLeft | RecordApproved | RecordSent
    | DecisionExplained
    | CoordinatorNamed | CoreGroupFormed | NextConferenceSet | MeetingAdjourned | WentOnWithoutQuorum
    | ChairTold | FacilitatorWrote | InjectArrived | InjectHeld | QuestionPut | ChoiceMade
    | SeatArrived | SeatDisconnected | SeatReconnected | SomebodyBeside | PaperRevealed | BeatHeld | BeatPlayed
    | WordsRemoved | StoodIn | ScriptWentOn | VoiceAsked
    | StoppedForConcern | NextPhaseAnnounced | PhaseKept | InjectKeptBack | InjectReleased | MinuteSeen | NoteMade | GroupScored
    | ReconcilingOpened | PassageReconciled | DebriefStepOpened | LookedBack | ReplayAgreed
    | NamesAgreed | NotePosted | GroupNamed | NoteGrouped | NoteVoted | Intended
)  # fmt: skip


__all__ = [
    "ActionAdded",
    "ActionAgreed",
    "ActionAmended",
    "ActionReviewed",
    "ActionWithdrawn",
    "AgencyCalled",
    "Asked",
    "BeatHeld",
    "BeatPlayed",
    "CameBack",
    "CameIn",
    "ChairTold",
    "ChangeSaid",
    "ChoiceMade",
    "ClosedPartAsked",
    "ConcernGiven",
    "ConferenceClosed",
    "ConferenceEnded",
    "ConferencePaused",
    "ConferenceResumed",
    "ConferenceStarted",
    "CoordinatorNamed",
    "CoreGroupFormed",
    "Corrected",
    "CorrectionLeft",
    "CorrectionProposed",
    "CorrectionTaken",
    "DebriefStepOpened",
    "DecisionExplained",
    "DecisionTaken",
    "DissentRecorded",
    "DissentSettled",
    "Event",
    "FacilitatorSatIn",
    "FacilitatorSatOut",
    "FacilitatorWrote",
    "FamilyReplied",
    "FirstAnswered",
    "FloorGiven",
    "FloorReturned",
    "Forgotten",
    "GroupNamed",
    "GroupScored",
    "HandLowered",
    "HandRaised",
    "InjectArrived",
    "InjectHeld",
    "InjectKeptBack",
    "InjectReleased",
    "Intended",
    "InterimSaid",
    "LeftUnanswered",
    "LookedBack",
    "MeetingAdjourned",
    "MinuteAsked",
    "MinuteSeen",
    "MinutesUsed",
    "NamesAgreed",
    "NeedNoted",
    "NextConferenceSet",
    "NextPhaseAnnounced",
    "NoteGrouped",
    "NoteMade",
    "NotePosted",
    "NoteVoted",
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
    "PhaseKept",
    "QuestionPut",
    "ReadingAsked",
    "ReconcilingOpened",
    "RecordApproved",
    "RecordSent",
    "RecordWritten",
    "Rendered",
    "ReplayAgreed",
    "ReportPresented",
    "ScriptWentOn",
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
    "StoodIn",
    "StoppedForConcern",
    "SummedUp",
    "TurnPassed",
    "ViewGiven",
    "ViewsOpened",
    "VoiceAsked",
    "WentOnWithoutQuorum",
    "WhereSaid",
    "WordsRemoved",
]
