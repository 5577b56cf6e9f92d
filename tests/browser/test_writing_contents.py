"""An interactive content written in a real browser: by keyboard, as it looks, with nothing lost; and without scripts."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser.conftest import sign_in
from browser.looking import overflow, violations
from diogel import extraction

pytestmark = pytest.mark.slow
Visit = Callable[..., Page]
CONTENT = "Two minutes left"
PARAMS = "p.content.params"

EDITOR = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "diogel.settings"
from diogel.demonstration import environment
environment.prepare(["--data", sys.argv[1]])
import django
django.setup()
from people.demo import DOMAIN, PASSWORD
from people.models import User
for name in ("editor", "golygydd"):
    language = "cy" if name == "golygydd" else "en"
    spoken = dict.fromkeys(("reading_language", "writing_language", "speaking_language"), language)
    if not User.objects.filter(email=f"{name}@{DOMAIN}").exists():
        User.objects.create_superuser(f"{name}@{DOMAIN}", PASSWORD, **spoken)
"""


@pytest.fixture(scope="module")
def editors(site: str, folder: Path) -> str:
    """The site, with somebody who may write contents in each language."""
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith(("DIOGEL_", "DJANGO_"))}
    subprocess.run([sys.executable, "-c", EDITOR, str(folder)], cwd=extraction.ROOT, env=surroundings, check=True)
    return site


def signed_in(browser: Browser, site: str, person: str = "editor", **context: object) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 900}, **context).new_page()  # type: ignore[arg-type]
    sign_in(page, site, person)
    return page


def at(page: Page, name: str) -> Locator:
    return page.locator(f'[name="{PARAMS}.{name}"]:not([type=hidden])')


def opened(page: Page, site: str) -> None:
    """The content's draft in English, begun or gone on with."""
    page.goto(f"{site}/admin/snippets/media/interactivecontent/?{urlencode({'q': CONTENT})}")  # the list is long
    page.get_by_role("link", name=CONTENT).first.click()
    page.goto(re.sub(r".*/edit/(\d+)/?.*", rf"{site}/admin/interactive/\1/try/", page.url))
    section = page.locator("section.trial").filter(has=page.get_by_role("heading", name="English"))
    section.get_by_role("button", name="Change it in a form").click()
    expect(page.locator("[data-draft]")).to_be_visible()


def options(page: Page) -> Locator:
    return page.locator(f'[id="{PARAMS}.options"] > ol > li')


def test_a_content_is_changed_by_keyboard_tried_published_and_put_back(browser: Browser, editors: str) -> None:
    page = signed_in(browser, editors)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    opened(page, editors)
    before = options(page).count()
    at(page, "heading").fill("Written by keyboard")
    page.locator(f'button[value="add|{PARAMS}.options"]').press("Enter")
    expect(options(page)).to_have_count(before + 1)
    expect(options(page).last).to_be_focused()
    expect(at(page, "heading")).to_have_value("Written by keyboard")

    page.locator("button[value=try]").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text(f"Option {before + 1} › Text: Fill this in.")
    words = options(page).last.get_by_role("textbox", name="Text")
    words.focus()
    page.keyboard.type("One that is new")
    options(page).last.get_by_role("textbox", name="Why").focus()
    page.keyboard.type("Because it was typed.")
    options(page).last.get_by_role("button", name=re.compile("^Move up")).press("Enter")
    expect(options(page).nth(before - 1)).to_be_focused()
    page.locator("button[value=try]").press("Enter")

    expect(page.locator("ins").filter(has_text="Written by keyboard")).to_be_visible()
    expect(page.locator("ins").filter(has_text="One that is new")).to_be_visible()
    shown = page.frame_locator(".interactive iframe")
    expect(shown.get_by_text("One that is new")).to_be_visible()
    assert overflow(page) == []
    page.get_by_role("button", name="Publish", exact=True).press("Enter")
    page.wait_for_url("**/try/")
    page.get_by_text("Earlier versions").click()
    page.get_by_role("button", name="Put it back").first.press("Enter")
    page.wait_for_url("**/try/")
    expect(page.get_by_text("Put back. Learners see this version from now on.")).to_be_visible()
    assert faults == []
    page.context.close()


def test_a_content_is_written_without_scripts(browser: Browser, editors: str) -> None:
    page = signed_in(browser, editors)
    state = page.context.storage_state()
    page.context.close()
    page = browser.new_context(java_script_enabled=False, storage_state=state).new_page()
    page.goto(f"{editors}/admin/interactive/write/")
    page.locator("[name=title]").fill("Without scripts")
    page.locator("[name=language]").select_option("en")
    page.locator("[name=library]").select_option(label="Diogel: choice (Diogel.Choice 1.0)")
    page.locator("form button[type=submit]").last.click()
    at(page, "task").fill("<p>Which <strong>one</strong>?</p>")
    for place in range(3):
        at(page, f"options.{place}.text").fill(f"Number {place + 1}")
        at(page, f"options.{place}.feedback").fill("<p>So it is.</p>")
    page.locator(f'button[value="remove|{PARAMS}.options.2"]').click()
    expect(options(page)).to_have_count(2)
    expect(at(page, "options.1.text")).to_have_value("Number 2")
    at(page, "options.0.correct").check()
    page.locator("button[value=try]").click()
    expect(page.get_by_text("A first version waits to be published").first).to_be_visible()
    page.locator("form[action$='/publish/'] button").click()
    expect(page.locator("form[action$='/publish/'] button")).to_have_count(0)
    expect(page.locator("main")).to_contain_text("Diogel.Choice 1.0")
    page.context.close()


@pytest.mark.parametrize(("person", "width", "colours"), [("editor", 1280, "light"), ("golygydd", 390, "dark")])
def test_the_pages_of_writing_can_be_used_by_everybody(
    browser: Browser, editors: str, person: str, width: int, colours: str
) -> None:
    page = signed_in(browser, editors, person)
    page.emulate_media(color_scheme=colours)  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 900})
    for address in ("write/", "welsh/", "libraries/"):
        page.goto(f"{editors}/admin/interactive/{address}")
        assert ours(violations(page)) == []
        assert overflow(page) == []
    page.goto(f"{editors}/admin/interactive/welsh/")
    page.locator("td a").first.click()
    page.wait_for_url(lambda address: not address.endswith("/welsh/"))
    assert ours(violations(page)) == []
    page.context.close()


def ours(found: list[str]) -> list[str]:
    """What axe finds in Wagtail's own frame is not ours to mend."""
    return [each for each in found if "sidebar" not in each and "w-header" not in each and "skiplink" not in each]
