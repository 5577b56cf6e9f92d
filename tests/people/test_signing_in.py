"""Signing in: back to the page one came from, and nothing of a library's own that we do not offer."""

import pytest
from django.test import Client
from pytest_django import Settings

from people.models import User

PRESSED = "/en/people/account/letters/"


@pytest.fixture(autouse=True)
def anybody(db: None) -> None:
    """Sessions are kept in the database."""


def test_who_presses_a_button_signed_out_is_told_and_comes_back_to_its_page(client: Client) -> None:
    behind = "http://testserver/cy/people/account/?tab=1#letters"
    answer = client.post("/cy/people/account/letters/", {"wanted": "no"}, headers={"referer": behind}, follow=True)
    assert answer.redirect_chain == [("/cy/account/login/?next=%2Fcy%2Fpeople%2Faccount%2F%3Ftab%3D1", 302)]
    assert "Roeddech wedi’ch allgofnodi" in answer.content.decode()


@pytest.mark.parametrize("behind", ["", "https://elsewhere.example/en/", "javascript:alert(1)"])
def test_without_a_page_of_ours_behind_it_the_way_leads_home(client: Client, officer: User, behind: str) -> None:
    assert client.post(PRESSED, headers={"referer": behind})["Location"] == "/en/account/login/"


def test_a_page_that_is_opened_is_come_back_to_as_ever(client: Client) -> None:
    answer = client.get("/en/people/account/")
    assert answer["Location"] == "/en/account/login/?next=/en/people/account/"


@pytest.mark.parametrize(
    "address", ["email/", "confirm-email/", "confirm-email/MQ:1:abc/", "login/code/confirm/", "login/code/"]
)
def test_nobody_changes_the_address_that_their_employer_entered(client: Client, officer: User, address: str) -> None:
    client.force_login(officer)
    for language in ("en", "cy"):
        there = f"/{language}/account/{address}"
        assert client.get(there).status_code == 404
        assert client.post(there, {"email": "other@diogel.example", "action_add": ""}).status_code == 404
    officer.refresh_from_db()
    assert officer.email == "tom.rees@diogel.example"


def test_guessing_ends_at_the_editors_door_too(client: Client, officer: User, settings: Settings) -> None:
    settings.AXES_ENABLED, settings.AXES_FAILURE_LIMIT = True, 2
    guess = {"username": officer.email, "password": "not-the-password"}
    assert [client.post("/admin/login/", guess).status_code for _ in range(3)][-1] == 429
