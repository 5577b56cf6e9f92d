"""What the debrief shows, counted from what happened: for the group, never a score for a person.

The pool rate is of the critical facts of this variant, how many were shared before the first view in a decision
phase on a child they are about; a range while any is not known. The use rate is of the critical facts that were
shared, how many the reasons of views rest on. Family and child seats are not measured.
"""

from dataclasses import dataclass
from datetime import timedelta

from simulations.engine.holding import Judgement, breached, found
from simulations.engine.knowing import Outcome, outcome
from simulations.engine.moment import Moment
from simulations.engine.scenario.values import FactId, PhaseId, PitfallId
from simulations.engine.sections import PoolRate
from simulations.engine.state import ViewRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Everything counted, by the scenario's ids. `pitfalls` has the ones with a condition: found, not found, not known."""

    outcomes: dict[FactId, Outcome]
    pool: PoolRate
    use_rate: float | None
    pitfalls: dict[PitfallId, Judgement]
    breaches: tuple[FactId, ...]
    times: dict[PhaseId, timedelta]

    def with_outcome(self, *wanted: Outcome) -> tuple[FactId, ...]:
        """The facts of which this became, in the file's order."""
        return tuple(fact for fact, became in self.outcomes.items() if became in wanted)


def measure(moment: Moment) -> Measures:
    """All measures of a conference as it stands."""
    outcomes = {fact: outcome(moment, fact) for fact in moment.scenario.facts}
    pitfalls = moment.scenario.debrief.pitfalls.values()
    return Measures(
        outcomes=outcomes,
        pool=pool_rate(moment),
        use_rate=use_rate(moment),
        pitfalls={pitfall.id: found(pitfall.when, moment) for pitfall in pitfalls if pitfall.when is not None},
        breaches=tuple(fact for fact in outcomes if breached(moment, fact)),
        times=phase_times(moment),
    )


def pool_rate(moment: Moment) -> PoolRate:
    """How much of what mattered was on the table in time."""
    became = [outcome(moment, fact) for fact in moment.scenario.critical_facts()]
    shared, unknown, critical = became.count("shared"), became.count("not-known"), len(became)
    return PoolRate(
        shared=shared,
        not_known=unknown,
        critical=critical,
        lowest=rate(shared, critical),
        highest=rate(shared + unknown, critical),
    )


def rate(part: int, whole: int) -> float | None:
    """A share of the whole, 0 to 1 to two places; None of nothing."""
    return round(part / whole, 2) if whole else None


def use_rate(moment: Moment) -> float | None:
    """How many of the shared critical facts the reasons of views rest on."""
    shared = {fact for fact in moment.scenario.critical_facts() if outcome(moment, fact) in ("shared", "late")}
    rested_on = {fact for view in moment.state.views.values() for fact in _facts_of(moment, view)}
    return rate(len(shared & rested_on), len(shared))


def _facts_of(moment: Moment, view: ViewRecord) -> set[FactId]:
    facts = (moment.fact_in(passage) for passage in view.because)
    return {fact for fact in facts if fact is not None}


def phase_times(moment: Moment) -> dict[PhaseId, timedelta]:
    """How long each phase took on the conference's clock, in the order they were held."""
    starts = list(moment.state.began.items())
    ends = [*(began for _, began in starts[1:]), moment.elapsed]
    return {phase: end - began for (phase, began), end in zip(starts, ends, strict=False)}
