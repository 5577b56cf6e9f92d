"""All figures of a paper: of the whole, of each item, of groups; each only where enough people stand behind it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assessments.statistics.calibration import Calibration, calibration
from assessments.statistics.differing import Difference, between
from assessments.statistics.distractors import Choice, choices
from assessments.statistics.facility import correlation, facility, tails_difference
from assessments.statistics.grouping import GroupFigures, by_language, by_sector, told
from assessments.statistics.reliability import Reliability, reliability
from assessments.statistics.sheets import Item, Sheet, Table, Tally
from assessments.statistics.thresholds import DEFAULT_THRESHOLDS, Thresholds
from assessments.statistics.worrying import Worry, worries

WELSH, ENGLISH = "cy", "en"
LANGUAGE, SECTOR = 0, 1  # where a tally's cells name them


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """An item's figures. `facility_in` is by language and sector, of those that may be told of."""

    item: Item
    people: int
    facility: float | None
    correlation: float | None
    tails: float | None
    choices: tuple[Choice, ...]
    facility_in: dict[str, float]
    welsh_to_english: Difference | None
    sector_to_others: dict[str, Difference]
    worries: tuple[Worry, ...]


@dataclass(frozen=True, slots=True)
class PaperFigures:
    people: int
    mean: float | None
    reliability: Reliability | None
    items: tuple[ItemFigures, ...]
    languages: tuple[GroupFigures, ...]
    sectors: tuple[GroupFigures, ...]
    calibration: Calibration | None


def describe(sheets: Sequence[Sheet], items: Sequence[Item], limits: Thresholds = DEFAULT_THRESHOLDS) -> PaperFigures:
    """Every figure of a paper. Each sheet has a score for each item, in the items' order."""
    table = Table.of(sheets, len(items))
    people = len(sheets)
    return PaperFigures(
        people,
        sum(table.shares) / people if people >= limits.share else None,
        reliability(table) if people >= limits.correlation else None,
        tuple(_item(table, number, item, limits) for number, item in enumerate(items)),
        by_language(sheets, limits),
        by_sector(sheets, limits),
        calibration(sheets, limits),
    )


def _item(table: Table, number: int, item: Item, limits: Thresholds) -> ItemFigures:
    answered = table.answered(number, item)
    tally = table.tally(answered)
    people = tally.total()
    hard = facility(tally) if people >= limits.share else None
    enough = people >= limits.correlation
    together = correlation(table.with_rest(answered)) if enough and table.steps > 1 else None
    taken = choices(table.with_choices(answered), item) if enough else ()
    in_welsh = between(tally, LANGUAGE, WELSH, frozenset({ENGLISH}), table.steps, limits)
    apart = _sectors(tally, table.steps, limits)
    return ItemFigures(
        item,
        people,
        hard,
        together,
        tails_difference(tally) if enough else None,
        taken,
        {**_facilities(tally, LANGUAGE, limits), **_facilities(tally, SECTOR, limits)},
        in_welsh,
        apart,
        worries(hard, together, taken, [*filter(None, [in_welsh]), *apart.values()], limits),
    )


def _groups(tally: Tally, part: int) -> Counter[str]:
    people: Counter[str] = Counter()
    for cell, count in tally.items():
        people[str(cell[part])] += count
    return people


def _facilities(tally: Tally, part: int, limits: Thresholds) -> dict[str, float]:
    """Facility in each named group that may be told of."""
    shown = told(_groups(tally, part), limits) - {""}
    return {
        group: facility(Counter({cell: count for cell, count in tally.items() if cell[part] == group}))
        for group in sorted(shown)
    }


def _sectors(tally: Tally, steps: int, limits: Thresholds) -> dict[str, Difference]:
    """Each sector against all others together."""
    sectors = frozenset(_groups(tally, SECTOR)) - {""}
    found = {each: between(tally, SECTOR, each, sectors - {each}, steps, limits) for each in sorted(sectors)}
    return {sector: difference for sector, difference in found.items() if difference}
