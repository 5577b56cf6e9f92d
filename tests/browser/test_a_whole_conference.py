"""The whole of Tŷ Coed with six people in six browsers: from the letter that invites them to the last step of the debrief.

The health visitor reads Welsh on a phone; the teacher reads Welsh and loses the link in the middle; the chair, the
record taker, the officer and housing read English. Scripts play the others, and a trainer runs it. Each says only what
a person in that seat would, so what must not reach the others is known: it is looked for in all that their sockets bring.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from browser.attending import Attendee, Visit
from browser.holding import SETTLED, go_on_to, plan
from browser.papers import gist, kept_by, own_passages

PEOPLE = {
    "social-worker": "Nia Roberts",
    "gp": "Anil Thomas",
    "officer": "Tom Rees",
    "health-visitor": "Sioned Parry",
    "teacher": "Elin Wyn",
    "housing": "Carys Pugh",
}
SEATS = {"social-worker": "chair", "gp": "record-taker", "teacher": "school", "officer": "police"}
PHONE = 390
MINUTE = 60
CALLED = "Four calls in eight months, and at the second she spoke of his hand on her neck."
MISSED = "This has gone on for eight months, and nobody has spoken to Mabli alone."
TYPED = "Mae Mabli’n cysgu gyda’r babi"
SHE_SINGS = "Dwi’n cysgu efo’r babi pan mae o’n gweiddi"
WELCOME = "Welcome, everybody. We are here for two children."
FIRST = "Mae Mabli’n gwrando ar y grisiau."
EXPLAINED = "Mabli’s name goes on the register, because the risk to her goes on. This is no punishment."
RECORDED = "Four calls in eight months; Mabli sleeps with the baby when he shouts."
SETTLED_SO = "The chair tells housing’s manager tomorrow."
ACTION = {
    "The risk it lowers": "Bod neb yn gweld Mabli ar ei phen ei hun.",
    "What is to be done": "Gweld Mabli yn yr ysgol bob wythnos.",
    "Within how many days": "7",
    "What follows if it does not lower the risk": "Y grŵp craidd yn cwrdd yn gynt.",
}
QUESTION = "What do the neighbours say?"
SUM = "We heard of four calls, of Mabli listening at night, and of locks that nobody has changed."
NEIGHBOUR_IN_WELSH = "llais dyn yn gweiddi yn fflat 2 nos Sul"
NEIGHBOUR = "a man’s voice shouting in flat 2 on Sunday night"
DISSENT = "The same shouting frightens Ianto; I cannot agree that his name stays off."
OWN_CONCERN = "Whether anybody has asked Mabli."


@dataclass
class Table:
    """Who is there; and which words of anybody's papers have been said aloud."""

    trainer: Page
    chair: Attendee
    taker: Attendee
    police: Attendee
    health_visitor: Attendee
    school: Attendee
    housing: Attendee
    said: set[str] = field(default_factory=set, repr=False)

    def __iter__(self) -> Iterator[Attendee]:
        return (each for one in fields(self) if isinstance(each := getattr(self, one.name), Attendee))

    def go_on_to(self, agenda: str) -> None:
        go_on_to(self.trainer, agenda)
        for each in self:
            each.at(agenda)

    def nobody_has_anothers_papers(self) -> None:
        """No page was brought a word that only another seat holds and nobody said."""
        for holder in self:
            kept = kept_by(holder.seat) - self.said
            if kept:  # and what is looked for in vain elsewhere is found where it belongs
                assert any(holder.wire.has_brought(words) for words in kept), holder.seat
            for other in self:
                if other is not holder:
                    brought = [words for words in kept if other.wire.has_brought(words)]
                    assert not brought, (f"{other.seat} has what only {holder.seat} holds", brought)


@pytest.fixture
def path(visit: Visit, folder: Path) -> tuple[Page, str]:
    """The trainer, who has planned, proposed seats and sent the letters; and the conference's path."""
    trainer = visit("/en/conferences/", person="trainer")
    path = plan(trainer, people=PEOPLE)
    for person, seat in SEATS.items():
        trainer.get_by_label(f"Seat proposed to {PEOPLE[person]}").select_option(seat)
    trainer.get_by_role("button", name="Keep these seats").click()
    before = len((folder / "log.txt").read_text())
    trainer.get_by_role("button", name="Send invitations").click()
    expect(trainer.get_by_text("6 letters are on their way.")).to_be_visible()
    letters = posted(folder / "log.txt", before, len(PEOPLE))
    assert "Y sedd a gynigir i chi: Ysgol" in letters["teacher"], letters["teacher"]
    assert "The seat proposed to you: Police" in letters["officer"], letters["officer"]
    assert f"/conferences/{path}" in letters["officer"]
    return trainer, path


