"""Whether a condition can ever hold in a scenario, by the file alone: the phases come in their order, and only some seats,
facts and decisions can bring about what it waits for.

Each kind of condition has the stretch of phases in which it may hold, or the reason why it never does. Nothing is told
impossible that a person at the table, the chair or the facilitator could still bring about.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from simulations.engine.scenario import conditions
from simulations.engine.scenario.checks.reasons import (
    ANOTHER_CHOICE,
    HOLDS_NOTHING,
    NEVER_OPENS,
    NEVER_THERE,
    NO_TABLE,
    NOBODY_TO_HEAR,
    NONE_OF_THEM,
    NOT_DECIDED,
    NOT_IN_VARIANT,
    NOT_PLANNED,
    NOT_THEN,
    NOT_WITHHELD,
    ONE_CHILD,
    OPPOSITES,
    OVER_BY_THEN,
    SHARED_AND_NOT,
    TOO_FEW_VIEWS,
    TWO_PHASES,
    Reason,
)
from simulations.engine.scenario.conditions import Condition
from simulations.engine.scenario.meeting import Phase, PlanForm
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import FactId, OptionId, PhaseId, SeatId
from simulations.engine.scenario.vocabulary import AT_THE_TABLE, PLANNING, Agenda


@dataclass(frozen=True, slots=True)
class Stretch:
    """The phases in which something may hold, by their numbers from 0: the first and the last."""

    first: int
    last: int


Judged: TypeAlias = Stretch | Reason
LOOKED_AT = (
    "variants",
    *("family.children.*.id", "family.adults.*.id", "family.adults.*.variants"),
    *("seats.*.part", "seats.*.of", "seats.*.present"),
    *("papers.*.held_by", "papers.*.passages", "papers.*.variants"),
    *("facts.*.withhold", "facts.*.variants"),
    *("phases.*.id", "phases.*.agenda", "phases.*.decide"),
    *("injects.*.to", "injects.*.deal", "injects.*.effect", "injects.*.ask", "injects.*.variants"),
    *("decisions.*.options", "plan.kinds"),
)
"""What `when` looks at: where some of it is lost, nothing can be said of a condition."""


def why_never(condition: Condition, scenario: Scenario) -> Reason | None:
    """Why a condition can never hold in a scenario, or None where nothing in the file speaks against it."""
    judged = when(condition, scenario)
    return None if isinstance(judged, Stretch) else judged


def when(condition: Condition, scenario: Scenario) -> Judged:
    """The phases in which a condition may hold, or why it never does."""
    judge = JUDGES.get(type(condition))
    return judge(condition, scenario) if judge else _any_time(scenario)


def never_there(scenario: Scenario) -> frozenset[SeatId]:
    """The family seats that start outside and that no inject lets arrive. An agency's can be telephoned."""
    arriving = {seat for inject in scenario.injects.values() if inject.effect for seat in inject.effect.arrive}
    outside = (seat for seat in scenario.seats.values() if not seat.present and seat.part.is_family)
    return frozenset(seat.id for seat in outside if seat.id not in arriving)


def pinned_phase(condition: Condition) -> PhaseId | None:
    """The phase that must be on for a condition to hold, where it names one."""
    return next((part.phase for part in _parts(condition) if isinstance(part, conditions.PhaseIs)), None)


def _any_time(scenario: Scenario) -> Stretch:
    return Stretch(0, len(scenario.phases) - 1)


def _from_first(scenario: Scenario, wanted: Callable[[Phase], bool], otherwise: Reason) -> Judged:
    """From the first phase of a kind to the end, or the reason where there is none."""
    number = next((number for number, phase in enumerate(scenario.phases) if wanted(phase)), None)
    return otherwise if number is None else Stretch(number, len(scenario.phases) - 1)


def _at_the_table(scenario: Scenario) -> Judged:
    return _from_first(scenario, lambda phase: phase.agenda in AT_THE_TABLE, NO_TABLE)


# Several at once


def _parts(condition: Condition) -> Iterator[Condition]:
    """All that must hold at the same time."""
    if isinstance(condition, conditions.AllOf):
        for part in condition.of:
            yield from _parts(part)
    else:
        yield condition


def _all_of(condition: conditions.AllOf, scenario: Scenario) -> Judged:
    parts = list(_parts(condition))
    if reason := _against_each_other(parts):
        return reason
    first, last = 0, len(scenario.phases) - 1
    for part in parts:
        judged = when(part, scenario)
        if not isinstance(judged, Stretch):
            return judged
        first, last = max(first, judged.first), min(last, judged.last)
    return Stretch(first, last) if first <= last else OVER_BY_THEN


def _against_each_other(parts: list[Condition]) -> Reason | None:
    phases = {part.phase for part in parts if isinstance(part, conditions.PhaseIs)}
    unshared = {fact for part in parts if isinstance(part, conditions.Unshared) for fact in part.facts}
    choices = {(part.inject, part.choice) for part in parts if isinstance(part, conditions.Chose)}
    if len(phases) > 1:
        return TWO_PHASES
    if unshared & set(_shared_by_then(parts)):
        return SHARED_AND_NOT
    if len({inject for inject, _ in choices}) < len(choices):
        return ANOTHER_CHOICE
    return OPPOSITES if any(isinstance(part, conditions.Not) and part.of in parts for part in parts) else None


def _shared_by_then(parts: list[Condition]) -> Iterator[FactId]:
    for part in parts:
        if isinstance(part, conditions.Shared):
            yield from part.facts
        if isinstance(part, conditions.SharedIn | conditions.Paraphrased | conditions.Breach):
            yield part.fact


