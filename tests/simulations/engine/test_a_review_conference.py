"""A review conference: the plan is looked back on at the table, and a name stays on the register or comes off."""

from pathlib import Path

import pytest
from rehearsing import CHAIR, FACILITATOR, Rehearsal, scenario_at, words

from simulations.engine import commands as do
from simulations.engine.actors import Seated
from simulations.engine.scenario.values import ChildId, DecisionId, OptionId, PassageId, PitfallId, SeatId
from simulations.engine.scenario.vocabulary import Category

MAES_GLAS = Path(__file__).parents[3] / "simulations/scenarios/maes-glas.yaml"
NURSE = Seated(SeatId("school-nurse"))


def review(phase: str) -> Rehearsal:
    """The improving variant with the chair and the nurse played by people."""
    conference = Rehearsal(scenario_at(MAES_GLAS, "improving"))
    conference.seat(CHAIR, NURSE)
    conference.must(do.Start(by=FACILITATOR))
    conference.to(phase)
    return conference


def taken(option: str, *categories: Category) -> do.Decide:
    return do.Decide(
        by=CHAIR, decision=DecisionId("registration"), child=ChildId("lowri"), option=OptionId(option),
        categories=categories, words=words(),
    )  # fmt: skip


@pytest.mark.parametrize("phase", ["progress", "changes"])
def test_what_was_done_and_what_has_changed_are_spoken_of_at_the_table(phase: str) -> None:
    conference = review(phase)
    conference.must(do.GiveFloor(by=CHAIR, seat=NURSE.seat))
    conference.must(do.Share(by=NURSE, passage=PassageId("nurse-record.4")))
    assert conference.state.sharings[PassageId("nurse-record.4")]


def test_a_name_stays_under_a_category_and_comes_off_under_none() -> None:
    conference = review("decision")
    conference.must(do.OpenViews(by=CHAIR, decision=DecisionId("registration")))
    assert conference.refused(taken("remain")) == "category-needed"
    assert conference.refused(taken("remove", Category.NEGLECT)) == "category-not-wanted"
    assert conference.refused(taken("registered", Category.NEGLECT)) == "no-such-option"
    conference.must(taken("remove"))
    assert conference.measures.pitfalls[PitfallId("kept-for-the-worker")] is False


def test_a_name_kept_where_life_has_changed_is_a_finding() -> None:
    conference = review("decision")
    conference.must(do.OpenViews(by=CHAIR, decision=DecisionId("registration")), taken("remain", Category.NEGLECT))
    assert conference.measures.pitfalls[PitfallId("kept-for-the-worker")] is True
