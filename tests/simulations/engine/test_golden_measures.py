"""What each shipped scenario comes to by scripts alone, in every variant: equal to what is kept in tests/files/measures.

A file there is written anew only on purpose, when a scenario or a measure was changed and the new numbers were looked at:

    KEEP_MEASURES=1 ./run test tests/simulations/engine/test_golden_measures.py
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from simulations.engine.alone import run_by_itself
from simulations.engine.scenario import read
from simulations.engine.telling import told_measures

ROOT = Path(__file__).parents[3]
SHIPPED = sorted(
    path for path in (ROOT / "simulations/scenarios").glob("*.yaml") if not path.name.endswith(".testplan.yaml")
)
KEPT = ROOT / "tests/files/measures"


def measured(path: Path) -> Mapping[str, object]:
    """The measures by variant, as JSON has them."""
    scenario = read(path.read_bytes()).scenario
    assert scenario is not None
    runs = {variant or "": told_measures(run_by_itself(scenario, variant)) for variant in scenario.variants or [None]}
    plain: Mapping[str, object] = json.loads(json.dumps(runs))
    return plain


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_scenario_comes_to_what_was_kept(path: Path) -> None:
    file, now = KEPT / f"{path.stem}.json", measured(path)
    if os.environ.get("KEEP_MEASURES"):
        assert os.environ.get("CI") != "true"
        file.write_text(json.dumps(now, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert now == kept, "looked at, and meant so? Then have it written anew, as this file says."


def test_no_scenario_is_kept_that_is_not_shipped() -> None:
    assert {path.stem for path in KEPT.glob("*.json")} == {path.stem for path in SHIPPED}
