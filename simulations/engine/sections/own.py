"""What is one viewer's alone: notices, and who they are here."""

from datetime import datetime

from simulations.engine.sections.basis import Section, Texts, Utterance
from simulations.engine.sections.control import NotingLine
from simulations.engine.sections.judgements import ViewRow


class CatchUpLine(Section, frozen=True):
    """A line of what somebody missed. kind: agenda (the items that began), presented (`seats` did), decided (child and option)."""

    kind: str
    agenda: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    decided: tuple[tuple[str, str], ...] = ()


class NoticeLine(Section, frozen=True):
    """Something addressed to this viewer. kind: inject, papers, whisper, broadcast, word-to-chair,
    minute-asked, to-read, closed-part-asked (`ground`), catch-up (`missed`, at most three lines),
    note (what those who facilitate wrote down for themselves)."""

    key: str
    kind: str
    at: datetime
    seat: str | None
    text: Texts | None
    words: Utterance | None
    papers: tuple[str, ...]
    ground: str | None = None
    missed: tuple[CatchUpLine, ...] = ()


class NoticesSection(Section, frozen=True):
    """In a whole view all items, oldest first; in a change only the new ones."""

    items: tuple[NoticeLine, ...]


class OpenQuestion(Section, frozen=True):
    """A question put to this seat, not yet answered."""

    key: str
    seat: str
    topic: Texts | None
    text: Texts | None
    words: Utterance | None


class ChoiceLine(Section, frozen=True):
    """A question of an inject that waits for this viewer's answer."""

    inject: str
    text: Texts
    choices: dict[str, Texts]


class StandsInLine(Section, frozen=True):
    """A scripted seat that the facilitator speaks for, with what is asked of it."""

    seat: str
    has_floor: bool
    hand_up: bool
    questions: tuple[OpenQuestion, ...]


class MeSection(Section, frozen=True):
    """What is this viewer's alone. `kind` is `seat`, `facilitator`, `observer` or `public`.

    `may` are the commands, by their `do`, that would not be refused for want of the right or the time;
    `acts_as_chair`: the chair's commands are this viewer's; `alone`: they rehearse alone, and lead it. `voices` are the scripted seats whose lines this one reads aloud.
    `to_present` are the papers it may present. `noting` is what an observer may note down as said.
    """

    kind: str
    seat: str | None = None
    title: Texts | None = None
    part: str | None = None
    brief: Texts | None = None
    prompt: Texts | None = None
    where: str | None = None
    language: str | None = None
    acts_as_chair: bool = False
    alone: bool = False
    has_floor: bool = False
    hand_up: bool = False
    may: tuple[str, ...] = ()
    asks_concern: bool = False
    concerns: dict[str, int] = {}
    first_concerns: dict[str, int] = {}
    need: Utterance | None = None
    views: tuple[ViewRow, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    to_read: tuple[str, ...] = ()
    choices: tuple[ChoiceLine, ...] = ()
    stands_in: tuple[StandsInLine, ...] = ()
    voices: tuple[str, ...] = ()
    to_present: tuple[str, ...] = ()
    noting: tuple[NotingLine, ...] = ()
