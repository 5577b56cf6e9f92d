"""What is so after an event: `start`, `evolve`, `replay`.

Total: whatever happened, happened, and nothing is refused here. Free text is never read.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from simulations.engine import asking, floor, judging, messages, phases, reconciling, seats, sharing
from simulations.engine.events import BeatHeld, BeatPlayed, Event
from simulations.engine.keeping import put
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.papers import HandedOver
from simulations.engine.scenario.values import SeatId
from simulations.engine.state import BeatState, ConferenceState, HeldPaper, SeatState, Setting


def start(scenario: Scenario, setting: Setting = "text") -> ConferenceState:
    """The lobby of a conference on a scenario narrowed to its variant (`for_variant`): seats empty, papers laid out."""
    return ConferenceState(
        setting=setting,
        seats={seat: SeatState() for seat in scenario.seats},
        papers={seat: _at_start(scenario, seat) for seat in scenario.seats},
    )


def _at_start(scenario: Scenario, seat: SeatId) -> tuple[HeldPaper, ...]:
    dealt = scenario.dealt_papers()
    there = (paper for paper in scenario.papers_of(seat) if paper.available is HandedOver.START)
    return tuple(HeldPaper(paper=paper.id) for paper in there if paper.id not in dealt)


def evolve(scenario: Scenario, state: ConferenceState, event: Event) -> ConferenceState:
    """The state after this event; what it does not touch are the very same objects."""
    after = EVOLVE[type(event)](scenario, state, event)
    return replace(after, number=state.number + 1, last_at=event.at)


def replay(scenario: Scenario, events: Iterable[Event], setting: Setting = "text") -> ConferenceState:
    """The state after all these events."""
    state = start(scenario, setting)
    for event in events:
        state = evolve(scenario, state, event)
    return state


def _beat_held(scenario: Scenario, state: ConferenceState, event: BeatHeld) -> ConferenceState:
    held = BeatState(held=state.clock.was(event.since))
    return replace(state, beats=put(state.beats, event.beat, held))


def _beat_played(scenario: Scenario, state: ConferenceState, event: BeatPlayed) -> ConferenceState:
    beats = put(state.beats, event.beat, replace(state.beats[event.beat], played=True))
    state = replace(state, beats=beats, last_beat=state.clock.read(event.at))
    return replace(state, left_out=put(state.left_out, event.beat, event.left_out)) if event.left_out else state


# Each function takes the one type of event that it stands under, which a mapping cannot say.
EVOLVE: Mapping[type, Callable[[Scenario, ConferenceState, Any], ConferenceState]] = {
    **seats.EVOLVE,
    **phases.EVOLVE,
    **floor.EVOLVE,
    **sharing.EVOLVE,
    **asking.EVOLVE,
    **judging.EVOLVE,
    **messages.EVOLVE,
    **reconciling.EVOLVE,
    BeatHeld: _beat_held,
    BeatPlayed: _beat_played,
}
