"""What stands in the tests' database before a test begins, and its being put back after one with real transactions.

Django empties every table then and makes all content types and permissions anew, which takes several times as long as
most tests. On SQLite the whole file is put back instead as it was at first; on PostgreSQL the ground is laid again.
"""

import sqlite3
from collections.abc import Callable

from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase

empty_tables = TransactionTestCase._fixture_teardown


def lay() -> None:
    """The rows that Wagtail's migrations would make: both languages, the root page and the root collection."""
    from wagtail.models import Collection, Locale, Page

    for code, _name in settings.LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    if not Page.objects.exists():
        Page.add_root(title="Root", slug="root", locale=Locale.objects.get(language_code="en"))
    if not Collection.objects.exists():
        Collection.add_root(name="Root")


def keep() -> None:
    """Have what stands in the database now put back whenever Django would empty it."""
    put_back = from_copy() if connection.vendor == "sqlite" else None

    def end(case: TransactionTestCase) -> None:
        if put_back is not None:
            put_back()
        else:
            empty_tables(case)
            lay()

    TransactionTestCase._fixture_teardown = end  # the one door that Django has for it


def from_copy() -> Callable[[], None]:
    """A copy in memory. Numbers that were given once are not given again: a running server may still know them."""
    copy = sqlite3.connect(":memory:", check_same_thread=False)
    connection.ensure_connection()
    connection.connection.backup(copy)

    def put_back() -> None:
        connection.ensure_connection()
        with connection.cursor() as cursor:
            cursor.execute("SELECT name, seq FROM sqlite_sequence")
            given = cursor.fetchall()
            copy.backup(connection.connection)
            cursor.execute("DELETE FROM sqlite_sequence")
            cursor.executemany("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", given)

    return put_back
