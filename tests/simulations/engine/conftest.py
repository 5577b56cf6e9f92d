"""The scenario that the engine's tests play."""

import pytest
from rehearsing import BRYN_AWEL

from simulations.engine.scenario import read
from simulations.engine.scenario.model import Scenario


@pytest.fixture(scope="session")
def bryn_awel() -> Scenario:
    """All of it, with both its variants."""
    scenario = read(BRYN_AWEL.read_bytes()).scenario
    assert scenario is not None
    return scenario
