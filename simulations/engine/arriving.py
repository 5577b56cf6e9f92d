"""Injects that come by themselves: which one comes now, and when the next one will.

Each comes once, the first time that its condition holds. Where one has just come, another whose condition holds waits its
turn, in the order in which they held, and comes even if its condition no longer holds by then: what was to happen
happens. Only a meeting that is over meanwhile keeps it away. What the facilitator holds back is noted as waiting all the same, and
comes when it is released.
"""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from simulations.engine.events import Event, InjectHeld
from simulations.engine.holding import holds, next_moment, since_when
from simulations.engine.messages import arrival
from simulations.engine.moment import OUT_OF_ROLE, Moment, only
from simulations.engine.scenario.conditions import Condition
from simulations.engine.scenario.meeting import Inject
from simulations.engine.scenario.values import InjectId

APART = timedelta(seconds=5)
"""How far apart injects reach people that fell due together: each wants reading."""


def inject_comes(moment: Moment) -> tuple[Event, ...]:
    """The inject whose turn it is arrives; or one that has to wait is noted with since when it waits."""
    waiting = dict(_waiting(moment))
    free = waiting.keys() - moment.state.kept_back
    if free and moment.elapsed >= wait_until(moment):
        first = min((each for each in waiting if each in free), key=lambda inject: waiting[inject])
        return arrival(moment, moment.scenario.injects[first])
    for inject, since in waiting.items():
        if inject not in moment.state.held_injects:
            then = moment.now - (moment.elapsed - since)
            return (InjectHeld(at=moment.now, audience=only(facilitator=True), inject=inject, since=then),)
    return ()


def injects_due(moment: Moment) -> Iterator[timedelta]:
    """The moments at which an inject will come, or its condition hold, by time alone."""
    waiting: Mapping[InjectId, timedelta] = dict(_waiting(moment))
    if waiting.keys() - moment.state.kept_back:
        yield max(moment.elapsed, wait_until(moment))
    for inject, when in _awaited(moment):
        if inject.id not in waiting and (then := next_moment(when, moment)) is not None:
            yield then


def wait_until(moment: Moment) -> timedelta:
    """Before this moment no further inject comes by itself."""
    fired = moment.state.injects.values()
    return max(fired) + APART if fired else timedelta()


def _awaited(moment: Moment) -> Iterator[tuple[Inject, Condition]]:
    """The injects that come by a condition and have not come, with it."""
    for inject, when in moment.scenario.injects_by_themselves:
        if inject.id not in moment.state.injects:
            yield inject, when


def _waiting(moment: Moment) -> Iterator[tuple[InjectId, timedelta]]:
    """The injects whose condition has held, with since when."""
    for inject, when in _awaited(moment):
        since = moment.state.held_injects.get(inject.id)
        if since is not None and (moment.agenda not in OUT_OF_ROLE or holds(when, moment)):
            yield inject.id, since
        elif since is None and holds(when, moment):
            yield inject.id, since_when(when, moment)
