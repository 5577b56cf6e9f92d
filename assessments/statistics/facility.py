"""How hard an item is, and whether it tells those apart who do well at the rest from those who do not.

Facility is the mean score. Discrimination is told twice: as the correlation of the item with the mean of all *other* items
(corrected, so that it is not correlated with itself), and as the difference in facility between the upper and the lower 27 %
by the whole paper (Kelley 1939: the tails that differ most surely). Where the 27 % end among people with the same score,
all of those count by the fraction that is needed, so that the order of the sheets changes nothing.
"""

import math
from collections import Counter

from assessments.statistics.sheets import Tally

TAIL = 0.27


def facility(tally: Tally) -> float:
    """The mean score of those asked. Raises ZeroDivisionError where nobody was."""
    return sum(people * score for (*_, score), people in tally.items()) / tally.total()


def correlation(pairs: Counter[tuple[float, float]]) -> float | None:
    """Pearson's, over pairs with how many people have each; None where either is the same for everybody."""
    people = pairs.total()
    if not people:
        return None
    first = sum(count * a for (a, _), count in pairs.items()) / people
    second = sum(count * b for (_, b), count in pairs.items()) / people
    together = sum(count * (a - first) * (b - second) for (a, b), count in pairs.items())
    squares = sum(count * (a - first) ** 2 for (a, _), count in pairs.items())
    other_squares = sum(count * (b - second) ** 2 for (_, b), count in pairs.items())
    spread = math.sqrt(squares * other_squares)
    return max(-1.0, min(1.0, together / spread)) if spread > people * 1e-12 else None


def tails_difference(tally: Tally) -> float:
    """Facility of the upper 27 % less that of the lower."""
    return tail_facility(tally, upper=True) - tail_facility(tally, upper=False)


def tail_facility(tally: Tally, *, upper: bool) -> float:
    """Facility among the 27 % who did best, or worst, at the whole paper."""
    people: Counter[float] = Counter()
    for (_, _, share, _), count in tally.items():
        people[share] += count
    weights = tail_weights(people, upper=upper)
    reached = sum(weights.get(share, 0) * count * score for (_, _, share, score), count in tally.items())
    return reached / (TAIL * tally.total())


def tail_weights(people: Counter[float], *, upper: bool) -> dict[float, float]:
    """By share of the paper: the part of those who have it that is in the tail, 1 for all of them."""
    left = TAIL * people.total()
    weights = {}
    for share in sorted(people, reverse=upper):
        weights[share] = min(1.0, left / people[share])
        left -= weights[share] * people[share]
        if left <= 0:
            break
    return weights
