"""The benchmark runs and tells every number it is asked for; how fast this machine is, it does not judge."""

import json
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
def test_the_benchmark_of_the_engine_prints_every_number() -> None:
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("engine.py")], capture_output=True, text=True, check=True
    )
    told = json.loads(done.stdout)

    assert set(told["wanted"]) <= set(told["measured"])
    assert all(number > 0 for number in told["measured"].values())
    assert told["measured"]["seats"] >= 12
