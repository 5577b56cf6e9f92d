"""The reference page is made from the model and agrees with it."""

from pathlib import Path

from simulations.engine.scenario.keys import Origin, keys_of
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.reference import reference, written_into
from simulations.engine.scenario.typed import ACTION_PARTS, CONDITION_PARTS

PAGE = Path(__file__).parents[3] / "docs" / "scenario-file.md"


def test_the_page_says_what_the_model_says() -> None:
    page = PAGE.read_text(encoding="utf-8")

    assert page == written_into(page), (
        "run: ./run exec python -m simulations.engine.scenario.reference docs/scenario-file.md"
    )


def test_the_page_has_every_key_of_the_file_every_condition_and_every_action() -> None:
    written = [name for name, key in keys_of(Scenario).items() if key.key.origin is Origin.WRITTEN]

    assert [name for name in [*written, *CONDITION_PARTS, *ACTION_PARTS] if f"| `{name}` |" not in reference()] == []


def test_no_key_goes_without_a_meaning() -> None:
    assert "|  | " not in "\n".join(line.partition(" | ")[2][:6] for line in reference().splitlines())
