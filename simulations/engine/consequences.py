"""What follows by itself: conditions that have come to hold, beats that are due, the floor going round.

After every command, and whenever the clock asks, `next_consequence` is taken again and again until nothing more
follows. Each thing fires once. What is due by time fires in the order it fell due, and what fell due long ago (the
server was away) comes spaced, so that nobody is met by everything at once.
"""

from collections.abc import Iterator
from datetime import timedelta

from simulations.engine.answering import left_by_scripts
from simulations.engine.arriving import inject_comes, injects_due
from simulations.engine.asking import facts_asked_in
from simulations.engine.effects import connection_returns
from simulations.engine.events import (
    BeatHeld,
    Event,
    FloorGiven,
    FloorReturned,
    HandRaised,
    MinutesUsed,
    NothingAdded,
    PapersHanded,
    TurnPassed,
)
from simulations.engine.facilitating import phase_ends
from simulations.engine.holding import holds, next_moment, since_when
from simulations.engine.moment import Moment, only
from simulations.engine.scenario import scripts as written
from simulations.engine.scenario.conditions import Condition
from simulations.engine.scenario.papers import Paper
from simulations.engine.scenario.scripts import Beat
from simulations.engine.scenario.values import SeatId
from simulations.engine.scripting import (
    awaited,
    due_at,
    has_more_to_say,
    is_due,
    needs_floor,
    obstacle,
    playing_of,
    standing_by,
)

LATE = timedelta(seconds=2)
"""What fires later than this after it was due is spaced."""
SPACING = timedelta(seconds=2)
"""How far apart overdue beats are played."""
SOON = timedelta(seconds=15)
"""A script that was given the floor keeps it for a beat that comes within this; in a round for any of the phase."""
PHASES_LENGTH = timedelta.max


def next_consequence(moment: Moment) -> tuple[Event, ...]:
    """The next thing that follows from how it stands; empty where nothing does. Beats to be played: see `next_beat`."""
    if moment.state.status != "running":
        return ()
    for consequence in (
        _minutes_used,
        phase_ends,
        connection_returns,
        left_by_scripts,
        _papers_arrive,
        inject_comes,
        _beat_holds,
        _hand_goes_up,
        _floor_moves,
        _nothing_said,
    ):
        if events := consequence(moment):
            return events
    return ()


def _minutes_used(moment: Moment) -> tuple[Event, ...]:
    phase = moment.phase
    if phase is None or moment.state.phase.used_up or moment.elapsed < minutes_end(moment):
        return ()
    return (MinutesUsed(at=moment.now, audience=moment.everyone(), phase=phase.id),)


def minutes_end(moment: Moment) -> timedelta:
    """When the minutes of the phase that is on are used up."""
    budget = (moment.phase.minutes if moment.phase else 0) + moment.state.phase.extra_minutes
    return moment.state.phase.began + timedelta(minutes=budget)


def _papers_arrive(moment: Moment) -> tuple[Event, ...]:
    for paper, when in awaited_papers(moment):
        if holds(when, moment):
            return tuple(
                PapersHanded(
                    at=moment.now, audience=only(seat, facilitator=True), seat=seat, papers=(paper.id,), why="arrived"
                )
                for seat in paper.held_by
            )
    return ()


def awaited_papers(moment: Moment) -> Iterator[tuple[Paper, Condition]]:
    """The papers that wait for a condition, with it."""
    for paper, when in moment.scenario.papers_to_arrive:
        if paper.id not in moment.state.arrived:
            yield paper, when


def _beat_holds(moment: Moment) -> tuple[Event, ...]:
    held = [(since_when(beat.when, moment), beat) for _, beat in awaited(moment)
            if holds(beat.when, moment)]  # fmt: skip
    if not held:
        return ()
    since, beat = min(held, key=lambda each: each[0])
    then = moment.now - (moment.elapsed - since)
    return (BeatHeld(at=moment.now, audience=only(facilitator=True), beat=beat.id, since=then),)


# Beats


def next_beat(moment: Moment) -> tuple[SeatId, Beat] | None:
    """The beat to be played now: of those that may be played by now and are not kept waiting, the one that fell due first.

    One that is long overdue and still spaced keeps back none that has just fallen due.
    """
    if moment.state.status != "running":
        return None
    due = [(at, seat, beat) for seat, beat in standing_by(moment) if (at := due_at(moment, beat)) is not None
           and at <= moment.elapsed and obstacle(moment, seat, beat) is None
           and plays_at(moment, seat, beat) <= moment.elapsed]  # fmt: skip
    if not due:
        return None
    _, seat, beat = min(due, key=lambda each: each[0])
    return seat, beat


