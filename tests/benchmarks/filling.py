"""What storing costs as the store grows, without HTTP, as one JSON object: `./run exec python tests/benchmarks/filling.py --stored 1000000`.

It wants a PostgreSQL server on which it may make a database (DIOGEL_TEST_DATABASE_URL), and fills one through the store's own
door, in batches of 500. Over the last 10,000 before each mark it tells, for a statement, the microseconds that reading and
storing kept this process busy, and those of the database's process that serves it. Reading does the same work however much
is stored, so when it costs more at one mark than at another, the machine was slower by as much; `of_reading` is what storing
and the database cost together, in readings. `log_bytes` is what PostgreSQL wrote to its log, which is more for a while after
each of its checkpoints: it then writes whole pages.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import processor
from learning_platform import statement

sys.path.remove(str(Path(__file__).parent))  # where `records` would be the benchmark beside this one

WANTED = {"filling": "as many microseconds for each statement at the last mark as at the first"}
BATCH, MEASURED = 500, 10_000
MARKS = [10_000, 100_000, 1_000_000]


@contextmanager
def an_empty_store(server: str) -> Iterator[str]:
    """The name of a database of its own, which goes afterwards; Django is set up on it."""
    import psycopg

    name = f"diogel_filling_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as admin, tempfile.TemporaryDirectory() as folder:
        admin.execute(f"CREATE DATABASE {name}")
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "diogel.settings",
            "DIOGEL_SECRET_KEY": "benchmark",
            "DIOGEL_DATA": folder,
            "DIOGEL_DATABASE_URL": f"{server.rpartition('/')[0]}/{name}",
        }
        try:
            import django

            django.setup()
            from django.core.management import call_command

            call_command("migrate", verbosity=0)
            yield name
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def fill(count: int) -> tuple[float, float]:
    """Seconds that reading and that storing so many kept this process busy."""
    from records.models import Authority, Verified
    from records.posting import posted, store

    by, _new = Authority.objects.get_or_create(code="hr", defaults={"name": "HR", "verified": Verified.OUTSIDE})
    reading = storing = 0.0
    for _batch in range(count // BATCH):
        body = json.dumps([statement() for _each in range(BATCH)])
        start = time.process_time()
        read = posted(body)
        between = time.process_time()
        store(read, by)
        reading, storing = reading + between - start, storing + time.process_time() - between
    return reading, storing


def measure(server: str, name: str) -> dict[str, float]:
    serving, log = processor.of_the_database(server, name), _written(server)
    before, started = processor.seconds(serving), time.perf_counter()
    reading, storing = fill(MEASURED)
    taken, database = time.perf_counter() - started, processor.seconds(serving) - before
    told = {"reading_us": reading, "storing_us": storing, "database_us": database}
    return {
        **{each: round(seconds / MEASURED * 1e6, 1) for each, seconds in told.items()},
        "of_reading": round((storing + database) / reading, 2),
        "log_bytes": round((_written(server) - log) / MEASURED),
        "a_second": round(MEASURED / taken, 1),
    }


def _written(server: str) -> int:
    """Bytes that the server has written to its log, for all its databases."""
    import psycopg

    with psycopg.connect(server, autocommit=True) as admin:
        row = admin.execute("SELECT pg_current_wal_lsn() - '0/0'").fetchone()
    return int(row[0]) if row else 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stored", type=int, default=100_000)
    given = parser.parse_args()
    server = os.environ.get("DIOGEL_TEST_DATABASE_URL") or parser.error("set DIOGEL_TEST_DATABASE_URL")
    filling: dict[str, Any] = {}
    stored = 0
    with an_empty_store(server) as name:
        for mark in [*(each for each in MARKS if each <= given.stored - MEASURED), given.stored]:
            fill(max(mark - MEASURED - stored, BATCH))
            filling[str(mark)] = measure(server, name)
            stored = mark
    print(json.dumps({"wanted": WANTED, "measured": {"filling": filling, "load": os.getloadavg()}}, indent=2))


if __name__ == "__main__":
    main()
