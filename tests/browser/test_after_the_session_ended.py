"""What was typed while a session ended is not lost: whichever form it stands in, it stays there until it can be sent."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser.conftest import sign_in
from browser.looking import violations
from browser.test_writing_contents import PARAMS, editors, opened, signed_in

__all__ = ["editors"]
pytestmark = pytest.mark.slow
Visit = Callable[..., Page]
OFFICER, OTHER = "board", "officer"


def asked(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Not sent yet")


def end_session(page: Page) -> None:
    page.context.clear_cookies(name="sessionid")


def sign_in_beside(page: Page, site: str, person: str) -> None:
    """In another window of the same browser."""
    end_session(page)
    beside = page.context.new_page()
    sign_in(beside, site, person)
    beside.close()


def test_a_boards_words_stay_until_their_writer_has_signed_in_again(visit: Visit, site: str) -> None:
    page = visit("/en/boards/NWA/local-practice/edit/", person=OFFICER)
    field = page.locator("#id_escalation_en")
    field.fill("Ring the duty manager, then write it down.")
    end_session(page)
    save = page.get_by_role("button", name="Save", exact=True)
    save.click()
    expect(asked(page)).to_contain_text("You were signed out meanwhile")
    assert not violations(page)
    with page.context.expect_page() as beside:
        asked(page).get_by_role("link", name="Sign in").click()
    beside.value.close()
    asked(page).get_by_role("button", name="Back to what I typed").click()
    expect(field).to_have_value("Ring the duty manager, then write it down.")

    sign_in_beside(page, site, OTHER)
    save.click()
    expect(asked(page)).to_contain_text("Somebody else signed in")
    asked(page).get_by_role("button").click()

    sign_in_beside(page, site, OFFICER)
    page.context.set_offline(True)
    save.click()
    expect(asked(page)).to_contain_text("could not be reached")
    asked(page).get_by_role("button").click()
    page.context.set_offline(False)
    save.click()
    expect(page.get_by_text("Ring the duty manager, then write it down.")).to_be_visible()


def test_a_draft_saved_plainly_after_the_session_ended_is_still_there(browser: Browser, editors: str) -> None:
    page = signed_in(browser, editors)
    opened(page, editors)
    title = page.locator('[name="p.content.rights.title"]')
    title.fill("Two minutes, and then")
    words = page.locator(f'rich-text:has([name^="{PARAMS}."]) [contenteditable]').first
    words.fill("What was typed at half past four")
    end_session(page)
    page.get_by_role("button", name="Save and go on writing").click()
    expect(asked(page)).to_be_visible()
    asked(page).get_by_role("button").click()
    expect(words).to_have_text("What was typed at half past four")

    sign_in_beside(page, editors, "editor")
    page.get_by_role("button", name="Save and go on writing").click()
    expect(page.get_by_text("Saved. Learners see it once it is published.")).to_be_visible()
    expect(title).to_have_value("Two minutes, and then")
    expect(words).to_have_text("What was typed at half past four")
    page.get_by_text("Let this draft go").click()
    page.get_by_role("button", name="Delete the draft").click()
    expect(page.get_by_role("button", name="Change it in a form").first).to_be_visible()
    page.context.close()


@pytest.mark.parametrize("place", ["an agency", "a page of a course"])
def test_what_is_written_in_wagtails_editor_stays_there(browser: Browser, editors: str, place: str) -> None:
    page = signed_in(browser, editors)
    if place == "an agency":
        page.goto(f"{editors}/admin/snippets/people/agency/add/")
        field = page.locator("#id_name_en")
    else:
        page.goto(f"{editors}/admin/pages/search/?q=Round")
        page.locator('main a[href$="/edit/"]').first.click()
        field = page.locator("#id_title")
    field.fill("Neath Invented Housing")
    end_session(page)
    page.get_by_role("button", name=re.compile("Save")).first.click()
    expect(asked(page)).to_be_visible()
    expect(field).to_have_value("Neath Invented Housing")
    page.context.close()
