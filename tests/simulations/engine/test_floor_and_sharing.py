"""Hands, the floor, what is said and shown, and what may still be taken back."""

from rehearsing import (
    BAIL,
    CALLS,
    CHAIR,
    FACILITATOR,
    FATHER,
    HEALTH_VISITOR,
    POLICE,
    SOCIAL_WORKER,
    WEIGHT,
    rehearsal,
    words,
)  # fmt: skip

from simulations.engine import commands as do
from simulations.engine.actors import Seated
from simulations.engine.holding import holds
from simulations.engine.moment import Moment
from simulations.engine.scenario.conditions import LastToShare
from simulations.engine.scenario.values import PassageId


def test_where_the_chair_gives_the_floor_others_raise_their_hands() -> None:
    conference = rehearsal(CHAIR, POLICE, HEALTH_VISITOR, phase="questions")
    assert conference.refused(do.Speak(by=POLICE, words=words())) == "floor-elsewhere"
    conference.must(do.RaiseHand(by=HEALTH_VISITOR), do.RaiseHand(by=POLICE))
    assert conference.state.floor.hands == ("health-visitor", "police")
    conference.must(do.GiveFloor(by=CHAIR, seat=POLICE.seat), do.Speak(by=POLICE, words=words()))
    assert conference.state.floor.hands == ("health-visitor",)
    conference.must(do.HandBack(by=POLICE))
    assert conference.refused(do.Speak(by=POLICE, words=words())) == "floor-elsewhere"


def test_a_hand_that_is_up_stays_up() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="questions")
    conference.must(do.RaiseHand(by=POLICE))
    assert conference.must(do.RaiseHand(by=POLICE)) == ()


def test_only_the_chair_gives_the_floor() -> None:
    conference = rehearsal(CHAIR, POLICE, HEALTH_VISITOR, phase="questions")
    assert conference.refused(do.GiveFloor(by=POLICE, seat=HEALTH_VISITOR.seat)) == "chair-only"


def test_the_chair_may_always_speak() -> None:
    rehearsal(CHAIR, POLICE, phase="questions").must(do.Speak(by=CHAIR, words=words()))


def test_in_a_round_each_speaks_in_turn_and_empty_seats_are_passed_over() -> None:
    conference = rehearsal(CHAIR, POLICE, HEALTH_VISITOR, phase="reports", empty=["social-worker"])
    assert conference.state.floor.holder == "police"
    assert conference.refused(do.Speak(by=HEALTH_VISITOR, words=words())) == "floor-elsewhere"
    conference.must(do.HandBack(by=POLICE))
    assert conference.state.floor.holder == "health-visitor"


def test_where_the_floor_is_open_anybody_speaks() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="analysis")
    assert conference.refused(do.RaiseHand(by=POLICE)) == "no-hands-here"
    conference.must(do.Speak(by=POLICE, words=words()))


def test_nobody_speaks_while_people_read() -> None:
    assert rehearsal(POLICE, phase="reading").refused(do.Speak(by=POLICE, words=words())) == "silent-now"


def test_nothing_is_shared_before_the_table_opens() -> None:
    assert rehearsal(POLICE, phase="prebrief").refused(do.Share(by=POLICE, passage=CALLS)) == "not-at-the-table"


def test_what_is_typed_during_a_pause_is_refused_until_it_goes_on() -> None:
    conference = rehearsal(POLICE, phase="analysis")
    conference.must(do.Pause(by=FACILITATOR))
    assert conference.refused(do.Speak(by=POLICE, words=words())) == "paused"
    conference.must(do.Resume(by=FACILITATOR), do.Speak(by=POLICE, words=words()))


def test_nobody_shares_what_is_not_in_their_hands_and_learns_nothing_by_trying() -> None:
    conference = rehearsal(POLICE, phase="analysis")
    others = conference.refused(do.Share(by=POLICE, passage=WEIGHT))
    invented = conference.refused(do.Share(by=POLICE, passage=PassageId("nothing.7")))
    assert others == invented == "not-your-passage"


def test_what_was_shown_lies_on_the_table_for_everyone_there() -> None:
    conference = rehearsal(POLICE, HEALTH_VISITOR, phase="analysis")
    conference.must(do.Share(by=POLICE, passage=CALLS, how="shown"))
    line = conference.sees(HEALTH_VISITOR).log.items[-1]  # type: ignore[union-attr]
    assert line.quote is not None
    assert line.quote.text == {"en": "KQPOLICE1 four calls", "cy": "KQPOLICE1 pedair galwad"}


def test_own_words_share_the_fact_and_not_the_passage() -> None:
    conference = rehearsal(POLICE, HEALTH_VISITOR, phase="analysis")
    assert conference.refused(do.Share(by=POLICE, passage=CALLS, how="own-words")) == "words-needed"
    conference.must(do.Share(by=POLICE, passage=CALLS, how="own-words", words=words("mine", "cy")))
    line = conference.sees(HEALTH_VISITOR).log.items[-1]  # type: ignore[union-attr]
    assert line.quote is None
    assert line.words is not None
    assert (line.words.utterance, line.language) == ("mine", "cy")
    assert conference.measures.outcomes["p1"] == "shared"  # type: ignore[index]


