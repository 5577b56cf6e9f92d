"""What a person, a script or the clock may ask for: one frozen type a command.

The tag of each is the word the protocol has for it in `do`. `by` says who asks and is set by the server, never by
a client. Free text never comes in here: the caller keeps it as an utterance and hands over its id and the language
it was made in (`Words`); a script's lines are a place in the scenario file (`ScenarioText`).

    read_command({"do": "raise-hand"}, by=Seated("police"))  -> RaiseHand
"""

from collections.abc import Mapping

import msgspec

from simulations.engine.actors import Actor
from simulations.engine.commands.agreement import AgreeToReplay
from simulations.engine.commands.arrangements import (
    Adjourn,
    FormCoreGroup,
    GoOnWithoutQuorum,
    NameCoordinator,
    SetNextConference,
)
from simulations.engine.commands.asking import MAX_CITED, Asking
from simulations.engine.commands.beside import (
    Broadcast,
    Choose,
    DealPaper,
    FireInject,
    LookBack,
    OpenReconciling,
    OpenStep,
    Reconcile,
    TellChair,
    Whisper,
)
from simulations.engine.commands.debriefing import (
    AgreeToNames,
    GroupNote,
    Intend,
    NameGroup,
    PostNote,
    TakeIntentionBack,
    TakeNoteBack,
    VoteForNote,
)
from simulations.engine.commands.facilitating import (
    AskToVoice,
    HoldInject,
    LetScriptGoOn,
    NextPhaseSoon,
    NoteDown,
    Redact,
    ReleaseInject,
    Score,
    SeeMinute,
    StayHere,
    StopForConcern,
    TakeOver,
)
from simulations.engine.commands.judgement import (
    AddAction,
    AgreeAction,
    AmendAction,
    AskClosedPart,
    ClosePart,
    Decide,
    Dissent,
    GiveConcern,
    GiveView,
    NoteNeed,
    OpenViews,
    Reopen,
    SayInterim,
    SettleDissent,
    SumUp,
    WithdrawAction,
)
from simulations.engine.commands.meeting import (
    AskForAMinute,
    Close,
    ComeBack,
    ComeIn,
    CoverSeat,
    End,
    Extend,
    GiveFloor,
    HandBack,
    LeaveSeat,
    LowerHand,
    NextPhase,
    Observe,
    Outage,
    Pause,
    RaiseHand,
    ReleaseSeat,
    Resume,
    SayWhere,
    SitIn,
    SitOut,
    Start,
    StepOut,
    StopObserving,
    TakeSeat,
    Tick,
)
from simulations.engine.commands.record import (
    ApproveRecord,
    CorrectRecord,
    Explain,
    LeaveCorrection,
    SendRecord,
    TakeCorrection,
    WriteRecord,
)
from simulations.engine.commands.review import ReviewAction, SayChange
from simulations.engine.commands.table import (
    AnswerFirst,
    Ask,
    AskToRead,
    Call,
    Correct,
    HeardIt,
    LeaveUnanswered,
    NotedIt,
    NothingOnThat,
    Present,
    ReadOut,
    Render,
    Reply,
    SaidIt,
    Share,
    Speak,
    Undo,
)
from simulations.engine.refusals import Refusal, refuse

