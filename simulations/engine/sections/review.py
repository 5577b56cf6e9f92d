"""A review: the plan and the decisions of the conference before, and what is said of them now."""

from datetime import date

from simulations.engine.sections.basis import Section, Texts, Utterance
from simulations.engine.sections.log import Quote
from simulations.engine.sections.plan import Worded


class EarlierLine(Section, frozen=True):
    """What holds for a child as this conference begins. `registered`: on the register, under these `categories`, since
    that day where it is known (number and unit, counted from the conference; `since_on` by the calendar, once it has begun). `why`, `interim`: as said in the conference before."""

    child: str
    registered: bool
    categories: tuple[str, ...]
    since: tuple[int, str] | None
    since_on: date | None
    option: str | None
    why: Worded | None
    interim: Worded | None


class EarlierDissentLine(Section, frozen=True):
    """A dissent in the conference before, and what became of it."""

    child: str
    seat: Texts
    why: Worded
    outcome: Worded | None


class ReviewedLine(Section, frozen=True):
    """One action of the plan, and the latest word on it. `by` is number and unit, counted from the conference before where
    `since_then`, else from this one; `by_on` is that day by the calendar, where it is known. `mine`: this viewer says what became of it. `became`: done, partly, not-done, or nothing yet."""

    key: str
    child: str
    kind: str
    owner: Texts
    by: tuple[int, str] | None
    by_on: date | None
    since_then: bool
    action: Worded
    risk: Worded | None
    if_not: Worded | None
    mine: bool
    became: str | None
    seat: str | None
    difference: Worded | None
    because: tuple[Quote, ...]


class ChangeLine(Section, frozen=True):
    """What a seat said has changed for a child."""

    seat: str
    child: str
    said: Worded


class EarlierArrangedLine(Section, frozen=True):
    """What was arranged before, in names and days."""

    coordinator: Texts | None
    core_group: tuple[Texts, ...]
    core_group_on: date | None
    next_conference: date | None


class EarlierPartLine(Section, frozen=True):
    """A part of the record before, as its record taker wrote it (`part` as in the section `record`)."""

    part: str
    words: Utterance | None
    text: Texts | None = None


class NotTakenLine(Section, frozen=True):
    """What could not be taken over: a `child` or the `owner` of an action, who is not here."""

    what: str
    name: Texts


class ReviewSection(Section, frozen=True):
    """What this viewer may know of it. `now`: what became of the plan is being told."""

    now: bool
    changes_now: bool
    children: tuple[EarlierLine, ...]
    dissents: tuple[EarlierDissentLine, ...]
    arranged: EarlierArrangedLine | None
    record: tuple[EarlierPartLine, ...]
    actions: tuple[ReviewedLine, ...]
    changes: tuple[ChangeLine, ...]
    not_taken: tuple[NotTakenLine, ...]
