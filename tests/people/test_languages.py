"""Languages are asked at the first sign-in, side by side, and kept."""

import pytest
from django.test import Client

from people.models import User

ANSWERS = {"reading_language": "cy", "writing_language": "en", "speaking_language": "both"}


@pytest.fixture
def browser(client: Client, newcomer: User) -> Client:
    client.force_login(newcomer)
    return client


def test_somebody_never_asked_is_asked_before_any_page(browser: Client) -> None:
    answer = browser.get("/en/people/account/?tab=1")
    assert answer.status_code == 302
    assert answer["Location"] == "/en/people/languages/?next=%2Fen%2Fpeople%2Faccount%2F%3Ftab%3D1"


def test_the_question_stands_in_both_languages_whatever_the_address(browser: Client) -> None:
    for language in ("en", "cy"):
        page = browser.get(f"/{language}/people/languages/").content.decode()
        assert page.count('<span lang="cy">') >= 4
        assert page.count('<span lang="en">') >= 4


def test_the_answers_are_kept_and_one_goes_on_in_the_language_chosen_for_reading(
    browser: Client, newcomer: User
) -> None:
    answer = browser.post("/en/people/languages/", {**ANSWERS, "next": "/en/people/account/?tab=1"})
    newcomer.refresh_from_db()
    assert (newcomer.reading_language, newcomer.writing_language, newcomer.speaking_language) == ("cy", "en", "both")
    assert answer["Location"] == "/cy/people/account/?tab=1"
    assert browser.get("/cy/people/account/").status_code == 200


def test_a_question_left_open_is_said_in_both_languages_and_the_others_stay_answered(
    browser: Client, newcomer: User
) -> None:
    answer = browser.post("/en/people/languages/", {"reading_language": "cy", "next": "/en/"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'href="#writing_language-cy"' in page
    assert 'id="reading_language-cy" name="reading_language" type="radio" value="cy" checked' in page
    assert 'name="next" value="/en/"' in page
    newcomer.refresh_from_db()
    assert newcomer.reading_language == ""


def test_a_language_we_do_not_have_is_refused(browser: Client) -> None:
    assert browser.post("/en/people/languages/", {**ANSWERS, "reading_language": "fr"}).status_code == 422


def test_nobody_is_sent_to_another_site(browser: Client) -> None:
    answer = browser.post("/en/people/languages/", {**ANSWERS, "next": "https://elsewhere.example/"})
    assert "elsewhere" not in answer["Location"]


def test_signing_out_needs_no_answer(browser: Client) -> None:
    assert browser.get("/en/account/logout/").status_code == 200


def test_what_is_posted_goes_through_so_that_nothing_is_lost(browser: Client) -> None:
    answer = browser.post("/en/people/account/", {})
    assert not answer.headers.get("Location", "").startswith("/en/people/languages/")


def test_they_can_be_changed_later(client: Client, officer: User) -> None:
    client.force_login(officer)
    answer = client.post("/en/people/languages/", ANSWERS)
    officer.refresh_from_db()
    assert officer.reading_language == "cy"
    assert answer["Location"] == "/cy/people/account/"
