"""All states that a conference of three seats can come to, gone through breadth first.

From the lobby, from the beginning of each phase and from the end of the debrief, where people type and where they talk in one
room: in each state the first eight commands that are open of those in `three_seats` are asked for, and the clock is asked
whenever something is due. States that are alike are looked at once, and no other is left out: three steps lead to some 900
states, eight to some 20,000.
"""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
import pytest
from asking_anything import viewers
from rehearsing import FACILITATOR, MOTHER, NINE
from three_seats import SCENARIO, SO_THAT_MORE_IS_OPEN, TRIED, asked, seated

from simulations.engine import commands as do
from simulations.engine.actors import Clock
from simulations.engine.commands import Command
from simulations.engine.deciding import decide
from simulations.engine.due import due
from simulations.engine.evolving import evolve
from simulations.engine.moment import Moment
from simulations.engine.permitted import permitted
from simulations.engine.reconciling import STEPS
from simulations.engine.refusals import Refusal
from simulations.engine.scenario.values import FactId
from simulations.engine.start import start
from simulations.engine.state import ConferenceState
from simulations.engine.terms import Setting, Terms
from simulations.engine.viewers import Public
from simulations.engine.views import view

COMMANDS_A_STATE = 8
WITHHELD = FactId("p1")
ITS_WORDS = b"A call at night."
"""What the police have and the mother is not to hear."""
WANT_OF_RIGHT = {
    "facilitator-only", "chair-only", "not-started", "already-started", "paused", "not-paused", "closed", "stepped-out", "not-in-room",
    "cut-off", "sent-out", "silent-now", "not-at-the-table", "floor-elsewhere", "meeting-not-over", "last-phase", "not-planning", "not-debrief", "not-out",
    "part-is-open", "part-is-closed", "no-hands-here", "not-decided-now", "gives-no-view", "no-first-view-now", "typed-here", "debrief-open",
}  # fmt: skip
"""Refusals that say who or when, not what: a button that is drawn must not meet one."""
SAID_BEFORE = {"log", "notices", "uttered", "number", "last_at", "terms", "at", "moment", "since", "away_since", "key"}
"""What has been said and when, and the names it goes by: states that differ in this alone are alike."""
BY_PLACE = {"asks", "corrections"}
"""What is kept by its place in the log."""


@dataclass(frozen=True)
class Reached:
    """A state, when it was reached, and by what."""

    state: ConferenceState
    now: datetime = NINE
    by: tuple[Command, ...] = ()

    def after(self, command: Command) -> "Reached | Refusal":
        """Where a command leads, or why it leads nowhere."""
        answer = decide(SCENARIO, self.state, command, self.now)
        if isinstance(answer, Refusal):
            return answer
        state = self.state
        for event in answer:
            state = evolve(SCENARIO, state, event)
        return Reached(state, self.now, (*self.by, command))

    @property
    def ticked(self) -> "Reached | None":
        """Where the clock leads when it is next due, or nothing where nothing is."""
        then = due(SCENARIO, self.state)
        waited = Reached(self.state, max(self.now, then), self.by) if then else None
        return waited and _must(waited, do.Tick(by=Clock()))

    @property
    def tried(self) -> list[tuple[Command, "Reached | Refusal"]]:
        """What is asked for here, and where it leads; without what may be asked for and changes nothing."""
        commands = TRIED[self.state.setting].get(self.state.phase.id, ())
        asked_for = [(command, self.after(command)) for command in commands]
        return [each for each in asked_for if getattr(each[1], "state", None) is not self.state]

    @property
    def alike(self) -> Hashable:
        """The same for states from which the same can happen."""
        clock = (self.state.clock.anchor is None, self.state.clock.read(self.now))
        return self.state.setting, clock, _alike(msgspec.structs.replace(self.state, clock=None))


def _alike(value: Any) -> Hashable:
    if isinstance(value, msgspec.Struct):
        names = [name for name in value.__struct_fields__ if name not in SAID_BEFORE]
        return tuple(_kept(name, getattr(value, name)) for name in names)
    if isinstance(value, Mapping):
        return frozenset((key, _alike(held)) for key, held in value.items())
    return tuple(map(_alike, value)) if isinstance(value, tuple) else value


def _kept(name: str, value: Any) -> Hashable:
    return frozenset(_alike(each) for each in value.values()) if name in BY_PLACE else _alike(value)


def _must(reached: Reached, *commands: Command) -> Reached:
    for command in commands:
        there = reached.after(command)
        assert isinstance(there, Reached), (command, there, reached.by)
        reached = there
    return reached


