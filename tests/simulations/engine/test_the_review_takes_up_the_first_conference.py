"""Maes Glas, with the children of Tŷ Coed in it, takes up a conference on Tŷ Coed as its scripts left it, and runs to its end."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from rehearsing import FACILITATOR, NINE, Rehearsal, scenario_at

from simulations.engine import commands as do
from simulations.engine.alone import run_by_itself
from simulations.engine.continuing import taken_over
from simulations.engine.earlier import Earlier
from simulations.engine.leading import reading_and_opening
from simulations.engine.moment import Moment
from simulations.engine.reviewing import on_the_register, plan_under_review
from simulations.engine.scenario import Scenario, read
from simulations.engine.scenario.values import ChildId

SCENARIOS = Path(__file__).parents[3] / "simulations/scenarios"
MABLI, IANTO = ChildId("mabli"), ChildId("ianto")


def review_of_ty_coed(variant: str) -> Scenario:
    """Maes Glas with the ids of the two children exchanged for those of Tŷ Coed, and the line that says what it continues."""
    text = (SCENARIOS / "maes-glas.yaml").read_text("utf-8")
    text = re.sub(r"\bosian\b", MABLI, re.sub(r"\blowri\b", IANTO, text))
    reading = read(text.replace("meeting: review", "meeting: review\ncontinues: ty-coed", 1))
    assert reading.scenario is not None, [each.in_language("en") for each in reading.problems]
    return reading.scenario.for_variant(variant)


@pytest.fixture(scope="module", params=["improving", "masked"])
def review(request: pytest.FixtureRequest) -> Scenario:
    return review_of_ty_coed(request.param)


@pytest.fixture(scope="module")
def earlier(review: Scenario) -> Earlier:
    before = run_by_itself(scenario_at(SCENARIOS / "ty-coed.yaml", None))
    return taken_over(before.scenario, before.state, review)


def test_the_register_and_the_plan_are_those_that_the_first_conference_left(review: Scenario, earlier: Earlier) -> None:
    state = Rehearsal(review, earlier=earlier).state
    registered = {child: on_the_register(review, state, child) for child in (MABLI, IANTO)}
    assert {child: each.categories if each else None for child, each in registered.items()} == {
        MABLI: ("emotional-psychological",),
        IANTO: ("emotional-psychological", "neglect"),
    }
    looked_back_on = plan_under_review(review, state)
    assert {(each.child, each.owner) for each in looked_back_on.values()} == {
        (MABLI, "social-worker"),
        (MABLI, "police"),
        (IANTO, ""),
        (MABLI, "school"),
        (IANTO, "housing"),
    }


def test_who_is_not_at_the_review_is_told_by_name(earlier: Earlier) -> None:
    assert [(each.what, each.id) for each in earlier.not_taken] == [("owner", "health-visitor"), ("owner", "probation")]


def test_it_runs_from_start_to_debrief_by_its_scripts(review: Scenario, earlier: Earlier) -> None:
    conference = Rehearsal(review, earlier=earlier)
    conference.must(do.Start(by=FACILITATOR))
    while conference.state.phase.id != "debrief":
        for command in reading_and_opening(Moment(review, conference.state, conference.now)):
            conference.ask(command)
        if conference.state.phase.used_up:
            conference.must(do.NextPhase(by=FACILITATOR))
        conference.wait(1)
        assert conference.now - NINE < timedelta(hours=4)
    assert {each.child for each in conference.state.decisions.values()} == {MABLI, IANTO}
