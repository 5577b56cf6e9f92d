"""The levers of the control room: stopping for a real concern, going on with ten seconds to think, injects held, notes, scores."""

import pytest
from rehearsing import (
    CALLS,
    CHAIR,
    FACILITATOR,
    HEALTH_VISITOR,
    MOTHER,
    POLICE,
    SOCIAL_WORKER,
    WATCHER,
    Rehearsal,
    rehearsal,
    words,
)

from simulations.engine import commands as do
from simulations.engine.actors import Observer, Scripted, Seated, StandingIn
from simulations.engine.events import ConferenceResumed, InjectArrived, PhaseKept, StoppedForConcern
from simulations.engine.scenario.values import ChildId, CriterionId, InjectId, SeatId
from simulations.engine.sections import ControlSection, RubricSection
from simulations.engine.storing import encode
from simulations.engine.viewers import Public, Viewer


def control(conference: Rehearsal) -> ControlSection:
    section = conference.sees(FACILITATOR).control
    assert section is not None
    return section


# A real concern


@pytest.mark.parametrize("who", [POLICE, MOTHER, CHAIR, FACILITATOR, WATCHER])
def test_whoever_is_here_stops_the_role_play_for_everybody(who: Viewer) -> None:
    conference = rehearsal(CHAIR, POLICE, MOTHER, phase="analysis")
    assert not isinstance(who, Public)
    conference.must(do.StopForConcern(by=who))
    for viewer in (CHAIR, POLICE, MOTHER, FACILITATOR, WATCHER, Public()):
        phase = conference.sees(viewer).phase
        assert phase is not None
        assert (phase.status, phase.real_concern) == ("paused", True)
    assert conference.refused(do.Speak(by=POLICE, words=words())) == "paused"


def test_nothing_tells_who_stopped_it_or_why() -> None:
    by_police, by_mother = rehearsal(POLICE, MOTHER, phase="analysis"), rehearsal(POLICE, MOTHER, phase="analysis")
    one, other = by_police.must(do.StopForConcern(by=POLICE)), by_mother.must(do.StopForConcern(by=MOTHER))
    assert [encode(event) for event in one] == [encode(event) for event in other]
    assert StoppedForConcern.__struct_fields__ == ("at", "audience", "version")


def test_it_counts_also_while_paused_or_stepped_out_and_once() -> None:
    conference = rehearsal(POLICE, MOTHER, phase="analysis")
    conference.must(do.Pause(by=FACILITATOR), do.StepOut(by=POLICE), do.StopForConcern(by=POLICE))
    assert conference.state.real_concern
    assert conference.must(do.StopForConcern(by=MOTHER)) == ()


def test_no_script_stops_it_and_nobody_before_it_began_or_after_it_closed() -> None:
    conference = rehearsal(POLICE)
    assert conference.refused(do.StopForConcern(by=POLICE)) == "not-started"
    conference.must(do.Start(by=FACILITATOR))
    for stranger in (Scripted(CHAIR.seat), StandingIn(CHAIR.seat), CHAIR, Seated(SeatId("nobody"))):
        assert conference.refused(do.StopForConcern(by=stranger)) == "not-yours"


def test_the_facilitator_alone_leads_back_and_nothing_fires_meanwhile() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="reports")
    conference.must(do.StopForConcern(by=POLICE))
    elapsed = conference.state.clock.ran
    conference.wait(7200)
    assert conference.refused(do.Resume(by=CHAIR)) == "facilitator-only"
    assert isinstance(conference.must(do.Resume(by=FACILITATOR))[0], ConferenceResumed)
    assert not conference.state.real_concern
    assert conference.state.clock.read(conference.now) == elapsed


def test_alone_it_does_not_go_on_because_the_learner_comes_back_into_the_room() -> None:
    conference = Rehearsal(rehearsal().scenario, alone=True)
    conference.seat(POLICE)
    conference.must(do.Start(by=POLICE), do.StopForConcern(by=POLICE), do.StepOut(by=POLICE), do.ComeBack(by=POLICE))
    assert conference.state.status == "paused"
    conference.must(do.Resume(by=POLICE))
    assert conference.state.status == "running"


