"""What was done in a content while there was no link, and its page closed: told when the same person next opens it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from browser.conftest import sign_in
from browser.interactive import LESSON, PLAY, package, put_in

pytestmark = pytest.mark.slow
Visit = Callable[..., Page]


def inside(page: Page) -> FrameLocator:
    expect(page.locator(".interactive[data-started]")).to_be_visible()
    return page.frame_locator(".interactive iframe")


@pytest.fixture
def closed_without_a_link(visit: Visit, folder: Path) -> Page:
    """A page of a teacher who answered without a link, and went elsewhere before there was one again."""
    put_in(folder, package(PLAY, "H5P.WithoutALink"), "answered")
    page = visit(LESSON, person="teacher")
    place = inside(page)
    # What is sent while a page goes away is out of reach of routes: so the page's own way to ask is cut.
    page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('no link')); }")
    place.get_by_label("Words").fill("typed on a train")
    place.get_by_role("button", name="Answer").press("Enter")
    expect(page.locator("[data-kept]")).to_contain_text("Not saved yet")
    page.goto("about:blank")
    return page


def test_it_is_sent_at_the_next_opening_and_then_forgotten(closed_without_a_link: Page, site: str) -> None:
    page = closed_without_a_link
    page.goto(site + LESSON)
    expect(inside(page).get_by_label("Words")).to_have_value("typed on a train")
    expect(page.locator("[data-reason]")).to_have_text("Done: every part is answered.")
    expect(page.locator("[data-kept]")).to_contain_text("Saved")
    assert page.evaluate("Object.keys(localStorage).filter(name => name.startsWith('diogel-h5p-'))") == []


def test_it_is_never_anothers(closed_without_a_link: Page, site: str) -> None:
    page = closed_without_a_link
    page.context.clear_cookies(name="sessionid")
    sign_in(page, site, "housing")
    page.goto(site + LESSON)
    expect(inside(page).get_by_label("Words")).to_have_value("")
    page.wait_for_timeout(2500)
    expect(page.locator("[data-reason]")).to_have_text("")
    assert len(page.evaluate("Object.keys(localStorage).filter(name => name.startsWith('diogel-h5p-'))")) == 1


def test_who_signs_out_leaves_nothing_behind(closed_without_a_link: Page, site: str) -> None:
    page = closed_without_a_link
    page.goto(site + "/en/people/account/")
    page.locator("details.menu summary").click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(lambda address: "account/logout" not in address)
    assert page.evaluate("Object.keys(localStorage).filter(name => name.startsWith('diogel-h5p-'))") == []
