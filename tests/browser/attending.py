"""Somebody who attends a conference in a browser of their own: what they press and read, by the names things have for them.

`Attendee.word` turns an English label into the language its reader has, by the same catalogue as the site, so that a
test presses what a Welsh reader presses.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.utils import translation
from playwright.sync_api import Locator, Page, expect

from browser.holding import SETTLED
from browser.looking import look
from browser.wire import Wire

Visit = Callable[..., Page]


def in_language(english: str, language: str) -> str:
    with translation.override(language):
        return translation.gettext(english)


@dataclass
class Attendee:
    """One person, one browser, one seat; `language` is the one they read the site in."""

    page: Page
    seat: str
    language: str
    wire: Wire = field(default_factory=Wire, repr=False)

    def word(self, english: str) -> str:
        return in_language(english, self.language)

    def button(self, english: str) -> Locator:
        return self.page.get_by_role("button", name=self.word(english), exact=True)

    def press(self, english: str) -> None:
        self.button(english).first.click()

    @contextmanager
    def tab(self, english: str) -> Iterator[None]:
        """On a phone the parts of the room are tabs: go to one, and back to the table. On a desk all stand beside each other."""
        tab = self.page.get_by_role("link", name=self.word(english), exact=True)
        if tab.is_visible():
            tab.click()
        yield
        table = self.page.get_by_role("link", name=self.word("Table"), exact=True)
        if table.is_visible():
            table.click()

    def get_ready(self, reach: str) -> None:
        """In the lobby: coming, and ready."""
        self.press("I am coming")
        for box in self.page.get_by_role("checkbox").all():
            box.check()
        self.page.get_by_label(self.word("How can your facilitator reach you if the link fails?")).fill(reach)
        self.press("I am ready")
        expect(self.page.get_by_text(self.word("Your facilitator sees that you are ready."))).to_be_visible()

    def sit_down(self) -> None:
        """Take the seat that is proposed, alone in a room."""
        expect(self.page.locator(f"#seat-{self.seat}")).to_be_checked()
        self.wire.attach(self.page)
        self.press("Take my seat")
        expect(self.page.locator("#place-line")).to_be_visible(timeout=SETTLED)

    def says(self, words: str) -> None:
        self.page.get_by_label(self.word("What you want to say")).fill(words)
        self.press("Say it")
        self.hears(words)

    def hears(self, words: str) -> None:
        """It stands in what is said, once."""
        said = self.page.get_by_role("log").locator("li", has_text=words)
        expect(said.first).to_be_attached(timeout=SETTLED)
        expect(said).to_have_count(1)

    def shares(self, words: str, how: str) -> None:
        """Say or show one passage of one's papers; `how` is what the button says in English."""
        with self.tab("My papers"):
            papers = self.page.get_by_role("region", name=self.word("Your papers"))
            passage = self.page.locator("li", has_text=words)
            if not papers.locator(passage).is_visible():
                papers.locator("details").filter(has=passage).locator("summary").first.click()
            papers.locator(passage).locator("summary").first.click()
            papers.locator(passage).get_by_role("button", name=self.word(how), exact=True).click()

    def gives_the_floor(self, seat: str) -> None:
        """Press the button at that seat's edge of the table."""
        at = self.page.locator(f"#seat-{seat}").get_by_role("button", name=self.word("Give the floor"))
        at.click()

    def opens(self, english: str) -> Locator:
        """Something that opens, by how its heading begins: gives what is in it."""
        heading = re.compile(rf"^\s*{re.escape(self.word(english))}")
        box = self.page.locator("details:visible").filter(has=self.page.locator("> summary", has_text=heading))
        expect(box.first).to_be_visible(timeout=SETTLED)
        if box.first.get_attribute("open") is None:
            box.first.locator("summary").first.click()
        return box.first

    def judges(self, box: str, option: str, why: str, *, category: str = "", sure: int | None = None) -> None:
        """Give a view on a child (with how sure, resting on what was said first), or close the decision on one.

        `box` is what the form is headed.
        """
        form = self.opens(box)
        form.locator(f"input[type=radio][value={option}]").check()
        if category:
            form.locator(f"input[type=checkbox][value={category}]").check()
        form.get_by_label(self.word("Your reason")).fill(why)
        if sure is not None:
            form.get_by_role("group", name=self.word("What it rests on")).get_by_role("checkbox").first.check()
            form.get_by_label(self.word("How sure are you, from 0 to 10?")).fill(str(sure))
        form.get_by_role("button").last.click()

    def reads(self, words: str) -> None:
        """It stands somewhere in the room, to be seen."""
        expect(self.page.get_by_text(words).locator("visible=true").first).to_be_visible(timeout=SETTLED)

    def at(self, agenda: str) -> None:
        """The room shows this item of the agenda."""
        expect(self.page.locator("#place-line")).to_have_attribute("data-agenda", agenda, timeout=SETTLED)

    def look(self) -> None:
        """Nothing for axe, light or dark, and nothing too wide; and back to one's own window."""
        window = self.page.viewport_size
        look(self.page)
        assert window is not None
        self.page.set_viewport_size(window)
