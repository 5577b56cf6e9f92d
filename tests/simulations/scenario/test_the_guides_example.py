"""The example of `docs/writing-a-scenario.md` is a scenario that runs, as the guide says."""

import re
from pathlib import Path

import pytest

from simulations.engine.alone import Run, run_by_itself
from simulations.engine.scenario import Reading, Status, read
from simulations.engine.telling import told_measures

GUIDE = Path(__file__).parents[3] / "docs/writing-a-scenario.md"


@pytest.fixture(scope="module")
def example() -> Reading:
    """The blocks of the guide, one after the other."""
    return read("".join(re.findall(r"```yaml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)))


@pytest.fixture(scope="module")
def run(example: Reading) -> Run:
    """The example, played by its scripts."""
    assert example.scenario is not None
    return run_by_itself(example.scenario)


def test_the_blocks_of_the_guide_are_one_scenario_without_a_problem(example: Reading) -> None:
    assert example.problems == ()
    assert example.status is Status.SAMPLE


def test_what_nobody_asks_housing_about_is_never_said(run: Run) -> None:
    measures = told_measures(run)

    assert measures["pool_rate"] == 0.5
    assert measures["never_shared"] == ["o1"]
    assert measures["pitfalls"] == ["home-unasked"]


def test_the_example_comes_to_a_decision(run: Run) -> None:
    assert told_measures(run)["undecided"] == []
