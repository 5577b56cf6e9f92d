"""How long processes of this machine have kept a processor busy: what a clock on a busy machine does not tell."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import psycopg

TICKS = os.sysconf("SC_CLK_TCK")
NEVER_COUNTED = 0.0


def seconds(processes: Iterable[int]) -> float:
    """Of all of them together, their threads too; of those that are not on this machine, nothing."""
    return sum(_seconds(each) for each in processes)


def of_the_database(server: str, name: str) -> list[int]:
    """PostgreSQL's processes that serve this database."""
    with psycopg.connect(server, autocommit=True) as admin:
        rows = admin.execute("SELECT pid FROM pg_stat_activity WHERE datname = %s", [name]).fetchall()
    return [pid for (pid,) in rows]


def _seconds(process: int) -> float:
    with suppress(OSError):
        told = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        return (int(told[11]) + int(told[12])) / TICKS
    return NEVER_COUNTED
