"""A conference whose people talk on a video call: planned with its link, which only those who may come in are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client

if TYPE_CHECKING:
    from django.http import HttpResponse

    from people.models import User
    from simulations.models import Conference, ScenarioVersion

pytestmark = pytest.mark.django_db
CALL = "https://call.example/room/7"


@pytest.fixture
def ty_coed(ty_coed: ScenarioVersion) -> int:
    """The id of Tŷ Coed's version."""
    return ty_coed.pk


def signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def planned(trainer: User, version: int, people: str = "", **changes: str) -> HttpResponse:
    form = {"version": str(version), "arrangement": "bilingual", "planned_for": "2027-03-01T10:00", "joining": "list"}
    form |= {"setting": "call-beside", "call_link": CALL, "people": people}
    return signed_in(trainer).post("/en/conferences/plan/", form | changes)  # type: ignore[return-value]  # the test client's own


def only_one() -> Conference:
    from simulations.models import Conference

    return Conference.objects.get()


def test_speech_is_the_event_in_a_conference_beside_a_call(ty_coed: int, facilitator: User) -> None:
    planned(facilitator, ty_coed)
    conference = only_one()
    assert conference.terms().setting == "call-beside"
    assert conference.call_link == CALL


def test_the_link_stands_in_the_lobby_for_those_on_the_list(ty_coed: int, facilitator: User, officer: User) -> None:
    planned(facilitator, ty_coed, people=officer.email)
    page = signed_in(officer).get(f"/en/conferences/{only_one().pk}/").content.decode()
    assert f'href="{CALL}"' in page


def test_a_link_is_kept_only_where_people_talk_on_a_call(ty_coed: int, facilitator: User) -> None:
    planned(facilitator, ty_coed, setting="text")
    assert only_one().call_link == ""
    assert only_one().terms().setting == "text"


@pytest.mark.parametrize("link", ["javascript:alert(1)", "http://call.example/room", "not a link"])
def test_only_a_safe_link_is_taken(ty_coed: int, facilitator: User, link: str) -> None:
    from simulations.models import Conference

    answer = planned(facilitator, ty_coed, call_link=link)
    assert answer.status_code == 422
    assert "govuk-error-message" in answer.content.decode()
    assert not Conference.objects.exists()


def test_talking_in_this_room_itself_is_not_offered_yet(ty_coed: int, facilitator: User) -> None:
    page = signed_in(facilitator).get("/en/conferences/plan/").content.decode()
    assert 'value="call-beside"' in page
    assert 'value="here"' not in page
    assert planned(facilitator, ty_coed, setting="here").status_code == 422
