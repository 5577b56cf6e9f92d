"""Whether people are as sure as they are right: a confidence of 8 is read as "right eight times in ten".

By bands of confidence the share that was right; over all the Brier score (the mean square of how far sureness was from what
came out: 0 is perfect, 0.25 what always saying 5 gives) and the mean confidence less the share right, above 0 where people
are too sure. Right means full marks.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from assessments.statistics.differing import FULL
from assessments.statistics.sheets import Sheet
from assessments.statistics.thresholds import Thresholds

BANDS = ((0, 2), (3, 4), (5, 6), (7, 8), (9, 10))
SURE = 10

Said = tuple[int, bool]
"""How sure, and whether it was right."""


@dataclass(frozen=True, slots=True)
class Band:
    """Answers given with a confidence from `low` to `high`; the shares are None with too few people behind them."""

    low: int
    high: int
    people: int
    answers: int
    sure: float | None
    right: float | None


@dataclass(frozen=True, slots=True)
class Calibration:
    people: int
    answers: int
    brier: float
    too_sure: float  # below 0: not sure enough
    bands: tuple[Band, ...]


def calibration(sheets: Sequence[Sheet], limits: Thresholds) -> Calibration | None:
    """None with too few people who said how sure they were."""
    said, levels = _said(sheets), [set(sheet.confidence) - {None} for sheet in sheets]
    people, answers = sum(map(bool, levels)), said.total()
    if people < limits.share:
        return None
    brier = sum(count * (sure / SURE - right) ** 2 for (sure, right), count in said.items()) / answers
    too_sure = sum(count * (sure / SURE - right) for (sure, right), count in said.items()) / answers
    return Calibration(people, answers, brier, too_sure, tuple(_band(said, levels, *ends, limits) for ends in BANDS))


def _said(sheets: Sequence[Sheet]) -> Counter[Said]:
    """How many answers were given so sure, and were right or not."""
    pairs = (zip(sheet.confidence, sheet.scores, strict=False) for sheet in sheets)
    counted: Counter[tuple[int | None, float | None]] = Counter(chain.from_iterable(pairs))
    said: Counter[Said] = Counter()
    for (sure, score), answers in counted.items():
        if sure is not None and score is not None:
            said[sure, score >= FULL] += answers
    return said


def _band(said: Counter[Said], levels: list[set[int | None]], low: int, high: int, limits: Thresholds) -> Band:
    within = {each: count for each, count in said.items() if low <= each[0] <= high}
    people = sum(not own.isdisjoint(range(low, high + 1)) for own in levels)
    answers = sum(within.values())
    if people < limits.share:
        return Band(low, high, people, answers, None, None)
    sure = sum(count * sure for (sure, _), count in within.items()) / (SURE * answers)
    return Band(low, high, people, answers, sure, sum(count for (_, right), count in within.items() if right) / answers)
