"""The states that a conference of three seats can come to, gone through breadth first.

From the lobby and from the beginning of each phase: of what is open to everybody in a state at most eight commands (and the
clock) are tried, states that are alike are looked at once, and of those new at one depth at most so many are gone on
from, chosen with a fixed seed. The fast tier goes three steps deep, the slow one eight.
"""

import random
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from asking_anything import BY_TAG, FACILITATOR, Anything, Choose, viewers
from msgspec.structs import replace
from rehearsing import BRYN_AWEL, CHAIR, NINE, scenario_at

from simulations.engine import commands as do
from simulations.engine.actors import Actor, Clock
from simulations.engine.commands import Command
from simulations.engine.deciding import decide
from simulations.engine.due import due
from simulations.engine.evolving import evolve
from simulations.engine.growing import Growing
from simulations.engine.moment import Moment
from simulations.engine.permitted import permitted
from simulations.engine.refusals import Refusal
from simulations.engine.scenario.values import PassageId, SeatId
from simulations.engine.start import start
from simulations.engine.state import ConferenceState
from simulations.engine.viewers import Public, Viewer
from simulations.engine.views import view

SCENARIO = scenario_at(Path(BRYN_AWEL).with_name("three-seats.yaml"), None)
COMMANDS_A_STATE = 8
TRIES = 12
"""How many sets of arguments a command gets before it counts as refused."""
WANT_OF_RIGHT = {
    "facilitator-only", "chair-only", "not-started", "already-started", "paused", "not-paused", "closed", "stepped-out", "not-in-room",
    "cut-off", "sent-out", "silent-now", "not-at-the-table", "floor-elsewhere", "meeting-not-over", "last-phase", "not-planning", "not-debrief", "not-out",
    "part-is-open", "part-is-closed", "no-hands-here", "not-decided-now", "gives-no-view", "no-first-view-now", "typed-here", "debrief-open",
}  # fmt: skip
"""Refusals that say who or when, not what: a button that is drawn must not meet one."""


@dataclass(frozen=True)
class Reached:
    """A state, when it was reached, and by what."""

    state: ConferenceState
    now: datetime
    by: tuple[Command, ...] = ()

    def after(self, command: Command, now: datetime) -> "Reached | Refusal":
        """Where a command leads, or why it leads nowhere."""
        answer = decide(SCENARIO, self.state, command, now)
        if isinstance(answer, Refusal):
            return answer
        state = self.state
        for event in answer:
            state = evolve(SCENARIO, state, event)
        return Reached(state, now, (*self.by, command))

    @property
    def alike(self) -> Hashable:
        """The same for states from which the same can happen: what was said before, and when, is left out."""
        bare = replace(self.state, terms=None, number=0, last_at=None, log=Growing(), notices=Growing())
        return _hashable(bare)


def _hashable(value: Any) -> Hashable:
    """The same for what is equal, whatever order it was put together in."""
    if isinstance(value, msgspec.Struct):
        return tuple(_hashable(getattr(value, name)) for name in value.__struct_fields__)
    if isinstance(value, Mapping):
        return frozenset((key, _hashable(held)) for key, held in value.items())
    if isinstance(value, tuple):
        return tuple(map(_hashable, value))
    return value if isinstance(value, Hashable) else repr(value)


def _must(reached: "Reached | Refusal") -> Reached:
    assert isinstance(reached, Reached), reached
    return reached


def beginnings() -> Iterator[Reached]:
    """The lobby, and each phase of a conference with people in the chair and of the police, and a script for the mother."""
    lobby = Reached(start(SCENARIO), NINE)
    yield lobby
    for seat in ("chair", "police"):
        lobby = _must(lobby.after(do.TakeSeat(by=FACILITATOR, seat=SeatId(seat), person=seat), NINE))
    reached = _must(lobby.after(do.Start(by=FACILITATOR), NINE))
    yield reached
    for _ in SCENARIO.phases[1:]:
        reached = _must(reached.after(do.NextPhase(by=FACILITATOR), NINE))
        yield reached
        if reached.state.phase.id == "analysis":
            reached = _must(reached.after(do.Share(by=CHAIR, passage=PassageId("letter.0"), how="shown"), NINE))


