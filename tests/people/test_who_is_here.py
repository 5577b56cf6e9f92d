"""What a page asks before it sends what somebody typed: who is signed in by now, and the token for them."""

from django.test import Client
from django.urls import reverse

from people.models import User

ADDRESS = "/who-is-here/"


def test_it_says_who_is_signed_in_and_gives_a_token_that_is_taken(officer: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(officer)
    told = strict.get(ADDRESS)
    assert told.json()["person"] == str(officer.pk)
    assert "no-store" in told["Cache-Control"]
    post = {"wanted": "yes", "csrfmiddlewaretoken": "x" * 64}
    assert strict.post(reverse("people:letters"), post).status_code == 403
    post["csrfmiddlewaretoken"] = told.json()["token"]
    assert strict.post(reverse("people:letters"), post).status_code == 302


def test_to_a_stranger_it_gives_nothing(client: Client, db: None) -> None:
    told = client.get(ADDRESS)
    assert told.json() == {"person": ""}
    assert "csrftoken" not in told.cookies


def test_pages_know_whom_they_were_made_for(client: Client, officer: User) -> None:
    assert "data-sending" not in client.get("/en/design/licences/").content.decode()
    client.force_login(officer)
    assert f'data-person="{officer.pk}"' in client.get("/en/design/licences/").content.decode()
