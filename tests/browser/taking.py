"""Taking a paper in a browser: the same choice at every question, from the first place to the check before it is sent."""

from playwright.sync_api import Page


def choose_first_everywhere(page: Page) -> None:
    """From the first question, which is shown; each answer leads on to the next. Some are right and some are wrong."""
    places = page.locator(".places a").count()
    for position in range(1, places + 1):
        page.locator("[name=decision]").first.check()
        page.locator("[name=reason]").first.check()
        page.locator("main form button").first.click()
        page.wait_for_url(f"**/{position + 1}/" if position < places else "**/check/")
