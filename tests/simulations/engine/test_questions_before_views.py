"""What a decision wants answered first: by the table for each child, or left by the chair with a reason."""

from rehearsing import BRYN_AWEL, CHAIR, FACILITATOR, MOTHER, POLICE, RECORD_TAKER, Rehearsal, words

from simulations.engine import commands as do
from simulations.engine.actors import Actor, Seated
from simulations.engine.alone import Run, run_by_itself
from simulations.engine.events import LeftUnanswered
from simulations.engine.scenario import read
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import ChildId, DecisionId, OptionId
from simulations.engine.scenario.vocabulary import FirstAnswer
from simulations.engine.telling import told
from simulations.engine.terms import Setting
from simulations.engine.viewers import Viewer

REGISTRATION, GWEN, IFAN = DecisionId("registration"), ChildId("gwen"), ChildId("ifan")
SEEN = FirstAnswer.CHILD_SEEN


def asking() -> Scenario:
    """Bryn Awel with one question before views."""
    text = BRYN_AWEL.read_text().replace(
        "    options: [registered, not-registered]\n",
        "    options: [registered, not-registered]\n    answer_first: child-seen\n",
    )
    reading = read(text)
    assert reading.scenario is not None, [each.in_language("en") for each in reading.problems]
    return reading.scenario


def deciding(*people: Seated, setting: Setting = "text") -> Rehearsal:
    conference = Rehearsal(asking().for_variant("calm"), setting)
    conference.seat(*people)
    conference.must(do.Start(by=FACILITATOR))
    conference.to("decision")
    return conference


def answer(by: Actor, child: ChildId, question: FirstAnswer = SEEN) -> do.AnswerFirst:
    return do.AnswerFirst(by=by, decision=REGISTRATION, child=child, question=question, words=words(f"seen-{child}"))


def view(by: Actor = POLICE) -> do.GiveView:
    return do.GiveView(by=by, decision=REGISTRATION, child=GWEN, option=OptionId("not-registered"))


def first(conference: Rehearsal, viewer: Viewer) -> dict[str, str]:
    views = conference.sees(viewer).views
    assert views is not None
    return {each.child: each.state for each in views.decisions[0].first}


def test_views_are_refused_until_each_question_is_answered_for_each_child() -> None:
    conference = deciding(CHAIR, POLICE)
    assert conference.refused(view()) == "answer-first"
    conference.must(answer(POLICE, GWEN))
    assert first(conference, CHAIR) == {"gwen": "answered", "ifan": "open"}
    assert conference.refused(view()) == "answer-first"
    conference.must(answer(CHAIR, IFAN))
    assert conference.refused(view()) == "view-not-whole"


def test_anybody_at_the_table_answers_without_the_floor_but_who_only_records_or_renders() -> None:
    conference = deciding(CHAIR, POLICE, MOTHER, RECORD_TAKER)
    assert conference.refused(answer(RECORD_TAKER, GWEN)) == "not-yours"
    assert conference.refused(answer(FACILITATOR, GWEN)) == "not-yours"
    conference.must(answer(MOTHER, GWEN))
    views = conference.sees(POLICE).views
    assert views is not None
    assert views.decisions[0].first[0].seat == "mother"


def test_an_answer_is_in_words_and_given_once() -> None:
    conference = deciding(CHAIR, POLICE)
    silent = do.AnswerFirst(by=POLICE, decision=REGISTRATION, child=GWEN, question=SEEN)
    assert conference.refused(silent) == "words-needed"
    conference.must(answer(POLICE, GWEN))
    assert conference.refused(answer(CHAIR, GWEN)) == "not-asked-first"
    assert conference.refused(answer(POLICE, GWEN, FirstAnswer.CHILDS_DAY)) == "not-asked-first"
    assert conference.refused(answer(POLICE, ChildId("nobody"))) == "not-asked-first"


def test_round_a_table_one_answers_aloud() -> None:
    conference = deciding(CHAIR, POLICE, setting="one-room")
    conference.must(do.AnswerFirst(by=POLICE, decision=REGISTRATION, child=GWEN, question=SEEN))
    assert first(conference, CHAIR)["gwen"] == "answered"


