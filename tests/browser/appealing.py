"""An appeal from a result on, for tests of papers: the learner appeals, a marker in a browser of their own decides."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from browser.looking import look

WORDS = "Our own procedures say the same in other words."
REASON = "They do, and the question does not rule it out."


def appeal_and_see_it_upheld(visit: Callable[..., Page], result: Page) -> None:
    """`result` shows the learner's result in English, with a mark to appeal against; at the end it shows the new one."""
    address = result.url.split("#")[0]
    before = result.locator("h1").inner_text()
    result.get_by_role("link", name="Appeal against this mark").first.click()
    result.locator("[name=words]").fill(WORDS)
    result.get_by_role("button", name="Send the appeal").click()
    expect(result.get_by_text("It waits for a decision")).to_be_visible()
    uphold(visit("/en/assessments/marking/", person="marker"))
    result.goto(address)
    expect(result.get_by_text("Your appeal was upheld")).to_be_visible()
    expect(result.get_by_text(REASON)).to_be_visible()
    assert result.locator("h1").inner_text() != before


def uphold(marking: Page) -> None:
    marking.get_by_role("heading", name="Appeals to decide").wait_for()
    marking.locator("a[href*='/appeals/']").first.click()
    expect(marking.get_by_text(WORDS)).to_be_visible()
    marking.get_by_role("radio", name="Upheld: the mark changes").check()
    marking.locator("[name=words]").fill(REASON)
    marking.get_by_role("button", name="Decide").click()
    expect(marking.get_by_text("Decided. The learner gets an e-mail")).to_be_visible()
    look(marking)
