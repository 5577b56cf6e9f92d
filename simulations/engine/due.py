"""When the clock should next ask."""

from datetime import datetime

from simulations.engine.consequences import next_due
from simulations.engine.moment import Moment
from simulations.engine.scenario.model import Scenario
from simulations.engine.state import ConferenceState


def due(scenario: Scenario, state: ConferenceState) -> datetime | None:
    """When a `Tick` will next have something to do, if nothing else happens; None while the clock stands.

    It may lie in the past, and is then due at once. The same answer means the same thing due: a `Tick` for it may
    carry an id made of it and of `state.number`.
    """
    if state.status != "running" or state.last_at is None:
        return None
    then = next_due(Moment(scenario, state, state.last_at))
    return None if then is None else state.clock.at(then)
