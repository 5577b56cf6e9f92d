"""Tŷ Coed round one table: six people with a screen each, printed cards before them and a projector on the wall.

They speak aloud, so what was said is marked, by who said it or by the trainer. Then everybody goes through their own
papers before anything is told; what nobody marked is "not known".
"""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.attending import Attendee, Visit
from browser.holding import SETTLED, go_to_step, open_steps
from browser.looking import look
from browser.papers import kept_by, own_passages
from browser.table import ACTION, DISSENT, Table, come_to_the_table, decide, keep_the_record, make_the_plan
from browser.wire import Wire

CALLED = 2  # which of the officer's passages tells of the four calls
SAID_ALOUD = (("police", CALLED), ("school", 0), ("housing", 0))
NOT_TOLD = (403, 404)


@pytest.mark.slow
def test_six_people_round_one_table_with_a_projector_and_printed_cards(visit: Visit, folder: Path) -> None:
    table = come_to_the_table(visit, folder / "log.txt", "Round one table")
    print_the_pack(table, visit)
    wall, wire = on_the_wall(table, visit)
    speak_aloud(table, wall)
    nothing_private_is_brought_by(wire, table)
    decide(table)
    make_the_plan(table)
    for words in (DISSENT, ACTION["What is to be done"]):
        expect(wall.get_by_text(words).first).to_be_visible(timeout=SETTLED)
    look(wall)
    keep_the_record(table)
    go_through_the_papers(table)
    nothing_private_is_brought_by(wire, table)
    look_back(table)


def print_the_pack(table: Table, visit: Visit) -> None:
    """A card and papers with boxes to tick for every seat, in both languages; for the trainer alone."""
    pack = visit(f"/en/conferences/{table.path}pack/", person="trainer")
    for language in ("en", "cy"):
        for each in table:
            for words in own_passages(each.seat, language):
                passage = pack.locator(f"[lang={language}] .pack__passages > li", has_text=words).first
                expect(passage.locator(".pack__box")).to_have_count(3)
    look(pack)
    pack.emulate_media(media="print")
    expect(pack.get_by_role("button", name="Print")).to_be_hidden()
    assert pack.pdf().startswith(b"%PDF")
    answer = table.police.page.request.get(pack.url)
    assert answer.status in NOT_TOLD, "no seat prints another's papers"


def on_the_wall(table: Table, visit: Visit) -> tuple[Page, Wire]:
    """The projector's page, which the trainer opens on the machine that has the wall."""
    wire = Wire()
    wall = visit("/en/conferences/", person="trainer")
    wire.attach(wall)
    wall.goto(table.trainer.url.replace("/room/", "/projector/"))
    expect(wall.locator("#connection")).to_have_attribute("data-state", "connected", timeout=SETTLED)
    wall.set_viewport_size({"width": 1920, "height": 1080})
    return wall, wire


def nothing_private_is_brought_by(wire: Wire, table: Table) -> None:
    """What hangs on the wall was said before everybody; and so with every seat's own screen."""
    table.nobody_has_anothers_papers()
    for each in table:
        brought = [words for words in kept_by(each.seat) - table.said if wire.has_brought(words)]
        assert not brought, (f"the wall has what only {each.seat} holds", brought)


def speak_aloud(table: Table, wall: Page) -> None:
    """The officer and the teacher mark what they said; the trainer notes what housing said."""
    table.go_on_to("analysis")
    for each, number in ((table.police, CALLED), (table.school, 0)):
        with each.tab("My papers"):
            passage = own_passage(each, number)
            passage.locator("[data-do=said-it]:not([data-ago])").click()
            expect(passage).to_have_class("passage passage--said", timeout=SETTLED)
        table.said |= {own_passages(each.seat, language)[number] for language in ("en", "cy")}
    table.trainer.locator("#noted-housing > summary").click()
    table.trainer.locator("#noted-housing [data-passage='tenancy-file.0']").click()
    table.trainer.locator("#noting").get_by_role("button", name="Note it").click()
    table.said |= {own_passages("housing", language)[0] for language in ("en", "cy")}
    for words in (own_passages(seat, "en")[number] for seat, number in SAID_ALOUD):
        expect(wall.get_by_text(words).first).to_be_attached(timeout=SETTLED)
    for each in table:
        each.look()
    look(wall)


def own_passage(each: Attendee, number: int) -> Locator:
    """One of one's passages, with what can be done about it in view."""
    passage = each.page.locator(".passage", has_text=own_passages(each.seat, each.language)[number])
    if not passage.is_visible():
        each.page.locator("details.held").filter(has=passage).locator("summary").first.click()
    passage.locator("summary").first.click()
    return passage


def go_through_the_papers(table: Table) -> None:
    """Each says of their own papers what was said; the health visitor leaves hers alone."""
    table.go_on_to("debrief")
    table.trainer.get_by_role("button", name="Let everybody go through their papers").click()
    for each in (table.police, table.school, table.housing):
        with each.tab("My papers"):
            papers = each.page.locator("#papers details.held")
            expect(each.page.locator("#papers .reconcile").first).to_be_attached(timeout=SETTLED)
            for number in range(papers.count()):
                if papers.nth(number).get_attribute("open") is None:
                    papers.nth(number).locator("summary").first.click()
                for passage in papers.nth(number).locator(".passage").all():
                    said = "said" if "passage--said" in (passage.get_attribute("class") or "") else "not-said"
                    choice = passage.locator(f"[data-do=reconcile][data-said={said}]")
                    choice.click()
                    expect(choice).to_have_attribute("aria-pressed", "true", timeout=SETTLED)
        each.look()


def look_back(table: Table) -> None:
    """A range while something is not known; in one's own row what was said, what was not, and what nobody marked."""
    open_steps(table.trainer, seen_by=[each.page for each in table])
    for each in table:
        go_to_step(each.page, "known-and-not-said")
        expect(each.page.locator(".debrief__answer")).to_be_visible(timeout=SETTLED)
    expect(table.police.page.locator(".debrief__answer")).to_contain_text(" to ")
    for each in table:
        go_to_step(each.page, "own-row")
    unknown = table.health_visitor.page.locator(".private .outcome")
    expect(unknown.first).to_contain_text(table.health_visitor.word("Not known"), timeout=SETTLED)
    expect(table.police.page.locator(".private .outcome", has_text="Not known")).to_have_count(0)
    for each in table:
        each.look()