def beginnings(setting: Setting) -> Iterator[Reached]:
    """The lobby; each phase, with people in the chair and of the police and a script for the mother; the end of the debrief."""
    lobby = Reached(start(SCENARIO, Terms(setting=setting)))
    yield lobby
    people = (seated(FACILITATOR, "chair", "a"), seated(FACILITATOR, "police", "b"))
    reached = _must(lobby, *people, asked(FACILITATOR, "start"))
    yield reached
    for phase in SCENARIO.phases[1:]:
        reached = _must(reached, asked(FACILITATOR, "next-phase"))
        yield reached
        if setting == "text":
            reached = _must(reached, *SO_THAT_MORE_IS_OPEN.get(str(phase.id), ()))
    yield _must(reached, *(asked(FACILITATOR, "open-step", step=step) for step in STEPS))


def search(depth: int) -> Iterator[tuple[Reached, list[tuple[Command, Reached | Refusal]]]]:
    """Every state within so many steps of a beginning, each once, with what was tried there."""
    known: set[Hashable] = set()
    here = [reached for setting in TRIED for reached in beginnings(setting)]
    for step in range(depth + 1):
        new: list[Reached] = []
        for reached in here:
            if (alike := reached.alike) not in known:
                known.add(alike)
                tried = reached.tried
                yield reached, tried
                new += _next(reached, tried) if step < depth else []
        here = new


def _next(reached: Reached, tried: list[tuple[Command, Reached | Refusal]]) -> list[Reached]:
    by_people = [there for _, there in tried if isinstance(there, Reached)][:COMMANDS_A_STATE]
    return [*by_people, reached.ticked] if reached.ticked else by_people


def _offers_what_may_be_done(reached: Reached, tried: list[tuple[Command, Reached | Refusal]]) -> None:
    moment = Moment(SCENARIO, reached.state, reached.now)
    offered = {viewer: permitted(moment, viewer) for viewer in viewers(SCENARIO)}
    for command, there in tried:
        tag = command.__struct_config__.tag
        is_offered = tag in offered[command.by]
        if isinstance(there, Refusal):
            assert not (is_offered and there.code in WANT_OF_RIGHT), (command, there, reached.by)
        else:
            assert is_offered or tag in offered[Public()], (command, reached.by)


def _is_due_later(reached: Reached) -> None:
    ticked = _must(reached, do.Tick(by=Clock()))
    then = due(SCENARIO, ticked.state)
    assert then is None or then > reached.now, (then, reached.by)


def _keeps_from_the_mother_what_is_withheld(reached: Reached) -> None:
    told = {seat for sharing in reached.state.facts.get(WITHHELD, ()) for seat in sharing.audience.seats}
    seen = msgspec.json.encode(view(SCENARIO, reached.state, MOTHER))
    assert (MOTHER.seat in told) >= (ITS_WORDS in seen), reached.by


def _can_be_closed(reached: Reached) -> None:
    if reached.state.status == "lobby":
        reached = _asked(reached, *(asked(FACILITATOR, "cover-seat", seat=seat) for seat in SCENARIO.seats))
        reached = _asked(reached, asked(FACILITATOR, "start"))
    closed = _asked(reached, *(asked(FACILITATOR, tag) for tag in ("resume", "end", "close")))
    assert closed.state.status == "closed", reached.by


def _asked(reached: Reached, *commands: Command) -> Reached:
    """After each of these that is allowed."""
    for command in commands:
        there = reached.after(command)
        reached = there if isinstance(there, Reached) else reached
    return reached


@pytest.mark.parametrize(
    ("depth", "least"),
    [pytest.param(3, 700, id="shallow"), pytest.param(8, 15_000, id="deep", marks=pytest.mark.slow)],
)
def test_in_every_state_what_is_offered_may_be_done_and_the_conference_can_be_closed(depth: int, least: int) -> None:
    """Three steps lead to some 900 states, eight to some 20,000."""
    looked_at, done = 0, set()
    for reached, tried in search(depth):
        looked_at += 1
        _offers_what_may_be_done(reached, tried)
        _is_due_later(reached)
        _keeps_from_the_mother_what_is_withheld(reached)
        _can_be_closed(reached)
        done |= {type(command) for command, there in tried if isinstance(there, Reached)}
    asked_for = {type(command) for by_phase in TRIED.values() for commands in by_phase.values() for command in commands}
    assert looked_at > least
    assert done == asked_for
