"""Finding something in a scenario by the path of its keys, and the like. Asked for through `Scenario`'s methods."""

from collections.abc import Iterable, Mapping
from dataclasses import is_dataclass
from types import MappingProxyType

from simulations.engine.scenario.conditions import AllOf, AnyOf, Condition, PhaseIs
from simulations.engine.scenario.debrief import ANY_VARIANT, Debrief, DefensibleAnswer
from simulations.engine.scenario.keys import keys_of
from simulations.engine.scenario.meeting import Phase
from simulations.engine.scenario.scripts import BARE, Action, Beat
from simulations.engine.scenario.values import ChildId, PhaseId, SeatId, Text, VariantId

ScriptedBeat = tuple[SeatId, Beat]


def text_at(scenario: object, path: str) -> Text:
    """The text at a dotted path of keys below `scenario`; KeyError(path) where there is none."""
    found = scenario
    for step in path.split("."):
        found = _step(found, step, path)
    if not isinstance(found, Text):
        raise KeyError(path)
    return found


def defensible_answers(debrief: Debrief, variant: VariantId | None) -> Mapping[ChildId, DefensibleAnswer]:
    """The answers for one variant, or else the ones for any."""
    answers = debrief.defensible
    chosen = variant if variant in answers else ANY_VARIANT
    return answers.get(chosen, MappingProxyType({})) if chosen is not None else MappingProxyType({})


def beats_by_phase(
    scripts: Mapping[SeatId, tuple[Beat, ...]], phases: Iterable[PhaseId]
) -> Mapping[PhaseId, tuple[ScriptedBeat, ...]]:
    """The beats whose condition may come to hold while each phase is on, in the file's order."""
    beats = [(_phases_wanted(beat.when), (seat, beat)) for seat, script in scripts.items() for beat in script]
    return {phase: tuple(each for wanted, each in beats if wanted is None or phase in wanted) for phase in phases}


def _phases_wanted(condition: Condition) -> frozenset[PhaseId] | None:
    """Outside of these phases a condition cannot hold; None where it may hold in any."""
    if isinstance(condition, PhaseIs):
        return frozenset({condition.phase})
    if isinstance(condition, AllOf):
        wanted = [phases for part in condition.of if (phases := _phases_wanted(part)) is not None]
        return frozenset.intersection(*wanted) if wanted else None
    if isinstance(condition, AnyOf):
        parts = [_phases_wanted(part) for part in condition.of]
        known = [phases for phases in parts if phases is not None]
        return frozenset().union(*known) if len(known) == len(parts) else None
    return None


def _step(inside: object, step: str, path: str) -> object:
    if isinstance(inside, Mapping) and step in inside:
        found: object = inside[step]
        return found
    if isinstance(inside, tuple):
        return _member(inside, step, path)
    if isinstance(inside, Beat):
        return _action(inside, step, path)
    if is_dataclass(inside) and step in keys_of(type(inside)):
        field: object = getattr(inside, keys_of(type(inside))[step].field)
        return field
    raise KeyError(path)


def _member(members: tuple[object, ...], step: str, path: str) -> object:
    for number, member in enumerate(members):
        name = getattr(member, "id", None)
        if isinstance(member, Phase) or name is None:
            name = str(number)
        if str(name).rpartition(".")[2] == step:
            return member
    raise KeyError(path)


def _action(beat: Beat, step: str, path: str) -> object:
    for action in beat.actions:
        if action.written == step:
            return _value(action)
    raise KeyError(path)


def _value(action: Action) -> object:
    if not isinstance(action, BARE):
        return action
    value: object = getattr(action, next(iter(keys_of(type(action)).values())).field)
    return value
