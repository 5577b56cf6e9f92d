"""Every kind of page, in both languages, light and dark: no fault for axe, nothing too wide, and light to load.

A new kind of page adds a line to PAGES.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, Response, expect

from browser.looking import look, violations

KILOBYTES_AT_FIRST = 100


@dataclass(frozen=True)
class Kind:
    """A kind of page: how one gets there in each language, and as whom."""

    name: str
    english: str
    welsh: str
    person: str = ""

    def path(self, language: str) -> str:
        return self.welsh if language == "cy" else self.english


QUICK = [
    Kind("sign-in", "/en/account/login/", "/cy/account/login/"),
    Kind("home", "/en/", "/cy/", "officer"),
]
PAGES = [
    *QUICK,
    Kind("forgotten-password", "/en/account/password/reset/", "/cy/account/password/reset/"),
    Kind("nothing-there", "/en/nothing/", "/cy/nothing/"),
    Kind("parts", "/en/design/", "/cy/design/"),
    Kind("licences", "/en/design/licences/", "/cy/design/licences/"),
    Kind("languages", "/en/people/languages/", "/cy/people/languages/", "officer"),
    Kind("account", "/en/people/account/", "/cy/people/account/", "officer"),
    Kind("support", "/en/support/", "/cy/cymorth/", "officer"),
    Kind("course", "/en/significant-harm/", "/cy/niwed-sylweddol/", "officer"),
    Kind(
        "lesson",
        "/en/significant-harm/what-significant-harm-is/",
        "/cy/niwed-sylweddol/beth-yw-niwed-sylweddol/",
        "officer",
    ),
    Kind("assessment", "/en/assessments/significant-harm/", "/cy/assessments/significant-harm/", "officer"),
    Kind("practice", "/en/assessments/practice/", "/cy/assessments/practice/", "officer"),
    Kind("marking", "/en/assessments/marking/", "/cy/assessments/marking/", "marker"),
    Kind("how-sure", "/en/learning/how-sure/", "/cy/learning/how-sure/", "officer"),
    Kind("papers-to-study", "/en/assessments/studying/", "/cy/assessments/studying/", "trainer"),
    Kind(
        "what-answers-say",
        "/en/assessments/studying/significant-harm/",
        "/cy/assessments/studying/significant-harm/",
        "trainer",
    ),
    Kind("conferences", "/en/conferences/", "/cy/conferences/", "officer"),
    Kind("lobby", "/en/conferences/1/", "/cy/conferences/1/", "officer"),
    Kind("arrangements", "/en/conferences/1/arrangements/", "/cy/conferences/1/arrangements/", "trainer"),
    Kind("move", "/en/conferences/1/move/", "/cy/conferences/1/move/", "trainer"),
    Kind("other-way", "/en/conferences/1/other-way/", "/cy/conferences/1/other-way/", "trainer"),
    Kind("printed-pack", "/en/conferences/1/pack/", "/cy/conferences/1/pack/", "trainer"),
    Kind("board", "/en/boards/NWA/", "/cy/boards/NWA/", "board"),
    Kind("how-we-do-it-here", "/en/boards/NWA/local-practice/", "/cy/boards/NWA/local-practice/", "board"),
    Kind("rules-here", "/en/boards/NWA/local-practice/rules/", "/cy/boards/NWA/local-practice/rules/", "board"),
    Kind("write-how-we-do-it", "/en/boards/NWA/local-practice/edit/", "/cy/boards/NWA/local-practice/edit/", "board"),
]
SLOW = [pytest.param(kind, marks=[] if kind in QUICK else pytest.mark.slow, id=kind.name) for kind in PAGES]


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("kind", SLOW)
def test_a_page_looks_right(visit: Callable[..., Page], kind: Kind, language: str) -> None:
    page = visit(kind.path(language), person=kind.person)
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("h1").count() == 1
    if kind.name == "nothing-there":
        page.said.clear()  # type: ignore[attr-defined]  # the browser notes the 404 itself
    look(page)


@pytest.mark.parametrize("kind", SLOW)
def test_the_first_view_of_a_page_is_light(visit: Callable[..., Page], kind: Kind) -> None:
    page = visit(kind.english, person=kind.person)
    page.wait_for_load_state("networkidle")
    answers: list[Response] = page.answers  # type: ignore[attr-defined]
    bytes_read = sum(answer.request.sizes()["responseBodySize"] for answer in answers)
    assert bytes_read < KILOBYTES_AT_FIRST * 1000, [(answer.url, answer.request.sizes()) for answer in answers]


def test_axe_is_at_work(visit: Callable[..., Page]) -> None:
    page = visit("/en/account/login/")
    page.evaluate("document.querySelector('label').remove()")
    assert any("label" in fault for fault in violations(page))


def test_a_person_keeps_their_place_when_they_change_language(visit: Callable[..., Page]) -> None:
    page = visit("/en/account/password/reset/?next=/en/")
    page.get_by_role("link", name="Cymraeg").click()
    expect(page).to_have_url(re.compile(r"/cy/account/password/reset/\?next=/en/$"))
    expect(page.locator("h1")).to_have_text("Cyfrinair wedi’i anghofio")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile(r"/en/account/password/reset/\?next=/en/$"))


def test_dark_colours_are_kept_and_drawn_by_the_server(visit: Callable[..., Page]) -> None:
    page = visit("/en/account/login/")
    page.get_by_role("button", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.locator("body")).to_have_css("background-color", "rgb(19, 24, 26)")
    page.goto(page.url.replace("/en/", "/cy/"))
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_the_first_press_of_tab_offers_to_skip_to_the_content(visit: Callable[..., Page]) -> None:
    page = visit("/cy/account/login/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Neidio i’r prif gynnwys")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_a_page_works_without_scripts(visit: Callable[..., Page]) -> None:
    page = visit("/en/account/login/", java_script_enabled=False)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
