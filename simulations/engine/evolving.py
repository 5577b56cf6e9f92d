"""What is so after an event: `evolve`, and `replay` of a whole log.

Total: whatever happened, happened, and nothing is refused here. Free text is never read.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from simulations.engine import (
    afterwards,
    agreeing,
    answering,
    arranging,
    asking,
    choosing,
    closing,
    debriefing,
    dissenting,
    effects,
    facilitating,
    floor,
    interpreting,
    judging,
    leading,
    messages,
    phases,
    planning,
    presenting,
    quorum,
    reconciling,
    recording,
    redacting,
    reviewing,
    seats,
    sharing,
    standing_in,
)
from simulations.engine.events import BeatHeld, BeatPlayed, Event, InjectHeld
from simulations.engine.keeping import put
from simulations.engine.moment import Evolvers
from simulations.engine.scenario.model import Scenario
from simulations.engine.start import start
from simulations.engine.state import BeatState, ConferenceState
from simulations.engine.terms import IN_WRITING, Terms


def evolve(scenario: Scenario, state: ConferenceState, event: Event) -> ConferenceState:
    """The state after this event; what it does not touch are the very same objects."""
    after = EVOLVE[type(event)](scenario, state, event)
    if type(event) in recording.NOTED:
        after = recording.noted(scenario, state, after, event)
    after = floor.turned(state, redacting.uttered(after, event), event)
    return replace(after, number=state.number + 1, last_at=event.at)


def replay(scenario: Scenario, events: Iterable[Event], terms: Terms = IN_WRITING) -> ConferenceState:
    """The state after all these events."""
    state = start(scenario, terms)
    for event in events:
        state = evolve(scenario, state, event)
    return state


def _inject_held(scenario: Scenario, state: ConferenceState, event: InjectHeld) -> ConferenceState:
    return replace(state, held_injects=put(state.held_injects, event.inject, state.clock.was(event.since)))


def _beat_held(scenario: Scenario, state: ConferenceState, event: BeatHeld) -> ConferenceState:
    held = BeatState(held=state.clock.was(event.since))
    return replace(state, beats=put(state.beats, event.beat, held))


def _beat_played(scenario: Scenario, state: ConferenceState, event: BeatPlayed) -> ConferenceState:
    beats = put(state.beats, event.beat, replace(state.beats[event.beat], played=True))
    state = replace(state, beats=beats, last_beat=state.clock.read(event.at))
    return replace(state, left_out=put(state.left_out, event.beat, event.left_out)) if event.left_out else state


EVOLVE: Evolvers = {
    **seats.EVOLVE,
    **phases.EVOLVE,
    **floor.EVOLVE,
    **sharing.EVOLVE,
    **presenting.EVOLVE,
    **interpreting.EVOLVE,
    **answering.EVOLVE,
    **redacting.EVOLVE,
    **standing_in.EVOLVE,
    **asking.EVOLVE,
    **judging.EVOLVE,
    **closing.EVOLVE,
    **dissenting.EVOLVE,
    **planning.EVOLVE,
    **arranging.EVOLVE,
    **quorum.EVOLVE,
    **recording.EVOLVE,
    **afterwards.EVOLVE,
    **messages.EVOLVE,
    **choosing.EVOLVE,
    **effects.EVOLVE,
    **reconciling.EVOLVE,
    **agreeing.EVOLVE,
    **debriefing.EVOLVE,
    **reviewing.EVOLVE,
    **leading.EVOLVE,
    **facilitating.EVOLVE,
    InjectHeld: _inject_held,
    BeatHeld: _beat_held,
    BeatPlayed: _beat_played,
}
