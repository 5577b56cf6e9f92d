"""How many people a figure needs before it is told. These are our defaults, not a standard's; each says its reason."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The fewest people behind a figure, and what an item has to do to be worth a second look."""

    share: int = 10  # a mean: with fewer, who knows the team knows who it was; boards hide below 10 too
    correlation: int = 30  # at 30 people a correlation of nought still wanders as far as ±0.36 by chance (95 %)
    comparison: int = 100  # in each of two groups: strata by score leave few people in each of some 20 strata
    hard: float = 0.2  # facility below which most guess, or the key is wrong
    easy: float = 0.95  # facility above which it tells nobody apart
    weak: float = 0.15  # correlation below which the item hardly goes with the rest
    idle: float = 0.05  # share below which a wrong choice does no work


DEFAULT_THRESHOLDS = Thresholds()
