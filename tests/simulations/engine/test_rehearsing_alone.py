"""One learner rehearses alone: what they lead, what goes by rule, and what waits for them."""

from pathlib import Path

import pytest
from rehearsing import BRYN_AWEL, CHAIR, FACILITATOR, POLICE, Rehearsal, rehearsal, scenario_at, words

from simulations.engine import commands as do
from simulations.engine.actors import Seated
from simulations.engine.reconciling import STEPS, steps_of
from simulations.engine.scenario.values import ChildId, DecisionId, OptionId, PassageId, SeatId
from simulations.engine.viewers import Viewer

MAES_GLAS = Path(__file__).parents[3] / "simulations/scenarios/maes-glas.yaml"
SCHOOL = Seated(SeatId("school"))
REGISTRATION = DecisionId("registration")


def may(conference: Rehearsal, viewer: Viewer) -> set[str]:
    me = conference.sees(viewer).me
    assert me is not None
    return set(me.may)


def alone(who: Seated = POLICE, phase: str = "", path: Path = BRYN_AWEL, variant: str | None = "calm") -> Rehearsal:
    """One person, started by them and gone on to a phase: by their leave, at the table by the clock."""
    conference = Rehearsal(scenario_at(path, variant), alone=True)
    conference.seat(who)
    conference.must(do.Start(by=who))
    while phase and conference.state.phase.id != phase:
        if "next-phase" in may(conference, who):
            conference.must(do.NextPhase(by=who))
        else:
            conference.wait(5)
    return conference


def test_the_learner_starts_it_and_scripts_take_the_other_seats() -> None:
    conference = alone()
    assert conference.state.status == "running"
    assert conference.state.seats[CHAIR.seat].filled == "script"


def test_where_somebody_facilitates_a_learner_leads_nothing() -> None:
    conference = rehearsal(POLICE)
    assert conference.refused(do.Start(by=POLICE)) == "facilitator-only"
    conference.must(do.Start(by=FACILITATOR))
    assert conference.refused(do.Pause(by=POLICE)) == "facilitator-only"
    assert not {"pause", "next-phase", "look-back"} & may(conference, POLICE)


def test_reading_takes_as_long_as_the_learner_likes() -> None:
    conference = alone(phase="reading")
    conference.wait(600)
    assert conference.state.phase.id == "reading"
    conference.must(do.NextPhase(by=POLICE))
    assert conference.state.phase.id == "opening"


def test_at_the_table_the_chair_moves_on_and_the_learner_does_not() -> None:
    conference = alone(phase="opening")
    assert conference.refused(do.NextPhase(by=POLICE)) == "chair-only"
    conference.wait(60)
    assert conference.state.phase.id == "reports"


def test_a_learner_in_the_chair_moves_on_and_no_minutes_do() -> None:
    conference = alone(CHAIR, phase="opening")
    conference.wait(600)
    assert conference.state.phase.id == "opening"
    conference.must(do.NextPhase(by=CHAIR))
    assert conference.state.phase.id == "reports"


def test_more_minutes_are_the_learners_to_ask_for() -> None:
    conference = alone(phase="opening")
    conference.must(do.Extend(by=POLICE, minutes=5))
    conference.wait(100)
    assert conference.state.phase.id == "opening"


def test_a_childs_statement_is_read_out() -> None:
    conference = alone(phase="child")
    conference.wait(1)
    assert conference.state.read == {"words"}


def view(child: str, option: str = "not-registered") -> do.GiveView:
    return do.GiveView(
        by=POLICE, decision=REGISTRATION, child=ChildId(child), option=OptionId(option), words=words(),
        because=(PassageId("log.1"),), confidence=5,
    )  # fmt: skip


def test_views_wait_for_the_learners_own() -> None:
    conference = alone(phase="analysis")
    conference.must(do.Share(by=POLICE, passage=PassageId("log.1")))
    conference.wait(240)
    while conference.state.phase.id != "decision":
        conference.wait(5)
    conference.wait(200)
    assert not conference.state.opened
    assert not conference.state.decisions
    conference.must(view("gwen"), view("ifan"))
    assert REGISTRATION in conference.state.opened
    conference.wait(10)
    assert len(conference.state.decisions) == 2


def test_but_not_for_ever() -> None:
    conference = alone(phase="decision")
    conference.wait(5 * 60)
    assert POLICE.seat in conference.state.opened[REGISTRATION]  # recorded as missing
    conference.wait(20)
    assert len(conference.state.decisions) == 2
    assert conference.state.phase.id == "plan"


def test_called_away_on_duty_in_the_middle_the_learner_misses_nothing() -> None:
    conference = alone(phase="reports")
    conference.wait(20)
    said, began = len(conference.state.log), conference.state.clock.read(conference.now)
    conference.must(do.StepOut(by=POLICE))
    assert conference.state.status == "paused"
    conference.wait(7 * 24 * 3600)
    assert len(conference.state.log) == said + 1  # that they stepped out
    conference.must(do.ComeBack(by=POLICE))
    assert conference.state.status == "running"
    assert conference.state.clock.read(conference.now) == began
    assert conference.state.phase.id == "reports"


def test_a_pause_of_ones_own_stays_until_one_goes_on() -> None:
    conference = alone(phase="reports")
    conference.must(do.Pause(by=POLICE))
    assert conference.state.status == "paused"
    assert "resume" in may(conference, POLICE)
    conference.must(do.Resume(by=POLICE))
    assert conference.state.status == "running"


def test_the_debrief_opens_to_the_learner_once_they_have_looked_back() -> None:
    conference = alone(phase="debrief")
    conference.must(do.OpenStep(by=POLICE, step=STEPS[0]), do.OpenStep(by=POLICE, step=STEPS[1]))
    assert "open-step" not in may(conference, POLICE)
    assert conference.refused(do.OpenStep(by=POLICE, step=STEPS[2])) == "look-back-first"
    conference.must(do.LookBack(by=POLICE, words=words("differently")))
    for step in steps_of(conference.state)[2:]:
        conference.must(do.OpenStep(by=POLICE, step=step))
    conference.must(do.Close(by=POLICE))
    assert conference.state.status == "closed"


def test_what_one_wrote_for_oneself_reaches_nobody_else() -> None:
    conference = alone(phase="debrief")
    (event,) = conference.must(do.LookBack(by=POLICE, words=words("differently")))
    assert event.audience.seats == {POLICE.seat}
    assert not event.audience.facilitator
    assert not event.audience.observers


def test_looking_back_belongs_to_a_debrief_alone() -> None:
    assert alone(phase="reports").refused(do.LookBack(by=POLICE, words=words())) == "not-looking-back"
    assert rehearsal(POLICE, phase="debrief").refused(do.LookBack(by=POLICE, words=words())) == "not-looking-back"


@pytest.mark.parametrize("variant", ["improving", "masked"])
def test_maes_glas_is_rehearsed_alone_to_its_end_by_somebody_called_away_in_the_middle(variant: str) -> None:
    conference = alone(SCHOOL, "changes", MAES_GLAS, variant)
    conference.must(do.StepOut(by=SCHOOL))
    conference.wait(3600)
    conference.must(do.ComeBack(by=SCHOOL))
    while conference.state.phase.id != "debrief":
        if "next-phase" in may(conference, SCHOOL):
            conference.must(do.NextPhase(by=SCHOOL))
        else:
            conference.wait(30)
    assert len(conference.state.decisions) == 2
    assert conference.state.ended_early is False
