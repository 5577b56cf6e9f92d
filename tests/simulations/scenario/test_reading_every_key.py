"""The reader types every key of the format: the complete file comes out as the model says, value by value."""

from datetime import date
from pathlib import Path

import pytest

from simulations.engine.scenario import Scenario, read
from simulations.engine.scenario import conditions as when
from simulations.engine.scenario import scripts as do
from simulations.engine.scenario.keys import Origin, keys_of
from simulations.engine.scenario.meeting import Everyone
from simulations.engine.scenario.papers import HandedOver, HandedOverWhen, Never
from simulations.engine.scenario.typed import ACTION_PARTS, CONDITION_PARTS
from simulations.engine.scenario.values import Age, Day, FactId, InjectId, PaperId, SeatId
from simulations.engine.scenario.vocabulary import FloorRule, Language, Player

FILES = Path(__file__).parents[2] / "files" / "scenarios"
COMPLETE = (FILES / "complete.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    reading = read(COMPLETE)
    assert reading.scenario is not None
    return reading.scenario


def test_the_complete_file_uses_every_key_of_the_model() -> None:
    written = {path.rpartition(".")[2] for path in read(COMPLETE).places}
    sections = [Scenario, *(each for each in _sections_below(Scenario))]
    keys = {name for each in sections for name, key in keys_of(each).items() if key.key.origin is Origin.WRITTEN}
    parts = {*CONDITION_PARTS, *ACTION_PARTS}

    assert (keys | parts) - written - IN_OTHER_WORDS == set()


IN_OTHER_WORDS = {"text"}  # a topic's text stands directly under its id


def test_small_types_are_whole_seconds_ages_and_offsets(scenario: Scenario) -> None:
    assert [child.age for child in scenario.family.children.values()] == [
        Age(7, "years"),
        Age(10, "months"),
        Age(0, "unborn"),
    ]
    assert scenario.scripts[SeatId("gp")][0].when == when.AllOf(
        of=(when.PhaseIs(phase="reports"), when.After(after=40, phase="reports"))  # type: ignore[arg-type]
    )
    assert scenario.chronology[0].day == Day(-56, "days")
    assert scenario.authorship.piloted == date(2026, 5, 1)


def test_a_day_is_told_from_the_day_of_the_conference() -> None:
    held = date(2026, 3, 31)

    assert Day(-14, "days").on(held) == date(2026, 3, 17)
    assert Day(-5, "weeks").on(held) == date(2026, 2, 24)
    assert Day(-1, "months").on(held) == date(2026, 2, 28)
    assert Day(10, "months").on(held) == date(2027, 1, 31)


def test_a_single_id_stands_for_a_list_of_one(scenario: Scenario) -> None:
    assert scenario.papers[PaperId("letter")].held_by == ("school",)
    assert scenario.injects[InjectId("bail-breach")].to == ("police",)


def test_what_may_be_one_of_two_things_is_either(scenario: Scenario) -> None:
    papers = scenario.papers

    assert papers[PaperId("notes")].available is HandedOver.ON_REQUEST
    assert isinstance(papers[PaperId("late-report")].available, HandedOverWhen)
    assert papers[PaperId("notes")].seen_by_family is Never.NEVER
    assert papers[PaperId("letter")].seen_by_family == Day(-2, "days")
    assert scenario.injects[InjectId("off-camera")].to is Everyone.EVERYONE


def test_absent_keys_have_the_defaults_of_the_format(scenario: Scenario) -> None:
    seats, facts = scenario.seats, scenario.facts

    assert seats[SeatId("mabli")].played_by == (Player.STATEMENT,)
    assert Player.LEARNER not in seats[SeatId("mother")].played_by
    assert not seats[SeatId("school")].required
    assert seats[SeatId("school")].present
    assert facts[FactId("g1")].about == ("mabli", "ianto", "babi")
    assert scenario.phases[0].floor is FloorRule.CHAIR


def test_actions_of_a_beat_stay_in_the_order_written(scenario: Scenario) -> None:
    assert [action.written for action in scenario.scripts[SeatId("chair")][4].actions] == [
        "sum-up",
        "open-views",
        "decide",
    ]
    assert [action.written for action in scenario.scripts[SeatId("gp")][0].actions] == ["share", "say"]


def test_scalars_stay_text_until_the_model_says_otherwise() -> None:
    small = (FILES / "small.yaml").read_text(encoding="utf-8")
    read_as = {
        written: read(small.replace("name: Mabli", f"name: {written}")).scenario
        for written in ("no", "10:30", "1.10", "~")
    }

    for written, one in read_as.items():
        assert one is not None
        assert [child.name for child in one.family.children.values()] == [written]


def test_a_plain_text_is_in_the_first_language_and_shown_where_the_other_is_missing() -> None:
    small = (FILES / "small.yaml").read_text(encoding="utf-8")
    one = read(
        small.replace('title: {en: "Small", cy: "Bach"}', 'title: "Bach"').replace("[en, cy]", "[cy, en]")
    ).scenario

    assert one is not None
    assert one.title.words == (("cy", "Bach"),)
    assert one.title.in_language("en") == "Bach"


def test_a_text_is_found_by_the_path_of_its_keys(scenario: Scenario) -> None:
    assert scenario.text_at("scripts.gp.0.say").in_language("en") == "From the notes."
    assert scenario.text_at("papers.incident-log.passages.1.text").in_language("cy") == "Galwad yn y nos."
    assert scenario.text_at("injects.off-camera.ask.choices.check").in_language("en") == "Check"
    assert scenario.text_at("phases.10.prompts.chair").in_language("en") == "Ask what is not known."
    with pytest.raises(KeyError):
        scenario.text_at("scripts.gp.0.share")


def test_who_holds_a_fact_follows_from_the_papers(scenario: Scenario) -> None:
    assert scenario.held(FactId("p1")) == ("police",)
    assert scenario.facts_of(SeatId("police")) == ("p1", "p2", "p3")
    assert [passage.id for passage in scenario.passages_carrying(FactId("p1"))] == ["incident-log.1"]
    assert scenario.withheld_from(SeatId("father")) == ("p1",)
    assert scenario.dealt_papers() == {"late-report", "letter"}


def test_the_same_file_has_the_same_hash_and_another_has_another() -> None:
    once, again, changed = (read(text).scenario for text in (COMPLETE, COMPLETE, COMPLETE + "# a word\n"))

    assert once is not None
    assert again is not None
    assert changed is not None
    assert once.content_hash == again.content_hash != changed.content_hash
    assert len(once.content_hash) == 64


def test_nothing_of_a_scenario_can_be_changed(scenario: Scenario) -> None:
    with pytest.raises(AttributeError):
        scenario.id = "other"  # type: ignore[misc]
    with pytest.raises(TypeError):
        scenario.seats[SeatId("chair")] = scenario.seats[SeatId("police")]  # type: ignore[index]


def test_the_first_language_of_a_text_is_the_files_first(scenario: Scenario) -> None:
    assert [language for language, _ in scenario.title.words] == [Language.CY, Language.EN]


def _sections_below(section: type) -> list[type]:
    from dataclasses import is_dataclass
    from typing import get_args

    def inside(hint: object) -> list[type]:
        if isinstance(hint, type) and is_dataclass(hint):
            return [hint]
        return [each for part in get_args(hint) for each in inside(part)]

    below = [each for key in keys_of(section).values() for each in inside(key.hint)]
    parts = (*when.JOINED, *when.BARE, *when.MAPPED, *do.FLAGS, *do.BARE, *do.MAPPED, Age, Day)
    own = [each for each in dict.fromkeys(below) if each not in parts and "Text" not in each.__name__]
    return [each for one in own for each in [one, *_sections_below(one)]]
