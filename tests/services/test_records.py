"""The record store on PostgreSQL: what tests/records shows on SQLite holds there, and what only PostgreSQL could get wrong."""

from pathlib import Path

import pytest
from another_session import run_again, services

RECORDS = Path(__file__).parents[1] / "records"


@pytest.mark.services
@pytest.mark.slow
def test_it_holds_on_postgresql() -> None:
    (server,) = services("DIOGEL_TEST_DATABASE_URL")
    # A name of its own: another file's tests may be at work on PostgreSQL in another process of this run.
    run_again(RECORDS, DIOGEL_DATABASE_URL=f"{server.rpartition('/')[0]}/records")