def search(depth: int, at_most: int) -> Iterator[tuple[Reached, list[tuple[Viewer, Command, Reached | Refusal]]]]:
    """Every state looked at, with what was tried there."""
    chance = random.Random(20260504)
    known: set[bytes] = set()
    here = list(beginnings())
    for step in range(depth + 1):
        new: list[Reached] = []
        for reached in here:
            if reached.alike in known:
                continue
            known.add(reached.alike)
            tried = list(_tried(reached, chance))
            yield reached, tried
            if step < depth:
                new += _gone_on(reached, tried, chance)
        here = chance.sample(new, at_most) if len(new) > at_most else new


def _tried(reached: Reached, chance: random.Random) -> Iterator[tuple[Viewer, Command, Reached | Refusal]]:
    """Each command open to anybody, with the first arguments found that are accepted, or the last that were refused."""
    anything = Anything(SCENARIO, strays=False)
    moment = Moment(SCENARIO, reached.state, reached.now)
    for viewer in viewers(SCENARIO):
        if isinstance(viewer, Public):
            continue
        for tag in permitted(moment, viewer):
            yield viewer, *_first_accepted(reached, tag, viewer, anything, chance.choice)


def _first_accepted(
    reached: Reached, tag: str, by: Actor, anything: Anything, choose: Choose
) -> tuple[Command, Reached | Refusal]:
    for _ in range(TRIES):
        command = anything.of_kind(choose, BY_TAG[tag], by, reached.state, reached.now)
        there = reached.after(command, reached.now)
        if isinstance(there, Reached):
            break
    return command, there


def _gone_on(
    reached: Reached, tried: list[tuple[Viewer, Command, Reached | Refusal]], chance: random.Random
) -> list[Reached]:
    accepted = [there for _, _, there in tried if isinstance(there, Reached)]
    chosen = chance.sample(accepted, min(COMMANDS_A_STATE, len(accepted)))
    then = due(SCENARIO, reached.state)
    if then is not None:
        chosen.append(_must(reached.after(do.Tick(by=Clock()), max(reached.now, then))))
    return chosen


def _holds_of(reached: Reached, tried: list[tuple[Viewer, Command, Reached | Refusal]]) -> None:
    for viewer, command, there in tried:
        wanting = isinstance(there, Refusal) and there.code in WANT_OF_RIGHT
        assert not wanting, (viewer, command, there, reached.by)
    ticked = _must(reached.after(do.Tick(by=Clock()), reached.now))
    then = due(SCENARIO, ticked.state)
    assert then is None or then > reached.now, (then, reached.by)
    for viewer in viewers(SCENARIO):
        view(SCENARIO, reached.state, viewer)
    assert _closed(reached).state.status == "closed", reached.by


def _closed(reached: Reached) -> Reached:
    """What a facilitator does who wants to close, wherever things stand."""
    if reached.state.status == "lobby":
        reached = _asked(reached, *(do.CoverSeat(by=FACILITATOR, seat=seat) for seat in SCENARIO.seats))
        reached = _asked(reached, do.Start(by=FACILITATOR))
    return _asked(reached, do.Resume(by=FACILITATOR), do.End(by=FACILITATOR), do.Close(by=FACILITATOR))


def _asked(reached: Reached, *commands: Command) -> Reached:
    """After each of these that is allowed."""
    for command in commands:
        there = reached.after(command, reached.now)
        reached = there if isinstance(there, Reached) else reached
    return reached


@pytest.mark.parametrize(
    ("depth", "at_most"), [pytest.param(2, 60), pytest.param(8, 1200, marks=pytest.mark.slow)], ids=["shallow", "deep"]
)
def test_in_every_state_what_is_offered_may_be_done_and_the_conference_can_be_closed(depth: int, at_most: int) -> None:
    looked_at, done = 0, set()
    for reached, tried in search(depth, at_most):
        looked_at += 1
        _holds_of(reached, tried)
        done |= {type(command) for _, command, there in tried if isinstance(there, Reached)}
    assert looked_at > at_most
    assert done >= {do.Speak, do.Share, do.Ask, do.GiveView, do.ClosePart, do.AddAction, do.Pause, do.StepOut}
