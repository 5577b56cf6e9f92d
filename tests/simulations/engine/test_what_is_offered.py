"""What a room offers as a button is what the rules allow, and nothing that they allow is kept back."""

from collections.abc import Callable, Mapping

import pytest
from rehearsing import CHAIR, FACILITATOR, MOTHER, POLICE, WATCHER, rehearsal, words

from simulations.engine import commands as do
from simulations.engine.actors import Facilitator, Observer, Seated
from simulations.engine.commands import Command
from simulations.engine.deciding import decide
from simulations.engine.refusals import Refusal
from simulations.engine.scenario.values import ChildId, DecisionId, SeatId, SeatOrAdultId
from simulations.engine.terms import Setting
from simulations.engine.words import Due

Asker = Seated | Facilitator | Observer
PLAIN: Mapping[str, Callable[[Asker], Command]] = {
    "start": lambda by: do.Start(by=by),
    "pause": lambda by: do.Pause(by=by),
    "resume": lambda by: do.Resume(by=by),
    "next-phase": lambda by: do.NextPhase(by=by),
    "extend": lambda by: do.Extend(by=by, minutes=2),
    "end": lambda by: do.End(by=by),
    "close": lambda by: do.Close(by=by),
    "need-a-minute": lambda by: do.AskForAMinute(by=by),
    "step-out": lambda by: do.StepOut(by=by),
    "come-back": lambda by: do.ComeBack(by=by),
    "sit-in": lambda by: do.SitIn(by=by),
    "sit-out": lambda by: do.SitOut(by=by),
    "observe": lambda by: do.Observe(by=by),
    "stop-observing": lambda by: do.StopObserving(by=by),
    "speak": lambda by: do.Speak(by=by, words=words()),
    "raise-hand": lambda by: do.RaiseHand(by=by),
    "lower-hand": lambda by: do.LowerHand(by=by),
    "hand-back": lambda by: do.HandBack(by=by),
    "sum-up": lambda by: do.SumUp(by=by, words=words()),
    "open-views": lambda by: do.OpenViews(by=by, decision=DecisionId("registration")),
    "add-action": lambda by: do.AddAction(
        by=by,
        child=ChildId("gwen"),
        kind="safety",
        owner=SeatOrAdultId("police"),
        words=words(),
        risk=words(),
        if_not=words(),
        due=Due(number=7),
    ),
    "interim": lambda by: do.SayInterim(by=by, child=ChildId("gwen"), words=words()),
    "ask-closed-part": lambda by: do.AskClosedPart(by=by, ground="third-party"),
    "close-part": lambda by: do.ClosePart(by=by, without=(SeatId("father"),), ground="third-party"),
    "reopen": lambda by: do.Reopen(by=by),
    "concern": lambda by: do.GiveConcern(by=by, child=ChildId("gwen"), level=3),
    "need-to-know": lambda by: do.NoteNeed(by=by, words=words()),
    "word-to-chair": lambda by: do.TellChair(by=by, words=words()),
    "broadcast": lambda by: do.Broadcast(by=by, words=words()),
    "real-concern": lambda by: do.StopForConcern(by=by),
    "next-phase-soon": lambda by: do.NextPhaseSoon(by=by),
    "stay-here": lambda by: do.StayHere(by=by),
    "note": lambda by: do.NoteDown(by=by, words=words()),
    "open-reconciling": lambda by: do.OpenReconciling(by=by),
}
"""The commands that need nothing but the right and the time."""


@pytest.mark.parametrize("setting", ["text", "one-room"])
@pytest.mark.parametrize(
    "phase", ["", "prebrief", "reading", "opening", "reports", "child", "analysis", "questions", "decision", "plan", "close", "leave", "debrief"]
)  # fmt: skip
def test_each_button_works_and_none_is_missing(setting: Setting, phase: str) -> None:
    conference = rehearsal(CHAIR, POLICE, MOTHER, phase=phase, setting=setting)
    people: tuple[Asker, ...] = (CHAIR, POLICE, MOTHER, FACILITATOR, WATCHER)
    for by in people:
        me = conference.sees(by).me
        assert me is not None
        assert me.may
        for tag, make in PLAIN.items():
            answer = decide(conference.scenario, conference.state, make(by), conference.now)
            changes_something = not isinstance(answer, Refusal) and answer != ()
            offered = tag in me.may
            assert not (offered and isinstance(answer, Refusal)), (by, tag)
            assert offered or not changes_something, (by, tag)
