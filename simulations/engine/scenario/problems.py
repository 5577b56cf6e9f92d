"""What is wrong with a file, and where: the only thing the reader says about bad input.

A problem has a line and a column (both from 1), a code that never changes, a message in both languages and, where
one can be given, a hint at what would be right. The words stand in `messages`.
"""

from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from simulations.engine.scenario.messages import HINTS, MESSAGES
from simulations.engine.scenario.values import Text


class Severity(StrEnum):
    """An error stops everything but a draft; a warning stops nothing but publishing."""

    ERROR = "error"
    WARNING = "warning"


class Place(Struct, frozen=True, order=True, gc=False):
    """Where in the file: line and column, both from 1. A file has thousands: nothing is made faster, or forgotten sooner."""

    line: int
    column: int


START_OF_FILE = Place(1, 1)
LONGEST_QUOTED = 100


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong; `path` is the dotted path of keys to it, empty for the file as a whole."""

    place: Place
    severity: Severity
    code: str
    message: Text
    hint: Text | None = None
    path: str = ""

    @property
    def line(self) -> int:
        """The line, from 1."""
        return self.place.line

    @property
    def column(self) -> int:
        """The column, from 1."""
        return self.place.column

    def in_language(self, language: str) -> str:
        """The message with its hint, as one line."""
        message = self.message.in_language(language)
        return f"{message} {self.hint.in_language(language)}" if self.hint else message


def worded(templates: tuple[str, str], details: dict[str, str]) -> Text:
    """A text in both languages from a pair of templates, English first."""
    short = {name: _shortened(detail) if name == "found" else detail for name, detail in details.items()}
    english, welsh = (template.format(**short) for template in templates)
    return Text(words=(("en", english), ("cy", welsh)))


def _shortened(found: str) -> str:
    """What was found, as far as it helps to find it again."""
    return found if len(found) <= LONGEST_QUOTED else f"{found[:LONGEST_QUOTED]}…"


def problem(
    code: str, place: Place, *, path: str = "", severity: Severity = Severity.ERROR, hint: str = "", **details: str
) -> Problem:
    """The problem with this code, its message filled in with the details; `hint` names one of HINTS.

    Raises KeyError on a code or hint that has no words, which is a mistake in the reader.
    """
    hinted = worded(HINTS[hint], details) if hint else None
    return Problem(place, severity, code, worded(MESSAGES[code], details), hinted, path)