def plays_at(moment: Moment, seat: SeatId, beat: Beat) -> timedelta:
    """When a beat that has held may be played: when due, but where that is long past, not right upon another."""
    due = due_at(moment, beat) or timedelta()
    if needs_floor(moment, seat, beat) and moment.state.floor.holder == seat:
        due = max(due, moment.state.floor.since)
    last = moment.state.last_beat
    overdue = moment.elapsed - due > LATE
    return max(due, last + SPACING) if overdue and last is not None else due


# The floor


def _hand_goes_up(moment: Moment) -> tuple[Event, ...]:
    floor = moment.state.floor
    if not _floor_matters(moment) or floor.kind == "open":
        return ()
    for seat, beat in standing_by(moment):
        waiting = is_due(moment, beat) and obstacle(moment, seat, beat) == "floor"
        if waiting and not _hand_is_up(moment, seat):
            return (HandRaised(at=moment.now, audience=moment.hearers(), seat=seat),)
    return ()


def _hand_is_up(moment: Moment, seat: SeatId) -> bool:
    """Whether a seat that wants the floor has asked for it, or will have its turn: then it waits, whatever the time."""
    return seat in (*moment.state.floor.hands, *moment.state.floor.to_come)


def _floor_matters(moment: Moment) -> bool:
    return moment.state.setting == "text" and moment.at_table


def _floor_moves(moment: Moment) -> tuple[Event, ...]:
    floor = moment.state.floor
    if not _floor_matters(moment) or floor.kind == "open":
        return ()
    if floor.holder is not None:
        return _script_hands_back(moment, floor.holder)
    if floor.to_come:
        return _next_turn(moment, floor.to_come[0])
    return _chairs_script_gives(moment)


def _script_hands_back(moment: Moment, holder: SeatId) -> tuple[Event, ...]:
    within = PHASES_LENGTH if moment.state.floor.kind == "round" else SOON
    if moment.seat(holder).by_hand or has_more_to_say(moment, holder, within):
        return ()
    return (FloorReturned(at=moment.now, audience=moment.hearers(), seat=holder),)


def _next_turn(moment: Moment, seat: SeatId) -> tuple[Event, ...]:
    scripted = moment.seat(seat).by_script
    if moment.in_room(seat) and (not scripted or has_more_to_say(moment, seat, PHASES_LENGTH)):
        return (FloorGiven(at=moment.now, audience=moment.hearers(), seat=seat),)
    return (TurnPassed(at=moment.now, audience=moment.hearers(), seat=seat),)


def _chairs_script_gives(moment: Moment) -> tuple[Event, ...]:
    chair, hands = moment.chair, moment.state.floor.hands
    if chair is None or not hands or not moment.seat(chair).by_script or _gives_floor_itself(moment, chair):
        return ()
    return (FloorGiven(at=moment.now, audience=moment.hearers(), seat=hands[0]),)


def _gives_floor_itself(moment: Moment, chair: SeatId) -> bool:
    """Whether the chair's script has a beat in this phase that gives the floor."""
    beats = playing_of(moment, chair)
    giving = [beat for beat in beats if any(isinstance(action, written.GiveFloor) for action in beat.actions)]
    return any(beat.id in moment.state.beats or next_moment(beat.when, moment) is not None for beat in giving)


# Questions to a script


def _nothing_said(moment: Moment) -> tuple[Event, ...]:
    for ask in moment.state.asks.values():
        if not ask.answered and moment.seat(ask.of).by_script and not _will_answer(moment, ask.of):
            return (NothingAdded(at=moment.now, audience=moment.hearers(), seat=ask.of, ask=ask.key),)
    return ()


def _will_answer(moment: Moment, seat: SeatId) -> bool:
    own = (beat for beat in playing_of(moment, seat) if beat.id in moment.state.beats)
    return any(True for beat in own for _ in facts_asked_in(beat.when))


# When the clock should next ask


def next_due(moment: Moment) -> timedelta | None:
    """The next moment of the conference at which something will be due by time alone."""
    return min(_due(moment), default=None)


def _due(moment: Moment) -> Iterator[timedelta]:
    if moment.phase is not None and not moment.state.phase.used_up:
        yield minutes_end(moment)
    for _paper, when in awaited_papers(moment):
        if then := next_moment(when, moment):
            yield then
    if moment.state.going_on is not None:
        yield moment.state.going_on
    yield from moment.state.back_at.values()
    yield from injects_due(moment)
    yield from _beats_due(moment)


def _beats_due(moment: Moment) -> Iterator[timedelta]:
    for _, beat in awaited(moment):
        if (then := next_moment(beat.when, moment)) is not None:
            yield then
    for seat, beat in standing_by(moment):
        if (kept_by := obstacle(moment, seat, beat)) == "wait" or (kept_by and _hand_is_up(moment, seat)):
            continue
        elif not is_due(moment, beat):
            yield due_at(moment, beat) or moment.elapsed
        elif kept_by is None:
            yield plays_at(moment, seat, beat)
