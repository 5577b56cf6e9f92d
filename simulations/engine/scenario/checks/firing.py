"""Injects and beats that can never fire: the plain cases, where the condition contradicts itself or the file.

What only the course of a conference can decide is left to it.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from simulations.engine.scenario import conditions
from simulations.engine.scenario.conditions import Condition
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.notebook import Notebook
from simulations.engine.scenario.vocabulary import Agenda

Reason: TypeAlias = tuple[str, str]
"""Why, in English and in Welsh."""

NEVER_OPENS = (
    "there is no phase with the agenda opening to count from",
    "nid oes cam â'r agenda opening i gyfrif ohono",
)
TWO_PHASES = ("two phases are never on at once", "nid yw dau gam byth ymlaen ar yr un pryd")
SHARED_AND_NOT = ("a fact cannot be shared and unshared", "ni all ffaith fod wedi'i rhannu a heb ei rhannu")
NOT_WITHHELD = ("the fact is withheld from nobody", "nid yw'r ffaith yn cael ei chadw oddi wrth neb")
HOLDS_NOTHING = ("that seat holds no facts", "nid yw'r sedd honno'n dal unrhyw ffaith")
TOO_FEW_VIEWS = ("fewer seats than that give a view", "mae llai o seddi na hynny'n rhoi barn")
NOTHING_DECIDED = ("no phase decides anything", "nid oes cam yn penderfynu dim")
NOT_IN_VARIANT = ("what it waits for does not exist there", "nid yw'r hyn y mae'n aros amdano'n bod yno")
NONE_OF_THEM = ("none of the parts of any can hold", "ni all unrhyw ran o any fod yn wir")


def check(scenarios: dict[str, Scenario], whole: Scenario, notebook: Notebook) -> None:
    """Note injects and beats that cannot fire, once each, with the reason found first."""
    if not notebook.sound(
        "injects", "scripts", "phases", "facts", "papers", "seats", "decisions", "variants", "debrief"
    ):
        return
    for inject in whole.injects.values():
        if inject.when is None and not inject.manual:
            notebook.error("inject-needs-when", f"injects.{inject.id}")
    found: dict[str, tuple[Reason, list[str]]] = {}
    for variant, scenario in scenarios.items():
        for path, condition in _waiting(scenario):
            if reason := why_never(condition, scenario):
                found.setdefault(path, (reason, []))[1].append(variant)
    for path, (reason, variants) in found.items():
        which = ", ".join(f"“{name}”" for name in variants) if len(variants) < len(scenarios) else ""
        english, welsh = (f" (variant: {which})", f" (amrywiad: {which})") if which else ("", "")
        details = {"reason_en": reason[0], "reason_cy": reason[1], "variant_en": english, "variant_cy": welsh}
        notebook.error("never-fires", path, None, "", **details)


def why_never(condition: Condition, scenario: Scenario) -> Reason | None:
    """Why a condition can never hold in a scenario, or None where nothing plain speaks against it."""
    judge = REASONS.get(type(condition))
    return judge(condition, scenario) if judge else None


def _waiting(scenario: Scenario) -> Iterator[tuple[str, Condition]]:
    for inject in scenario.injects.values():
        if inject.when is not None:
            yield f"injects.{inject.id}.when", inject.when
    for beats in scenario.scripts.values():
        for beat in beats:
            yield f"scripts.{beat.id}.when", beat.when
    for pitfall in scenario.debrief.pitfalls.values():
        if pitfall.when is not None:
            yield f"debrief.pitfalls.{pitfall.id}.when", pitfall.when


def _all_of(condition: Condition, scenario: Scenario) -> Reason | None:
    parts = condition.of if isinstance(condition, conditions.AllOf) else ()
    phases = {part.phase for part in parts if isinstance(part, conditions.PhaseIs)}
    shared = {fact for part in parts if isinstance(part, conditions.Shared) for fact in part.facts}
    unshared = {fact for part in parts if isinstance(part, conditions.Unshared) for fact in part.facts}
    if len(phases) > 1:
        return TWO_PHASES
    if shared & unshared:
        return SHARED_AND_NOT
    return next((reason for part in parts if (reason := why_never(part, scenario))), None)


def _any_of(condition: Condition, scenario: Scenario) -> Reason | None:
    parts = condition.of if isinstance(condition, conditions.AnyOf) else ()
    if not parts:
        return NOT_IN_VARIANT
    return NONE_OF_THEM if all(why_never(part, scenario) for part in parts) else None


def _after(condition: Condition, scenario: Scenario) -> Reason | None:
    opens = any(phase.agenda is Agenda.OPENING for phase in scenario.phases)
    return None if opens or getattr(condition, "phase", None) else NEVER_OPENS


def _breach(condition: Condition, scenario: Scenario) -> Reason | None:
    fact = scenario.facts.get(condition.fact) if isinstance(condition, conditions.Breach) else None
    return NOT_WITHHELD if fact and not fact.withhold else None


def _last_to_share(condition: Condition, scenario: Scenario) -> Reason | None:
    holds = isinstance(condition, conditions.LastToShare) and scenario.facts_of(condition.seat)
    return None if holds else HOLDS_NOTHING


def _viewed(condition: Condition, scenario: Scenario) -> Reason | None:
    wanted = condition.at_least if isinstance(condition, conditions.Viewed) else 0
    if wanted > len(scenario.seats_giving_views()):
        return TOO_FEW_VIEWS
    return _decided(condition, scenario)


def _decided(condition: Condition, scenario: Scenario) -> Reason | None:
    return None if any(phase.decide for phase in scenario.phases) else NOTHING_DECIDED


REASONS: Mapping[type, Callable[[Condition, Scenario], Reason | None]] = {
    conditions.AllOf: _all_of,
    conditions.AnyOf: _any_of,
    conditions.After: _after,
    conditions.Breach: _breach,
    conditions.LastToShare: _last_to_share,
    conditions.Viewed: _viewed,
    conditions.Decided: _decided,
}