def test_the_same_passage_is_not_shared_twice_in_the_same_way() -> None:
    conference = rehearsal(POLICE, phase="analysis")
    conference.must(do.Share(by=POLICE, passage=CALLS))
    assert conference.refused(do.Share(by=POLICE, passage=CALLS)) == "already-shared"


def test_a_sharing_is_taken_back_within_ten_seconds_and_then_counts_for_nothing() -> None:
    conference = rehearsal(POLICE, HEALTH_VISITOR, phase="analysis")
    conference.must(do.Share(by=POLICE, passage=CALLS))
    key = conference.sees(POLICE).log.items[-1].key  # type: ignore[union-attr]
    assert conference.refused(do.Undo(by=HEALTH_VISITOR, item=key)) == "nothing-to-undo"
    conference.wait(9)
    conference.must(do.Undo(by=POLICE, item=key))
    line = conference.sees(HEALTH_VISITOR).log.items[-1]  # type: ignore[union-attr]
    assert line.undone
    assert line.quote is None
    assert conference.measures.outcomes["p1"] == "never-shared"  # type: ignore[index]
    conference.must(do.Share(by=POLICE, passage=CALLS))


def test_after_ten_seconds_it_stays() -> None:
    conference = rehearsal(POLICE, phase="analysis")
    conference.must(do.Share(by=POLICE, passage=CALLS))
    conference.wait(10.5)
    key = conference.sees(POLICE).log.items[-1].key  # type: ignore[union-attr]
    assert conference.refused(do.Undo(by=POLICE, item=key)) == "too-late-to-undo"


def test_what_is_withheld_from_somebody_in_the_room_wants_a_confirmation_and_is_then_a_breach() -> None:
    conference = rehearsal(POLICE)
    conference.seat(FATHER, played_by="trainer")
    conference.must(do.Start(by=FACILITATOR))
    conference.to("analysis")
    assert conference.refused(do.Share(by=POLICE, passage=BAIL)) == "withheld-needs-confirming"
    conference.must(do.Share(by=POLICE, passage=BAIL, confirm=True))
    assert conference.measures.breaches == ("p2",)


def test_the_same_is_safe_to_say_once_they_have_stepped_out() -> None:
    conference = rehearsal(POLICE, SOCIAL_WORKER)
    conference.seat(FATHER, played_by="trainer")
    conference.must(do.Start(by=FACILITATOR))
    conference.to("analysis")
    conference.must(do.StepOut(by=FATHER), do.Share(by=POLICE, passage=BAIL))
    assert conference.measures.breaches == ()
    conference.must(do.ComeBack(by=FATHER))
    conference.to("decision")
    view = do.GiveView(
        by=SOCIAL_WORKER, decision="registration", child="gwen", option="registered",
        categories=("physical",), because=(BAIL,), confidence=5, words=words(),
    )  # type: ignore[arg-type]  # fmt: skip
    conference.must(view, do.OpenViews(by=FACILITATOR, decision="registration"))  # type: ignore[arg-type]
    for viewer, closed in ((FATHER, True), (POLICE, False)):
        rows = conference.sees(viewer).views.decisions[0].rows  # type: ignore[union-attr]
        assert next(row for row in rows if row.seat == "social-worker").because[0].closed is closed


def test_a_script_raises_its_hand_to_a_person_in_the_chair_and_speaks_when_given_the_floor() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="questions")
    conference.wait(1)
    assert conference.state.floor.hands == ("health-visitor",)
    given = conference.must(do.GiveFloor(by=CHAIR, seat=HEALTH_VISITOR.seat))
    assert conference.kinds(given) == ["FloorGiven", "PassageShared", "BeatPlayed", "FloorReturned"]


def test_a_person_holds_their_turn_in_a_round_until_they_hand_it_back_and_scripts_go_on_after() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="reports")
    conference.wait(120)
    assert conference.state.floor.holder == "police"
    conference.must(do.HandBack(by=POLICE))
    assert conference.state.floor.to_come == ()


def test_a_chair_hands_the_floor_on_by_taking_it_back() -> None:
    conference = rehearsal(CHAIR, POLICE, HEALTH_VISITOR, phase="reports")
    conference.wait(1)
    assert conference.state.floor.holder == "police"
    conference.must(do.HandBack(by=CHAIR))
    assert conference.state.floor.holder == "health-visitor"


def test_who_was_last_to_share_is_told_by_when_each_first_did_and_at_one_moment_by_the_log() -> None:
    conference = rehearsal(CHAIR, POLICE, HEALTH_VISITOR, phase="analysis", empty=["social-worker"])

    def last(seat: Seated) -> bool:
        moment = Moment(conference.scenario, conference.state, conference.now)
        return holds(LastToShare(seat=seat.seat), moment)

    conference.must(do.Share(by=HEALTH_VISITOR, passage=WEIGHT))
    assert not last(HEALTH_VISITOR), "nobody else has shared anything"
    conference.must(do.Share(by=POLICE, passage=CALLS))
    assert last(POLICE)
    assert not last(HEALTH_VISITOR)
    conference.wait(60)
    conference.must(do.Share(by=HEALTH_VISITOR, passage=WEIGHT, how="own-words", words=words()))
    assert last(POLICE), "the health visitor had begun before"