# Going on, with ten seconds to think


def test_the_next_item_comes_ten_seconds_after_it_was_announced() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="opening")
    conference.must(do.NextPhaseSoon(by=FACILITATOR, leaving="opening"))
    assert control(conference).goes_on_at is not None
    conference.wait(9)
    assert conference.state.phase.id == "opening"
    conference.wait(1)
    assert conference.state.phase.id == "reports"
    assert control(conference).goes_on_at is None


def test_who_thinks_better_of_it_stays_and_nobody_else_learns_of_it() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="opening")
    before = conference.sees(CHAIR)
    told = conference.must(do.NextPhaseSoon(by=FACILITATOR)) + conference.must(do.StayHere(by=FACILITATOR))
    conference.wait(60)
    assert conference.state.phase.id == "opening"
    assert conference.sees(CHAIR).me == before.me
    for event in told:
        assert (event.audience.seats, event.audience.observers) == (frozenset(), False)


def test_a_pause_stops_the_ten_seconds() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="opening")
    conference.must(do.NextPhaseSoon(by=FACILITATOR))
    conference.wait(4)
    conference.must(do.Pause(by=FACILITATOR))
    conference.wait(3600)
    conference.must(do.Resume(by=FACILITATOR))
    conference.wait(5)
    assert conference.state.phase.id == "opening"
    conference.wait(1)
    assert conference.state.phase.id == "reports"


def test_where_the_chair_is_quicker_the_announcement_is_spent() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="opening")
    conference.must(do.NextPhaseSoon(by=FACILITATOR), do.NextPhase(by=CHAIR))
    conference.wait(60)
    assert conference.state.phase.id == "reports"


def test_only_the_facilitator_announces_and_once_and_not_from_elsewhere() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="opening")
    assert conference.refused(do.NextPhaseSoon(by=CHAIR)) == "facilitator-only"
    assert conference.refused(do.NextPhaseSoon(by=FACILITATOR, leaving="reports")) == "phase-changed"
    assert conference.refused(do.StayHere(by=FACILITATOR)) == "nothing-to-stop"
    conference.must(do.NextPhaseSoon(by=FACILITATOR))
    assert conference.refused(do.NextPhaseSoon(by=FACILITATOR)) == "going-on-already"
    assert conference.refused(do.StayHere(by=CHAIR)) == "facilitator-only"


def test_what_may_no_longer_come_when_the_time_is_up_stays_away() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="opening")
    conference.must(do.NextPhaseSoon(by=FACILITATOR))
    conference.must(do.End(by=FACILITATOR))
    ended_in = conference.state.phase.id
    conference.wait(60)
    assert conference.state.phase.id == ended_in
    assert not any(isinstance(event, PhaseKept) for event in conference.events)


# Injects held back


def by_itself(conference: Rehearsal) -> InjectId:
    """The inject that comes by time in this scenario."""
    return next(line.id for line in conference.scenario.injects.values() if line.when is not None and not line.manual)


def arrived(conference: Rehearsal, inject: InjectId) -> bool:
    return any(isinstance(event, InjectArrived) and event.inject == inject for event in conference.events)


def to_where_it_comes(conference: Rehearsal, inject: InjectId) -> None:
    """Phase by phase, waiting in each, until it has come or there is none left."""
    while not arrived(conference, inject):
        conference.wait(1800)
        if arrived(conference, inject) or conference.state.phase.id == "plan":
            return
        conference.must(do.NextPhase(by=FACILITATOR))


