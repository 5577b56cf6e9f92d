"""A whole conference by scripts alone, and test plans over it."""

import time

import pytest

from simulations.engine import alone
from simulations.engine.alone import CannotRun, NeverEnds, run_by_itself
from simulations.engine.events import BeatPlayed, ViewsOpened
from simulations.engine.scenario.model import Scenario
from simulations.engine.telling import told, told_measures
from simulations.engine.testplans import PlanProblem, failures, read_plan


def test_a_scenario_runs_by_itself_from_start_to_close(bryn_awel: Scenario) -> None:
    run = run_by_itself(bryn_awel, "calm")
    assert run.state.status == "closed"
    measured = told_measures(run)
    expected = {
        "pool_rate": 0.75, "pool_rate_at_most": 0.75, "use_rate": 1.0, "use_rate_at_most": 1.0,
        "late_rate": 0.0, "late_rate_at_most": 0.0,
        "shared": ["p1", "h1", "g1", "c1"], "late": [], "never_shared": ["p2", "p3", "h2"], "not_known": [],
        "breaches": [], "breaches_not_known": [], "pitfalls": ["bail-unsaid"], "pitfalls_not_known": [], "undecided": [],
        "decisions": {
            "gwen": {"decision": "registered", "categories": ["emotional-psychological"]},
            "ifan": {"decision": "registered", "categories": ["neglect"]},
        },
    }  # fmt: skip
    assert {name: measured[name] for name in expected} == expected


def test_it_takes_well_under_a_second(bryn_awel: Scenario) -> None:
    began = time.perf_counter()
    run_by_itself(bryn_awel, "calm")
    assert time.perf_counter() - began < 0.5


def test_equal_runs_have_equal_events(bryn_awel: Scenario) -> None:
    assert run_by_itself(bryn_awel, "calm").events == run_by_itself(bryn_awel, "calm").events


def test_without_a_seat_its_facts_stay_unsaid(bryn_awel: Scenario) -> None:
    run = run_by_itself(bryn_awel, "calm", without=["police"])
    assert "p1" in told_measures(run)["never_shared"]  # type: ignore[operator]
    assert "police-silent" in told_measures(run)["pitfalls"]  # type: ignore[operator]


def test_without_a_seat_that_is_needed_it_does_not_start(bryn_awel: Scenario) -> None:
    with pytest.raises(CannotRun, match="A seat that the conference needs is empty"):
        run_by_itself(bryn_awel, "calm", without=["chair"])


def test_an_unknown_variant_or_seat_is_an_error(bryn_awel: Scenario) -> None:
    with pytest.raises(KeyError):
        run_by_itself(bryn_awel, "windy")
    with pytest.raises(KeyError):
        run_by_itself(bryn_awel, "calm", without=["nobody"])


def test_a_reason_that_rests_on_what_was_not_shared_is_left_out_and_said_so(bryn_awel: Scenario) -> None:
    played = [event for event in run_by_itself(bryn_awel, "calm").events if isinstance(event, BeatPlayed)]
    assert [event.left_out for event in played if event.left_out] == [("view gwen: p2 not-on-the-table",)]


def test_views_are_opened_once_all_are_given(bryn_awel: Scenario) -> None:
    opened = [event for event in run_by_itself(bryn_awel, "calm").events if isinstance(event, ViewsOpened)]
    assert [event.missing for event in opened] == [("gp",)]


def test_the_round_goes_by_its_order(bryn_awel: Scenario) -> None:
    floors = [telling["floor"] for _, telling in told(run_by_itself(bryn_awel, "calm")) if "floor" in telling]
    assert floors[:2] == ["social-worker", "police"]


PLAN = """
scenario: bryn-awel
variant: calm
play:
  - {as: police, phase: analysis, after: 1m, share: [p2, p1]}
expect:
  events: [{inject: breach-today}, {shared: p2, by: police}, {shared: p1}]
  measures: {pool_rate: 1.0, pitfalls: []}
  unseen: [{seat: mother, fact: p2, until: {phase: analysis, after: 1m}}, {seat: mother, fact: h2}]
"""


def test_a_conference_for_which_nothing_is_ever_due_again_is_told_and_not_waited_for(
    bryn_awel: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alone, "due", lambda scenario, state: None)

    with pytest.raises(NeverEnds, match="in the phase prebrief, after 10 events"):
        run_by_itself(bryn_awel, "calm")


def test_a_conference_for_which_something_is_due_that_never_happens_is_told(
    bryn_awel: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alone, "due", lambda scenario, state: state.last_at)

    with pytest.raises(NeverEnds):
        run_by_itself(bryn_awel, "calm")


def test_a_conference_takes_no_more_steps_than_a_file_could_give_it(
    bryn_awel: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alone, "MOST_STEPS", 10)

    with pytest.raises(NeverEnds):
        run_by_itself(bryn_awel, "calm")


def test_a_seat_in_a_test_plan_does_only_what_stands_there(bryn_awel: Scenario) -> None:
    assert failures(bryn_awel, read_plan(PLAN)) == ()


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("pool_rate: 1.0", "pool_rate: 0.5", "pool_rate is 1.0, expected 0.5"),
        ("pitfalls: []", "pitfalls: [police-silent]", "pitfalls is"),
        (
            "{shared: p2, by: police}, {shared: p1}",
            "{shared: p1}, {shared: p2}",
            "did not happen, or not in this order",
        ),
        ("fact: h2", "fact: p1", "mother saw p1"),
        ("pool_rate: 1.0", "poll_rate: 1.0", "no measure `poll_rate`"),
        ("share: [p2, p1]", "next: true", "police was not able to do as planned: next: "),
    ],
)
def test_a_plan_that_does_not_hold_says_what_came_out_instead(
    bryn_awel: Scenario, right: str, wrong: str, message: str
) -> None:
    assert PLAN.count(right) == 1
    assert message in " ".join(failures(bryn_awel, read_plan(PLAN.replace(right, wrong))))


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("scenario: x\nexpekt: {}", "2:1: There is no key `expekt`"),
        ("play: [{phase: reports, share: p1}]", "`play` tells `as` and `phase`"),
        ("play: [{as: police, phase: reports, shaer: p1}]", "1:"),
        ("- a\n- b", "Keys, each with its value"),
        ("scenario: &x 1", "anchor|Anchor"),
    ],
)
def test_a_plan_that_cannot_be_read_says_where(wrong: str, message: str) -> None:
    with pytest.raises(PlanProblem, match=message):
        read_plan(wrong)