def posted(log: Path, after: int, number: int) -> dict[str, str]:
    """The letters printed since, by whom they are for."""
    end = time.monotonic() + MINUTE
    while time.monotonic() < end:
        letters = log.read_text()[after:].split("\nTo: ")[1:]
        if len(letters) >= number:
            return {letter.partition("@")[0]: letter for letter in letters}
        time.sleep(0.3)
    pytest.fail(f"fewer than {number} letters were posted:\n{log.read_text()[after:]}")


@pytest.fixture
def table(path: tuple[Page, str], visit: Visit) -> Table:
    """Everybody has come from their letter to their seat."""
    trainer, at = path

    def come(person: str, seat: str, language: str = "en", **more: object) -> Attendee:
        who = Attendee(visit(f"/{language}/conferences/{at}", person=person, **more), seat, language)
        who.get_ready("ext. 204")
        who.look()
        who.sit_down()
        return who

    table = Table(
        trainer,
        chair=come("social-worker", "chair"),
        taker=come("gp", "record-taker"),
        police=come("officer", "police", theme="dark"),
        health_visitor=come("health-visitor", "health-visitor", "cy", width=PHONE),
        school=come("teacher", "school", "cy"),
        housing=come("housing", "housing"),
    )
    trainer.reload()
    expect(trainer.get_by_role("heading", name="6 of 6 people are ready")).to_be_visible()
    trainer.get_by_role("link", name="Go to the control room").click()
    trainer.get_by_role("button", name="Start the conference").click()
    return table


@pytest.mark.slow
def test_six_people_hold_the_whole_of_ty_coed(table: Table) -> None:
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


def decide(table: Table) -> None:
    """What is asked first is answered or left; nobody has another's view until the chair opens them; one dissents."""
    chair = table.chair
    table.go_on_to("decision")
    answering = table.health_visitor
    answering.press("Answer")
    answering.page.get_by_label(answering.word("Your answer:")).fill(FIRST)
    answering.page.locator("#answering-first").get_by_role("button", name=answering.word("Answer")).click()
    for each in table:
        each.hears(FIRST)
    left = chair.page.get_by_role("button", name="Go on without an answer")
    for still in range(left.count(), 0, -1):
        expect(left).to_have_count(still, timeout=SETTLED)
        left.first.click()
        chair.page.get_by_label("Why the table goes on without an answer:").fill("Nobody here knows.")
        chair.page.locator("#leaving-unanswered").get_by_role("button").click()
    for each in (table.police, table.health_visitor, table.school, table.housing):
        view = each.word("Your view:")
        each.judges(f"{view} Mabli", "registered", f"{each.seat} M.", category="emotional-psychological", sure=7)
        ianto = "registered" if each is table.housing else "not-registered"
        each.judges(
            f"{view} Ianto", ianto, f"{each.seat} I.", category="neglect" if each is table.housing else "", sure=5
        )
    for each in table:
        expect(each.page.locator("#views")).to_contain_text(each.word("Views given:"), timeout=SETTLED)
        each.look()
        assert not [other.seat for other in table if other is not each and each.wire.has_brought(f"{other.seat} I.")]
    chair.press("Open the views")
    for each in table:
        for other in (table.police, table.health_visitor, table.school, table.housing):
            each.reads(f"{other.seat} I.")
    chair.reads("Views are not counted.")
    chair.judges("Close the decision: Mabli", "registered", "The fear goes on.", category="emotional-psychological")
    chair.judges("Close the decision: Ianto", "not-registered", "A care and support plan will do.")
    dissent = table.housing.opens("Dissent from the decision")
    dissent.get_by_label("For which child").select_option(label="Ianto")
    dissent.get_by_role("textbox").fill(DISSENT)
    dissent.get_by_role("button", name="Record my dissent").click()
    for each in table:
        each.reads(DISSENT)
        each.look()


