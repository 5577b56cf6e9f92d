"""What could not be taken over, or not given out: a code, where it stands, why, and what to do, in both languages.

A *mistake* keeps its question out. A *loss* lets it through without something that Diogel, or the other format, has no
place for. The words stand in `messages`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from assessments.exchange.messages import MESSAGES, UNITS

LONGEST_QUOTED = 80

Detail = str | int | tuple[str, str]
"""A pair is our own words in English and Welsh; anything else may be somebody's, and is shown shortened."""


class Unit(Enum):
    """By what a place in a file is told."""

    NOTHING = ""
    LINE = "line"
    ROW = "row"
    QUESTION = "question"  # the n-th of those given out


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file: its name inside a package, a line or row, and the element, column or key there."""

    unit: Unit = Unit.NOTHING
    number: int = 0
    at: str = ""
    file: str = ""

    def in_language(self, language: str) -> str:
        counted = f"{UNITS[self.unit.value][language == 'cy']} {self.number}" if self.unit.value else ""
        return ", ".join(filter(None, [shown(self.file), counted, shown(self.at)]))


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong or lost; `code` never changes."""

    code: str
    place: Place
    english: str
    welsh: str
    is_mistake: bool = True

    def in_language(self, language: str) -> str:
        """The message: Welsh for `cy`, else English."""
        return self.welsh if language == "cy" else self.english


class Refused(Exception):
    """A question, or a whole file, that cannot be taken; `problems` says why."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__("; ".join(f"{each.place.in_language('en')}: {each.code}" for each in problems))


def mistake(code: str, place: Place = NOWHERE, **details: Detail) -> Problem:
    """Raises KeyError on a code without words, which is a mistake of ours."""
    return _told(code, place, True, details)


def loss(code: str, place: Place = NOWHERE, **details: Detail) -> Problem:
    return _told(code, place, False, details)


def shown(text: str) -> str:
    """A piece of somebody's file as it may be printed: shortened, on one line, without anything a terminal would obey."""
    line = " ".join(text[: 2 * LONGEST_QUOTED].split())
    plain = "".join(each if each.isprintable() else ascii(each)[1:-1] for each in line)
    return plain if len(plain) <= LONGEST_QUOTED else f"{plain[:LONGEST_QUOTED]}…"


def mistakes(problems: Iterable[Problem]) -> list[Problem]:
    return [each for each in problems if each.is_mistake]


def _told(code: str, place: Place, is_mistake: bool, details: dict[str, Detail]) -> Problem:
    english, welsh = (
        words.format(**{name: _in(detail, index) for name, detail in details.items()})
        for index, words in enumerate(MESSAGES[code])
    )
    return Problem(code, place, english, welsh, is_mistake)


def _in(detail: Detail, index: int) -> str:
    return detail[index] if isinstance(detail, tuple) else shown(str(detail))
