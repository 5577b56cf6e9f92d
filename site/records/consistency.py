"""Until when the store is known to be complete (2.0: 4.1.6.1; 1.0.3: Communication 2.1.3, X-Experience-API-Consistent-Through).

A statement's time of storing is set before its transaction ends, so for a moment a later one may be visible and it not yet.
On PostgreSQL writers hold a lock that others may hold too, and a reader sees since when the oldest of them writes.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime

from django.db import connection
from django.db.models import Max
from django.utils import timezone

from records.models import Statement

LOCK = 0x0D10_6E1  # a number of ours among PostgreSQL's advisory locks
OLDEST_WRITER = """
    SELECT min(activity.xact_start) FROM pg_locks AS held JOIN pg_stat_activity AS activity USING (pid)
    WHERE held.locktype = 'advisory' AND held.classid = 0 AND held.objid = %s AND held.objsubid = 1 AND held.granted
      AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


@contextmanager
def writing() -> Iterator[None]:
    """Within a transaction: until it ends, readers know that statements are on their way."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [LOCK])
    yield


def consistent_through() -> datetime:
    """To be asked before statements are read: all that were stored until then will be seen."""
    now = timezone.now()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(OLDEST_WRITER, [LOCK])
            (oldest,) = cursor.fetchone()
        return min(now, oldest) if oldest else now
    # Of what one is writing, some may have a time already that is later than that of the newest there is to be seen.
    return now if _nobody_writes() else Statement.objects.aggregate(last=Max("stored"))["last"] or now


def _nobody_writes() -> bool:
    """SQLite lets one write at a time: who can take that place for a moment knows that nobody has it."""
    name = str(connection.settings_dict["NAME"])
    with closing(sqlite3.connect(name, timeout=0, isolation_level=None, uri=name.startswith("file:"))) as beside:
        try:
            beside.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return False
        beside.execute("ROLLBACK")
        return True
