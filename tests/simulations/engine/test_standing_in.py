"""The facilitator speaks for a scripted seat, visibly; its script goes on from there; its lines are read aloud."""

from rehearsing import (
    CALLS,
    CHAIR,
    FACILITATOR,
    HEALTH_VISITOR,
    MOTHER,
    POLICE,
    WATCHER,
    WEIGHT,
    Rehearsal,
    rehearsal,
    words,
)

from simulations.engine import commands as do
from simulations.engine.actors import Scripted, Seated, StandingIn
from simulations.engine.events import ScriptWentOn
from simulations.engine.scenario.values import ChildId, DecisionId, OptionId, SeatId
from simulations.engine.sections import SeatLine
from simulations.engine.viewers import Viewer

FOR_POLICE = StandingIn(POLICE.seat)
FOR_CHAIR = StandingIn(CHAIR.seat)


def stood_in(phase: str, *people: Seated) -> Rehearsal:
    conference = rehearsal(*people, phase=phase)
    conference.must(do.TakeOver(by=FACILITATOR, seat=POLICE.seat))
    return conference


def line(conference: Rehearsal, seat: SeatId, viewer: Viewer = MOTHER) -> SeatLine:
    roster = conference.sees(viewer).roster
    assert roster is not None
    return next(each for each in roster.seats if each.seat == seat)


def test_everybody_sees_for_whom_the_facilitator_speaks_and_that_they_sit_at_the_table() -> None:
    conference = stood_in("analysis", CHAIR, MOTHER)
    assert line(conference, POLICE.seat).stood_in
    assert conference.state.facilitator_in
    spoke = conference.must(do.Speak(by=FOR_POLICE, words=words("for them")))
    assert MOTHER.seat in spoke[0].audience.seats
    assert conference.sees(MOTHER).log.items[-1].seat == "police"  # type: ignore[union-attr]


def test_speaking_for_a_seat_wants_taking_it_over_first() -> None:
    conference = rehearsal(CHAIR, phase="analysis")
    assert conference.refused(do.Speak(by=FOR_POLICE, words=words())) == "not-yours"
    assert conference.refused(do.Speak(by=StandingIn(CHAIR.seat), words=words())) == "not-yours"


def test_no_person_is_spoken_for_nor_ever_a_child() -> None:
    conference = rehearsal(CHAIR, phase="analysis", empty=["mother"])
    assert conference.refused(do.TakeOver(by=FACILITATOR, seat=CHAIR.seat)) == "not-scripted"
    assert conference.refused(do.TakeOver(by=FACILITATOR, seat=SeatId("mother"))) == "not-scripted"
    assert conference.refused(do.TakeOver(by=FACILITATOR, seat=SeatId("gwen-seat"))) == "never-a-child"
    assert conference.refused(do.TakeOver(by=FACILITATOR, seat=SeatId("nobody"))) == "no-such-seat"
    assert conference.refused(do.TakeOver(by=CHAIR, seat=POLICE.seat)) == "facilitator-only"


def test_the_floor_holds_for_the_facilitator_in_a_seat_as_for_a_person() -> None:
    conference = stood_in("questions", CHAIR)
    assert conference.refused(do.Speak(by=FOR_POLICE, words=words())) == "floor-elsewhere"
    conference.must(do.RaiseHand(by=FOR_POLICE), do.GiveFloor(by=CHAIR, seat=POLICE.seat))
    conference.must(do.Share(by=FOR_POLICE, passage=CALLS))
    assert conference.state.floor.holder == POLICE.seat


def test_the_script_is_silent_meanwhile_and_asks_for_nothing() -> None:
    conference = stood_in("reports", CHAIR)
    assert conference.refused(do.Speak(by=Scripted(POLICE.seat), words=words())) == "not-yours"
    conference.must(do.GiveFloor(by=CHAIR, seat=POLICE.seat))
    conference.wait(60)
    assert CALLS not in conference.state.sharings
    assert conference.state.floor.holder == POLICE.seat


def test_what_the_script_should_have_said_meanwhile_is_left_out_and_the_control_room_told() -> None:
    conference = stood_in("reports", CHAIR)
    conference.wait(40)
    went_on = conference.must(do.LetScriptGoOn(by=FACILITATOR, seat=POLICE.seat))
    assert isinstance(went_on[0], ScriptWentOn)
    assert went_on[0].skipped == ("police.0",)
    conference.must(do.GiveFloor(by=CHAIR, seat=POLICE.seat))
    conference.wait(60)
    assert CALLS not in conference.state.sharings
    control = conference.sees(FACILITATOR).control
    assert control is not None
    assert control.left_out["police.0"] == ("stood-in",)


def test_what_was_still_to_come_the_script_says_once_it_goes_on() -> None:
    conference = stood_in("reports", CHAIR)
    conference.wait(10)
    conference.must(do.LetScriptGoOn(by=FACILITATOR, seat=POLICE.seat), do.GiveFloor(by=CHAIR, seat=POLICE.seat))
    conference.wait(40)
    assert CALLS in conference.state.sharings


