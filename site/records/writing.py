"""How many rows get into the database at once: by arrays where it takes them, else row by row in one call."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import connection

from records.models import Mention

COLUMNS = ("key", "stored", "statement_id")


def insert_mentions(rows: Iterable[tuple[UUID, datetime, UUID]]) -> None:
    """Those that are there already stay as they are. The model's own way would spend most of a batch's time here."""
    found = sorted(rows)
    table, names = connection.ops.quote_name(Mention._meta.db_table), ", ".join(COLUMNS)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            arrays = "unnest(%s::uuid[], %s::timestamptz[], %s::uuid[])"
            sql = f"INSERT INTO {table} ({names}) SELECT * FROM {arrays} ON CONFLICT DO NOTHING"  # noqa: S608
            if found:
                cursor.execute(sql, [list(column) for column in zip(*found, strict=True)])
        else:
            adapt = connection.ops.adapt_datetimefield_value
            plain = [(key.hex, adapt(stored), statement.hex) for key, stored, statement in found]
            cursor.executemany(f"INSERT OR IGNORE INTO {table} ({names}) VALUES (%s, %s, %s)", plain)  # noqa: S608
