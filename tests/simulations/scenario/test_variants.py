"""What is not in the running variant does not exist, and what names it leaves it out."""

from pathlib import Path

import pytest

from simulations.engine.scenario import Scenario, read
from simulations.engine.scenario import conditions as when
from simulations.engine.scenario.scripts import GiveView
from simulations.engine.scenario.values import ChildId, FactId, InjectId, PaperId, SeatId
from simulations.engine.scenario.variants import narrowed

FILES = Path(__file__).parents[2] / "files" / "scenarios"


@pytest.fixture(scope="module")
def whole() -> Scenario:
    scenario = read((FILES / "complete.yaml").read_bytes()).scenario
    assert scenario is not None
    return scenario


@pytest.fixture(scope="module")
def improving(whole: Scenario) -> Scenario:
    return whole.for_variant("improving")


@pytest.fixture(scope="module")
def masked(whole: Scenario) -> Scenario:
    return whole.for_variant("masked")


def test_facts_papers_passages_topics_adults_injects_beats_and_pitfalls_are_left_out(
    improving: Scenario, masked: Scenario
) -> None:
    assert set(masked.facts) - set(improving.facts) == {"p2", "p3"}
    assert set(masked.papers) - set(improving.papers) == {"late-report"}
    assert [passage.id for passage in improving.papers[PaperId("incident-log")].passages] == [
        "incident-log.0",
        "incident-log.1",
    ]
    assert set(masked.topics) - set(improving.topics) == {"night"}
    assert set(masked.family.adults) - set(improving.family.adults) == {"nain"}
    assert set(masked.injects) - set(improving.injects) == {"often"}
    assert (len(improving.scripts[SeatId("police")]), len(masked.scripts[SeatId("police")])) == (0, 1)
    assert set(masked.debrief.pitfalls) - set(improving.debrief.pitfalls) == {"late"}


def test_a_text_reads_as_it_does_in_the_variant(improving: Scenario, masked: Scenario) -> None:
    assert improving.common_sheet is not None
    assert masked.common_sheet is not None
    assert improving.common_sheet.in_language("en") == "The home is tidy."
    assert masked.common_sheet.in_language("en") == "The home is tidy today."


def test_what_names_something_gone_leaves_it_out(improving: Scenario, masked: Scenario) -> None:
    def because(scenario: Scenario) -> tuple[str, ...]:
        (view,) = [
            action for beat in scenario.scripts[SeatId("gp")] for action in beat.actions if isinstance(action, GiveView)
        ]
        return view.views[ChildId("mabli")].because

    assert because(masked) == ("g1", "p1", "p2")
    assert because(improving) == ("g1", "p1")
    assert improving.injects[InjectId("bail-breach")].deal == ()
    assert masked.injects[InjectId("bail-breach")].deal == ("late-report",)


def test_a_question_about_a_topic_that_is_gone_is_not_asked(improving: Scenario, masked: Scenario) -> None:
    assert len(masked.scripts[SeatId("gp")]) == len(improving.scripts[SeatId("gp")]) + 1


def test_beats_keep_the_numbers_they_have_in_the_file(improving: Scenario) -> None:
    assert [beat.id for beat in improving.scripts[SeatId("gp")]] == ["gp.0", "gp.1", "gp.2", "gp.3", "gp.5", "gp.6"]
    assert improving.text_at("scripts.gp.6.dissent.why").in_language("en") == "Too soon."


def test_defensible_answers_are_those_of_the_variant(improving: Scenario, masked: Scenario) -> None:
    assert improving.defensible_answers()[ChildId("mabli")].decisions == ("remove",)
    assert masked.defensible_answers()[ChildId("mabli")].decisions == ("remain",)
    assert set(improving.debrief.defensible) == {"improving"}


def test_a_narrowed_scenario_says_which_variant_it_is(improving: Scenario) -> None:
    assert improving.variant == "improving"


@pytest.mark.parametrize("name", [None, "unheard-of"])
def test_a_variant_that_is_not_there_is_refused(whole: Scenario, name: str | None) -> None:
    with pytest.raises(KeyError):
        whole.for_variant(name)


def test_a_scenario_without_variants_is_narrowed_by_none() -> None:
    text = (FILES / "small.yaml").read_text(encoding="utf-8")
    head, _, rest = text.partition("variants:\n")
    scenario = read(head + rest.partition("family:\n")[1] + rest.partition("family:\n")[2]).scenario

    assert scenario is not None
    assert set(scenario.for_variant(None).facts) == {"p1"}
    with pytest.raises(KeyError):
        scenario.for_variant("calm")


CONDITIONS = {
    "{shared: [p1, p2]}": when.Shared(facts=(FactId("p1"),)),
    "{shared: p2}": None,
    "{not: {shared: p2}}": None,
    "{phase: analysis, shared: p2}": None,
    "{any: [{shared: p2}, {spoken: police}]}": when.AnyOf(of=(when.Spoken(seat=SeatId("police")),)),
    "{any: [{shared: p2}]}": None,
    "{shared: p2, unshared: p3}": None,
    "{any: [{all: [{asked: p2}, {asked: p3}]}]}": None,
}


@pytest.mark.parametrize("written", CONDITIONS)
def test_a_condition_on_what_is_gone_leaves_the_inject_its_button_alone(written: str) -> None:
    text = (FILES / "complete.yaml").read_text(encoding="utf-8")
    scenario = read(text.replace("when: {phase: analysis, after: 2m}", f"when: {written}", 1)).scenario
    assert scenario is not None or written == "{phase: analysis, shared: p2}"
    if scenario is not None:
        assert scenario.for_variant("improving").injects[InjectId("bail-breach")].when == CONDITIONS[written]


def test_narrowing_twice_changes_nothing_more(masked: Scenario) -> None:
    assert narrowed(masked, masked.variant) == masked