def test_a_view_that_fell_due_meanwhile_is_given_when_the_script_goes_on() -> None:
    conference = stood_in("decision", CHAIR)
    conference.wait(60)
    assert not any(seat == POLICE.seat for seat, _, _ in conference.state.views)
    conference.must(do.LetScriptGoOn(by=FACILITATOR, seat=POLICE.seat))
    conference.wait(10)
    assert any(seat == POLICE.seat for seat, _, _ in conference.state.views)


def test_a_question_to_the_seat_waits_for_the_facilitator() -> None:
    conference = rehearsal(CHAIR, HEALTH_VISITOR, phase="analysis")
    conference.must(
        do.TakeOver(by=FACILITATOR, seat=POLICE.seat), do.Ask(by=CHAIR, of=POLICE.seat, words=words("when?"))
    )
    conference.wait(60)
    stands_in = conference.sees(FACILITATOR).me.stands_in  # type: ignore[union-attr]
    (ask,) = stands_in[0].questions
    conference.must(do.Speak(by=FOR_POLICE, words=words("on Friday"), answers=ask.key))
    assert conference.sees(FACILITATOR).me.stands_in[0].questions == ()  # type: ignore[union-attr]


def test_whoever_speaks_for_a_seat_has_its_papers_and_nobody_elses() -> None:
    conference = stood_in("analysis", CHAIR, HEALTH_VISITOR)
    papers = conference.sees(FACILITATOR).papers
    assert papers is not None
    assert {paper.seat for paper in papers.papers} == {"police"}
    assert conference.sees(WATCHER).papers.papers == ()  # type: ignore[union-attr]
    conference.must(do.LetScriptGoOn(by=FACILITATOR, seat=POLICE.seat))
    assert conference.sees(FACILITATOR).papers.papers == ()  # type: ignore[union-attr]


def test_the_facilitator_stays_at_the_table_while_they_speak_for_a_seat() -> None:
    conference = stood_in("analysis", CHAIR)
    assert conference.refused(do.SitOut(by=FACILITATOR)) == "still-standing-in"
    conference.must(do.LetScriptGoOn(by=FACILITATOR, seat=POLICE.seat), do.SitOut(by=FACILITATOR))


def test_a_person_who_sits_down_there_ends_it() -> None:
    conference = stood_in("analysis", CHAIR)
    conference.must(do.TakeSeat(by=POLICE, seat=POLICE.seat, person="late"))
    assert not line(conference, POLICE.seat).stood_in
    assert conference.refused(do.Speak(by=FOR_POLICE, words=words())) == "not-yours"


def test_what_the_facilitator_says_for_a_seat_counts_as_nobodys_own() -> None:
    conference = stood_in("analysis", CHAIR)
    conference.must(do.Share(by=FOR_POLICE, passage=CALLS))
    (sharing,) = conference.state.sharings[CALLS]
    assert not sharing.by_person


def test_the_facilitator_chairs_for_a_scripted_chair_and_gives_a_view_only_whole() -> None:
    conference = rehearsal(POLICE, phase="questions")
    conference.must(do.TakeOver(by=FACILITATOR, seat=CHAIR.seat), do.GiveFloor(by=FOR_CHAIR, seat=POLICE.seat))
    conference.to("decision")
    conference.must(do.TakeOver(by=FACILITATOR, seat=HEALTH_VISITOR.seat))
    view = do.GiveView(
        by=StandingIn(HEALTH_VISITOR.seat), decision=DecisionId("registration"), child=ChildId("gwen"),
        option=OptionId("not-registered"),
    )  # fmt: skip
    assert conference.refused(view) == "view-not-whole"


def test_a_scripts_lines_are_read_aloud_by_whoever_the_facilitator_asks() -> None:
    conference = rehearsal(POLICE, MOTHER, phase="analysis", setting="one-room")
    asking = do.AskToVoice(by=FACILITATOR, seat=HEALTH_VISITOR.seat, reader=POLICE.seat)
    conference.must(asking)
    assert line(conference, HEALTH_VISITOR.seat).voice == "police"
    assert conference.sees(POLICE).me.voices == ("health-visitor",)  # type: ignore[union-attr]
    assert conference.must(asking) == ()
    conference.must(do.AskToVoice(by=FACILITATOR, seat=HEALTH_VISITOR.seat))
    assert conference.sees(POLICE).me.voices == ()  # type: ignore[union-attr]


def test_lines_are_read_aloud_by_people_in_the_room_where_people_talk_aloud() -> None:
    typed = rehearsal(POLICE, phase="analysis")
    assert typed.refused(do.AskToVoice(by=FACILITATOR, seat=HEALTH_VISITOR.seat, reader=POLICE.seat)) == "typed-here"
    aloud = rehearsal(POLICE, phase="analysis", setting="one-room")
    for reader in ("chair", "nobody", "father"):
        asking = do.AskToVoice(by=FACILITATOR, seat=HEALTH_VISITOR.seat, reader=SeatId(reader))
        assert aloud.refused(asking) == "nobody-there"
    assert aloud.refused(do.AskToVoice(by=FACILITATOR, seat=POLICE.seat, reader=POLICE.seat)) == "not-scripted"
    assert WEIGHT not in aloud.state.sharings
