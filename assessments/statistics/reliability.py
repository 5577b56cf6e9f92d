"""How far the paper's result would come out the same with other questions of the same kind.

Cronbach's alpha, which for items that are right or wrong is KR-20, and from it the standard error of measurement. Written by
the mean covariance of two items asked of the same person, k·c / (v + (k − 1)·c), it is the same number for a paper that asks
everybody the same, and holds for a drawn one too, where each pair of items was asked of some people only.
"""

import math
from collections import Counter
from dataclasses import dataclass

from assessments.statistics.sheets import Table


@dataclass(frozen=True, slots=True)
class Reliability:
    """`alpha` up to 1; `error` is the standard error of measurement as a share of the paper."""

    people: int
    alpha: float
    error: float
    right_or_wrong: bool  # every score is 0 or 1: then alpha is also called KR-20


def reliability(table: Table) -> Reliability | None:
    """None where it has no meaning: fewer than two items or people, or everybody the same."""
    people, scores, pairs = len(table.sheets), sum(table.asked), sum(asked * (asked - 1) for asked in table.asked)
    if people < 2 or not pairs:
        return None
    counted = [Counter(column) for column in table.columns]
    squares, squares_of_sums = _about_the_means(table, counted)
    variance, covariance = squares / scores, (squares_of_sums - squares) / pairs
    asked = scores / people
    of_the_sum = asked * (variance + (asked - 1) * covariance)
    if of_the_sum <= 1e-12:
        return None
    alpha = min(1.0, asked * asked * covariance / of_the_sum)  # above it only by how sums are rounded
    error = math.sqrt(of_the_sum * people / (people - 1) * max(0.0, 1 - alpha)) / asked
    return Reliability(people, alpha, error, _right_or_wrong(counted))


def _about_the_means(table: Table, columns: list[Counter[float | None]]) -> tuple[float, float]:
    """The squares of all scores, and of each person's sum of them, about each item's own mean."""
    squares, means = 0.0, []
    for column in columns:
        counted = [(score, people) for score, people in column.items() if score is not None]
        asked = sum(people for _, people in counted)
        mean = sum(score * people for score, people in counted) / asked if asked else 0.0
        squares += sum(people * (score - mean) ** 2 for score, people in counted)
        means.append(mean)
    expected = (_expected(sheet.scores, means, sum(means)) for sheet in table.sheets)
    return squares, sum((own - usual) ** 2 for own, usual in zip(table.sums, expected, strict=True))


def _expected(scores: tuple[float | None, ...], means: list[float], all_of_them: float) -> float:
    """What somebody asked these items reaches on the whole."""
    if None not in scores:
        return all_of_them
    return sum(mean for score, mean in zip(scores, means, strict=True) if score is not None)


def _right_or_wrong(columns: list[Counter[float | None]]) -> bool:
    return all(column.keys() <= {0.0, 1.0, None} for column in columns)