def test_what_is_held_does_not_come_by_itself_and_comes_at_once_when_released() -> None:
    free, held = rehearsal(CHAIR, POLICE, phase="reports"), rehearsal(CHAIR, POLICE, phase="reports")
    inject = by_itself(free)
    to_where_it_comes(free, inject)
    assert arrived(free, inject), "the scenario has none that comes"
    held.must(do.HoldInject(by=FACILITATOR, inject=inject))
    to_where_it_comes(held, inject)
    assert not arrived(held, inject)
    line = next(each for each in control(held).injects if each.inject == inject)
    assert (line.held, line.fired) == (True, False)
    held.must(do.ReleaseInject(by=FACILITATOR, inject=inject))
    held.wait(10)
    assert arrived(held, inject)


def test_what_is_held_may_be_let_happen_by_hand() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="reports")
    inject = by_itself(conference)
    conference.must(do.HoldInject(by=FACILITATOR, inject=inject), do.FireInject(by=FACILITATOR, inject=inject))
    assert arrived(conference, inject)
    assert conference.refused(do.HoldInject(by=FACILITATOR, inject=inject)) == "already-fired"


def test_what_cannot_be_held_or_released_is_refused() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="reports")
    inject = by_itself(conference)
    assert conference.refused(do.HoldInject(by=CHAIR, inject=inject)) == "facilitator-only"
    assert conference.refused(do.HoldInject(by=FACILITATOR, inject=InjectId("none"))) == "no-such-inject"
    assert conference.refused(do.ReleaseInject(by=FACILITATOR, inject=inject)) == "not-held"
    conference.must(do.HoldInject(by=FACILITATOR, inject=inject))
    assert conference.refused(do.HoldInject(by=FACILITATOR, inject=inject)) == "already-so"


# A minute, notes


def test_who_needs_a_minute_is_marked_for_the_facilitator_until_they_have_looked() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="analysis")
    conference.must(do.AskForAMinute(by=POLICE))
    assert [(line.seat, line.since) for line in control(conference).minutes] == [("police", conference.now)]
    conference.must(do.SeeMinute(by=FACILITATOR, seat=POLICE.seat))
    assert control(conference).minutes == ()
    assert conference.refused(do.SeeMinute(by=FACILITATOR, seat=POLICE.seat)) == "no-minute"
    assert conference.refused(do.SeeMinute(by=CHAIR, seat=POLICE.seat)) == "facilitator-only"


def test_a_note_is_for_those_who_facilitate_alone() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="analysis")
    conference.must(do.NoteDown(by=FACILITATOR, words=words("n1")))
    own = conference.sees(FACILITATOR).notices
    assert own is not None
    assert [line.kind for line in own.items] == ["note"]
    for viewer in (CHAIR, POLICE, WATCHER):
        notices = conference.sees(viewer).notices
        assert notices is not None
        assert all(line.kind != "note" for line in notices.items)
    assert conference.refused(do.NoteDown(by=POLICE, words=words("n2"))) == "facilitator-only"
    conference.must(do.Redact(by=FACILITATOR, utterance="n1", reason="real-person"))


# The rubric


def rubric(conference: Rehearsal, viewer: Viewer) -> RubricSection:
    section = conference.sees(viewer).rubric
    assert section is not None
    return section


def watched() -> tuple[Rehearsal, CriterionId, Observer]:
    conference, other = rehearsal(CHAIR, POLICE, phase="analysis"), Observer("ffion")
    conference.must(do.Observe(by=WATCHER), do.Observe(by=other))
    return conference, next(iter(conference.scenario.debrief.rubric)), other


def test_two_observers_and_the_facilitator_score_apart_and_the_facilitator_sees_all() -> None:
    conference, line, other = watched()
    conference.must(do.Score(by=WATCHER, criterion=line, level=1), do.Score(by=other, criterion=line, level=2))
    conference.must(do.Score(by=FACILITATOR, criterion=line, level=2), do.Score(by=WATCHER, criterion=line, level=2))
    assert (rubric(conference, FACILITATOR).lines[0].own, rubric(conference, FACILITATOR).lines[0].others) == (
        2,
        (2, 2),
    )
    assert (rubric(conference, other).lines[0].own, rubric(conference, other).lines[0].others) == (2, ())


