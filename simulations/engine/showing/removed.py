"""What is gone for good shows why, wherever it stood: in every section, whatever it shows."""

from typing import TypeVar

from msgspec.structs import replace

from simulations.engine.sections import Section, Utterance
from simulations.engine.state import ConferenceState

S = TypeVar("S", bound=Section)


def with_reasons(state: ConferenceState, section: S) -> S:
    """The section with the reason in each utterance that was taken away; the very same one where nothing was."""
    return _in_section(section, state) if state.removed else section


def _in_section(section: S, state: ConferenceState) -> S:
    found = {name: getattr(section, name) for name in section.__struct_fields__}
    changed = {name: new for name, value in found.items() if (new := _in_value(value, state)) is not value}
    return replace(section, **changed) if changed else section


def _in_value(value: object, state: ConferenceState) -> object:
    if isinstance(value, Utterance):
        reason = state.removed.get(value.utterance)
        return replace(value, removed=reason) if reason else value
    if isinstance(value, Section):
        return _in_section(value, state)
    if isinstance(value, tuple):
        each = tuple(_in_value(one, state) for one in value)
        return each if any(new is not old for new, old in zip(each, value, strict=True)) else value
    if isinstance(value, dict):
        by_key = {key: _in_value(one, state) for key, one in value.items()}
        return by_key if any(by_key[key] is not one for key, one in value.items()) else value
    return value
