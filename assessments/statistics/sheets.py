"""What the statistics are worked out from: a sheet for each person, an item for each question.

A person counts once, by their first finished attempt: later ones are by people who have read the answers. Drawn papers ask
everybody something else, so a score may be None: not asked, or still waiting for a marker. An item asked and left open is 0.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

ROUNDED = 9  # decimals: the same thirds added in another order are the same sum

Cell = tuple[str, str, float, float]
"""Language, sector, share of the whole paper, and score at the item; a tally counts the people alike in all four."""
Tally = Counter[Cell]


@dataclass(frozen=True, slots=True)
class Offered:
    """A choice that an item offers."""

    id: str
    right: bool


@dataclass(frozen=True, slots=True)
class Item:
    """A question as the statistics know it; without options where nothing is chosen from a list."""

    key: str
    options: tuple[Offered, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One person's first attempt, by items: scores from 0 to 1, ids chosen, how sure (0 to 10).

    Confidence is None wherever the score is. `language` is empty where they answered in both; `sector` where they work in
    none or in several.
    """

    scores: tuple[float | None, ...]
    chosen: tuple[tuple[str, ...], ...] = ()
    confidence: tuple[int | None, ...] = ()
    language: str = ""
    sector: str = ""


@dataclass(frozen=True)
class Table:
    """The sheets turned on their side, with what every figure needs of each person worked out once."""

    sheets: Sequence[Sheet]
    columns: list[tuple[float | None, ...]]  # the scores at each item, person by person
    sums: list[float]
    asked: list[int]
    shares: list[float]  # of what they were asked; 0 where that was nothing

    @classmethod
    def of(cls, sheets: Sequence[Sheet], items: int) -> Self:
        scored = [_given(sheet.scores) for sheet in sheets]
        sums = [round(sum(scores), ROUNDED) for scores in scored]
        asked = [len(scores) for scores in scored]
        columns: list[tuple[float | None, ...]] = list(zip(*(sheet.scores for sheet in sheets), strict=True))
        parts = [reached / of if of else 0.0 for reached, of in zip(sums, asked, strict=True)]
        return cls(sheets, columns or [()] * items, sums, asked, parts)

    @property
    def steps(self) -> int:
        """How many marks the longest sheet has: scores are compared among people within one of these."""
        return max(self.asked, default=0)

    def tally(self, item: int) -> Tally:
        """How many people are alike, of those asked the item."""
        languages, sectors = (sheet.language for sheet in self.sheets), (sheet.sector for sheet in self.sheets)
        counted = Counter(zip(languages, sectors, self.shares, self.columns[item], strict=True))
        return Counter(
            {
                (language, sector, share, score): people
                for (language, sector, share, score), people in counted.items()
                if score is not None
            }
        )

    def with_rest(self, item: int) -> Counter[tuple[float, float]]:
        """How many people have this score at the item and this mean score at the rest of what they were asked."""
        counted = Counter(zip(self.columns[item], self.sums, self.asked, strict=True))
        return Counter(
            {
                (score, (reached - score) / (asked - 1)): people
                for (score, reached, asked), people in counted.items()
                if score is not None and asked > 1
            }
        )


def _given(scores: tuple[float | None, ...]) -> Sequence[float]:
    return [score for score in scores if score is not None] if None in scores else scores  # type: ignore[return-value]
