"""The whole of Tŷ Coed with six people in six browsers: from the letter that invites them to the last step of the debrief.

The health visitor reads Welsh on a phone; the teacher reads Welsh and loses the link in the middle; the chair, the
record taker, the officer and housing read English. Scripts play the others, and a trainer runs it. Each says only what
a person in that seat would, so what must not reach the others is known: it is looked for in all that their sockets bring.
"""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.attending import Visit
from browser.holding import SETTLED, go_to_step, open_steps
from browser.papers import gist, kept_by, own_passages
from browser.table import Table, come_to_the_table, decide, keep_the_record, make_the_plan

CALLED = "Four calls in eight months, and at the second she spoke of his hand on her neck."
MISSED = "This has gone on for eight months, and nobody has spoken to Mabli alone."
TYPED = "Mae Mabli’n cysgu gyda’r babi"
SHE_SINGS = "Dwi’n cysgu efo’r babi pan mae o’n gweiddi"
WELCOME = "Welcome, everybody. We are here for two children."
QUESTION = "What do the neighbours say?"
SUM = "We heard of four calls, of Mabli listening at night, and of locks that nobody has changed."
NEIGHBOUR_IN_WELSH = "llais dyn yn gweiddi yn fflat 2 nos Sul"
NEIGHBOUR = "a man’s voice shouting in flat 2 on Sunday night"
OWN_CONCERN = "Whether anybody has asked Mabli."


@pytest.mark.slow
def test_six_people_hold_the_whole_of_ty_coed(visit: Visit, folder: Path) -> None:
    table = come_to_the_table(visit, folder / "log.txt")
    read_the_papers(table)
    report(table)
    discuss(table)
    decide(table)
    make_the_plan(table)
    keep_the_record(table)
    debrief(table)


def read_the_papers(table: Table) -> None:
    """Everybody reads, alone with their papers, and says how worried they are; the link of nobody brings another's."""
    table.go_on_to("reading")
    for each in (table.police, table.health_visitor, table.school, table.housing):
        with each.tab("My papers"):
            shown = each.page.get_by_role("region", name=each.word("Your papers"))
            for words in own_passages(each.seat, each.language):
                expect(shown).to_contain_text(words, timeout=SETTLED)
        with each.tab("My concern"):
            each.press("More worried")
            expect(each.page.get_by_role("group", name="Mabli")).to_contain_text("5", timeout=SETTLED)
    noted = table.police.opens("What I need to know")
    noted.get_by_role("textbox").fill(OWN_CONCERN)
    noted.get_by_role("button", name="Note it").click()
    expect(table.police.page.locator("#worry")).to_contain_text(OWN_CONCERN, timeout=SETTLED)
    for each in table:
        each.look()
    for each in table:
        assert each.wire.has_brought(OWN_CONCERN) == (each is table.police), each.seat
    table.nobody_has_anothers_papers()


def report(table: Table) -> None:
    """The chair opens and gives the floor; the officer presents; the teacher shows what Mabli said, in her words."""
    chair, police, school = table.chair, table.police, table.school
    table.go_on_to("opening")
    chair.says(WELCOME)
    chair.press("Next item on the agenda")
    for each in table:
        each.at("reports")
        each.hears(WELCOME)
    chair.gives_the_floor("police")
    expect(police.page.get_by_text("You have the floor").first).to_be_visible(timeout=SETTLED)
    police.opens("Incident log").get_by_role("button", name="Present this report").click()
    police.page.get_by_label("What matters in this report").fill(CALLED)
    police.press("Present it")
    passage = own_passages("police", "en")[2]
    police.shares(passage, "Say this")
    table.said |= {passage, own_passages("police", "cy")[2]}
    for each in table:
        each.hears(CALLED)
        each.hears(own_passages("police", each.language)[2])

    # Mabli's own words reach those who read English in Welsh first.
    chair.gives_the_floor("school")
    expect(school.page.get_by_text(school.word("You have the floor")).first).to_be_visible(timeout=SETTLED)
    school.shares(SHE_SINGS, "Show it")
    table.said |= {words for words in kept_by("school") if SHE_SINGS in words or "I sleep with the baby" in words}
    for each in table:
        each.hears(SHE_SINGS)
        each.look()
    table.nobody_has_anothers_papers()


def discuss(table: Table) -> None:
    """The floor is open: the chair asks housing; the teacher's link is lost, and brings back what was missed."""
    chair, school, housing = table.chair, table.school, table.housing
    table.go_on_to("analysis")
    asked = chair.opens("Ask a seat")
    asked.get_by_label("Whom").select_option(label="Housing")
    asked.get_by_label("Your question").fill(QUESTION)
    asked.get_by_role("button", name="Ask").click()
    school.page.get_by_label(school.word("What you want to say")).fill(TYPED)
    expect(housing.page.get_by_text("You are asked by: Chair").first).to_be_visible(timeout=SETTLED)
    school.wire.cut()
    expect(school.page.get_by_text(school.word("Reconnecting")).first).to_be_visible(timeout=SETTLED)
    housing.shares(NEIGHBOUR, "Say this")
    table.said |= {words for words in kept_by("housing") if NEIGHBOUR in words or NEIGHBOUR_IN_WELSH in words}
    table.police.says(MISSED)
    table.health_visitor.hears(NEIGHBOUR_IN_WELSH)
    assert not school.wire.has_brought(MISSED)
    school.wire.open = True
    for words in (QUESTION, NEIGHBOUR_IN_WELSH, MISSED):
        school.hears(words)
    expect(school.page.get_by_label(school.word("What you want to say"))).to_have_value(TYPED)
    school.press("Say it")
    for each in table:
        each.hears(TYPED)
    school.page.said[:] = []  # type: ignore[attr-defined]  # the browser told of the socket that was cut
    for each in table:
        each.look()
    table.nobody_has_anothers_papers()
    chair.press("Next item on the agenda")
    for each in table:
        each.at("chair-sums-up")
    summing = chair.opens("Sum up")
    summing.get_by_role("textbox").fill(SUM)
    summing.get_by_role("button", name="Sum up").click()
    for each in table:
        each.hears(SUM)


def debrief(table: Table) -> None:
    """Out of their roles they look at what was known and not said, each at their own row alone."""
    trainer = table.trainer
    table.nobody_has_anothers_papers()
    for each in table:
        assert not each.wire.has_brought(gist("r1", each.language)), "nobody reads what a fact was before the debrief"
    table.go_on_to("leaving-role")
    table.go_on_to("debrief")
    open_steps(trainer, seen_by=[each.page for each in table])
    for each in table:
        go_to_step(each.page, "known-and-not-said")
        each.reads(gist("r1", each.language))
        each.look()
        go_to_step(each.page, "own-row")
        expect(each.page.locator("#at-own-row .private")).to_have_count(0 if each in (table.chair, table.taker) else 1)
        each.look()
