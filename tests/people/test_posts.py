"""Posts: where somebody works, in which group, from when until when."""

import datetime

import pytest
from django.test import Client
from django.utils.translation import override

from people.actions import NotPossible, give_post
from people.models import Agency, Membership, Region, User
from people.selectors import group_of, posts_of, regions_served_by

SINCE = datetime.date(2024, 1, 8)


@pytest.fixture
def force(north_wales: Region, gwent: Region) -> Agency:
    agency = Agency.objects.create(code="force", name_en="A force", name_cy="Heddlu", sector="police")
    agency.regions.set([north_wales, gwent])
    return agency


def test_an_agency_of_two_regions_needs_the_region_named(officer: User, force: Agency) -> None:
    with pytest.raises(NotPossible, match="Say which region"):
        give_post(officer, force, role="Sergeant", group="C", starts=SINCE)


def test_a_region_the_agency_does_not_work_in_is_refused(officer: User, force: Agency) -> None:
    elsewhere = Region.objects.create(code="WGL", name_en="West Glamorgan", name_cy="Gorllewin Morgannwg")
    with pytest.raises(NotPossible, match="does not work in that region"):
        give_post(officer, force, role="Sergeant", group="C", starts=SINCE, region=elsewhere)


def test_a_post_cannot_end_before_it_starts(officer: User, force: Agency, gwent: Region) -> None:
    with pytest.raises(NotPossible, match="ends before it starts"):
        give_post(
            officer, force, role="Sergeant", group="C", starts=SINCE, ends=datetime.date(2023, 1, 1), region=gwent
        )


def test_the_highest_group_counts(officer: User, force: Agency, gwent: Region) -> None:
    assert group_of(officer) == "B"
    give_post(officer, force, role="Sergeant", group="D", starts=SINCE, region=gwent)
    assert group_of(officer) == "D"
    assert {region.code for region in regions_served_by(officer)} == {"NWA", "GWE"}
    assert len(posts_of(officer)) == 2


def test_a_post_is_held_on_its_first_and_its_last_day(officer: User) -> None:
    Membership.objects.update(ends=datetime.date(2024, 6, 30))
    held = [group_of(officer, day) for day in (SINCE, datetime.date(2024, 6, 30), datetime.date(2024, 7, 1))]
    assert held == ["B", "B", ""]


def test_a_name_is_the_one_in_the_readers_language(gwent: Region, north_wales: Region) -> None:
    with override("cy"):
        assert str(north_wales) == "Gogledd Cymru"
    with override("en"):
        assert str(north_wales) == "North Wales"


def test_the_account_shows_posts_rights_and_languages(client: Client, officer: User, board_officer: User) -> None:
    client.force_login(officer)
    page = client.get("/en/people/account/").content.decode()
    assert "Response officer" in page
    assert "Group B" in page
    client.force_login(board_officer)
    page = client.get("/en/people/account/").content.decode()
    assert "No employer has entered a post" in page
    assert "North Wales" in page


def test_the_account_is_for_those_who_are_signed_in(client: Client) -> None:
    assert client.get("/en/people/account/")["Location"].startswith("/en/account/login/")
