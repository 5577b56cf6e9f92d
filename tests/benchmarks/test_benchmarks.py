"""The benchmarks run and tell every number they are asked for; how fast this machine is, they do not judge."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from h5p_packages import packed, sound_with


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
        [
            sys.executable,
            Path(__file__).with_name("records.py"),
            "--stored",
            "5000",
            "--rounds",
            "1",
            "--without-ralph",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    measured = json.loads(done.stdout)["measured"]

    assert set(measured["posts_a_second"]["diogel"]) == {"post_500", "post_50", "post_1"}
    assert {"none", "verb", "agent", "activity", "actor_verb_since_p95"} <= set(measured["get_ms"]["5000"])
    assert all(measured["filling"]["5000"][name] > 0 for name in ("a_second", "server_us"))


@pytest.mark.slow
def test_the_benchmark_of_the_live_room_prints_every_number_and_misses_nothing(browser_files: None) -> None:
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


@pytest.mark.slow
def test_the_benchmark_of_h5p_packages_prints_every_number(tmp_path: Path) -> None:
    (tmp_path / "probe.h5p").write_bytes(packed(sound_with()))
    more = ["--packages", tmp_path, "--rounds", "1", "--large-mb", "8", "--alone"]
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("h5p.py"), *more], capture_output=True, text=True, check=True
    )
    told = json.loads(done.stdout)

    assert set(told["wanted"]) <= set(told["measured"])
    assert told["measured"]["taken_in"] == told["measured"]["packages"] == 1
    assert told["measured"]["integration_cached_ms"] > 0


@pytest.mark.slow
def test_the_benchmark_of_marking_and_statistics_prints_both_numbers() -> None:
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("marking.py")], capture_output=True, text=True, check=True
    )
    told = json.loads(done.stdout)

    assert set(told["measured"]) == set(told["wanted"]) == {"marking_a_paper_ms", "item_statistics_s"}
    assert all(number > 0 for number in told["measured"].values())
