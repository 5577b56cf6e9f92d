"""May this be done, and what happens then? `decide`.

A command is carried out by the function that stands under its type; then everything that follows from it is taken
along (see `consequences`), so that one command's events leave nothing pending but time.
"""

from datetime import datetime

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
    asked = leading.led(moment, command)
    return asked if isinstance(asked, Refusal) else DECIDE[type(asked)](moment, asked)


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
    if events := leading.absence(moment):
        return events
    beat = next_beat(moment)
    return _play(moment, *beat) if beat else next_consequence(moment) or _by_rule(moment)


def _by_rule(moment: Moment) -> tuple[Event, ...]:
    """The first thing that a facilitator would do now where nobody facilitates, and that may be done."""
    answers = (_carry_out(moment, command) for command in leading.by_rule(moment))
    return next((answer for answer in answers if answer and not isinstance(answer, Refusal)), ())


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
    **presenting.DECIDE,
    **interpreting.DECIDE,
    **answering.DECIDE,
    **redacting.DECIDE,
    **standing_in.DECIDE,
    **asking.DECIDE,
    **judging.DECIDE,
    **closing.DECIDE,
    **dissenting.DECIDE,
    **planning.DECIDE,
    **arranging.DECIDE,
    **quorum.DECIDE,
    **recording.DECIDE,
    **afterwards.DECIDE,
    **messages.DECIDE,
    **choosing.DECIDE,
    **reconciling.DECIDE,
    **agreeing.DECIDE,
    **debriefing.DECIDE,
    **reviewing.DECIDE,
    **leading.DECIDE,
    **facilitating.DECIDE,
    Tick: _tick,
}
