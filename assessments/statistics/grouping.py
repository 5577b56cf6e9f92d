"""The figures of a language or a sector, and which groups are too small to be told of.

A group of fewer people than `Thresholds.share` is hidden. Where the hidden ones together are still too few, so that taking
the others from the whole would tell of them, the smallest group that is left is hidden with them.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assessments.statistics.reliability import Reliability, reliability
from assessments.statistics.sheets import Sheet, Table
from assessments.statistics.thresholds import Thresholds


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """`people` and `mean` are None where the group is hidden; `mean` is the share of the paper."""

    group: str
    people: int | None
    mean: float | None
    reliability: Reliability | None


def by_language(sheets: Sequence[Sheet], limits: Thresholds) -> tuple[GroupFigures, ...]:
    return _figures(sheets, [sheet.language for sheet in sheets], limits)


def by_sector(sheets: Sequence[Sheet], limits: Thresholds) -> tuple[GroupFigures, ...]:
    return _figures(sheets, [sheet.sector for sheet in sheets], limits)


def told(people: Counter[str], limits: Thresholds) -> frozenset[str]:
    """The groups that may be told of."""
    shown = [group for group, count in people.most_common() if count >= limits.share]
    hidden = sum(count for group, count in people.items() if group not in shown)
    while shown and 0 < hidden < limits.share:
        hidden += people[shown.pop()]
    return frozenset(shown)


def _figures(sheets: Sequence[Sheet], groups: list[str], limits: Thresholds) -> tuple[GroupFigures, ...]:
    people = Counter(groups)
    shown = told(people, limits)
    return tuple(
        _of(group, [sheet for sheet, own in zip(sheets, groups, strict=True) if own == group], limits)
        if group in shown
        else GroupFigures(group, None, None, None)
        for group in sorted(people)
    )


def _of(group: str, sheets: Sequence[Sheet], limits: Thresholds) -> GroupFigures:
    table = Table.of(sheets, 0)
    sound = reliability(table) if len(sheets) >= limits.correlation else None
    return GroupFigures(group, len(sheets), sum(table.shares) / len(sheets), sound)
