"""What a person, a script or the clock may ask for: one frozen type a command.

The tag of each is the word the protocol has for it in `do`. `by` says who asks and is set by the server, never by
a client. Free text never comes in here: the caller keeps it as an utterance and hands over its id and the language
it was made in (`Words`); a script's lines are a place in the scenario file (`ScenarioText`).

    read_command({"do": "raise-hand"}, by=Seated("police"))  -> RaiseHand
"""

from collections.abc import Mapping

import msgspec

from simulations.engine.actors import Actor
from simulations.engine.commands.asking import MAX_CITED, Asking
from simulations.engine.commands.beside import (
    Broadcast,
    Choose,
    DealPaper,
    FireInject,
    OpenReconciling,
    OpenStep,
    Reconcile,
    TellChair,
    Whisper,
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
from simulations.engine.commands.table import (
    Ask,
    AskToRead,
    Call,
    HeardIt,
    NotedIt,
    NothingOnThat,
    ReadOut,
    SaidIt,
    Share,
    Speak,
    Undo,
)
from simulations.engine.refusals import Refusal, refuse

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


__all__ = [
    "MAX_CITED",
    "AddAction",
    "AgreeAction",
    "AmendAction",
    "Ask",
    "AskClosedPart",
    "AskForAMinute",
    "AskToRead",
    "Asking",
    "Broadcast",
    "Call",
    "Choose",
    "Close",
    "ClosePart",
    "ComeBack",
    "Command",
    "CoverSeat",
    "DealPaper",
    "Decide",
    "Dissent",
    "End",
    "Extend",
    "FireInject",
    "GiveConcern",
    "GiveFloor",
    "GiveView",
    "HandBack",
    "HeardIt",
    "LeaveSeat",
    "LowerHand",
    "NextPhase",
    "NoteNeed",
    "NotedIt",
    "NothingOnThat",
    "Observe",
    "OpenReconciling",
    "OpenStep",
    "OpenViews",
    "Outage",
    "Pause",
    "RaiseHand",
    "ReadOut",
    "Reconcile",
    "ReleaseSeat",
    "Reopen",
    "Resume",
    "SaidIt",
    "SayInterim",
    "SayWhere",
    "SettleDissent",
    "Share",
    "SitIn",
    "SitOut",
    "Speak",
    "Start",
    "StepOut",
    "StopObserving",
    "SumUp",
    "TakeSeat",
    "TellChair",
    "Tick",
    "Undo",
    "Whisper",
    "WithdrawAction",
    "read_command",
]
