"""Whether an item is harder for one group than for another *of people who do equally well at the whole paper*.

Mantel and Haenszel's common odds ratio over strata of equal score, its 95 % interval by the variance of Robins, Breslow and
Greenland, and their chi-square with its correction for continuity; then the classes of the Educational Testing Service by
Δ = −2.35 ln(odds ratio): A negligible, B moderate, C large. "Right" means full marks, so that every kind of item can be put
to the test. A difference is a reason to read the item again, never by itself a proof that it is unfair.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from assessments.statistics.sheets import Tally
from assessments.statistics.thresholds import Thresholds

ON_THE_DELTA_SCALE = -2.35
MODERATE, LARGE = 1.0, 1.5  # |Δ|, as the Educational Testing Service has them
SURE_95 = 1.959964  # standard deviations, both sides
SURE_ONE_SIDED = 1.644854
CHI_SQUARE_5 = 3.841459  # one degree of freedom, 5 %
FULL = 1 - 1e-9

Stratum = tuple[int, int, int, int]
"""Of people with equal scores: first group right and wrong, second group right and wrong."""


class Size(Enum):
    """How large a difference is."""

    NEGLIGIBLE = "A"
    MODERATE = "B"
    LARGE = "C"


@dataclass(frozen=True, slots=True)
class Difference:
    """First group against second: an odds ratio above 1, a Δ below 0 and `easier` say that the first finds it easier."""

    people: tuple[int, int]
    odds_ratio: float
    low: float
    high: float
    chi_square: float
    delta: float
    size: Size

    @property
    def easier(self) -> bool:
        return self.odds_ratio > 1


def between(
    tally: Tally, part: int, first: str, others: frozenset[str], steps: int, limits: Thresholds
) -> Difference | None:
    """One group against others; `part` is where the tally's cells name groups. None with too few people in either."""
    strata: dict[int, list[int]] = {}
    for cell, count in tally.items():
        group, share, score = cell[part], cell[2], cell[3]
        if group == first or group in others:
            counts = strata.setdefault(round(share * steps), [0, 0, 0, 0])
            counts[2 * (group != first) + (score < FULL)] += count
    return compared([(a, b, c, d) for a, b, c, d in strata.values()], limits)


def compared(strata: Iterable[Stratum], limits: Thresholds) -> Difference | None:
    """Mantel and Haenszel over the strata; None with too few people, or where no stratum sets right against wrong."""
    strata = list(strata)
    people = sum(a + b for a, b, _, _ in strata), sum(c + d for _, _, c, d in strata)
    both = [each for each in strata if each[0] + each[1] and each[2] + each[3]]
    for_first = sum(a * d / (a + b + c + d) for a, b, c, d in both)
    for_second = sum(b * c / (a + b + c + d) for a, b, c, d in both)
    if min(people) < limits.comparison or not for_first or not for_second:
        return None
    ratio = for_first / for_second
    error = math.sqrt(_variance(both, for_first, for_second))
    low, high = ratio * math.exp(-SURE_95 * error), ratio * math.exp(SURE_95 * error)
    chi_square, delta = _chi_square(both), ON_THE_DELTA_SCALE * math.log(ratio)
    return Difference(people, ratio, low, high, chi_square, delta, _size(delta, error, chi_square))


def _variance(strata: list[Stratum], for_first: float, for_second: float) -> float:
    """Of the logarithm of the odds ratio (Robins, Breslow and Greenland 1986)."""
    same = mixed = other = 0.0
    for a, b, c, d in strata:
        n = a + b + c + d
        alike, unlike = (a + d) / n, (b + c) / n
        first, second = a * d / n, b * c / n
        same += alike * first
        mixed += alike * second + unlike * first
        other += unlike * second
    return same / (2 * for_first**2) + mixed / (2 * for_first * for_second) + other / (2 * for_second**2)


def _chi_square(strata: list[Stratum]) -> float:
    """With the correction of a half for continuity, which never turns a difference round."""
    observed = expected = variance = 0.0
    for a, b, c, d in strata:
        n, first, second, right, wrong = a + b + c + d, a + b, c + d, a + c, b + d
        if n > 1:
            observed += a
            expected += first * right / n
            variance += first * second * right * wrong / (n * n * (n - 1))
    return max(0.0, abs(observed - expected) - 0.5) ** 2 / variance if variance else 0.0


def _size(delta: float, error: float, chi_square: float) -> Size:
    """C: at least 1.5 and surely above 1; A: below 1 or not surely above 0; B: between."""
    if abs(delta) < MODERATE or chi_square < CHI_SQUARE_5:
        return Size.NEGLIGIBLE
    surely = abs(delta) - SURE_ONE_SIDED * abs(ON_THE_DELTA_SCALE) * error > MODERATE
    return Size.LARGE if abs(delta) >= LARGE and surely else Size.MODERATE
