"""Where a pitfall happened: the moment from which its condition shows, and none for what was left out."""

from datetime import timedelta

import pytest
from rehearsing import BAIL, CALLS, FACILITATOR, HEALTH_VISITOR, POLICE, WEIGHT, Rehearsal, rehearsal

from simulations.engine import commands as do
from simulations.engine.holding import JUDGES
from simulations.engine.measures.occasions import OCCASIONS, occasion
from simulations.engine.moment import Moment
from simulations.engine.scenario import conditions as told
from simulations.engine.scenario.conditions import Condition
from simulations.engine.scenario.values import FactId, SeatId


@pytest.fixture(scope="module")
def held() -> tuple[Rehearsal, dict[str, timedelta]]:
    """Calls said after a minute, the weight shown after another; of bail nobody spoke."""
    conference = rehearsal(POLICE, HEALTH_VISITOR, phase="analysis")
    moments: dict[str, timedelta] = {}
    for name, command in {
        "calls": do.Share(by=POLICE, passage=CALLS),
        "weight": do.Share(by=HEALTH_VISITOR, passage=WEIGHT),
    }.items():
        conference.wait(60)
        conference.must(command)
        moments[name] = conference.state.clock.read(conference.now)
    conference.to("debrief")
    conference.must(do.OpenStep(by=FACILITATOR, step="leaving-the-role"))
    return conference, moments


def fact(conference: Rehearsal, passage: str) -> FactId:
    found = conference.scenario.passage(passage).fact  # type: ignore[arg-type]
    assert found is not None
    return found


def where(conference: Rehearsal, condition: Condition) -> timedelta | None:
    return occasion(condition, Moment(conference.scenario, conference.state, conference.now))


def test_what_was_said_has_its_moment_and_of_several_the_last(held: tuple[Rehearsal, dict[str, timedelta]]) -> None:
    conference, moments = held
    calls, weight = fact(conference, CALLS), fact(conference, WEIGHT)
    assert where(conference, told.Shared(facts=(calls,))) == moments["calls"]
    assert where(conference, told.Shared(facts=(calls, weight))) == moments["weight"]
    assert where(conference, told.SharedIn(fact=calls, language=None)) == moments["calls"]
    assert where(conference, told.Spoken(seat=SeatId("health-visitor"))) == moments["weight"]


def test_of_alternatives_the_first_that_holds(held: tuple[Rehearsal, dict[str, timedelta]]) -> None:
    conference, moments = held
    calls, weight = fact(conference, CALLS), fact(conference, WEIGHT)
    parts = (told.Shared(facts=(weight,)), told.Shared(facts=(calls,)))
    assert where(conference, told.AnyOf(of=parts)) == moments["calls"]
    assert where(conference, told.AllOf(of=parts)) == moments["weight"]


def test_what_was_left_out_has_no_moment_nor_has_what_did_not_happen(
    held: tuple[Rehearsal, dict[str, timedelta]],
) -> None:
    conference, moments = held
    bail, calls = fact(conference, BAIL), fact(conference, CALLS)
    assert where(conference, told.Unshared(facts=(bail,))) is None
    assert where(conference, told.Shared(facts=(bail,))) is None
    left_out = told.Not(of=told.Shared(facts=(bail,)))
    assert where(conference, left_out) is None
    assert where(conference, told.AllOf(of=(told.Shared(facts=(calls,)), left_out))) == moments["calls"]


def test_every_condition_that_a_file_may_name_has_an_answer() -> None:
    assert set(OCCASIONS) == set(JUDGES)