def make_the_plan(table: Table) -> None:
    """An action, what keeps each child safe until then, the co-ordinator, the core group and the next conference."""
    chair, visitor, school = table.chair, table.health_visitor, table.school
    chair.press("Next item on the agenda")
    for each in table:
        each.at("plan")
    action = visitor.opens("An action for the plan")
    for label, words in ACTION.items():
        action.get_by_label(visitor.word(label)).fill(words)
    action.get_by_role("button").last.click()
    table.police.reads(ACTION["What is to be done"])
    table.police.press("Agree")
    for child in ("Mabli", "Ianto"):
        safe = school.opens("What keeps a child safe until the plan begins")
        safe.get_by_role("combobox").first.select_option(label=child)
        safe.get_by_role("textbox").fill(f"{child}: heno gyda Nain.")
        safe.get_by_role("button").last.click()
        chair.reads(f"{child}: heno gyda Nain.")
    coordinator = chair.opens("Name the plan co-ordinator")
    coordinator.get_by_label("Who co-ordinates the plan").select_option(label="Social worker")
    coordinator.get_by_role("button", name="Name them").click()
    group = chair.opens("Core group")
    for member in ("Social worker", "Health visitor", "School"):
        group.get_by_role("checkbox", name=member).check()
    group.get_by_label("When it meets").fill(in_days(7))
    group.get_by_role("button", name="Set it down").click()
    meets = chair.opens("Next conference")
    meets.get_by_label("When the conference meets again").fill(in_days(60))
    meets.get_by_role("button").last.click()
    for each in table:
        for words in ("Plan co-ordinator", "Core group", "Next conference"):
            expect(each.page.locator("#arrangements")).to_contain_text(each.word(words), timeout=SETTLED)
        each.look()


def in_days(number: int) -> str:
    return (timezone.localdate() + timedelta(days=number)).isoformat()


def keep_the_record(table: Table) -> None:
    """The decision is explained; the record is written, approved and sent; the dissent is settled."""
    chair, taker = table.chair, table.taker
    chair.press("Next item on the agenda")
    for each in table:
        each.at("close")
    told = chair.opens("Explain the decision")
    told.get_by_role("textbox").fill(EXPLAINED)
    told.get_by_role("button", name="Say it").click()
    table.school.hears(EXPLAINED)
    chair.press("Next item on the agenda")
    for each in table:
        each.at("after")
    facts = taker.opens("Essential facts")
    facts.get_by_label("Essential facts").fill(RECORDED)
    facts.get_by_role("button", name="Put it in the record").click()
    expect(chair.page.locator("#record")).to_contain_text(RECORDED, timeout=SETTLED)
    assert not [each.seat for each in table if each not in (chair, taker) and each.wire.has_brought(RECORDED)]
    chair.press("Approve the record")
    send = chair.opens("Send the record")
    send.get_by_role("group", name="The family’s copy").get_by_role("checkbox", name="Mother").check()
    send.get_by_role("button", name="Send the family’s copy").click()
    chair.press("Say what became of it")
    chair.page.get_by_label("What became of the dissent from:").fill(SETTLED_SO)
    chair.press("Record it")
    for each in table:
        expect(each.page.locator("#record")).to_contain_text(RECORDED, timeout=SETTLED)
        each.reads(SETTLED_SO)
        each.look()


def debrief(table: Table) -> None:
    """Out of their roles they look at what was known and not said, each at their own row alone."""
    trainer = table.trainer
    table.nobody_has_anothers_papers()
    for each in table:
        assert not each.wire.has_brought(gist("r1", each.language)), "nobody reads what a fact was before the debrief"
    table.go_on_to("leaving-role")
    table.go_on_to("debrief")
    steps = trainer.get_by_role("button", name="Open the next step")
    while steps.is_visible():
        label = steps.inner_text()
        steps.click()
        expect(trainer.get_by_role("button", name=label)).to_be_hidden(timeout=SETTLED)
    for each in table:
        each.reads(gist("r1", each.language))
        expect(each.page.get_by_role("heading", name=each.word("Your own row"))).to_have_count(
            0 if each in (table.chair, table.taker) else 1
        )
        each.look()
