"""How many rows get into the database at once: by PostgreSQL's COPY, elsewhere row by row in one call.

The models' own way would spend most of a batch's time on quoting what needs none.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, models

from records.models import Mention, Statement

TYPES: Mapping[type[models.Field[Any, Any]], str] = {
    models.UUIDField: "uuid",
    models.DateTimeField: "timestamptz",
    models.BooleanField: "bool",
    models.BigAutoField: "int8",
}
"""What COPY is told of a column, where it is no text."""


@contextmanager
def inserting(statements: Iterable[Statement]) -> Iterator[None]:
    """They are there at the end of the block; PostgreSQL takes them in while it runs, and is to be asked nothing in it."""
    names = [field.attname for field in Statement._meta.concrete_fields]
    with _inserting(Statement, names, [tuple(getattr(each, name) for name in names) for each in statements]):
        yield


def insert_mentions(rows: Iterable[tuple[UUID, datetime, UUID]]) -> None:
    """New ones, in the order of their index."""
    with _inserting(Mention, ["key", "stored", "statement_id"], sorted(rows, key=lambda row: row[0].int)):
        pass


def add_mentions(rows: Iterable[tuple[UUID, datetime, UUID]]) -> None:
    """Some of which may be there already."""
    found = [Mention(key=key, stored=stored, statement_id=statement) for key, stored, statement in rows]
    Mention.objects.bulk_create(found, batch_size=500, ignore_conflicts=True)


@contextmanager
def _inserting(model: type[models.Model], names: list[str], rows: list[tuple[Any, ...]]) -> Iterator[None]:
    table = connection.ops.quote_name(model._meta.db_table)
    columns = ", ".join(names)
    with connection.cursor() as cursor:
        if connection.vendor != "postgresql":
            places = ", ".join(["%s"] * len(names))
            cursor.executemany(
                f"INSERT INTO {table} ({columns}) VALUES ({places})",  # noqa: S608
                [[_plain(value) for value in row] for row in rows],
            )
            yield
            return
        statement = f"COPY {table} ({columns}) FROM STDIN (FORMAT BINARY)"
        with connection.wrap_database_errors, cursor.copy(statement) as copy:
            copy.set_types([_type(model, name) for name in names])
            for row in rows:
                copy.write_row(row)
            yield


def _type(model: type[models.Model], name: str) -> str:
    field = next(each for each in model._meta.concrete_fields if each.attname == name)
    if isinstance(field, models.ForeignKey):
        field = field.target_field
    return next((known for kind, known in TYPES.items() if isinstance(field, kind)), "text")


def _plain(value: Any) -> Any:
    """As SQLite keeps it."""
    if isinstance(value, UUID):
        return value.hex
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value
