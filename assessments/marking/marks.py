"""What marking gives: a share of one question, and what becomes of a paper's shares together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from msgspec import Struct

ENOUGH = 1e-9  # shares are sums of fractions: three thirds are one


class Mark(Struct, frozen=True):
    """`share` of a question that is right, from 0 to 1, and of its parts by name.

    `awaits_person`: nobody has read it yet, and until then it earns nothing. `counts`: False where there is no right
    answer, as with a scale that no panel has judged.
    """

    share: float
    parts: dict[str, float] = {}
    awaits_person: bool = False
    counts: bool = True

    @property
    def right(self) -> bool:
        return self.share >= 1 - ENOUGH


NOTHING = Mark(0.0)


@dataclass(frozen=True)
class MarkedQuestion:
    """A question of a paper with its mark: `key` is the question's, `outcome` what it shows, empty where nothing is said."""

    key: str
    outcome: str
    mark: Mark


@dataclass(frozen=True)
class Points:
    points: float
    out_of: int

    def reaches(self, needed: float) -> bool:
        return self.points >= needed - ENOUGH


@dataclass(frozen=True)
class PassRule:
    """How many points pass a paper, and which share of the points of an outcome, where one is asked for."""

    points: float
    outcomes: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Result:
    """A paper's marks. Each question that counts is one point."""

    marked: tuple[MarkedQuestion, ...]
    rule: PassRule

    @property
    def total(self) -> Points:
        return sum_up(self.marked)

    @property
    def points(self) -> float:
        return self.total.points

    @property
    def out_of(self) -> int:
        return self.total.out_of

    @property
    def awaiting(self) -> int:
        """How many answers a person has still to mark."""
        return sum(each.mark.awaits_person for each in self.marked)

    @property
    def outcomes(self) -> dict[str, Points]:
        """In the order in which the outcomes first come."""
        names = dict.fromkeys(each.outcome for each in self.marked if each.outcome)
        return {name: sum_up(tuple(each for each in self.marked if each.outcome == name)) for name in names}

    @property
    def passed(self) -> bool | None:
        """None while somebody has still to mark an answer."""
        if self.awaiting:
            return None
        return self.total.reaches(self.rule.points) and all(self.shows(name) for name in self.outcomes)

    def shows(self, outcome: str) -> bool:
        """Whether enough of an outcome was right; always where no share is asked for."""
        found = self.outcomes[outcome]
        return found.reaches(self.rule.outcomes.get(outcome, 0) * found.out_of)


def sum_up(marked: tuple[MarkedQuestion, ...]) -> Points:
    counting = [each.mark.share for each in marked if each.mark.counts]
    return Points(round(sum(counting), 6), len(counting))
