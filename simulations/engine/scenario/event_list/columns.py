"""The columns of an event list: which key of an inject each one is, and its heading in both languages."""

from dataclasses import dataclass
from enum import Enum

from simulations.engine.scenario.values import Text


class Column(Enum):
    """A column, by its English and Welsh headings."""

    ID = ("Id", "Id")
    PHASE = ("Phase", "Cam")
    AFTER = ("After", "Ar ôl")
    BY_HAND = ("By hand", "Â llaw")
    CONDITION = ("Other condition", "Amod arall")
    TO = ("To", "I")
    WELSH = ("Welsh words", "Geiriau Cymraeg")
    ENGLISH = ("English words", "Geiriau Saesneg")
    DEAL = ("Papers dealt", "Papurau a roddir")
    EFFECT = ("Effect", "Effaith")
    ASK = ("Question", "Cwestiwn")
    VARIANTS = ("Variants", "Amrywiadau")

    def heading(self, language: str) -> str:
        """What stands at its head."""
        return self.value[language == "cy"]


NEEDED = (Column.ID, Column.TO)

LETTERS = 26


@dataclass(frozen=True, slots=True, order=True)
class CellProblem:
    """What is wrong with a cell: row from 1, as the spreadsheet numbers it; column from 0."""

    row: int
    column: int
    message: Text

    def in_language(self, language: str) -> str:
        """The problem as one line, with the cell as a spreadsheet names it."""
        row, column = ("rhes", "colofn") if language == "cy" else ("row", "column")
        return f"{row} {self.row}, {column} {letters(self.column)}: {self.message.in_language(language)}"


def letters(column: int) -> str:
    """The name a spreadsheet gives a column: A to Z, then AA."""
    more, last = divmod(column, LETTERS)
    return (letters(more - 1) if more else "") + chr(ord("A") + last)


def column_called(heading: str) -> Column | None:
    """The column with this heading in either language, however its letters are cased; None where there is none."""
    called = " ".join(heading.split()).casefold()
    return next((each for each in Column if called in [name.casefold() for name in each.value]), None)