def test_questions_belong_to_the_phase_that_decides() -> None:
    conference = deciding(CHAIR, POLICE)
    conference.to("plan")
    assert conference.refused(answer(POLICE, GWEN)) == "not-asked-first"


def test_the_chair_goes_on_without_an_answer_and_says_why() -> None:
    conference = deciding(CHAIR, POLICE)
    leaving = do.LeaveUnanswered(by=CHAIR, decision=REGISTRATION, child=GWEN, question=SEEN, words=words("why"))
    assert (
        conference.refused(do.LeaveUnanswered(by=POLICE, decision=REGISTRATION, child=GWEN, question=SEEN))
        == "chair-only"
    )
    silent = do.LeaveUnanswered(by=CHAIR, decision=REGISTRATION, child=GWEN, question=SEEN)
    assert conference.refused(silent) == "reason-needed"
    conference.must(leaving, answer(POLICE, IFAN))
    assert first(conference, POLICE) == {"gwen": "left", "ifan": "answered"}
    assert conference.refused(view()) == "view-not-whole"


def test_the_facilitator_leaves_them_where_no_person_is_in_the_chair() -> None:
    conference = deciding(POLICE)
    for child in (GWEN, IFAN):
        conference.must(
            do.LeaveUnanswered(by=FACILITATOR, decision=REGISTRATION, child=child, question=SEEN, words=words("why"))
        )
    assert first(conference, POLICE) == {"gwen": "left", "ifan": "left"}


def test_scripts_wait_with_their_views_while_people_may_answer() -> None:
    conference = deciding(CHAIR, POLICE)
    conference.wait(60)
    assert not conference.state.views
    conference.must(answer(POLICE, GWEN), answer(POLICE, IFAN))
    conference.wait(60)
    assert {seat for seat, _, _ in conference.state.views} == {"social-worker", "health-visitor"}


def test_a_script_in_the_chair_goes_on_when_the_minutes_are_used_up() -> None:
    conference = deciding(POLICE)
    conference.wait(4 * 60)
    assert not conference.state.views
    assert not conference.state.decisions
    conference.wait(2 * 60)
    assert first(conference, POLICE) == {"gwen": "left", "ifan": "left"}
    assert conference.state.decisions


def test_with_scripts_in_every_seat_the_questions_stay_unanswered_and_the_run_decides_all_the_same() -> None:
    run = run_by_itself(asking(), "calm")
    left = [event for event in run.events if isinstance(event, LeftUnanswered)]
    assert [(event.child, event.said) for event in left] == [("gwen", None), ("ifan", None)]
    assert {child for _, child in run.state.decisions} == {"gwen", "ifan"}
    assert {"unanswered": "child-seen", "child": "gwen", "by": "chair"} in [each for _, each in told(run)]


def test_who_was_out_is_told_that_it_was_answered_and_no_more() -> None:
    conference = deciding(CHAIR, POLICE, MOTHER)
    conference.must(do.StepOut(by=MOTHER), answer(POLICE, GWEN), do.ComeBack(by=MOTHER))
    views = conference.sees(MOTHER).views
    assert views is not None
    line = views.decisions[0].first[0]
    assert (line.state, line.unheard, line.seat, line.words) == ("answered", True, None, None)
    telling = [each for _, each in told(Run(conference.scenario, conference.state, events=conference.events))]
    assert {"answered": "child-seen", "child": "gwen", "by": "police"} in telling


def test_buttons_are_there_while_something_is_unanswered() -> None:
    conference = deciding(CHAIR, POLICE, RECORD_TAKER)
    may = {seat.seat: conference.sees(seat).me.may for seat in (CHAIR, POLICE, RECORD_TAKER)}  # type: ignore[union-attr]
    assert "answer-first" in may["police"]
    assert "leave-unanswered" in may["chair"]
    assert "answer-first" not in may["record-taker"]
    assert "view" not in may["police"]
    conference.must(answer(POLICE, GWEN), answer(POLICE, IFAN))
    after = conference.sees(POLICE).me.may  # type: ignore[union-attr]
    assert "view" in after
    assert "answer-first" not in after
