"""Somebody put on the list to watch goes in without a seat; those who run it say what each comes for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone

if TYPE_CHECKING:
    from people.models import User
    from simulations.models import Conference, ScenarioVersion

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference(ty_coed: ScenarioVersion, facilitator: User, officer: User) -> Conference:
    from simulations import actions

    return actions.plan_conference(
        facilitator=facilitator, version=ty_coed, planned_for=timezone.now(), people=[officer]
    )


def signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def add(facilitator: User, conference: Conference, person: User, role: str) -> int:
    form = {"email": person.email, "role": role}
    return signed_in(facilitator).post(f"/en/conferences/{conference.pk}/list/", form).status_code


def test_who_comes_to_watch_is_offered_no_seat_and_goes_in(
    conference: Conference, facilitator: User, teacher: User
) -> None:
    assert add(facilitator, conference, teacher, "observer") == 302
    client = signed_in(teacher)
    lobby = client.get(f"/en/conferences/{conference.pk}/").content.decode()
    assert "Go in and watch" in lobby
    assert "Take my seat" not in lobby
    room = client.get(f"/en/conferences/{conference.pk}/room/").content.decode()
    assert 'data-kind="observer"' in room
    assert 'id="noting"' in room


def test_who_is_on_a_seat_comes_for_nothing_else_until_they_are_off_it(
    conference: Conference, facilitator: User, officer: User
) -> None:
    from simulations.models import Participant

    signed_in(officer).post(f"/en/conferences/{conference.pk}/", {"seat": "police", "where": "alone"})
    assert add(facilitator, conference, officer, "observer") == 409
    listed = Participant.objects.get(conference=conference, person=officer)
    assert listed.role == "learner"
    signed_in(facilitator).post(f"/en/conferences/{conference.pk}/list/{listed.pk}/off/")
    assert add(facilitator, conference, officer, "observer") == 302
    assert Participant.objects.get(pk=listed.pk).role == "observer"


def test_somebody_comes_for_one_of_the_things_there_are(
    conference: Conference, facilitator: User, teacher: User
) -> None:
    assert add(facilitator, conference, teacher, "spy") == 409
    assert not conference.participants.filter(person=teacher).exists()
