"""The control room's pages: all rooms at a glance, for those who run them alone; the list; what to do about a real concern."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

if TYPE_CHECKING:
    from people.models import Region, User
    from simulations.models import Conference, ScenarioVersion

pytestmark = pytest.mark.django_db
Plan = Callable[..., "Conference"]


@pytest.fixture
def plan(ty_coed: ScenarioVersion, facilitator: User) -> Plan:
    """Plans a conference on Tŷ Coed that the facilitator runs."""
    from django.utils import timezone

    from simulations.actions import plan_conference

    def planned(**more: Any) -> Conference:
        asked = {"planned_for": timezone.now(), **more}
        return plan_conference(facilitator=facilitator, version=ty_coed, **asked)

    return planned


def sits(conference: Conference, person: User) -> Any:
    """Puts somebody on the list and on the police seat."""
    from simulations.actions import put_on_list, take_seat

    take_seat(listed := put_on_list(conference, person), "police")
    return listed


@pytest.fixture
def three_rooms(plan: Plan) -> list[Conference]:
    """Two rooms that the facilitator runs, and one that another trainer runs, planned together for one hour."""
    from django.utils import timezone

    then = timezone.now()
    rooms = [plan(planned_for=then) for _ in range(3)]
    for place, room in enumerate(rooms, start=1):
        room.gathering, room.place = rooms[0].gathering, place
        room.save()
    return rooms


def test_all_rooms_that_one_runs_at_that_hour_stand_on_one_page(
    client: Client, three_rooms: list[Conference], facilitator: User, health_visitor: User
) -> None:
    three_rooms[2].facilitator = health_visitor
    three_rooms[2].save()
    client.force_login(facilitator)
    page = client.get(f"/en/conferences/{three_rooms[0].pk}/rooms/").content.decode()
    for room in three_rooms[:2]:
        assert f"/conferences/{room.pk}/socket/?language=en&amp;door=overview" in page
        assert f"/en/conferences/{room.pk}/room/" in page
    assert f"/conferences/{three_rooms[2].pk}/" not in page


def test_a_co_facilitator_sees_the_rooms_that_they_help_to_run(
    client: Client, three_rooms: list[Conference], health_visitor: User
) -> None:
    three_rooms[1].co_facilitators.add(health_visitor)
    client.force_login(health_visitor)
    page = client.get(f"/cy/conferences/{three_rooms[1].pk}/rooms/").content.decode()
    assert f"/conferences/{three_rooms[1].pk}/socket/" in page
    assert f"/conferences/{three_rooms[0].pk}/socket/" not in page


def test_who_runs_none_of_them_finds_no_such_page(client: Client, three_rooms: list[Conference], officer: User) -> None:
    sits(three_rooms[0], officer)
    client.force_login(officer)
    assert client.get(f"/en/conferences/{three_rooms[0].pk}/rooms/").status_code == 404


def test_somebody_taken_off_the_list_loses_their_seat_and_may_come_back(
    client: Client, plan: Plan, facilitator: User, officer: User
) -> None:
    conference = plan()
    listed = sits(conference, officer)
    client.force_login(facilitator)
    client.post(f"/en/conferences/{conference.pk}/list/{listed.pk}/off/")
    listed.refresh_from_db()
    assert listed.removed_at is not None
    assert not listed.seats.exists()
    room = client.get(f"/en/conferences/{conference.pk}/room/").content.decode()
    assert "Let Tom Rees back in" in room
    client.post(f"/en/conferences/{conference.pk}/list/{listed.pk}/back/")
    listed.refresh_from_db()
    assert listed.removed_at is None


def test_only_who_runs_it_takes_anybody_off(client: Client, plan: Plan, officer: User, health_visitor: User) -> None:
    conference = plan()
    listed = sits(conference, officer)
    client.force_login(health_visitor)
    assert client.post(f"/en/conferences/{conference.pk}/list/{listed.pk}/off/").status_code == 404
    assert client.get(f"/en/conferences/{conference.pk}/list/{listed.pk}/off/").status_code == 405
    listed.refresh_from_db()
    assert listed.removed_at is None


def test_papers_are_named_to_the_facilitator_alone(
    client: Client, plan: Plan, facilitator: User, officer: User
) -> None:
    conference = plan()
    sits(conference, officer)
    titles = [paper.title.in_language("en") for paper in conference.scenario().papers.values()]
    address = f"/en/conferences/{conference.pk}/room/"
    client.force_login(officer)
    of_a_seat = client.get(address).content.decode()
    client.force_login(facilitator)
    of_control = client.get(address).content.decode()
    assert all(f">{title}</option>" in of_control for title in titles)
    assert not any(f">{title}</option>" in of_a_seat for title in titles)


@pytest.mark.parametrize(("language", "words"), [("en", "Ring 01234 567890."), ("cy", "Ffoniwch 01234 567890.")])
def test_whom_the_board_says_to_tell_stands_beside_a_real_concern(
    client: Client, plan: Plan, officer: User, north_wales: Region, language: str, words: str
) -> None:
    from boards.models import LocalPractice

    LocalPractice.objects.create(
        region=north_wales, reporting_en="Ring 01234 567890.", reporting_cy="Ffoniwch 01234 567890."
    )
    conference = plan(region=north_wales)
    sits(conference, officer)
    client.force_login(officer)
    page = client.get(f"/{language}/conferences/{conference.pk}/room/").content.decode()
    assert words in page
    assert "https://safeguarding.wales/chi/c2/c2.p18.html" in page


def test_where_no_board_has_written_it_the_general_steps_stand_alone(client: Client, plan: Plan, officer: User) -> None:
    conference = plan()
    sits(conference, officer)
    client.force_login(officer)
    page = client.get(f"/en/conferences/{conference.pk}/room/").content.decode()
    assert "In this region:" not in page
    assert "confirm it in writing within 24 hours" in page
