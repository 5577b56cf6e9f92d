"""The small types of the scenario format: ids, texts, durations, ages and days.

Everything here is immutable and already resolved: a duration is whole seconds, a day is an offset from the
day of the conference (so that a scenario never grows old), a text knows its languages. None of it can be wrong,
since only the reader makes it, from a file whose mistakes it has reported.
"""

import calendar
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal, NewType

SeatId = NewType("SeatId", str)
ChildId = NewType("ChildId", str)
AdultId = NewType("AdultId", str)
PersonId = NewType("PersonId", str)
"""A child or an adult of the family."""
SeatOrAdultId = NewType("SeatOrAdultId", str)
"""A seat, or an adult of the family who may have none."""
PaperId = NewType("PaperId", str)
PassageId = NewType("PassageId", str)
"""`PAPER.N`, with N counted from 0 in the file, whatever the variant leaves out."""
FactId = NewType("FactId", str)
TopicId = NewType("TopicId", str)
PhaseId = NewType("PhaseId", str)
InjectId = NewType("InjectId", str)
ChoiceId = NewType("ChoiceId", str)
DecisionId = NewType("DecisionId", str)
OptionId = NewType("OptionId", str)
BeatId = NewType("BeatId", str)
"""`SEAT.N`, with N counted from 0 in the file, whatever the variant leaves out."""
PitfallId = NewType("PitfallId", str)
CriterionId = NewType("CriterionId", str)
VariantId = NewType("VariantId", str)

Duration = NewType("Duration", int)
"""Whole seconds."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words in one or both languages, and where only words differ between variants, by variant.

    `words` are (language, words) pairs with the file's first language first. Where `by_variant` is filled,
    `words` is empty until `for_variant` has chosen.
    """

    words: tuple[tuple[str, str], ...]
    by_variant: tuple[tuple[VariantId, "Text"], ...] = ()
    _by_language: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def by_language(self) -> dict[str, str]:
        """The words by language, the file's first one first. One object for all who are shown them: to be read only."""
        if not self._by_language:
            words = self.words or self.by_variant[0][1].words
            self._by_language.update((str(language), worded) for language, worded in words)
        return self._by_language

    def in_language(self, language: str) -> str:
        """The words in this language, or else in the file's first language."""
        worded = self.by_language()
        return worded.get(language) or next(iter(worded.values()))

    def languages(self) -> tuple[str, ...]:
        """The languages this text is worded in, whatever the variant."""
        if not self.by_variant:
            return tuple(language for language, _ in self.words)
        common = [set(text.languages()) for _, text in self.by_variant]
        return tuple(sorted(set.intersection(*common)))

    def for_variant(self, variant: VariantId | None) -> "Text":
        """This text as it reads in one variant; the first one's words where the variant has none of its own."""
        if not self.by_variant:
            return self
        by_variant = dict(self.by_variant)
        return by_variant[variant] if variant in by_variant else self.by_variant[0][1]


@dataclass(frozen=True, slots=True)
class Day:
    """A day told from the day of the conference: `number` of `unit`, negative for the past."""

    number: int
    unit: Literal["days", "weeks", "months"]

    def on(self, conference_day: date) -> date:
        """The calendar date, for a conference held on this day; a month's end stays a month's end."""
        if self.unit == "months":
            return _months_from(conference_day, self.number)
        return conference_day + timedelta(**{self.unit: self.number})


@dataclass(frozen=True, slots=True)
class Age:
    """A child's age: `number` of `unit`, or `unborn` with number 0."""

    number: int
    unit: Literal["weeks", "months", "years", "unborn"]


def _months_from(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last_day = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last_day))
