"""Agreeing to be looked at: in the debrief a person may let the others replay the conference as their seat saw the table.

Nobody is asked twice and nothing presses them: without a word of theirs it is not so, and they may take it back.
"""

from msgspec.structs import replace

from simulations.engine.actors import Facilitator, Seated
from simulations.engine.commands import AgreeToReplay
from simulations.engine.events import ReplayAgreed
from simulations.engine.guards import not_seated
from simulations.engine.moment import Answer, Deciders, Evolvers, Moment
from simulations.engine.reconciling import not_over
from simulations.engine.refusals import refuse
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import SeatId
from simulations.engine.state import ConferenceState
from simulations.engine.viewers import Viewer


def may_look(now: ConferenceState, looks: Viewer, seat: SeatId) -> bool:
    """Whether a viewer may replay the conference from a seat: the timeline is open, and it is their own, or its person
    agrees, or they are the facilitator."""
    if "timeline" not in now.steps or not isinstance(looks, Seated | Facilitator):
        return False
    return looks == Seated(seat) or isinstance(looks, Facilitator) or seat in now.replayable


def agree_to_replay(moment: Moment, command: AgreeToReplay) -> Answer:
    """Once the meeting is over, a person may let others look from their seat, or no longer."""
    if refusal := (not_over(moment) or not_seated(moment, command.by)):
        return refusal
    if not isinstance(command.by, Seated):
        return refuse("not-yours")
    seat = command.by.seat
    if (seat in moment.state.replayable) == command.agrees:
        return ()
    return (ReplayAgreed(at=moment.now, audience=moment.everyone(), seat=seat, agrees=command.agrees),)


DECIDE: Deciders = {AgreeToReplay: agree_to_replay}


def replay_agreed(scenario: Scenario, state: ConferenceState, event: ReplayAgreed) -> ConferenceState:
    """The seats that may be looked from, by those who did not sit there."""
    agreed = state.replayable | {event.seat} if event.agrees else state.replayable - {event.seat}
    return replace(state, replayable=agreed)


EVOLVE: Evolvers = {ReplayAgreed: replay_agreed}
