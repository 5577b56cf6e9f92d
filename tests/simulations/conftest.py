"""The shipped scenarios, brought in once for all tests of a module: reading them takes longer than most of these tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import transaction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulations.models import ScenarioVersion


@pytest.fixture(scope="module")
def _shipped(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    from simulations import shipped

    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        shipped.load()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def ty_coed(_shipped: None, db: None) -> ScenarioVersion:
    """The version of Tŷ Coed, the others beside it; what a test does to them is undone after it."""
    from simulations.models import ScenarioVersion

    return ScenarioVersion.objects.get(scenario__slug="ty-coed")
