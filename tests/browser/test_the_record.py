"""The record in browsers: written by one, approved and sent by another, and looked at with the forms round it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.holding import SETTLED, go_on_to, plan
from browser.looking import look
from browser.wire import Wire

Visit = Callable[..., Page]
WIDE = {"width": 1280, "height": 900}


@pytest.fixture(params=["en", "cy"])
def held(request: pytest.FixtureRequest, visit: Visit) -> tuple[Page, Page, Page]:
    """The trainer, a record taker and a chair at the analysis, all reading this language."""
    trainer = visit("/en/conferences/", person="trainer")
    path = plan(trainer)
    seated = []
    for person, seat in (("officer", "record-taker"), ("health-visitor", "chair")):
        page = visit(f"/{request.param}/conferences/{path}", person=person)
        page.locator(f"label[for=seat-{seat}]").click()
        page.locator("form:has(#seats) button.govuk-button").click()
        expect(page.locator("#papers")).to_be_visible(timeout=SETTLED)
        seated.append(page)
    trainer.goto(trainer.url.replace("/en/", f"/{request.param}/").rstrip("/") + "/room/")
    trainer.locator("[data-do=start]").click()
    expect(seated[0].locator("#place-line")).to_have_attribute("data-status", "running", timeout=SETTLED)
    go_on_to(trainer, "analysis")
    return trainer, seated[0], seated[1]


def write(page: Page, part: str, words: str) -> None:
    page.locator(f"#write-{part}-box > summary").click()
    page.locator(f"#write-{part}-words").fill(words)
    page.locator(f"#write-{part} button").click()
    expect(page.locator(f"#record-full [id^=written-full-{part}]")).to_have_text(words, timeout=SETTLED)


@pytest.mark.slow
def test_the_record_is_written_approved_and_sent_and_looks_right(held: tuple[Page, Page, Page]) -> None:
    trainer, taker, chair = held
    form = "details:has(form[data-do=close-part])"
    expect(chair.locator(form)).to_be_visible(timeout=SETTLED)
    chair.locator(f"{form} > summary").click()
    look(chair)
    chair.set_viewport_size(WIDE)  # type: ignore[arg-type]
    chair.locator(f"{form} label[for=without-mother]").click()
    chair.locator(f"{form} button").click()
    expect(chair.locator("#place-reopen")).to_be_visible(timeout=SETTLED)
    write(taker, "risk-analysis", "Said while she was out.")
    chair.locator("#place-reopen").click()
    expect(chair.locator("#place-reopen")).to_be_hidden(timeout=SETTLED)
    write(taker, "essential-facts", "Mae Mabli’n saith.")
    family = taker.locator("#record-family")
    expect(family.locator(".record__part")).to_have_count(1)
    taker.locator("#record-full [data-from^=written-full-essential-facts]").click()
    expect(taker.locator("#write-essential-facts-words")).to_have_value("Mae Mabli’n saith.")
    family.locator("summary").click()
    look(taker)
    taker.set_viewport_size(WIDE)  # type: ignore[arg-type]
    go_on_to(trainer, "after")
    chair.locator("[data-do=approve-record]").click()
    send = chair.locator("details.card:has(form[data-do=send-record])")
    expect(send).to_be_visible(timeout=SETTLED)
    send.locator("summary").click()
    send.locator("label[for=send-family-mother]").click()
    look(chair)
    send.locator("form[data-copy=family] button").click()
    expect(chair.locator("#record .record__list").last).to_be_visible(timeout=SETTLED)
    expect(chair.locator("#after .after__tasks > li").first).to_be_visible()


@pytest.mark.slow
@pytest.mark.parametrize("held", ["en"], indirect=True)
def test_what_is_taken_up_anew_while_its_first_writing_is_on_its_way_stays_in_its_box(
    held: tuple[Page, Page, Page],
) -> None:
    _trainer, taker, chair = held
    wire = Wire()
    wire.attach(taker)
    taker.reload()
    wire.hold_back("done")
    write(taker, "essential-facts", "Mae Mabli’n saith.")
    assert wire.holds_one(), "the server has it, and the page does not know yet"
    taker.locator("#record-full [data-from^=written-full-essential-facts]").click()
    box = taker.locator("#write-essential-facts-words")
    expect(box).to_have_value("Mae Mabli’n saith.")
    wire.let_go()
    chair.get_by_label("Where I am").select_option("in-a-vehicle")
    chair.get_by_role("button", name="Say so").click()
    # What comes after the answer is drawn after it.
    expect(taker.locator('.place-card[data-seat="chair"]')).to_contain_text("In a vehicle", timeout=SETTLED)
    expect(box).to_be_visible()
    expect(box).to_have_value("Mae Mabli’n saith.")
    box.fill("Mae Mabli’n wyth.")
    taker.locator("#write-essential-facts button").click()
    expect(taker.locator("#record-full [id^=written-full-essential-facts]")).to_have_text(
        "Mae Mabli’n wyth.", timeout=SETTLED
    )
    expect(box).to_have_value("")
