"""What injects do to the room, and what they ask somebody to choose."""

from rehearsing import BAIL, CHAIR, FACILITATOR, MOTHER, POLICE, SOCIAL_WORKER, WATCHER, Rehearsal, rehearsal, words

from simulations.engine import commands as do
from simulations.engine.actors import Seated
from simulations.engine.events import SeatReconnected
from simulations.engine.holding import holds
from simulations.engine.moment import Moment
from simulations.engine.scenario.conditions import Chose
from simulations.engine.scenario.values import ChoiceId, InjectId, PassageId, SeatId

AUNT = Seated(SeatId("aunt"))
OFF_CAMERA = InjectId("off-camera")


def fire(conference: Rehearsal, inject: str) -> None:
    conference.must(do.FireInject(by=FACILITATOR, inject=InjectId(inject)))


def choice(by: Seated, choice: str = "check", *, why: bool = True) -> do.Choose:
    return do.Choose(by=by, inject=OFF_CAMERA, choice=ChoiceId(choice), words=words("why") if why else None)


def state_of(conference: Rehearsal, seat: str) -> str:
    roster = conference.sees(FACILITATOR).roster
    assert roster is not None
    return next(line.state for line in roster.seats if line.seat == seat)


def test_a_seat_whose_connection_is_gone_neither_hears_nor_speaks_and_comes_back_by_itself() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="analysis")
    fire(conference, "line-drops")
    assert state_of(conference, "police") == "cut-off"
    assert conference.refused(do.Speak(by=POLICE, words=words())) == "cut-off"
    spoke = conference.must(do.Speak(by=CHAIR, words=words()))
    assert POLICE.seat not in spoke[0].audience.seats
    conference.wait(119)
    assert state_of(conference, "police") == "cut-off"
    conference.wait(1)
    assert state_of(conference, "police") == "here"
    conference.must(do.Speak(by=POLICE, words=words()))


def test_the_time_without_a_connection_stands_while_the_conference_is_paused() -> None:
    conference = rehearsal(POLICE, phase="analysis")
    fire(conference, "line-drops")
    conference.must(do.Pause(by=FACILITATOR))
    conference.wait(600)
    conference.must(do.Resume(by=FACILITATOR))
    conference.wait(100)
    assert not any(isinstance(event, SeatReconnected) for event in conference.events)
    conference.wait(20)
    assert sum(isinstance(event, SeatReconnected) for event in conference.events) == 1


def test_whoever_is_cut_off_may_still_step_out_and_is_back_when_the_role_is_left() -> None:
    conference = rehearsal(POLICE, phase="decision")
    fire(conference, "line-drops")
    conference.must(do.StepOut(by=POLICE), do.ComeBack(by=POLICE))
    assert conference.refused(do.RaiseHand(by=POLICE)) == "cut-off"
    conference.to("leave")
    assert state_of(conference, "police") == "here"
    conference.must(do.Speak(by=POLICE, words=words()))


def test_somebody_who_was_outside_comes_in_and_their_script_with_them() -> None:
    conference = rehearsal(CHAIR, MOTHER, phase="analysis")
    conference.wait(10)
    assert state_of(conference, "aunt") == "outside"
    fire(conference, "aunt-comes")
    assert [state_of(conference, seat) for seat in ("aunt", "mother")] == ["here", "stepped-out"]
    conference.wait(10)
    assert conference.state.beats["aunt.0"].played  # type: ignore[index]
    conference.must(do.ComeBack(by=MOTHER))


def test_who_is_unseen_beside_a_seat_hears_what_it_hears() -> None:
    conference = rehearsal(POLICE, MOTHER, phase="analysis")
    fire(conference, "off-camera")
    conference.must(do.Share(by=POLICE, passage=BAIL))
    assert conference.measures.breaches == ("p2",)


def test_before_anybody_is_beside_a_seat_nothing_is_breached() -> None:
    conference = rehearsal(POLICE, MOTHER, phase="analysis")
    conference.must(do.Share(by=POLICE, passage=BAIL))
    fire(conference, "off-camera")
    assert conference.measures.breaches == ()


def test_while_a_seat_is_out_nobody_beside_it_hears() -> None:
    conference = rehearsal(POLICE, MOTHER, phase="analysis")
    fire(conference, "off-camera")
    conference.must(do.StepOut(by=MOTHER), do.Share(by=POLICE, passage=BAIL))
    assert conference.measures.breaches == ()


def test_nobody_else_is_told_who_is_beside_a_seat() -> None:
    conference = rehearsal(POLICE, MOTHER, phase="analysis")
    before = conference.sees(POLICE).roster
    fire(conference, "off-camera")
    assert conference.sees(POLICE).roster == before
    told = [event for event in conference.events if type(event).__name__ == "SomebodyBeside"]
    assert [event.audience.seats for event in told] == [{"mother"}]


def test_a_paper_that_is_revealed_lies_before_everybody_and_nobody_said_it() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="analysis")
    assert not any(held.paper == "letter" for held in conference.state.papers[SOCIAL_WORKER.seat])
    fire(conference, "letter-shown")
    log = conference.sees(POLICE).log
    assert log is not None
    revealed = next(line for line in log.items if line.kind == "revealed")
    assert "KQLETTER0" in (revealed.quotes[0].text or {})["en"]
    assert [each.seat for each in conference.state.sharings[PassageId("letter.0")]] == [None]


def test_a_question_is_put_to_the_seat_that_it_is_for() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="analysis")
    assert conference.refused(choice(CHAIR)) == "nothing-to-choose"
    fire(conference, "off-camera")
    mine, others = conference.sees(CHAIR).me, conference.sees(POLICE).me
    assert mine is not None
    assert others is not None
    assert [line.inject for line in mine.choices] == ["off-camera"]
    assert "choose" in mine.may
    assert others.choices == ()
    assert conference.refused(choice(POLICE)) == "nothing-to-choose"


def test_a_choice_has_a_reason_and_is_made_once() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="analysis")
    fire(conference, "off-camera")
    assert conference.refused(choice(CHAIR, "no")) == "no-such-choice"
    assert conference.refused(choice(CHAIR, why=False)) == "choice-needs-reason"
    conference.must(choice(CHAIR))
    assert conference.refused(choice(CHAIR, "go-on")) == "nothing-to-choose"
    log = conference.sees(POLICE).log
    assert log is not None
    made = next(line for line in log.items if line.kind == "chose")
    assert (made.chosen or {})["en"].startswith("KQCHECK")
    moment = Moment(conference.scenario, conference.state, conference.now)
    assert holds(Chose(inject=OFF_CAMERA, choice=ChoiceId("check")), moment)
    assert not holds(Chose(inject=OFF_CAMERA, choice=ChoiceId("go-on")), moment)


def test_what_the_chair_is_asked_falls_to_the_facilitator_while_no_person_is_in_the_chair() -> None:
    conference = rehearsal(POLICE, phase="analysis")
    fire(conference, "off-camera")
    conference.must(do.Choose(by=FACILITATOR, inject=OFF_CAMERA, choice=ChoiceId("go-on"), words=words()))
    assert conference.refused(do.Choose(by=WATCHER, inject=OFF_CAMERA, choice=ChoiceId("check"))) == "nothing-to-choose"


def test_a_script_chooses_when_it_is_asked_and_not_before() -> None:
    conference = rehearsal(POLICE, phase="questions")
    conference.wait(60)
    assert not conference.state.chosen
    fire(conference, "off-camera")
    assert conference.state.chosen == {"off-camera": "go-on"}
