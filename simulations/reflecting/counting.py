"""What a group sees of what its people answered: how many chose what, from five answers on, once the room is closed.

Until it is closed nothing is told, so that nobody watches a count go up by one and knows whose answer that was. Words stand in
an order of their own that says nothing of when they came.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from simulations.models import Conference, Confidence, Reaction, Use
from simulations.reflecting.statements import STATEMENTS, SURE, USED, USEFUL

FEWEST = 5
"""Answers of fewer people are not told."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many chose each answer, by its key; `chosen` is None where too few answered to tell."""

    answers: int
    chosen: dict[str, int] | None

    def plain(self) -> dict[str, object]:
        """As JSON has it: nothing at all of a count that is too small to tell."""
        return {"answers": self.answers if self.chosen is not None else None, "chosen": self.chosen}


@dataclass(frozen=True, slots=True)
class Group:
    """Everything that may be told of what a group's people answered."""

    confidence: dict[str, dict[str, Counted]]
    """By statement, by when."""
    useful: Counted
    served: Counted
    used: Counted
    words: list[Reaction] = field(default_factory=list)

    @property
    def tells_anything(self) -> bool:
        """Whether enough people answered anything."""
        counts = [each for by_when in self.confidence.values() for each in by_when.values()]
        return any(each.chosen is not None for each in (*counts, self.useful, self.served, self.used))

    def plain(self) -> dict[str, object]:
        """The counts as JSON has them; no words."""
        confidence = {
            statement: {when: counted.plain() for when, counted in by_when.items()}
            for statement, by_when in self.confidence.items()
        }
        return {
            "fewest": FEWEST,
            "confidence": confidence,
            "useful": self.useful.plain(),
            "language_as_wanted": self.served.plain(),
            "used_after_two_weeks": self.used.plain(),
        }


def counted(answers: Iterable[str], keys: Iterable[str], people: int | None = None) -> Counted:
    """So many of each answer. `people` is how many answered, where one may choose several."""
    given = list(answers)
    number = len(given) if people is None else people
    if number < FEWEST:
        return Counted(number, None)
    found = Counter(given)
    return Counted(number, {key: found[key] for key in keys})


def group(conference: Conference) -> Group:
    """What the people of a conference answered, as far as it may be told."""
    closed = conference.state == Conference.State.CLOSED
    reactions = list(Reaction.objects.filter(conference=conference).order_by("pk")) if closed else []
    uses = list(Use.objects.filter(conference=conference).values_list("used", flat=True)) if closed else []
    return Group(
        confidence=_confidence(conference) if closed else {},
        useful=counted([str(each.useful) for each in reactions if each.useful], map(str, USEFUL)),
        served=counted([each.served for each in reactions if each.served], Reaction.Served.values),
        used=counted((each for used in uses for each in used), USED, people=len(uses)),
        words=[each for each in reactions if each.helped or each.change] if _enough_wrote(reactions) else [],
    )


def _enough_wrote(reactions: list[Reaction]) -> bool:
    """Words are told where enough people wrote some: of few, their way of writing would tell whose they are."""
    return sum(bool(each.helped or each.change) for each in reactions) >= FEWEST


def _confidence(conference: Conference) -> dict[str, dict[str, Counted]]:
    rows = Confidence.objects.filter(participant__conference=conference).values_list("statement", "when", "level")
    given: dict[tuple[str, str], list[str]] = {}
    for statement, when, level in rows:
        given.setdefault((statement, when), []).append(str(level))
    return {
        statement: {
            str(when): counted(given.get((statement, str(when)), []), map(str, SURE)) for when in Confidence.When.values
        }
        for statement in STATEMENTS
    }
