"""How far two people agree who scored the same things apart: pure.

Three figures, since each alone misleads: how often they gave the same, how often they were one step apart at most, and
weighted kappa, which takes away what chance would have given them (Cohen 1968; weights by the squared distance, so that far
apart counts for more than a step). Each with the number of things it is about, and kappa only from enough of them on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

ENOUGH = 10
"""Our default: of fewer pairs kappa says more of chance than of people."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Shares from 0 to 1 of `pairs`; None where there is nothing to tell."""

    pairs: int
    same: float | None
    within_one: float | None
    kappa: float | None


def agreement(pairs: Sequence[tuple[int, int]], enough: int = ENOUGH) -> Agreement:
    if not pairs:
        return Agreement(0, None, None, None)
    apart = [abs(first - second) for first, second in pairs]
    return Agreement(
        pairs=len(pairs),
        same=sum(each == 0 for each in apart) / len(apart),
        within_one=sum(each <= 1 for each in apart) / len(apart),
        kappa=weighted_kappa(pairs) if len(pairs) >= enough else None,
    )


def weighted_kappa(pairs: Sequence[tuple[int, int]]) -> float | None:
    """1 is full agreement, 0 what chance gives, below it less than that. None where both gave everything the same score."""
    first, second = Counter(pair[0] for pair in pairs), Counter(pair[1] for pair in pairs)
    seen = sum((one - other) ** 2 for one, other in pairs) / len(pairs)
    by_chance = (
        sum(times * others * (one - other) ** 2 for one, times in first.items() for other, others in second.items())
        / len(pairs) ** 2
    )
    return 1 - seen / by_chance if by_chance else None
