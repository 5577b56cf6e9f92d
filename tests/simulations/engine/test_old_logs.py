"""Every log ever written replays: one kept from each released version, beside the scenario it was held on.

Never write these files anew to make a test pass: lift the events in `storing.UPCASTERS`.
"""

from pathlib import Path

import pytest
from rehearsing import scenario_at

from simulations.engine.evolving import replay
from simulations.engine.storing import decode

LOGS = sorted((Path(__file__).parents[2] / "files/logs").glob("*.jsonl"))


@pytest.mark.parametrize("log", LOGS, ids=lambda log: log.stem)
def test_a_log_of_an_earlier_version_replays_to_the_conference_it_was(log: Path) -> None:
    scenario = scenario_at(log.with_suffix(".yaml"), "calm")
    state = replay(scenario, map(decode, log.read_bytes().splitlines()))
    assert state.status == "closed"
    assert {child: record.option for (_, child), record in state.decisions.items()} == {
        "gwen": "registered", "ifan": "registered",
    }  # fmt: skip
    assert sorted(state.facts) == ["c1", "g1", "h1", "p1"]


def test_there_is_a_log_to_replay() -> None:
    assert LOGS
