"""Each shipped scenario has a test plan beside it, and each test plan comes out as it says."""

from pathlib import Path

import pytest

from simulations.engine.scenario import read
from simulations.engine.testplans import failures, read_plan

FOLDER = Path(__file__).parents[3] / "simulations/scenarios"
PLANS = sorted(FOLDER.glob("*.testplan.yaml"))
SCENARIOS = sorted(set(FOLDER.glob("*.yaml")) - set(PLANS))


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_a_shipped_scenario_has_a_test_plan_beside_it(path: Path) -> None:
    assert path.with_suffix(".testplan.yaml") in PLANS


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_a_shipped_test_plan_comes_out_as_it_says(path: Path) -> None:
    plan = read_plan(path.read_text(encoding="utf-8"))
    scenario = read((FOLDER / f"{plan.scenario}.yaml").read_bytes()).scenario
    assert scenario is not None

    assert failures(scenario, plan) == ()
