"""Help on every key of the format, by its path, as an editor shows it beside what is being written."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from welsh import unknown

from simulations.engine.scenario import read
from simulations.engine.scenario.helping import help_on
from simulations.engine.scenario.keys import written_in
from simulations.engine.scenario.messages import OF_THE_MODEL
from simulations.engine.scenario.model import ByReviewer
from simulations.engine.scenario.phrasing import first_line
from simulations.engine.scenario.reference import sections
from simulations.engine.scenario.typed import ACTION_PARTS, CONDITION_PARTS

FILES = Path(__file__).parents[2] / "files" / "scenarios"
AS_WRITTEN = {"true", "false", "room", "context", "chair", "each-child", "optional", "0s", "1"}
"""Defaults that are told as they would be written in a file."""
SHIPPED = Path(__file__).parents[3] / "simulations" / "scenarios"


@pytest.mark.parametrize("path", [FILES / "complete.yaml", SHIPPED / "maes-glas.yaml"], ids=lambda path: path.stem)
def test_there_is_help_on_everything_that_stands_in_a_file(path: Path) -> None:
    reading = read(path.read_bytes())
    assert reading.scenario is not None
    of_variants = {f".{variant}" for variant in reading.scenario.variants}
    places = [each for each in reading.places if not any(each.endswith(variant) for variant in of_variants)]

    assert len(places) > 400
    assert [each for each in places if help_on(each) is None] == []


def test_a_key_tells_what_it_means_how_it_is_written_and_what_needs_it() -> None:
    found = help_on("seats.police.part")

    assert found is not None
    assert found.meaning == "What it is there for; carries the rules of the meeting"
    assert found.needed == "to run"
    assert found.known[:2] == ("chair", "social-worker")


def test_the_same_is_told_in_welsh() -> None:
    found = help_on("seats.police.part", "cy")

    assert found is not None
    assert found.meaning == "Pam y mae yno; mae rheolau'r cyfarfod yn dilyn o hyn"
    assert found.needed == "i redeg"
    assert getattr(help_on("facts.p1.about", "cy"), "default", "") == "yr holl blant"
    assert getattr(help_on("facts.p1.withhold.from", "cy"), "written_as", "") == "un neu fwy: id (sedd neu oedolyn)"


def test_all_that_the_model_says_has_its_welsh_and_no_other_words_have() -> None:
    assert set(said_by_the_model()) == set(OF_THE_MODEL)


def test_every_word_of_its_welsh_is_known() -> None:
    texts = [re.sub(r"`[^`]*`", "", text) for text in OF_THE_MODEL.values() if "learner" not in text]
    assert unknown(texts) == []


def said_by_the_model() -> Iterator[str]:
    """Every meaning, every default that is words, and the first line of every section, condition and action."""
    for section in [*(each for _, each in sections()), ByReviewer, *CONDITION_PARTS.values(), *ACTION_PARTS.values()]:
        yield first_line(section)
        for key in written_in(section).values():
            yield from filter(None, (key.key.meaning, key.key.default if key.key.default not in AS_WRITTEN else ""))


def test_a_key_that_may_be_left_out_tells_what_it_then_is() -> None:
    found = help_on("facts.p1.about")

    assert found is not None
    assert (found.needed, found.default) == ("", "all children")


def test_what_publishing_asks_for_is_told() -> None:
    assert getattr(help_on("content_note"), "needed", None) == "to publish"


def test_a_beat_offers_every_action_and_a_condition_every_part() -> None:
    assert set(ACTION_PARTS) < set(getattr(help_on("scripts.gp.0"), "known", ()))
    assert set(getattr(help_on("injects.call.when"), "known", ())) == set(CONDITION_PARTS)
    assert set(getattr(help_on("scripts.gp.0.when.any.1.not"), "known", ())) == set(CONDITION_PARTS)


@pytest.mark.parametrize(
    "path",
    ["seat", "seats.police.prat", "scripts.gp.x", "scripts.gp.0.shares", "injects.call.when.phases", "id.more", ""],
)
def test_where_no_key_can_stand_there_is_no_help(path: str) -> None:
    assert help_on(path) is None
