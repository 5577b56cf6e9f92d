"""Each error page says what happened and what to do, in the reader's language, and stands without a database."""

import re
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils.translation import override
from pytest_django import Settings

from design import errors
from people.models import User

PAGES: list[tuple[Callable[..., HttpResponse], int, str, str]] = [
    (errors.bad_request, 400, "open the page afresh and try again", "agorwch y dudalen o’r newydd"),
    (
        errors.forbidden,
        403,
        "ask the person who looks after training",
        "gofynnwch i’r sawl sy’n gofalu am hyfforddiant",
    ),
    (errors.csrf_failure, 403, "Copy it, open the page afresh", "Copïwch ef, agorwch y dudalen"),
    (errors.not_found, 404, "Check the address", "Gwiriwch y cyfeiriad"),
    (lambda request: errors.not_a_page(request, allowed="POST"), 405, "press it there", "a’i bwyso yno"),
    (lambda request: errors.locked_out(request, {}), 429, "Wait 15 minutes", "Arhoswch 15 munud"),
    (errors.broken, 500, "Wait a minute and try again", "Arhoswch funud"),
    (errors.maintenance, 503, "Try again in ten minutes", "Rhowch gynnig arall arni ymhen deng munud"),
]
NAMES = ["400", "403", "403-csrf", "404", "405", "429", "500", "503"]


@pytest.mark.parametrize(("view", "status", "english", "welsh"), PAGES, ids=NAMES)
def test_an_error_page_says_what_to_do_in_the_language_of_the_address(
    view: Callable[..., HttpResponse], status: int, english: str, welsh: str
) -> None:
    for language, said, unsaid in (("en", english, welsh), ("cy", welsh, english)):
        with override(language):
            answer = view(RequestFactory().get(f"/{language}/somewhere/"))
        page = answer.content.decode()
        assert answer.status_code == status
        assert said in page
        assert unsaid not in page
        assert f'<html lang="{language}"' in page


@pytest.mark.parametrize(("view", "status", "english", "welsh"), PAGES, ids=NAMES)
def test_an_error_page_says_it_in_both_languages_to_a_reader_whose_language_is_not_known(
    view: Callable[..., HttpResponse], status: int, english: str, welsh: str
) -> None:
    with override("cy"):
        page = view(RequestFactory().get("/somewhere/")).content.decode()
    assert page.index(welsh) < page.index(english)
    assert re.findall(r'<section lang="(\w+)"', page) == ["cy", "en"]
    assert page.count("<h1") == 1


def test_a_view_may_say_itself_why_a_page_is_closed() -> None:
    with override("en"):
        answer = errors.forbidden(RequestFactory().get("/en/boards/"), PermissionDenied("This is Gwent’s board."))
    assert "This is Gwent’s board." in answer.content.decode()


def test_an_address_that_leads_nowhere_gets_our_page(db: None, client: Client) -> None:
    answer = client.get("/cy/dim-byd-yma/")
    assert answer.status_code == 404
    assert "Nid oes tudalen yma" in answer.content.decode()


def test_an_address_that_only_takes_what_a_form_sends_says_so(db: None, client: Client) -> None:
    answer = client.get("/en/design/theme/")
    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert "This address only takes what a button sends" in answer.content.decode()


def test_a_form_sent_without_its_token_gets_our_page(db: None) -> None:
    answer = Client(enforce_csrf_checks=True).post("/en/design/theme/", {"theme": "dark"})
    assert answer.status_code == 403
    assert "The page was open too long" in answer.content.decode()


def test_guessing_at_passwords_ends_at_a_page_that_says_when_to_try_again(
    client: Client, officer: User, settings: Settings
) -> None:
    settings.AXES_ENABLED = True
    settings.AXES_FAILURE_LIMIT = 2
    for _guess in range(3):
        answer = client.post("/cy/account/login/", {"login": officer.email, "password": "guess"})
    assert answer.status_code == 429
    assert answer["Retry-After"] == "900"
    assert "Arhoswch 15 munud" in answer.content.decode()


def test_while_the_site_is_worked_on_everybody_is_told_when_to_come_back(client: Client, settings: Settings) -> None:
    settings.MAINTENANCE = True
    answer = client.get("/en/account/login/")
    assert answer.status_code == 503
    assert answer["Retry-After"] == "600"
    assert "What you saved is safe" in answer.content.decode()
