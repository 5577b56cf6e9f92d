"""What the debrief shows, counted from what happened: for the group, never a score for a person.

Each measure is a small function of a moment in the module of its area: `pooling` (what was put on the table, and
when), `weighing` (concern, views, pitfalls, dissent), `planned` (the outline plan), `looked_back` (the plan under review) and `lasting` (time and turns). `occasions` tells where a pitfall happened.
What nobody can know makes a range or a None, never a "no". docs/measures.md defines every one of them; a test holds
the two together. Family and child seats are not measured, and what a script said counts on the table and for nobody.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

import msgspec

from simulations.engine.holding import Judgement
from simulations.engine.knowing import Outcome
from simulations.engine.measures.lasting import Speaking, Turns, adjourned, phase_times, speaking, turns
from simulations.engine.measures.looked_back import Reviewed, reviewed
from simulations.engine.measures.occasions import occasion
from simulations.engine.measures.planned import Planned, planned
from simulations.engine.measures.pooling import (
    Voice,
    breaches,
    late_rate,
    outcomes,
    pool_rate,
    said_by_scripts,
    use_rate,
    voices,
)
from simulations.engine.measures.weighing import Dissents, Shift, dissents, pitfalls, shifts
from simulations.engine.moment import Moment
from simulations.engine.scenario.values import ChildId, FactId, PhaseId, PitfallId
from simulations.engine.sections import PoolRate, RateRange

K = TypeVar("K")

__all__ = [
    "Measures", "measure", "occasion", "phase_times", "pitfalls", "plain", "planned", "pool_rate", "reviewed", "shifts", "speaking", "turns", "use_rate",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Everything counted, by the scenario's ids. `speaking` is None where speech was not typed, `turns` where no audio is here."""

    outcomes: dict[FactId, Outcome]
    pool: PoolRate
    use: RateRange
    late: RateRange
    by_scripts: tuple[FactId, ...]
    withheld: dict[FactId, Judgement]
    voices: tuple[Voice, ...]
    shifts: dict[ChildId, Shift]
    pitfalls: dict[PitfallId, Judgement]
    plan: Planned
    reviewed: Reviewed | None
    dissents: Dissents
    adjourned: bool
    times: dict[PhaseId, timedelta]
    speaking: Speaking | None
    turns: Turns | None

    @property
    def breaches(self) -> tuple[FactId, ...]:
        """The facts that were said before somebody they were withheld from."""
        return _judged(self.withheld, True)

    def with_outcome(self, *wanted: Outcome) -> tuple[FactId, ...]:
        """The facts of which this became, in the file's order."""
        return tuple(fact for fact, became in self.outcomes.items() if became in wanted)


def measure(moment: Moment) -> Measures:
    """All measures of a conference as it stands."""
    return Measures(
        outcomes=outcomes(moment),
        pool=pool_rate(moment),
        use=use_rate(moment),
        late=late_rate(moment),
        by_scripts=said_by_scripts(moment),
        withheld=breaches(moment),
        voices=voices(moment),
        shifts=shifts(moment),
        pitfalls=pitfalls(moment),
        plan=planned(moment),
        reviewed=reviewed(moment),
        dissents=dissents(moment),
        adjourned=adjourned(moment),
        times=phase_times(moment),
        speaking=speaking(moment),
        turns=turns(moment),
    )


def plain(measures: Measures) -> dict[str, object]:
    """The measures as JSON has them, by the names that docs/measures.md defines; nothing in it is about one person."""
    return {
        "pool_rate": measures.pool.lowest,
        "pool_rate_at_most": measures.pool.highest,
        "use_rate": measures.use.lowest,
        "use_rate_at_most": measures.use.highest,
        "late_rate": measures.late.lowest,
        "late_rate_at_most": measures.late.highest,
        "shared": list(measures.with_outcome("shared", "late")),
        "late": list(measures.with_outcome("late")),
        "never_shared": list(measures.with_outcome("never-shared")),
        "not_known": list(measures.with_outcome("not-known")),
        "said_by_scripts": list(measures.by_scripts),
        "breaches": list(measures.breaches),
        "breaches_not_known": list(_judged(measures.withheld, None)),
        "voices": {each.fact: {"outcome": each.outcome, "languages": list(each.languages)} for each in measures.voices},
        "concerns": {child: shift.plain() for child, shift in measures.shifts.items()},
        "pitfalls": list(_judged(measures.pitfalls, True)),
        "pitfalls_not_known": list(_judged(measures.pitfalls, None)),
        "plan": {child: dict(kinds) for child, kinds in measures.plan.actions.items()},
        "risks_without_safety": list(measures.plan.risks_without_safety),
        "risks_without_safety_not_known": list(measures.plan.perhaps_without_safety),
        "reviewed": msgspec.to_builtins(measures.reviewed),
        "dissents": measures.dissents.recorded,
        "dissents_settled": measures.dissents.settled,
        "adjourned": measures.adjourned,
        "times": {phase: int(took.total_seconds()) for phase, took in measures.times.items()},
        "speaking": measures.speaking.plain() if measures.speaking else None,
        "turns": measures.turns.plain() if measures.turns else None,
    }


def _judged(judgements: dict[K, Judgement], wanted: Judgement) -> tuple[K, ...]:
    return tuple(each for each, judged in judgements.items() if judged is wanted)
