"""When an item is worth reading again. Each is a reason to look, not a verdict; none is told where its figure is not."""

from collections.abc import Iterable, Iterator
from enum import Enum

from assessments.statistics.differing import Difference, Size
from assessments.statistics.distractors import Choice
from assessments.statistics.thresholds import Thresholds


class Worry(Enum):
    """What may be wrong with an item."""

    HARD = "hard"
    EASY = "easy"
    BACKWARDS = "backwards"  # who does well at the rest does worse here: the key may be wrong
    WEAK = "weak"
    IDLE_CHOICE = "idle-choice"  # hardly anybody takes a wrong choice
    DRAWS_THE_BEST = "draws-the-best"  # a wrong choice is taken more by the upper group than by the lower
    DIFFERS = "differs"  # it is harder for one group than for equals of another


def worries(
    facility: float | None,
    correlation: float | None,
    choices: Iterable[Choice],
    differences: Iterable[Difference],
    limits: Thresholds,
) -> tuple[Worry, ...]:
    """Each at most once, in the order of the enumeration."""
    found = {
        *_of_facility(facility, limits),
        *_of_correlation(correlation, limits),
        *_of_choices(choices, limits),
        *(Worry.DIFFERS for each in differences if each.size is not Size.NEGLIGIBLE),
    }
    return tuple(each for each in Worry if each in found)


def _of_facility(facility: float | None, limits: Thresholds) -> Iterator[Worry]:
    if facility is not None and facility < limits.hard:
        yield Worry.HARD
    if facility is not None and facility > limits.easy:
        yield Worry.EASY


def _of_correlation(correlation: float | None, limits: Thresholds) -> Iterator[Worry]:
    if correlation is not None and round(correlation, 2) < 0:  # as it is shown: what reads 0.00 does not run backwards
        yield Worry.BACKWARDS
    elif correlation is not None and correlation < limits.weak:
        yield Worry.WEAK


def _of_choices(choices: Iterable[Choice], limits: Thresholds) -> Iterator[Worry]:
    for choice in choices:
        if not choice.option.right and choice.share < limits.idle:
            yield Worry.IDLE_CHOICE
        elif not choice.option.right and choice.upper > choice.lower:
            yield Worry.DRAWS_THE_BEST
