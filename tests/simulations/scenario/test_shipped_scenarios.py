"""The scenarios that come with the code read without a word, as samples, and every text in them can be found again."""

from pathlib import Path

import pytest

from simulations.engine.scenario import Scenario, Status, read
from simulations.engine.scenario.checks.wording import texts

ROOT = Path(__file__).parents[3]
SHIPPED = sorted(
    path for path in (ROOT / "simulations/scenarios").glob("*.yaml") if not path.name.endswith(".testplan.yaml")
)
COMPLETE = ROOT / "tests/files/scenarios/complete.yaml"


def test_there_are_shipped_scenarios() -> None:
    assert SHIPPED


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_scenario_has_no_problems_and_is_a_sample(path: Path) -> None:
    reading = read(path.read_bytes())

    assert reading.problems == ()
    assert reading.status is Status.SAMPLE


@pytest.mark.parametrize("path", [*SHIPPED, COMPLETE], ids=lambda path: path.stem)
def test_every_text_is_found_by_its_path_in_every_variant(path: Path) -> None:
    whole = read(path.read_bytes()).scenario
    assert whole is not None

    for scenario in [whole.for_variant(name) for name in whole.variants or [None]]:
        found = list(texts(scenario, "", ()))
        assert len(found) > 50
        assert [where for where, text, _ in found if scenario.text_at(where) != text] == []


@pytest.mark.parametrize("path", [*SHIPPED, COMPLETE], ids=lambda path: path.stem)
def test_a_text_keeps_its_path_whatever_the_variant_leaves_out(path: Path) -> None:
    whole = read(path.read_bytes()).scenario
    assert whole is not None

    for name in whole.variants or [None]:
        scenario = whole.for_variant(name)
        assert [
            where for where, text, _ in texts(scenario, "", ()) if not _is_worded_so(whole, where, name, text)
        ] == []


def _is_worded_so(whole: Scenario, where: str, variant: str | None, text: object) -> bool:
    in_file = whole.text_at(where)
    return (dict(in_file.by_variant).get(variant, in_file) if in_file.by_variant else in_file) == text  # type: ignore[call-overload]