Command = (
    TakeSeat | LeaveSeat | StepOut | ComeBack | ComeIn | SayWhere | CoverSeat | ReleaseSeat | Observe | StopObserving
    | SitIn | SitOut
    | Start | Pause | Resume | NextPhase | Extend | End | Close | AskForAMinute
    | RaiseHand | LowerHand | GiveFloor | HandBack
    | Speak | Share | Undo | SaidIt | HeardIt | NotedIt
    | Present | Reply | Correct | Render | AnswerFirst | LeaveUnanswered
    | Ask | Call | NothingOnThat | AskToRead | ReadOut
    | GiveConcern | NoteNeed | GiveView | OpenViews | SumUp | Decide
    | AskClosedPart | ClosePart | Reopen
    | Dissent | SettleDissent | AddAction | AmendAction | WithdrawAction | AgreeAction | SayInterim
    | ReviewAction | SayChange
    | TellChair | Whisper | Broadcast | FireInject | DealPaper | Choose
    | Redact | TakeOver | LetScriptGoOn | AskToVoice
    | StopForConcern | NextPhaseSoon | StayHere | HoldInject | ReleaseInject | SeeMinute | NoteDown | Score
    | OpenReconciling | Reconcile | OpenStep | LookBack | AgreeToReplay
    | AgreeToNames | PostNote | NameGroup | GroupNote | VoteForNote | Intend
    | TakeNoteBack | TakeIntentionBack
    | WriteRecord | CorrectRecord | TakeCorrection | LeaveCorrection | ApproveRecord | SendRecord | Explain
    | NameCoordinator | FormCoreGroup | SetNextConference | Adjourn | GoOnWithoutQuorum
    | Tick | Outage
)  # fmt: skip


# By way of JSON: a decoder knows its types from the start, where `convert` looks them all up each time.
_commands = msgspec.json.Decoder(Command)


def read_command(message: Mapping[str, object], by: Actor) -> Command | Refusal:
    """The command in a message `{"do": …, …}` (without the id), asked by `by`; a Refusal if it is not one."""
    try:
        command: Command = _commands.decode(msgspec.json.encode({**message, "by": by}))
    except msgspec.ValidationError as error:
        return refuse("not-a-command", detail=str(error))
    return command


__all__ = [
    "MAX_CITED",
    "AddAction",
    "Adjourn",
    "AgreeAction",
    "AgreeToNames",
    "AgreeToReplay",
    "AmendAction",
    "AnswerFirst",
    "ApproveRecord",
    "Ask",
    "AskClosedPart",
    "AskForAMinute",
    "AskToRead",
    "AskToVoice",
    "Asking",
    "Broadcast",
    "Call",
    "Choose",
    "Close",
    "ClosePart",
    "ComeBack",
    "ComeIn",
    "Command",
    "Correct",
    "CorrectRecord",
    "CoverSeat",
    "DealPaper",
    "Decide",
    "Dissent",
    "End",
    "Explain",
    "Extend",
    "FireInject",
    "FormCoreGroup",
    "GiveConcern",
    "GiveFloor",
    "GiveView",
    "GoOnWithoutQuorum",
    "GroupNote",
    "HandBack",
    "HeardIt",
    "HoldInject",
    "Intend",
    "LeaveCorrection",
    "LeaveSeat",
    "LeaveUnanswered",
    "LetScriptGoOn",
    "LookBack",
    "LowerHand",
    "NameCoordinator",
    "NameGroup",
    "NextPhase",
    "NextPhaseSoon",
    "NoteDown",
    "NoteNeed",
    "NotedIt",
    "NothingOnThat",
    "Observe",
    "OpenReconciling",
    "OpenStep",
    "OpenViews",
    "Outage",
    "Pause",
    "PostNote",
    "Present",
    "RaiseHand",
    "ReadOut",
    "Reconcile",
    "Redact",
    "ReleaseInject",
    "ReleaseSeat",
    "Render",
    "Reopen",
    "Reply",
    "Resume",
    "ReviewAction",
    "SaidIt",
    "SayChange",
    "SayInterim",
    "SayWhere",
    "Score",
    "SeeMinute",
    "SendRecord",
    "SetNextConference",
    "SettleDissent",
    "Share",
    "SitIn",
    "SitOut",
    "Speak",
    "Start",
    "StayHere",
    "StepOut",
    "StopForConcern",
    "StopObserving",
    "SumUp",
    "TakeCorrection",
    "TakeIntentionBack",
    "TakeNoteBack",
    "TakeOver",
    "TakeSeat",
    "TellChair",
    "Tick",
    "Undo",
    "VoteForNote",
    "Whisper",
    "WithdrawAction",
    "WriteRecord",
    "read_command",
]
