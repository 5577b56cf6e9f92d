"""How many rows get into the database at once: by PostgreSQL's COPY, elsewhere row by row in one call.

The models' own way would spend most of a batch's time on quoting what needs none.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from operator import attrgetter
from typing import Any
from uuid import UUID

from django.db import connection, models

from records.models import Mention, Statement

BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)
"""When PostgreSQL begins to count."""
MICROSECOND = timedelta(microseconds=1)
TYPES: Mapping[type[models.Field[Any, Any]], str] = {
    models.UUIDField: "bytea",
    models.DateTimeField: "int8",
    models.BooleanField: "bool",
    models.BigAutoField: "int8",
}
"""As what COPY gets a column, where it is no text: in its binary form a UUID is sixteen bytes, and a time a number."""


@contextmanager
def inserting(statements: Iterable[Statement]) -> Iterator[None]:
    """They are there at the end of the block; PostgreSQL takes them in while it runs, and is to be asked nothing in it."""
    names = [field.attname for field in Statement._meta.concrete_fields]
    columns, kept = attrgetter(*names), _kept()
    with _inserting(Statement, names, [[kept(value) for value in columns(each)] for each in statements]):
        yield


def insert_mentions(found: Iterable[tuple[Iterable[UUID], datetime, UUID]]) -> None:
    """New ones, in the order of their index: the keys of each statement, the time it was stored, its id."""
    kept = _kept()
    told = [(keys, kept(stored), kept(statement)) for keys, stored, statement in found]
    rows = sorted((kept(key), stored, statement) for keys, stored, statement in told for key in keys)
    with _inserting(Mention, ["key", "stored", "statement_id"], rows):
        pass


def add_mentions(rows: Iterable[tuple[UUID, datetime, UUID]]) -> None:
    """Some of which may be there already."""
    found = [Mention(key=key, stored=stored, statement_id=statement) for key, stored, statement in rows]
    Mention.objects.bulk_create(found, batch_size=500, ignore_conflicts=True)


@contextmanager
def _inserting(model: type[models.Model], names: list[str], rows: Sequence[Sequence[Any]]) -> Iterator[None]:
    table = connection.ops.quote_name(model._meta.db_table)
    columns = ", ".join(names)
    with connection.cursor() as cursor:
        if connection.vendor != "postgresql":
            places = ", ".join(["%s"] * len(names))
            cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", rows)  # noqa: S608
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


def _kept() -> Callable[[Any], Any]:
    """How a value becomes what this database keeps."""
    return _kept_by_postgresql if connection.vendor == "postgresql" else _kept_by_sqlite


def _kept_by_postgresql(value: Any) -> Any:
    if type(value) is UUID:
        return value.bytes
    return (value - BEGINNING) // MICROSECOND if type(value) is datetime else value


def _kept_by_sqlite(value: Any) -> Any:
    if type(value) is UUID:
        return value.hex
    return connection.ops.adapt_datetimefield_value(value) if type(value) is datetime else value
