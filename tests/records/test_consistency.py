"""Until when a reader is told that the store is complete."""

import pytest
from another_system import System
from django.db import connection, transaction
from django.utils import timezone
from sound import SOUND

from records.consistency import consistent_through
from records.models import Statement

pytestmark = pytest.mark.django_db(transaction=True)


def test_while_nobody_writes_it_is_complete_until_now() -> None:
    System().post(SOUND)
    before = timezone.now()
    assert consistent_through() >= before


def test_on_sqlite_it_is_complete_until_the_newest_there_is_to_be_seen_while_somebody_writes() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL knows since when the oldest of its writers writes")
    System().post(SOUND)
    with transaction.atomic():  # takes the one writer's place at once
        assert consistent_through() == Statement.objects.get().stored
