"""Injects, beats and pitfalls: each waits for something that can happen, and does something once it has."""

from collections.abc import Iterator

from simulations.engine.scenario.checks.possible import LOOKED_AT, never_there, why_never
from simulations.engine.scenario.checks.reasons import Reason
from simulations.engine.scenario.conditions import Condition
from simulations.engine.scenario.meeting import Effect, Inject
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.notebook import Notebook


def check(scenarios: dict[str, Scenario], whole: Scenario, notebook: Notebook) -> None:
    """Look at all that waits, in every variant; each is noted once, with the reason found first."""
    for inject in whole.injects.values():
        if notebook.sound(f"injects.{inject.id}"):
            _check_inject(inject, notebook)
    if not notebook.sound(*LOOKED_AT):
        return
    for seat in never_there(whole):
        notebook.warn("seat-never-arrives", f"seats.{seat}.present", found=seat)
    found: dict[str, tuple[Reason, list[str]]] = {}
    for variant, scenario in scenarios.items():
        for path, condition in _waiting(scenario):
            if notebook.sound(path) and (reason := why_never(condition, scenario)):
                found.setdefault(path, (reason, []))[1].append(variant)
    for path, (reason, variants) in found.items():
        which = ", ".join(f"“{name}”" for name in variants) if len(variants) < len(scenarios) else ""
        english, welsh = (f" (variant: {which})", f" (amrywiad: {which})") if which else ("", "")
        details = {"reason_en": reason[0], "reason_cy": reason[1], "variant_en": english, "variant_cy": welsh}
        notebook.error("never-fires", path, None, "", **details)


def _check_inject(inject: Inject, notebook: Notebook) -> None:
    path = f"injects.{inject.id}"
    if inject.when is None and not inject.manual:
        notebook.error("inject-needs-when", path)
    if inject.when is not None and inject.manual:
        notebook.error("inject-waits-and-does-not", f"{path}.manual")
    if not (inject.text or inject.deal or inject.ask) and (inject.effect is None or inject.effect == Effect()):
        notebook.error("inject-does-nothing", path)
    if inject.effect is not None and inject.effect.for_ is not None and inject.effect.disconnect is None:
        notebook.error("effect-for-what", f"{path}.effect.for")


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