def _any_of(condition: conditions.AnyOf, scenario: Scenario) -> Judged:
    if not condition.of:
        return NOT_IN_VARIANT
    found = [judged for part in condition.of if isinstance(judged := when(part, scenario), Stretch)]
    if not found:
        return NONE_OF_THEM
    return Stretch(min(each.first for each in found), max(each.last for each in found))


# Phases and time


def _phase(condition: conditions.PhaseIs, scenario: Scenario) -> Judged:
    number = _number(condition.phase, scenario)
    return Stretch(number, number)


def _after(condition: conditions.After, scenario: Scenario) -> Judged:
    if condition.phase is None:
        return _from_first(scenario, lambda phase: phase.agenda is Agenda.OPENING, NEVER_OPENS)
    return Stretch(_number(condition.phase, scenario), len(scenario.phases) - 1)


def _number(phase: PhaseId, scenario: Scenario) -> int:
    return next(number for number, each in enumerate(scenario.phases) if each.id == phase)


# Facts and seats


def _shared(condition: conditions.Shared, scenario: Scenario) -> Judged:
    return next(filter(None, (_why_unsaid(fact, scenario) for fact in condition.facts)), None) or _at_the_table(
        scenario
    )


def _of_a_fact(condition: conditions.Paraphrased | conditions.Asked, scenario: Scenario) -> Judged:
    return _why_unsaid(condition.fact, scenario) or _at_the_table(scenario)


def _shared_in(condition: conditions.SharedIn, scenario: Scenario) -> Judged:
    if reason := _why_unsaid(condition.fact, scenario):
        return reason
    if condition.phase is None:
        return _at_the_table(scenario)
    if scenario.phase(condition.phase).agenda not in AT_THE_TABLE:
        return NOT_THEN
    return Stretch(_number(condition.phase, scenario), len(scenario.phases) - 1)


def _breach(condition: conditions.Breach, scenario: Scenario) -> Judged:
    withhold = scenario.facts[condition.fact].withhold
    if withhold is None:
        return NOT_WITHHELD
    effects = [inject.effect for inject in scenario.injects.values() if inject.effect]
    beside = {str(adult) for effect in effects for adult in effect.beside.values()}
    there = [seat for seat in scenario.seats.values() if seat.id not in never_there(scenario)]
    hearing = {str(name) for seat in there for name in (seat.id, seat.of) if name} | beside
    if hearing.isdisjoint(map(str, withhold.from_)):
        return NOBODY_TO_HEAR
    return _why_unsaid(condition.fact, scenario) or _at_the_table(scenario)


def _why_unsaid(fact: FactId, scenario: Scenario) -> Reason | None:
    """Why a fact can never be said: only seats hold it that never come, and no inject brings it."""
    given = scenario.dealt_papers()
    papers = [paper for paper in scenario.papers.values() if any(each.fact == fact for each in paper.passages)]
    away = never_there(scenario)
    if not papers or any(paper.id in given or away.isdisjoint(paper.held_by) for paper in papers):
        return None
    return None if any(set(paper.held_by) - away for paper in papers) else NEVER_THERE


def _last_to_share(condition: conditions.LastToShare, scenario: Scenario) -> Judged:
    return _of_a_seat(condition, scenario) if scenario.facts_of(condition.seat) else HOLDS_NOTHING


def _of_a_seat(condition: conditions.Spoken | conditions.LastToShare, scenario: Scenario) -> Judged:
    return NEVER_THERE if condition.seat in never_there(scenario) else _at_the_table(scenario)


def _chose(condition: conditions.Chose, scenario: Scenario) -> Judged:
    question = scenario.injects[condition.inject].ask
    if question is not None and question.of in never_there(scenario):
        return NEVER_THERE
    return _any_time(scenario)


# Deciding and planning


def _viewed(condition: conditions.Viewed, scenario: Scenario) -> Judged:
    if condition.at_least > len(scenario.seats_giving_views()):
        return TOO_FEW_VIEWS
    return _with_option(condition.decision, scenario)


def _decided(condition: conditions.Decided, scenario: Scenario) -> Judged:
    return _with_option(condition.decision, scenario)


def _same_categories(condition: conditions.SameCategories, scenario: Scenario) -> Judged:
    if not condition.same and len(scenario.family.children) < 2:
        return ONE_CHILD
    return _from_first(scenario, lambda phase: bool(phase.decide), NOT_DECIDED)


def _with_option(option: OptionId, scenario: Scenario) -> Judged:
    return _from_first(
        scenario,
        lambda phase: any(option in scenario.decisions[decision].options for decision in phase.decide),
        NOT_DECIDED,
    )


def _plan_has(condition: conditions.PlanHas, scenario: Scenario) -> Judged:
    kinds = (scenario.plan or PlanForm()).kinds
    if condition.kind is not None and condition.kind not in kinds:
        return NOT_PLANNED
    return _from_first(scenario, lambda phase: phase.agenda in PLANNING, NOT_PLANNED)


JUDGES: Mapping[type, Callable[[Any, Scenario], Judged]] = {
    conditions.AllOf: _all_of,
    conditions.AnyOf: _any_of,
    conditions.PhaseIs: _phase,
    conditions.After: _after,
    conditions.Shared: _shared,
    conditions.Paraphrased: _of_a_fact,
    conditions.Asked: _of_a_fact,
    conditions.SharedIn: _shared_in,
    conditions.Breach: _breach,
    conditions.LastToShare: _last_to_share,
    conditions.Spoken: _of_a_seat,
    conditions.Chose: _chose,
    conditions.Viewed: _viewed,
    conditions.Decided: _decided,
    conditions.SameCategories: _same_categories,
    conditions.PlanHas: _plan_has,
}
"""Each takes the one type it stands under, which a mapping cannot say; what is not here may hold at any time."""
