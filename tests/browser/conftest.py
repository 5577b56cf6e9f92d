"""The real site in a real browser: `diogel demo` in a folder and on a port of its own, and Debian's Chromium.

A test asks for `visit` and says who looks, in which language, colours and width:

    page = visit("/en/", person="officer", width=390)
    look(page)

`visit` gives a Playwright page of its own cookies; `look` (tests/browser/looking.py) fails on anything that axe finds, on
sideways overflow at 320 px, and on errors in the console. Without Chromium these tests are skipped; under CI they fail.

Everything here has the scope of this package: Playwright keeps an event loop running, which must be gone before the
live room's own tests start theirs.
"""

import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sharing_out
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright
from serving import free_port

from diogel import extraction
from people.demo import DOMAIN, PASSWORD

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
SECONDS_TO_START = 600
PATIENCE = 90_000
"""Milliseconds after which what a page should show never comes, however busy the machine is."""
Visit = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests of this folder are browser tests; where there is no browser they say so instead of failing."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if not CHROMIUM and os.environ.get("CI") != "true":
                item.add_marker(pytest.mark.skip(reason="no Chromium here. On Debian: sudo apt install chromium"))


@pytest.fixture(scope="package")
def folder(browser_files: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the demonstration keeps its data; `log.txt` is what it prints, letters among it."""
    place = tmp_path_factory.mktemp("site")
    made = sharing_out.made_once(tmp_path_factory, "demonstration", set_up)
    shutil.copytree(made, place, dirs_exist_ok=True)
    return place


def set_up(folder: Path) -> None:
    """All that a first start does before it serves."""
    command = [sys.executable, "-c", SET_UP, "--data", str(folder)]
    done = subprocess.run(command, cwd=extraction.ROOT, env=surroundings(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]


SET_UP = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "diogel.settings"
from diogel.demonstration import environment
environment.prepare(sys.argv[1:])
import django
django.setup()
from diogel.demonstration import steps
steps.take_all(print)
"""


def surroundings() -> dict[str, str]:
    """What the demonstration finds set: nothing of this test run's own."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("DIOGEL_", "DJANGO_"))}


@pytest.fixture(scope="package")
def site(folder: Path) -> Iterator[str]:
    """The address of a demonstration of this test run's own."""
    port = free_port()
    command = [sys.executable, "-m", "diogel", "demo", "--port", str(port), "--data", str(folder)]
    with (folder / "log.txt").open("w") as log:
        server = subprocess.Popen(command, cwd=extraction.ROOT, env=surroundings(), stdout=log, stderr=log)
        try:
            wait_for(f"http://127.0.0.1:{port}/en/account/login/", server, folder / "log.txt")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=180)


def wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            time.sleep(0.3)
        else:
            return
    pytest.fail(f"the demonstration did not start:\n{log.read_text()[-3000:]}")


@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="package")
def browser(playwright: Playwright) -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE)
    chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    yield chromium
    chromium.close()


def sign_in(page: Page, site: str, person: str) -> None:
    page.goto(f"{site}/en/account/login/")
    page.get_by_label("Email").fill(f"{person}@{DOMAIN}")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda address: "/account/login" not in address)


@pytest.fixture(scope="package")
def signed_in(site: str, browser: Browser) -> Callable[[str], Any]:
    """The cookies of a person of the demonstration's cast, who signs in once."""
    kept: dict[str, Any] = {}

    def state(person: str) -> Any:
        if person not in kept:
            context = browser.new_context()
            context.set_default_timeout(PATIENCE)
            page = context.new_page()
            sign_in(page, site, person)
            kept[person] = context.storage_state()
            context.close()
        return kept[person]

    return state


@pytest.fixture
def visit(site: str, browser: Browser, signed_in: Callable[[str], Any]) -> Iterator[Visit]:
    """Opens an address of the site as somebody: `visit("/cy/", person="teacher", theme="dark", width=390)`."""
    contexts: list[BrowserContext] = []

    def opened(path: str, *, person: str = "", theme: str = "light", width: int = 1280, **more: Any) -> Page:
        state = signed_in(person) if person else None
        size = {"width": width, "height": 900}
        context = browser.new_context(viewport=size, color_scheme=theme, storage_state=state, **more)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.said = []  # type: ignore[attr-defined]
        page.on("console", lambda message: page.said.append(message.text) if message.type == "error" else None)  # type: ignore[attr-defined]
        page.on("pageerror", lambda error: page.said.append(str(error)))  # type: ignore[attr-defined]
        page.answers = []  # type: ignore[attr-defined]
        page.on("response", lambda answer: page.answers.append(answer))  # type: ignore[attr-defined]
        page.goto(site + path)
        return page

    yield opened
    for context in contexts:
        context.close()
