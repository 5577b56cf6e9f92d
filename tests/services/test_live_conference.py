"""The live conference on PostgreSQL and Redis: what is shown on SQLite holds there, and several workers serve one room.

The tests themselves stand in tests/simulations/live; here they run again in a session of their own on the services.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from cluster import PROGRAMS, Cluster

LIVE = Path(__file__).parents[1] / "simulations" / "live"
AGAIN = ("test_the_log.py", "test_nothing_is_lost.py", "test_attendance.py", "several_workers.py")


@pytest.mark.services
@pytest.mark.slow
def test_it_holds_on_postgresql_and_redis() -> None:
    database, redis = os.environ.get("DIOGEL_TEST_DATABASE_URL"), os.environ.get("DIOGEL_TEST_REDIS_URL")
    if not (database and redis):
        if os.environ.get("CI") == "true":
            pytest.fail("CI needs DIOGEL_TEST_DATABASE_URL and DIOGEL_TEST_REDIS_URL")
        pytest.skip("no DIOGEL_TEST_DATABASE_URL and DIOGEL_TEST_REDIS_URL: PostgreSQL and Redis are not at hand")
    _run(*AGAIN, DIOGEL_DATABASE_URL=database, DIOGEL_REDIS_URL=redis)


@pytest.mark.services
@pytest.mark.slow
def test_nothing_is_lost_whatever_breaks() -> None:
    redis = os.environ.get("DIOGEL_TEST_REDIS_URL")
    if not (PROGRAMS and redis):
        if os.environ.get("CI") == "true":
            pytest.fail("CI needs PostgreSQL's programs and DIOGEL_TEST_REDIS_URL")
        pytest.skip("no PostgreSQL programs, or no DIOGEL_TEST_REDIS_URL")
    own = Cluster()
    try:
        _run("faults.py", DIOGEL_DATABASE_URL=own.address, DIOGEL_REDIS_URL=redis, DIOGEL_TEST_CLUSTER=own.folder)
    finally:
        own.remove()


def _run(*names: str, **surroundings: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *(str(LIVE / name) for name in names)],
        env={**os.environ, **surroundings},
        capture_output=True,
        text=True,
        check=False,
        timeout=2400,
    )
    assert ran.returncode == 0, ran.stdout[-8000:] + ran.stderr[-2000:]
