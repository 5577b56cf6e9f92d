"""The outline plan: its actions by kind, and the risks on the table that no safety action answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from simulations.engine.knowing import Outcome, children_of, outcome
from simulations.engine.moment import Moment
from simulations.engine.planning import form
from simulations.engine.scenario.values import ChildId, FactId
from simulations.engine.scenario.vocabulary import FactKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """Actions that stand, by child and kind; and risks about a child for whom no safety action stands.

    `perhaps_without_safety` are such risks of which nobody knows whether they were said.
    """

    actions: Mapping[ChildId, Mapping[str, int]]
    risks_without_safety: tuple[FactId, ...]
    perhaps_without_safety: tuple[FactId, ...]


def planned(moment: Moment) -> Planned:
    """What the plan holds now, without what was withdrawn."""
    actions = actions_by_kind(moment)
    return Planned(
        actions=actions,
        risks_without_safety=_unanswered(moment, actions, "shared", "late"),
        perhaps_without_safety=_unanswered(moment, actions, "not-known"),
    )


def actions_by_kind(moment: Moment) -> dict[ChildId, dict[str, int]]:
    """How many actions of each kind that the plan's form has stand for each child."""
    kinds = form(moment.scenario).kinds
    counted = {child: dict.fromkeys(map(str, kinds), 0) for child in moment.scenario.family.children}
    for action in moment.state.plan.values():
        if not action.withdrawn:
            counted[action.child][action.kind] += 1
    return counted


def _unanswered(moment: Moment, actions: Mapping[ChildId, Mapping[str, int]], *wanted: Outcome) -> tuple[FactId, ...]:
    """The risks of which this became, about a child for whom the plan has no safety action."""
    if not moment.scenario.decisions:
        return ()
    unsafe = {child for child, kinds in actions.items() if not kinds.get("safety")}
    risks = (fact for fact in moment.scenario.facts.values() if fact.kind is FactKind.RISK)
    open_risks = (fact.id for fact in risks if unsafe.intersection(children_of(moment, fact.id)))
    return tuple(fact for fact in open_risks if outcome(moment, fact) in wanted)