def test_no_seat_sees_the_rubric_or_scores() -> None:
    conference, line, _ = watched()
    for viewer in (POLICE, CHAIR, HEALTH_VISITOR, Public()):
        assert conference.sees(viewer).rubric is None
    assert conference.refused(do.Score(by=POLICE, criterion=line, level=1)) == "facilitator-only"
    assert conference.refused(do.Score(by=Observer("unseen"), criterion=line, level=1)) == "not-watching"


def test_there_is_no_level_beyond_the_rubrics_own() -> None:
    conference, line, _ = watched()
    assert conference.refused(do.Score(by=FACILITATOR, criterion=line, level=5)) == "no-such-line"
    assert conference.refused(do.Score(by=FACILITATOR, criterion=CriterionId("none"), level=1)) == "no-such-line"


# How far it has come


def test_critical_facts_are_counted_by_the_children_they_are_about() -> None:
    conference = rehearsal(POLICE, HEALTH_VISITOR, phase="analysis")
    conference.must(do.Share(by=POLICE, passage=CALLS, how="said"))
    lines = [(line.children, line.said, line.not_known, line.critical) for line in control(conference).facts]
    assert lines == [(("gwen",), 0, 0, 1), (("ifan",), 0, 0, 1), (("gwen", "ifan"), 1, 0, 2)]


def test_round_one_table_what_people_hold_and_nobody_noted_may_have_been_said() -> None:
    conference = rehearsal(POLICE, HEALTH_VISITOR, phase="analysis", setting="one-room")
    assert sum(line.not_known for line in control(conference).facts) == conference.measures.pool.not_known > 0


def test_worry_is_told_as_the_middle_of_three_people_and_of_fewer_not_at_all() -> None:
    conference = rehearsal(POLICE, HEALTH_VISITOR, SOCIAL_WORKER, phase="reading")
    for seat, level in ((POLICE, 3), (HEALTH_VISITOR, 5)):
        conference.must(do.GiveConcern(by=seat, child=ChildId("gwen"), level=level))
    worry = control(conference).worry[0]
    assert (worry.child, worry.given, worry.first, worry.now) == ("gwen", 2, None, None)
    conference.must(do.GiveConcern(by=SOCIAL_WORKER, child=ChildId("gwen"), level=8))
    conference.to("analysis")
    conference.must(do.GiveConcern(by=HEALTH_VISITOR, child=ChildId("gwen"), level=9))
    worry = control(conference).worry[0]
    assert (worry.given, worry.first, worry.now) == (3, 5.0, 8.0)


def test_a_scripts_worry_counts_for_nobody() -> None:
    conference = rehearsal(POLICE, phase="analysis")
    assert all(line.given <= 1 for line in control(conference).worry)


def test_of_each_seat_it_is_told_how_much_of_what_it_holds_is_on_the_table() -> None:
    conference = rehearsal(POLICE, phase="analysis")
    conference.must(do.Share(by=POLICE, passage=CALLS, how="said"))
    line = next(each for each in control(conference).seats if each.seat == POLICE.seat)
    assert line.shared == 1 < line.passages == sum(held.passages for held in line.papers)
    paper, _dot, number = str(CALLS).rpartition(".")
    assert [(held.paper, held.shared) for held in line.papers if held.shared] == [(paper, (int(number),))]


def test_whoever_watches_may_note_by_number_what_people_said_and_no_script() -> None:
    conference = rehearsal(POLICE, phase="analysis", setting="one-room")
    assert conference.sees(WATCHER).me.noting == ()  # type: ignore[union-attr]
    conference.must(do.Observe(by=WATCHER))
    noting = conference.sees(WATCHER).me.noting  # type: ignore[union-attr]
    assert [line.seat for line in noting] == [POLICE.seat]
    printed = [paper.id for paper in conference.scenario.papers_of(POLICE.seat)]
    assert noting[0].papers
    assert all(printed[held.number - 1] == held.paper for held in noting[0].papers)
