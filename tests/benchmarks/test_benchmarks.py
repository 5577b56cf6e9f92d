"""The benchmarks run and tell every number they are asked for; how fast this machine is, they do not judge."""

import json
import os
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


@pytest.mark.slow
@pytest.mark.services
@pytest.mark.skipif("DIOGEL_TEST_DATABASE_URL" not in os.environ, reason="DIOGEL_TEST_DATABASE_URL is not set")
def test_the_benchmark_of_the_record_store_prints_every_number() -> None:
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("records.py"), "--stored", "1000", "--rounds", "1"],
        capture_output=True,
        text=True,
        check=True,
    )
    measured = json.loads(done.stdout)["measured"]

    assert set(measured["posts_a_second"]["diogel"]) == {"post_500", "post_50", "post_1"}
    assert {"none", "verb", "agent", "activity", "actor_verb_since_p95"} <= set(measured["get_ms"])
    assert measured["filling"]["1000"] > 0


@pytest.mark.slow
def test_the_benchmark_of_the_live_room_prints_every_number_and_misses_nothing() -> None:
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("live.py"), "--rooms", "1", "--seconds", "2", "--without-otree"],
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(done.stdout)

    assert set(told["wanted"]) <= set(told["measured"])
    for stretch in ("latency_ms", "latency_html_ms", "latency_twice_the_rooms_ms"):
        measured = told["measured"][stretch]
        assert measured["delivered"] > 0, stretch
        assert (measured["missing"], measured["out_of_order"], measured["refused"]) == (0, 0, []), stretch
    back = told["measured"]["reconnected"]
    assert back["back"] == back["sockets"] == 10
