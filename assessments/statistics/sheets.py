"""What the statistics are worked out from: a sheet for each person, an item for each question.

A person counts once, by their first finished attempt: later ones are by people who have read the answers. Drawn papers ask
everybody something else, so a score may be None: not asked, or still waiting for a marker. An item asked and left open is 0.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
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


Profile = tuple[str, str, float, int]
"""Language, sector, sum of the scores, and of how many: what people have to share to be counted together."""
Answered = Counter[tuple[int, float, tuple[str, ...]]]
"""How many people of a profile, by its number, have this score at an item and chose this."""


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
        shares = [share(reached, of) for reached, of in zip(sums, asked, strict=True)]
        return cls(sheets, columns or [()] * items, sums, asked, shares)

    @cached_property
    def whose(self) -> list[int]:
        """The number of each person's profile."""
        numbers = {profile: number for number, profile in enumerate(self.profiles)}
        return [numbers[each] for each in self._all_profiles()]

    @cached_property
    def profiles(self) -> list[Profile]:
        return list(dict.fromkeys(self._all_profiles()))

    def _all_profiles(self) -> Iterator[Profile]:
        for sheet, reached, of in zip(self.sheets, self.sums, self.asked, strict=True):
            yield sheet.language, sheet.sector, reached, of

    @property
    def steps(self) -> int:
        """How many marks the longest sheet has: scores are compared among people within one of these."""
        return max(self.asked, default=0)

    def answered(self, number: int, item: Item) -> Answered:
        """Those asked the item, who is alike counted together once: all that is told of an item is worked out from this."""
        chosen = [sheet.chosen[number] for sheet in self.sheets] if item.options else repeat((), len(self.sheets))
        counted = Counter(zip(self.whose, self.columns[number], chosen, strict=True))
        return Counter(
            {(who, score, ids): people for (who, score, ids), people in counted.items() if score is not None}
        )

    def tally(self, answered: Answered) -> Tally:
        """How many people are alike, whatever they chose."""
        alike: Tally = Counter()
        for (who, score, _), people in answered.items():
            language, sector, reached, of = self.profiles[who]
            alike[language, sector, share(reached, of), score] += people
        return alike

    def with_rest(self, answered: Answered) -> Counter[tuple[float, float]]:
        """How many people have this score at the item and this mean score at the rest of what they were asked."""
        alike: Counter[tuple[float, float]] = Counter()
        for (who, score, _), people in answered.items():
            _, _, reached, of = self.profiles[who]
            if of > 1:  # a half of two and one of three are the same mean
                alike[score, round((reached - score) / (of - 1), ROUNDED)] += people
        return alike

    def with_choices(self, answered: Answered) -> Counter[tuple[float, tuple[str, ...]]]:
        """How many people have this share of the paper and chose this."""
        alike: Counter[tuple[float, tuple[str, ...]]] = Counter()
        for (who, _, ids), people in answered.items():
            _, _, reached, of = self.profiles[who]
            alike[share(reached, of), ids] += people
        return alike


def share(reached: float, of: int) -> float:
    return reached / of if of else 0.0


def _given(scores: tuple[float | None, ...]) -> Sequence[float]:
    return [score for score in scores if score is not None] if None in scores else scores  # type: ignore[return-value]
