"""Who may sit where, and what happens when somebody leaves."""

from rehearsing import CHAIR, FACILITATOR, FATHER, HEALTH_VISITOR, MOTHER, POLICE, WATCHER, rehearsal, words

from simulations.engine import commands as do
from simulations.engine.actors import Seated
from simulations.engine.scenario.values import SeatId

CHILD = Seated(SeatId("gwen-seat"))


def test_a_second_person_on_one_seat_is_refused_and_the_first_stays() -> None:
    conference = rehearsal(POLICE)
    assert conference.refused(do.TakeSeat(by=POLICE, seat=POLICE.seat, person="somebody-else")) == "seat-taken"
    assert conference.state.seats[POLICE.seat].person == "person-police"


def test_taking_ones_own_seat_again_changes_nothing() -> None:
    conference = rehearsal(POLICE)
    assert conference.must(do.TakeSeat(by=POLICE, seat=POLICE.seat, person="person-police", volunteers=True)) == ()


def test_nobody_sits_on_two_seats() -> None:
    conference = rehearsal(POLICE)
    taking = do.TakeSeat(by=HEALTH_VISITOR, seat=HEALTH_VISITOR.seat, person="person-police")
    assert conference.refused(taking) == "you-have-a-seat"


def test_a_facilitator_frees_somebodys_seat_before_seating_them_on_another() -> None:
    conference = rehearsal(POLICE)
    taking = do.TakeSeat(by=FACILITATOR, seat=HEALTH_VISITOR.seat, person="person-police")
    assert conference.refused(taking) == "they-have-a-seat"
    conference.must(do.LeaveSeat(by=FACILITATOR, seat=POLICE.seat))
    conference.must(taking)
    assert conference.state.seats[HEALTH_VISITOR.seat].person == "person-police"
    assert conference.state.seats[POLICE.seat].person is None


def test_a_child_is_played_by_no_learner() -> None:
    conference = rehearsal()
    assert conference.refused(do.TakeSeat(by=CHILD, seat=CHILD.seat, person="a", volunteers=True)) == "not-by-a-learner"


def test_whoever_is_said_to_have_caused_harm_is_played_by_no_learner_but_by_a_trainer() -> None:
    conference = rehearsal()
    assert (
        conference.refused(do.TakeSeat(by=FATHER, seat=FATHER.seat, person="a", volunteers=True)) == "not-by-a-learner"
    )
    conference.seat(FATHER, played_by="trainer")


def test_a_family_seat_is_a_learners_only_by_volunteering() -> None:
    conference = rehearsal()
    assert conference.refused(do.TakeSeat(by=MOTHER, seat=MOTHER.seat, person="a")) == "volunteers-only"
    conference.must(do.TakeSeat(by=MOTHER, seat=MOTHER.seat, person="a", volunteers=True))


def test_a_seat_that_is_not_in_the_scenario_is_refused() -> None:
    nobody = Seated(SeatId("nobody"))
    assert rehearsal().refused(do.TakeSeat(by=nobody, seat=nobody.seat, person="a")) == "no-such-seat"
    assert rehearsal(phase="opening").refused(do.Speak(by=nobody, words=words("u"))) == "no-such-seat"


def test_nobody_seats_somebody_elsewhere_but_the_facilitator() -> None:
    conference = rehearsal()
    assert conference.refused(do.TakeSeat(by=MOTHER, seat=POLICE.seat, person="a")) == "not-yours"
    conference.must(do.TakeSeat(by=FACILITATOR, seat=POLICE.seat, person="a"))


def test_a_conference_does_not_start_without_a_seat_it_needs() -> None:
    conference = rehearsal(empty=["chair"])
    assert conference.refused(do.Start(by=FACILITATOR)) == "required-seat-empty"
    assert conference.sees(FACILITATOR).control.missing_seats == ("chair",)  # type: ignore[union-attr]
    conference.seat(CHAIR)
    conference.must(do.Start(by=FACILITATOR))


def test_scripts_fill_the_seats_that_nobody_took_and_statements_the_childs() -> None:
    conference = rehearsal(POLICE, phase="prebrief", empty=["mother"])
    filled = {seat: state.filled for seat, state in conference.state.seats.items()}
    assert filled["police"] == "person"
    assert filled["gp"] == "script"
    assert filled["gwen-seat"] == "statement"
    assert filled["mother"] is None
    assert filled["father"] is None


def test_a_script_covers_for_a_person_who_leaves_and_gives_the_seat_up_to_another() -> None:
    conference = rehearsal(POLICE, phase="opening")
    conference.must(do.LeaveSeat(by=POLICE, seat=POLICE.seat))
    assert conference.state.seats[POLICE.seat].filled == "script"
    assert conference.state.seats[POLICE.seat].covered
    conference.must(do.TakeSeat(by=POLICE, seat=POLICE.seat, person="another"))
    assert not conference.state.seats[POLICE.seat].covered


def test_when_the_chair_leaves_the_chair_passes_to_the_facilitator() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="questions")
    assert conference.refused(do.GiveFloor(by=FACILITATOR, seat=POLICE.seat)) == "chair-only"
    conference.must(do.StepOut(by=CHAIR))
    conference.must(do.GiveFloor(by=FACILITATOR, seat=POLICE.seat))


def test_somebody_who_stepped_out_hears_nothing_and_comes_back_to_their_seat() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="analysis")
    conference.must(do.StepOut(by=POLICE))
    spoke = conference.must(do.Speak(by=CHAIR, words=words("u1")))
    assert POLICE.seat not in spoke[0].audience.seats
    assert conference.refused(do.Speak(by=POLICE, words=words("u2"))) == "stepped-out"
    conference.must(do.ComeBack(by=POLICE))
    conference.must(do.Speak(by=POLICE, words=words("u3")))
    heard = [line.words.utterance for line in conference.sees(POLICE).log.items if line.words]  # type: ignore[union-attr]
    assert heard == ["u3"]


def test_papers_hide_while_others_could_read_along() -> None:
    conference = rehearsal(POLICE)
    assert conference.sees(POLICE).papers.papers  # type: ignore[union-attr]
    conference.must(do.SayWhere(by=POLICE, where="with-others"))
    papers = conference.sees(POLICE).papers
    assert papers is not None
    assert papers.hidden
    assert papers.papers == ()
    assert conference.sees(POLICE).me.brief is None  # type: ignore[union-attr]


def test_everybody_sees_that_somebody_watches() -> None:
    conference = rehearsal(POLICE)
    conference.must(do.Observe(by=WATCHER), do.SitIn(by=FACILITATOR))
    roster = conference.sees(POLICE).roster
    assert roster is not None
    assert (roster.observers, roster.facilitator_in) == (1, True)
