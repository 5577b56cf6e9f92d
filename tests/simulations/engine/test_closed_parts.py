"""Closed parts: who is outside, what they are told, and what of it reaches them afterwards."""

import msgspec
from rehearsing import BAIL, CALLS, CHAIR, FACILITATOR, FATHER, MOTHER, POLICE, Rehearsal, rehearsal, words

from simulations.engine import commands as do
from simulations.engine.actors import Seated
from simulations.engine.alone import run_by_itself
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import ChildId, DecisionId, OptionId, PassageId, SeatId
from simulations.engine.sections import DecisionsSection, ViewRow
from simulations.engine.telling import told
from simulations.engine.viewers import Viewer

GWEN, REGISTRATION = ChildId("gwen"), DecisionId("registration")
CLOSE = do.ClosePart(by=CHAIR, without=(FATHER.seat,), ground="live-investigation")
REOPEN = do.Reopen(by=CHAIR)


def with_father(phase: str = "analysis") -> Rehearsal:
    conference = rehearsal(CHAIR, POLICE, MOTHER)
    conference.seat(FATHER, played_by="actor")
    conference.must(do.Start(by=FACILITATOR))
    conference.to(phase)
    return conference


def sent(conference: Rehearsal, viewer: Viewer) -> str:
    return msgspec.json.encode(conference.sees(viewer)).decode()


def view(*because: PassageId) -> do.GiveView:
    return do.GiveView(
        by=POLICE, decision=REGISTRATION, child=GWEN, option=OptionId("registered"), categories=("neglect",),
        words=words("why"), because=because, confidence=6,
    )  # fmt: skip


def decision() -> do.Decide:
    return do.Decide(
        by=CHAIR, decision=REGISTRATION, child=GWEN, option=OptionId("registered"), categories=("neglect",),
        words=words("reason"),
    )  # fmt: skip


def row(conference: Rehearsal, viewer: Seated) -> ViewRow:
    views = conference.sees(viewer).views
    assert views is not None
    return next(each for each in views.decisions[0].rows if each.seat == "police")


def decisions(conference: Rehearsal, viewer: Seated) -> DecisionsSection:
    section = conference.sees(viewer).decisions
    assert section is not None
    return section


def test_what_is_withheld_is_said_in_a_closed_part_without_a_breach() -> None:
    conference = with_father()
    assert conference.refused(do.Share(by=POLICE, passage=BAIL)) == "withheld-needs-confirming"
    conference.must(CLOSE, do.Share(by=POLICE, passage=BAIL), REOPEN)
    assert conference.measures.breaches == ()
    assert "KQPOLICE2" in sent(conference, MOTHER)
    assert "KQPOLICE2" not in sent(conference, FATHER)


def test_who_is_outside_neither_hears_nor_speaks_and_is_not_told_why() -> None:
    conference = with_father()
    conference.must(CLOSE)
    assert conference.refused(do.Speak(by=FATHER, words=words())) == "sent-out"
    assert "live-investigation" not in sent(conference, FATHER)
    assert "live-investigation" in sent(conference, MOTHER)
    roster = conference.sees(MOTHER).roster
    assert roster is not None
    assert next(line.state for line in roster.seats if line.seat == "father") == "sent-out"
    conference.must(do.StepOut(by=FATHER), do.ComeBack(by=FATHER))
    conference.must(REOPEN, do.Speak(by=FATHER, words=words()))


def test_only_the_chair_closes_and_never_without_the_chair() -> None:
    conference = with_father()
    assert conference.refused(msgspec.structs.replace(CLOSE, by=POLICE)) == "chair-only"
    assert conference.refused(msgspec.structs.replace(CLOSE, without=(CHAIR.seat,))) == "chair-stays"
    assert conference.refused(msgspec.structs.replace(CLOSE, without=())) == "no-such-seat"
    assert conference.refused(msgspec.structs.replace(CLOSE, without=(SeatId("nobody"),))) == "no-such-seat"
    assert conference.refused(REOPEN) == "part-is-open"
    conference.must(CLOSE)
    assert conference.refused(CLOSE) == "part-is-closed"


def test_practitioners_ask_the_chair_for_it_and_nobody_else_reads_that() -> None:
    conference = with_father()
    assert conference.refused(do.AskClosedPart(by=MOTHER, ground="third-party")) == "not-yours"
    conference.must(do.AskClosedPart(by=POLICE, ground="third-party"))
    assert "third-party" in sent(conference, CHAIR)
    for viewer in (MOTHER, FATHER, FACILITATOR):
        assert "third-party" not in sent(conference, viewer)


def test_a_reason_that_rests_on_what_is_withheld_is_kept_from_whom_it_is_withheld() -> None:
    conference = with_father()
    conference.must(CLOSE, do.Share(by=POLICE, passage=BAIL), REOPEN)
    conference.to("decision")
    conference.must(view(BAIL), do.OpenViews(by=CHAIR, decision=REGISTRATION))
    assert row(conference, FATHER).closed
    assert row(conference, FATHER).words is None
    assert [quote.closed for quote in row(conference, FATHER).because] == [True]
    assert not row(conference, MOTHER).closed
    assert row(conference, MOTHER).words is not None


def test_what_was_decided_while_somebody_was_outside_tells_them_what_and_not_why() -> None:
    conference = with_father()
    conference.must(do.Share(by=POLICE, passage=CALLS))
    conference.to("decision")
    conference.must(CLOSE, view(CALLS), do.OpenViews(by=CHAIR, decision=REGISTRATION), decision(), REOPEN)
    line = decisions(conference, FATHER).decisions[0]
    assert (line.option, line.closed, line.words) == ("registered", True, None)
    assert row(conference, FATHER).closed
    assert decisions(conference, MOTHER).decisions[0].words is not None


def test_leaving_the_role_brings_everybody_back() -> None:
    conference = with_father("close")
    conference.must(CLOSE)
    conference.to("leave")
    assert conference.state.closed is None
    conference.must(do.Speak(by=FATHER, words=words()))


def test_a_script_in_the_chair_closes_and_reopens(bryn_awel: Scenario) -> None:
    happened = [telling for _, telling in told(run_by_itself(bryn_awel, "calm"))]
    closed = happened.index({"closed-part": "father", "ground": "live-investigation"})
    assert happened.index({"reopened": "yes"}) > closed
