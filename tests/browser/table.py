"""Six people at the table of Tŷ Coed, and the acts that go alike wherever people talk: decide, plan, keep the record.

Each says only what a person in that seat would, so what must not reach the others is known: `said` holds which words of
anybody's papers were said, and the rest is looked for in all that the others' sockets bring.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import timedelta
from pathlib import Path

from django.utils import timezone
from playwright.sync_api import Page, expect

from browser.attending import Attendee, Visit
from browser.holding import SETTLED, go_on_to
from browser.inviting import invite
from browser.papers import kept_by

PHONE = 390
FIRST = "Mae Mabli’n gwrando ar y grisiau."
EXPLAINED = "Mabli’s name goes on the register, because the risk to her goes on. This is no punishment."
RECORDED = "Four calls in eight months; Mabli sleeps with the baby when he shouts."
SETTLED_SO = "The chair tells housing’s manager tomorrow."
DISSENT = "The same shouting frightens Ianto; I cannot agree that his name stays off."
ACTION = {
    "The risk it lowers": "Bod neb yn gweld Mabli ar ei phen ei hun.",
    "What is to be done": "Gweld Mabli yn yr ysgol bob wythnos.",
    "Within how many days": "7",
    "What follows if it does not lower the risk": "Y grŵp craidd yn cwrdd yn gynt.",
}


@dataclass
class Table:
    """Who is there; and which words of anybody's papers have been said aloud."""

    path: str
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


def come_to_the_table(visit: Visit, log: Path, setting: str = "In writing") -> Table:
    """Everybody has come from their letter to their seat, and the conference has begun."""
    trainer = visit("/en/conferences/", person="trainer")
    path, letters = invite(trainer, log, setting)
    assert "Y sedd a gynigir i chi: Ysgol" in letters["teacher"], letters["teacher"]
    assert "The seat proposed to you: Police" in letters["officer"], letters["officer"]

    def come(person: str, seat: str, language: str = "en", **more: object) -> Attendee:
        who = Attendee(visit(f"/{language}/conferences/{path}", person=person, **more), seat, language)
        who.get_ready("ext. 204")
        who.look()
        who.sit_down()
        return who

    table = Table(
        path,
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
        chair.page.locator("#leaving-unanswered").get_by_role("button", name="Go on").click()
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
