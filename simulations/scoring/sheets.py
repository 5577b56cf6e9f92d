"""What each gave at a line of the rubric, how far they agree, and what they came to together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from django.db import transaction
from django.utils.translation import get_language

from assessments.moderating.agreement import Agreement, agreement
from simulations.engine.scenario.debrief import Criterion
from simulations.engine.scenario.values import CriterionId
from simulations.engine.state import ConferenceState
from simulations.models import AgreedScore, Conference


@dataclass(frozen=True)
class Line:
    """`own` is what the reader gave; `given` what everybody gave, lowest first and under nobody's name."""

    criterion: Criterion
    own: int | None
    given: tuple[int, ...]
    agreed: int | None

    @property
    def differs(self) -> bool:
        return len(set(self.given)) > 1

    @property
    def words(self) -> str:
        return self.criterion.text.in_language(get_language() or "en")


def lines(
    rubric: Mapping[CriterionId, Criterion], state: ConferenceState, scorer: str, agreed: Mapping[str, int]
) -> list[Line]:
    return [
        Line(
            each,
            state.scores.get((scorer, each.id)),
            tuple(sorted(level for (_who, criterion), level in state.scores.items() if criterion == each.id)),
            agreed.get(each.id),
        )
        for each in rubric.values()
    ]


def how_far_they_agree(state: ConferenceState) -> Agreement:
    """Over every line, each two of those who scored it."""
    scorers = sorted({who for who, _criterion in state.scores})
    criteria = sorted({criterion for _who, criterion in state.scores})
    both = [
        (state.scores.get((one, criterion)), state.scores.get((other, criterion)))
        for criterion in criteria
        for one, other in combinations(scorers, 2)
    ]
    return agreement([(first, second) for first, second in both if first and second])


def agreed_of(conference: Conference) -> dict[str, int]:
    return dict(AgreedScore.objects.filter(conference=conference).values_list("criterion", "level"))


@transaction.atomic
def agree_on(conference: Conference, levels: Mapping[str, int]) -> None:
    """What is said again takes the place of what was said before; what is left out goes."""
    AgreedScore.objects.filter(conference=conference).delete()
    AgreedScore.objects.bulk_create(
        AgreedScore(conference=conference, criterion=criterion, level=level) for criterion, level in levels.items()
    )
