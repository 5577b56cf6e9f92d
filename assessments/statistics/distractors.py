"""Which choices an item's wrong answers are, and who makes them.

A wrong choice does its work when it is chosen, and more often in the lower group than in the upper. The groups are those of
discrimination: the upper and the lower 27 % by the whole paper, and those between.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessments.statistics.facility import tail_weights
from assessments.statistics.sheets import Item, Offered


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice, and the share that made it: of everybody asked, and of each group."""

    option: Offered
    people: int
    share: float
    lower: float
    middle: float
    upper: float


def choices(counted: Counter[tuple[float, tuple[str, ...]]], item: Item) -> tuple[Choice, ...]:
    """How often each of an item's options was chosen; `counted` says how many have this share of the paper and chose this."""
    if not item.options:
        return ()
    people: Counter[float] = Counter()
    for (share, _), count in counted.items():
        people[share] += count
    lower, upper = tail_weights(people, upper=False), tail_weights(people, upper=True)
    middle = {share: 1 - lower.get(share, 0) - upper.get(share, 0) for share in people}
    return tuple(_choice(option, counted, people, (lower, middle, upper)) for option in item.options)


def _choice(
    option: Offered,
    counted: Counter[tuple[float, tuple[str, ...]]],
    people: Counter[float],
    groups: Sequence[Mapping[float, float]],
) -> Choice:
    chose: Counter[float] = Counter()
    for (share, ids), count in counted.items():
        if option.id in ids:
            chose[share] += count
    within = [_weighted(chose, weights) / (_weighted(people, weights) or 1) for weights in groups]
    return Choice(option, chose.total(), chose.total() / people.total(), *within)


def _weighted(counts: Counter[float], weights: Mapping[float, float]) -> float:
    return sum(count * weights.get(share, 0) for share, count in counts.items())
