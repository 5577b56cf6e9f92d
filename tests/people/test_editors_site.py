"""Where the platform's staff enter people's posts and rights, agencies, the trust list and thresholds."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client

from people.models import Partnership, Region, User
from records.authorities import Ours, known_authority

PLACES = [
    "people/membership",
    "people/right",
    "people/agency",
    "people/partnership",
    "people/region",
    "records/authority",
    "records/credential",
    "boards/board",
]


@pytest.fixture
def staff(client: Client, officer: User) -> Client:
    mender = User.objects.create_superuser("mender@diogel.example", "a-password-of-length")
    User.objects.filter(pk=mender.pk).update(reading_language="en", writing_language="en", speaking_language="en")
    known_authority(Ours.COURSES)
    client.force_login(mender)
    return client


@pytest.mark.parametrize("place", PLACES)
def test_each_list_and_each_form_opens(staff: Client, place: str) -> None:
    assert staff.get(f"/admin/snippets/{place}/").status_code == 200
    assert staff.get(f"/admin/snippets/{place}/add/").status_code == 200


def test_a_right_given_there_opens_the_region(staff: Client, officer: User, north_wales: Region) -> None:
    form = {"person": officer.pk, "kind": "board-officer", "region": north_wales.pk, "given": "2026-11-22"}
    assert staff.post("/admin/snippets/people/right/add/", form).status_code == 302
    staff.force_login(officer)
    assert staff.get("/en/boards/NWA/").status_code == 200


def test_a_board_officer_without_a_region_is_refused_with_a_word(staff: Client, officer: User) -> None:
    answer = staff.post(
        "/admin/snippets/people/right/add/", {"person": officer.pk, "kind": "board-officer", "given": "2026-11-22"}
    )
    assert answer.status_code == 200
    assert "A board officer needs a region." in answer.content.decode()


def test_a_threshold_below_five_is_refused(staff: Client, north_wales: Region) -> None:
    answer = staff.post("/admin/snippets/boards/board/add/", {"region": north_wales.pk, "threshold": 4})
    assert answer.status_code == 200
    assert "greater than or equal to 5" in answer.content.decode()


def test_an_agencys_part_in_a_region_can_be_changed(staff: Client) -> None:
    part = Partnership.objects.get()
    form = {"agency": part.agency_id, "region": part.region_id, "expected": "on", "people_in_scope": 42}
    assert staff.post(f"/admin/snippets/people/partnership/edit/{part.pk}/", form).status_code == 302
    part.refresh_from_db()
    assert part.people_in_scope == 42


def test_somebody_new_is_entered_there_by_e_mail(staff: Client) -> None:
    assert staff.get("/admin/users/new/").status_code == 200
    form = {"email": "new@diogel.example", "first_name": "New", "last_name": "Person", "is_active": "on"}
    passwords = {"password1": "a-password-of-length", "password2": "a-password-of-length"}
    assert staff.post("/admin/users/new/", {**form, **passwords}).status_code == 302
    assert User.objects.get(email="new@diogel.example").check_password("a-password-of-length")


def test_nobody_else_gets_in(client: Client, officer: User) -> None:
    client.force_login(officer)
    assert client.get("/admin/snippets/people/right/").status_code == 302


def test_whoever_may_edit_pages_finds_the_way_there_and_nobody_else(client: Client, officer: User) -> None:
    client.force_login(officer)
    account = "/en/people/account/"
    assert "Edit pages" not in client.get(account).content.decode()
    editors = Group.objects.create(name="Invented editors")
    editors.permissions.add(Permission.objects.get(codename="access_admin"))
    officer.groups.add(editors)
    assert "Edit pages" in client.get(account).content.decode()
    assert client.get("/admin/").status_code == 200


def test_whoever_mends_the_site_finds_the_way_to_its_pages(staff: Client) -> None:
    assert "Edit pages" in staff.get("/en/people/account/").content.decode()


CHOOSE = "/admin/person_chooser/"


def test_a_person_is_chosen_by_words_of_their_name_or_address(
    staff: Client, officer: User, health_visitor: User
) -> None:
    form = staff.get("/admin/snippets/people/right/add/").content.decode()
    assert CHOOSE in form
    assert health_visitor.get_full_name() not in form
    for words, who in (("rees tom", officer), ("SIONED", health_visitor), ("parry@", health_visitor)):
        found = staff.get(f"{CHOOSE}results/", {"q": words}).content.decode()
        assert [person for person in (officer, health_visitor) if str(person) in found] == [who]
    assert str(officer) in staff.get(CHOOSE).content.decode()


def test_people_are_listed_to_no_editor_who_enters_nothing_about_people(client: Client, officer: User) -> None:
    editors = Group.objects.create(name="Invented editors")
    editors.permissions.add(Permission.objects.get(codename="access_admin"))
    officer.groups.add(editors)
    client.force_login(officer)
    addresses = [
        CHOOSE,
        f"{CHOOSE}results/",
        f"{CHOOSE}chosen/{officer.pk}/",
        f"{CHOOSE}chosen-multiple/?id={officer.pk}",
    ]
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 302
        assert str(officer) not in answer.content.decode()
    editors.permissions.add(Permission.objects.get(codename="add_membership"))
    assert [client.get(address).status_code for address in addresses] == [200] * 4
    assert officer.email in client.get(CHOOSE).content.decode()
