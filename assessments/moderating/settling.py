"""What two markers' points come to, and when a third person is needed: pure.

Points are by criterion of the rubric. Two sheets that differ by no more than the rubric's tolerance, in all and at each
criterion, are settled by their mean, half points as they fall; otherwise somebody who saw both decides.
"""

from __future__ import annotations

from collections.abc import Mapping

Points = Mapping[str, int]


def differ_too_much(first: Points, second: Points, tolerance: int) -> bool:
    """By more than `tolerance` in all, or at any one criterion: two mistakes that cancel out are still two."""
    apart = [abs(first[name] - second[name]) for name in first]
    return abs(sum(first.values()) - sum(second.values())) > tolerance or max(apart, default=0) > tolerance


def mean_share(first: Points, second: Points, most: int) -> float:
    """From 0 to 1 of the rubric's points."""
    return (sum(first.values()) + sum(second.values())) / (2 * most) if most else 0.0
