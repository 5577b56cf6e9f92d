"""What people do after a paper is handed in, each in a browser of their own: two mark, the learner appeals, one decides."""

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


def mark_what_was_written(visit: Callable[..., Page]) -> None:
    """Two markers, apart, both with the highest level at each criterion."""
    for person in ("marker", "second-marker"):
        page = visit("/en/assessments/marking/", person=person)
        page.get_by_role("heading", name="Answers to mark").wait_for()
        page.locator("h2:has-text('Answers to mark') + ul a").first.click()
        for group in page.locator("main form fieldset").all():
            group.get_by_role("radio").last.check()
        look(page)
        page.set_viewport_size({"width": 390, "height": 800})
        page.get_by_role("button", name="Keep the points").click()
        expect(page.get_by_text("Your points are kept.")).to_be_visible()
