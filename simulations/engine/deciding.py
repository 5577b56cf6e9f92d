"""May this be done, and what happens then? `decide`.

A command is carried out by the function that stands under its type; then everything that follows from it is taken
along (see `consequences`), so that one command's events leave nothing pending but time.
"""

from dataclasses import replace
from datetime import datetime

from simulations.engine import (
    asking,
    choosing,
    closing,
    dissenting,
    floor,
    judging,
    messages,
    phases,
    planning,
    reconciling,
    seats,
    sharing,
)
from simulations.engine.actors import Clock
from simulations.engine.commands import Command, Outage, Tick
from simulations.engine.consequences import next_beat, next_consequence
from simulations.engine.events import BeatPlayed, Event
from simulations.engine.evolving import evolve
from simulations.engine.moment import Answer, Deciders, Moment, only
from simulations.engine.refusals import Refusal, refuse
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.scripts import Beat
from simulations.engine.scenario.values import SeatId
from simulations.engine.scripting import commands_of
from simulations.engine.state import ConferenceState


def decide(scenario: Scenario, state: ConferenceState, command: Command, now: datetime) -> Answer:
    """The events that this command comes to, with all that follows from them; or why it is refused.

    `now` carries a time zone; where it lies before the last event's, the last event's is taken.
    """
    moment = Moment(scenario, state, max(now, state.last_at) if state.last_at else now, asked_in=state)
    answer = _carry_out(moment, command)
    return answer if isinstance(answer, Refusal) else settled(moment, answer)


def _carry_out(moment: Moment, command: Command) -> Answer:
    if isinstance(command, Tick | Outage) != (command.by == Clock()):
        return refuse("not-yours")
    return DECIDE[type(command)](moment, command)


def _tick(moment: Moment, command: Tick) -> Answer:
    """Nothing by itself: what is due follows."""
    return ()


def settled(moment: Moment, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """These events, and everything that follows from them at this moment."""
    happened: list[Event] = []
    while events:
        moment = after(moment, events)
        happened.extend(events)
        events = _what_follows(moment)
    if not happened:
        return settled(moment, follows) if (follows := _what_follows(moment)) else ()
    return tuple(happened)


def after(moment: Moment, events: tuple[Event, ...]) -> Moment:
    """The same moment once these events have happened."""
    state = moment.state
    for event in events:
        state = evolve(moment.scenario, state, event)
    return replace(moment, state=state)


def _what_follows(moment: Moment) -> tuple[Event, ...]:
    beat = next_beat(moment)
    return _play(moment, *beat) if beat else next_consequence(moment)


def _play(moment: Moment, seat: SeatId, beat: Beat) -> tuple[Event, ...]:
    """A beat's actions in the order written, each through the rules; what they refuse is left out and told."""
    happened: list[Event] = []
    left_out: list[str] = []
    for action in beat.actions:
        for command in commands_of(moment, seat, beat, action):
            answer = command if isinstance(command, str) else _carry_out(moment, command)
            if isinstance(answer, str):
                left_out.append(answer)
            elif isinstance(answer, Refusal):
                left_out.append(f"{action.written}: {answer.code}")
            else:
                happened.extend(answer)
                moment = after(moment, answer)
    played = BeatPlayed(at=moment.now, audience=only(facilitator=True), beat=beat.id, left_out=tuple(left_out))
    return (*happened, played)


DECIDE: Deciders = {
    **seats.DECIDE,
    **phases.DECIDE,
    **floor.DECIDE,
    **sharing.DECIDE,
    **asking.DECIDE,
    **judging.DECIDE,
    **closing.DECIDE,
    **dissenting.DECIDE,
    **planning.DECIDE,
    **messages.DECIDE,
    **choosing.DECIDE,
    **reconciling.DECIDE,
    Tick: _tick,
}
