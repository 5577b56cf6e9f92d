"""The live conference on PostgreSQL and Redis: what is shown on SQLite holds there, and several workers serve one room.

The tests themselves stand in tests/simulations/live; here they run again in a session of their own on the services.
"""

import os
from pathlib import Path

import pytest
from another_session import run_again, services
from cluster import PROGRAMS, Cluster

LIVE = Path(__file__).parents[1] / "simulations" / "live"
AGAIN = (
    "test_the_log.py",
    "test_the_engine_and_the_room_agree.py",
    "test_nothing_is_lost.py",
    "test_attendance.py",
    "several_workers.py",
    "straight.py",
)


@pytest.mark.services
@pytest.mark.slow
def test_it_holds_on_postgresql_and_redis() -> None:
    database, redis = services("DIOGEL_TEST_DATABASE_URL", "DIOGEL_TEST_REDIS_URL")
    run_again(*(LIVE / name for name in AGAIN), DIOGEL_DATABASE_URL=database, DIOGEL_REDIS_URL=redis)


@pytest.mark.services
@pytest.mark.slow
def test_nothing_is_lost_whatever_breaks() -> None:
    (redis,) = services("DIOGEL_TEST_REDIS_URL")
    if not PROGRAMS:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)("wants PostgreSQL's programs")
    own = Cluster()
    try:
        run_again(
            LIVE / "faults.py", DIOGEL_DATABASE_URL=own.address, DIOGEL_REDIS_URL=redis, DIOGEL_TEST_CLUSTER=own.folder
        )
    finally:
        own.remove()
