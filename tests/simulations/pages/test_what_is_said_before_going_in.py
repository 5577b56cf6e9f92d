"""What somebody reads before they go in, and what they go through before they say that they are ready."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone

if TYPE_CHECKING:
    from pytest_django.fixtures import SettingsWrapper

    from people.models import User
    from simulations.models import Conference, ScenarioVersion

pytestmark = pytest.mark.django_db
SOON = timedelta(days=3)
POINTS = ("read", "private", "invented")


@pytest.fixture
def ty_coed(db: None) -> ScenarioVersion:
    from simulations import shipped
    from simulations.models import ScenarioVersion

    shipped.load()
    return ScenarioVersion.objects.get(scenario__slug="ty-coed")


def held(version: ScenarioVersion, facilitator: User, person: User, **how: str) -> Conference:
    from simulations.actions import plan_conference

    then = timezone.now() + SOON
    return plan_conference(facilitator=facilitator, version=version, planned_for=then, people=[person], **how)


def lobby(conference: Conference, person: User, language: str = "en") -> str:
    client = Client()
    client.force_login(person)
    return client.get(f"/{language}/conferences/{conference.pk}/").content.decode()


def ready(conference: Conference, person: User, *points: str) -> int:
    client = Client()
    client.force_login(person)
    ticked = dict.fromkeys(points, "on")
    return client.post(f"/en/conferences/{conference.pk}/ready/", {**ticked, "reach": "ext. 214"}).status_code


@pytest.mark.parametrize("role", ["learner", "actor", "observer"])
def test_everybody_reads_who_answers_for_it_what_for_who_sees_what_and_for_how_long(
    ty_coed: ScenarioVersion, facilitator: User, officer: User, settings: SettingsWrapper, role: str
) -> None:
    settings.CONTROLLER, settings.KEEP_WORDS_DAYS = "Gwent Safeguarding", 21
    settings.KEEP_CONFERENCES_DAYS, settings.KEEP_PRESSES_HOURS = 200, 12
    conference = held(ty_coed, facilitator, officer)
    conference.participants.update(role=role)
    page = lobby(conference, officer)
    for told in (
        "Nothing here is for performance management.",
        "Who answers for it: Gwent Safeguarding.",
        "What for: to practise together, and to talk about it afterwards.",
        "That you took part, and for how long, goes into your record. What was said never does.",
        "What is typed is read by those at the table with you. It is deleted 21 days after the conference closes",
        "kept without names for 200 days.",
        "only your facilitator knows, and 12 hours later nobody.",
        "Boards see figures over many conferences and people, never yours.",
        "Do not mention real families.",
    ):
        assert told in page, told
    assert "Gwent Safeguarding" in lobby(conference, officer, "cy")
    assert "performance management" not in lobby(conference, officer, "cy"), "it is said in Welsh"


def test_where_no_controller_is_named_it_is_the_organisation_that_runs_the_site(
    ty_coed: ScenarioVersion, facilitator: User, officer: User
) -> None:
    assert "the organisation that runs this site" in lobby(held(ty_coed, facilitator, officer), officer)


def test_what_is_in_it_stands_before_the_seats_with_another_way_and_where_to_turn(
    ty_coed: ScenarioVersion, facilitator: User, officer: User
) -> None:
    page = lobby(held(ty_coed, facilitator, officer), officer)
    before, seats, after = page.partition('id="seats"')
    assert seats
    assert "Before you go in" in before
    assert "If you would rather not take part" in before
    assert "Support" in after


def test_nobody_is_ready_before_they_went_through_every_point(
    ty_coed: ScenarioVersion, facilitator: User, officer: User
) -> None:
    conference = held(ty_coed, facilitator, officer)
    for left_out in POINTS:
        assert ready(conference, officer, *(each for each in POINTS if each != left_out)) == 409
        assert "0 of 1 person is ready" in lobby(conference, facilitator)
    assert ready(conference, officer, *POINTS) == 302
    assert "1 of 1 person is ready" in lobby(conference, facilitator)


def test_headphones_are_asked_for_where_people_talk_on_a_call(
    ty_coed: ScenarioVersion, facilitator: User, officer: User
) -> None:
    conference = held(ty_coed, facilitator, officer, setting="call-beside")
    assert "I have headphones" in lobby(conference, officer)
    assert ready(conference, officer, *POINTS) == 409
    assert ready(conference, officer, *POINTS, "headphones") == 302
