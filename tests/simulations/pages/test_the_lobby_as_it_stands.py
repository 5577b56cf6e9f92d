"""The lobby says first how it stands: a seat to go to, under way, closed, called off; and offers nothing that is over."""

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
def conference(ty_coed: ScenarioVersion, facilitator: User, officer: User, health_visitor: User) -> Conference:
    """The officer sits on the police's seat, the health visitor on none."""
    from simulations import actions

    people = [officer, health_visitor]
    made = actions.plan_conference(facilitator=facilitator, version=ty_coed, planned_for=timezone.now(), people=people)
    actions.take_seat(made.participants.get(person=officer), "police", "alone")
    return made


def lobby(person: User, conference: Conference, language: str = "en") -> str:
    client = Client()
    client.force_login(person)
    return client.get(f"/{language}/conferences/{conference.pk}/").content.decode()


def stands_at(conference: Conference, state: str) -> None:
    conference.state = state
    conference.closed_at = timezone.now() if state == "closed" else None
    conference.save(update_fields=["state", "closed_at"])


@pytest.mark.parametrize(
    ("state", "heading"), [("planned", "You have a seat"), ("running", "The conference is under way")]
)
def test_whoever_has_a_seat_is_led_to_it_before_anything_else(
    conference: Conference, officer: User, state: str, heading: str
) -> None:
    stands_at(conference, state)
    page = lobby(officer, conference)
    assert page.index(heading) < page.index("Go to my seat") < page.index("Before you go in")
    assert ("Get ready" in page) == ("Take the seat I have chosen" in page) == (state == "planned")


def test_whoever_comes_late_is_told_that_they_may_still_come_in(conference: Conference, health_visitor: User) -> None:
    stands_at(conference, "running")
    page = lobby(health_visitor, conference)
    assert "You can still come in." in page
    assert "Get ready" in page
    assert "before anything begins" not in page


def test_those_who_run_it_see_who_has_a_seat_once_it_is_under_way(conference: Conference, facilitator: User) -> None:
    assert "0 of 2 people are ready" in lobby(facilitator, conference)
    stands_at(conference, "running")
    page = lobby(facilitator, conference)
    assert "It is under way: 1 of 2 people have a seat" in page
    assert page.count("Go to the control room") == 1


def test_what_is_over_offers_what_comes_afterwards_and_nothing_that_came_before(
    conference: Conference, facilitator: User, officer: User, health_visitor: User
) -> None:
    stands_at(conference, "closed")
    for person, debrief, afterwards in ((facilitator, 1, 0), (officer, 1, 1), (health_visitor, 0, 1)):
        page = lobby(person, conference)
        assert "This conference is closed." in page
        assert page.count("Read the debrief again") == debrief, person.email
        assert page.count("Look back on it") == afterwards, person.email
        assert "What people made of it" in page
        assert [words for words in ("Before you go in", "What this is", "Take my seat") if words in page] == []


def test_what_is_called_off_says_so_and_no_more(conference: Conference, officer: User) -> None:
    stands_at(conference, "cancelled")
    page = lobby(officer, conference, "cy")
    assert "wedi’i chanslo" in page
    assert "Mynd i fy sedd" not in page
    assert "Cyn i chi fynd i mewn" not in page
