"""What all sections are made of."""

from datetime import date

import msgspec

Texts = dict[str, str]


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of what is sent."""


class SeenLine(Section, frozen=True):
    """When the family saw a report: counted from the day of the conference (number and unit), and `on` by the calendar once
    that is known; both None where they have not seen it."""

    day: tuple[int, str] | None
    on: date | None


class Utterance(Section, frozen=True):
    """What somebody typed: the caller's id for it, and its language; `removed` is why it is gone for good, if it is."""

    utterance: str
    language: str
    removed: str | None = None
