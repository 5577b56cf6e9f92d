"""The figures in words: what each worry means and what to do about it, and the sheet that is taken away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from assessments.questions.texts import Bilingual
from assessments.reading import called
from assessments.statistics import Choice, Difference, GroupFigures, ItemFigures, Size, Worry
from assessments.studying.offered import offered
from assessments.studying.selectors import Study
from people.models import Language, Sector

WORRIES: dict[Worry, Promise] = {
    Worry.HARD: gettext_lazy(
        "Hardly anybody gets it right. Is it asked clearly, and is the right answer marked as right?"
    ),
    Worry.EASY: gettext_lazy(
        "Nearly everybody gets it right, so it tells nobody apart. That may be meant; else make it harder."
    ),
    Worry.BACKWARDS: gettext_lazy(
        "Those who do well at the rest do worse here. Look first whether the right answer is marked as right."
    ),
    Worry.WEAK: gettext_lazy(
        "It hardly goes together with the rest. Does it ask about something else, or is it a matter of luck?"
    ),
    Worry.IDLE_CHOICE: gettext_lazy("A wrong choice is hardly ever taken. Write one that somebody might believe."),
    Worry.DRAWS_THE_BEST: gettext_lazy("A wrong choice is taken more by those who do well. Is it right too, in a way?"),
    Worry.DIFFERS: gettext_lazy(
        "It is harder for one group than for people of another who do as well at the rest. Read it again in both languages."
    ),
}
SHORT: dict[Worry, Promise] = {
    Worry.HARD: gettext_lazy("very hard"),
    Worry.EASY: gettext_lazy("very easy"),
    Worry.BACKWARDS: gettext_lazy("runs backwards"),
    Worry.WEAK: gettext_lazy("hardly tells apart"),
    Worry.IDLE_CHOICE: gettext_lazy("a choice nobody takes"),
    Worry.DRAWS_THE_BEST: gettext_lazy("a choice draws the best"),
    Worry.DIFFERS: gettext_lazy("differs between groups"),
}
SIZES: dict[Size, Promise] = {
    Size.NEGLIGIBLE: gettext_lazy("A: none worth speaking of"),
    Size.MODERATE: gettext_lazy("B: moderate"),
    Size.LARGE: gettext_lazy("C: large"),
}
CSV_HEAD = [
    "question", "outcome", "people", "facility", "item_rest_correlation", "upper_less_lower_27", "welsh_people",
    "english_people", "welsh_english_odds_ratio", "low_95", "high_95", "delta", "class", "worries",
]  # fmt: skip


@dataclass(frozen=True)
class ChoiceRow:
    text: Bilingual
    choice: Choice


@dataclass(frozen=True)
class DifferenceRow:
    name: str
    found: Difference
    size: Promise


@dataclass(frozen=True)
class Row:
    """A question on the page: its number, its name, its figures."""

    number: int
    name: str
    figures: ItemFigures
    choices: list[ChoiceRow]
    differences: list[DifferenceRow]

    @property
    def short_worries(self) -> list[Promise]:
        return [SHORT[each] for each in self.figures.worries]

    @property
    def long_worries(self) -> list[Promise]:
        return [WORRIES[each] for each in self.figures.worries]


def rows(study: Study) -> list[Row]:
    found = []
    for number, (version, figures) in enumerate(zip(study.versions, study.figures.items, strict=True), start=1):
        texts = {each.id: each.text for each in offered(version.asked)}
        choices = [ChoiceRow(texts[each.option.id], each) for each in figures.choices]
        found.append(Row(number, called(version.asked), figures, choices, [*_differences(figures)]))
    return found


def _differences(figures: ItemFigures) -> Iterator[DifferenceRow]:
    if figures.welsh_to_english:
        yield _difference(_("Welsh, compared with English"), figures.welsh_to_english)
    for sector, found in figures.sector_to_others.items():
        yield _difference(sector_name(sector), found)


def _difference(name: str, found: Difference) -> DifferenceRow:
    return DifferenceRow(name, found, SIZES[found.size])


def headline(study: Study) -> str:
    """The finding."""
    if study.figures.mean is None:
        return _("Too few people have finished this paper to say anything yet")
    count = sum(bool(item.worries) for item in study.figures.items)
    if not count:
        return _("No question stands out")
    return ngettext(
        "%(count)d question is worth reading again", "%(count)d questions are worth reading again", count
    ) % {"count": count}


def language_name(figures: GroupFigures) -> str:
    return str(Language(figures.group).label) if figures.group else _("Both languages")


def sector_name(sector: str) -> str:
    return str(Sector(sector).label) if sector else _("No sector, or several")


def csv_rows(study: Study) -> Iterator[list[object]]:
    yield list(CSV_HEAD)
    for version, figures in zip(study.versions, study.figures.items, strict=True):
        yield [
            called(version.asked),
            version.outcome,
            figures.people,
            *(_decimal(each) for each in (figures.facility, figures.correlation, figures.tails)),
            *_compared(figures.welsh_to_english),
            " ".join(each.value for each in figures.worries),
        ]


def _compared(found: Difference | None) -> list[object]:
    if not found:
        return [""] * 7
    told = (found.odds_ratio, found.low, found.high, found.delta)
    return [*found.people, *(_decimal(each) for each in told), found.size.value]


def _decimal(number: float | None) -> str:
    return "" if number is None else f"{number:.3f}"
