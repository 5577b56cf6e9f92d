"""On a shared computer nothing of what somebody typed stays behind."""

from collections.abc import Callable

from playwright.sync_api import Page

from people.demo import DOMAIN, PASSWORD


def test_signing_out_takes_what_was_typed_off_this_device(site: str, visit: Callable[..., Page]) -> None:
    page = visit("/en/account/login/")  # cookies of its own: signing out must not end another test's session
    page.get_by_label("Email").fill(f"gp@{DOMAIN}")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda address: "/account/login" not in address)
    page.evaluate("localStorage.setItem('diogel-1-2-say', 'half a thought')")
    page.goto(f"{site}/en/account/logout/")
    assert page.evaluate("localStorage.length") == 1, "only signing out removes it"
    page.locator("main form button").click()
    page.wait_for_url("**/account/login/**")
    assert page.evaluate("localStorage.length") == 0
