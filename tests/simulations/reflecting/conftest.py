"""A conference that seven people sat in, closed: what they say of it afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.utils import timezone

if TYPE_CHECKING:
    from people.models import User
    from simulations.models import Conference, ScenarioVersion

SEATS = ("police", "health-visitor", "school", "housing", "social-worker", "probation", "chair")


@pytest.fixture
def people(db: None) -> list[User]:
    from conftest import person

    return [person(f"Person Number{number}") for number in range(len(SEATS))]


@pytest.fixture
def conference(ty_coed: ScenarioVersion, facilitator: User, people: list[User]) -> Conference:
    """Tŷ Coed with a person on seven seats, closed a minute ago."""
    from simulations import actions
    from simulations.models import Conference, ConferenceSeat

    planned = timezone.now() - timedelta(hours=2)
    conference = actions.plan_conference(
        facilitator=facilitator, version=ty_coed, planned_for=planned, people=people, joining="list"
    )
    for listed, seat in zip(conference.participants.all(), SEATS, strict=True):
        ConferenceSeat.objects.filter(conference=conference, seat=seat).update(filled="person", participant=listed)
    conference.state, conference.closed_at = Conference.State.CLOSED, timezone.now() - timedelta(minutes=1)
    conference.attendance_recorded = True
    conference.save()
    return conference


@pytest.fixture
def send() -> Callable[..., Any]:
    """Somebody gets a page of a conference, or sends its form."""

    def request(person: User | None, path: str, data: dict[str, Any] | None = None) -> Any:
        client = Client()
        if person is not None:
            client.force_login(person)
        return client.get(path) if data is None else client.post(path, data)

    return request
