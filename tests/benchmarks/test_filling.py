"""The benchmark of a growing store runs and tells every number; what is a good one, it does not judge."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
@pytest.mark.services
@pytest.mark.skipif("DIOGEL_TEST_DATABASE_URL" not in os.environ, reason="DIOGEL_TEST_DATABASE_URL is not set")
def test_the_benchmark_of_a_growing_store_prints_every_number() -> None:
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("filling.py"), "--stored", "20000"],
        capture_output=True,
        text=True,
        check=True,
    )
    filling = json.loads(done.stdout)["measured"]["filling"]

    assert set(filling) == {"10000", "20000"}
    for cost in filling.values():
        assert set(cost) == {"reading_us", "storing_us", "database_us", "of_reading", "log_bytes", "a_second"}
        assert all(number > 0 for number in cost.values())
