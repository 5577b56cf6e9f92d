"""Pauses, outages, restarts and a second clock change nothing but when things happen; a late clock loses nothing.

Two conferences ask for the same things after the same waits. One of them is interrupted: paused for a second or a
week, cut off by an outage, taken up again from its stored events, asked by two clocks. Told by the conference's own clock,
the same has to have happened in both.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from rehearsing import (
    BRYN_AWEL,
    CALLS,
    CHAIR,
    FACILITATOR,
    HEALTH_VISITOR,
    MOTHER,
    POLICE,
    WEIGHT,
    Rehearsal,
    scenario_at,
    words,
)

from simulations.engine import commands as do
from simulations.engine.actors import Clock
from simulations.engine.commands import Command
from simulations.engine.due import due
from simulations.engine.events import (
    BeatPlayed,
    ConferencePaused,
    ConferenceResumed,
    Event,
    InjectArrived,
    MinutesUsed,
    OutageNoted,
    PapersHanded,
    SeatReconnected,
)
from simulations.engine.evolving import evolve, replay
from simulations.engine.scenario.values import ChildId, InjectId, SeatId
from simulations.engine.start import start
from simulations.engine.storing import decode, encode

SCENARIO = scenario_at(BRYN_AWEL, "calm")
ON_THE_CLOCK = scenario_at(Path(BRYN_AWEL).with_name("on-the-clock.yaml"), None)
STANDING = (ConferencePaused, ConferenceResumed, OutageNoted)

# What people ask for, in any order. What is refused is refused in both conferences.
ASKED: tuple[Command, ...] = (
    do.NextPhase(by=FACILITATOR), do.NextPhase(by=FACILITATOR), do.NextPhase(by=FACILITATOR),
    do.Extend(by=FACILITATOR, minutes=1), do.Speak(by=POLICE, words=words()), do.Share(by=POLICE, passage=CALLS),
    do.Undo(by=POLICE, item="t20"), do.RaiseHand(by=POLICE), do.GiveFloor(by=CHAIR, seat=POLICE.seat), do.HandBack(by=POLICE),
    do.Ask(by=CHAIR, of=HEALTH_VISITOR.seat, words=words()), do.Call(by=CHAIR, seat=SeatId("gp")),
    do.FireInject(by=FACILITATOR, inject=InjectId("line-drops")), do.FireInject(by=FACILITATOR, inject=InjectId("aunt-comes")),
    do.StepOut(by=MOTHER), do.ComeBack(by=MOTHER), do.GiveConcern(by=POLICE, child=ChildId("gwen"), level=4),
    do.SaidIt(by=POLICE, passage=CALLS), do.HeardIt(by=CHAIR, passage=WEIGHT), do.LeaveSeat(by=MOTHER, seat=MOTHER.seat),
)  # fmt: skip
WAITS = st.sampled_from([0.0, 0.25, 1.0, 5.0, 9.5, 20.0, 45.0, 70.0])
PROGRAMME = st.lists(st.tuples(WAITS, st.sampled_from(ASKED)), min_size=5, max_size=25)
LENGTHS = st.sampled_from([timedelta(milliseconds=1), timedelta(seconds=16), timedelta(hours=1), timedelta(days=7)])


@dataclass(frozen=True)
class Interruption:
    """After so many of the programme's waits, so far into the wait (0 to 1): what comes between, and for how long."""

    after: int
    part: float
    what: Callable[[Rehearsal, timedelta], None]
    length: timedelta


def paused(conference: Rehearsal, length: timedelta) -> None:
    """The facilitator pauses; the clock goes on asking."""
    if conference.state.status != "running":
        return
    conference.must(do.Pause(by=FACILITATOR))
    for part in (3, 3, 3):
        conference.now += length / part
        assert due(conference.scenario, conference.state) is None
        assert conference.must(do.Tick(by=Clock())) == ()
    conference.must(do.Resume(by=FACILITATOR))


def cut_off(conference: Rehearsal, length: timedelta) -> None:
    """Nobody is heard, and the server is away; when it is back, it says since when."""
    last_sign = conference.now
    conference.now += length
    conference.must(do.Outage(by=Clock(), since=last_sign))


def restarted(conference: Rehearsal, length: timedelta) -> None:
    """The server reads the log anew."""
    stored = [decode(encode(event)) for event in conference.events]
    conference.state = replay(conference.scenario, stored, conference.state.terms)


def restarted_while_paused(conference: Rehearsal, length: timedelta) -> None:
    """Paused, and the server goes away and comes back before anybody goes on."""
    if conference.state.status != "running":
        return
    conference.must(do.Pause(by=FACILITATOR))
    conference.now += length
    restarted(conference, length)
    conference.must(do.Resume(by=FACILITATOR))


def asked_twice(conference: Rehearsal, length: timedelta) -> None:
    """A second clock asks for the same."""
    conference.must(do.Tick(by=Clock()))
    assert conference.must(do.Tick(by=Clock())) == ()


INTERRUPTIONS = st.lists(
    st.builds(
        Interruption, after=st.integers(0, 25), part=st.sampled_from([0.0, 0.3, 1.0]),
        what=st.sampled_from([paused, cut_off, restarted, restarted_while_paused, asked_twice]), length=LENGTHS,
    ),
    max_size=6,
)  # fmt: skip


def held(setting: str, programme: list[tuple[float, Command]], interruptions: list[Interruption]) -> Rehearsal:
    """A conference in which all this was asked for, with these interruptions."""
    conference = Rehearsal(SCENARIO, setting)  # type: ignore[arg-type]
    conference.seat(CHAIR, POLICE, MOTHER)
    conference.must(do.Start(by=FACILITATOR))
    for number, (seconds, command) in enumerate(programme):
        waited = 0.0
        for each in sorted((each for each in interruptions if each.after == number), key=lambda one: one.part):
            conference.wait(seconds * each.part - waited)
            waited = seconds * each.part
            each.what(conference, each.length)
        conference.wait(seconds - waited)
        conference.ask(command)
    conference.wait(600)
    return conference


def on_its_own_clock(conference: Rehearsal) -> list[tuple[timedelta, dict[str, object]]]:
    """All that happened but for standing still, every moment told by the conference's clock."""
    state, told = start(conference.scenario, conference.state.terms), []
    for event in conference.events:
        state = evolve(conference.scenario, state, event)
        if not isinstance(event, STANDING):
            fields = {name: getattr(event, name) for name in event.__struct_fields__ if name != "at"}
            moments = {name: state.clock.was(each) for name, each in fields.items() if isinstance(each, datetime)}
            told.append((state.clock.read(event.at), {"event": type(event).__name__, **fields, **moments}))
    return told


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["text", "one-room"]), PROGRAMME, INTERRUPTIONS)
def test_standing_still_anywhere_changes_nothing_but_when(
    setting: str, programme: list[tuple[float, Command]], interruptions: list[Interruption]
) -> None:
    plain = on_its_own_clock(held(setting, programme, []))
    assert on_its_own_clock(held(setting, programme, interruptions)) == plain


# A late clock


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([1, 2, 3, 7, 20, 60, 200]), max_size=12), st.booleans())
def test_a_late_clock_loses_nothing_and_fires_nothing_twice(gaps: list[int], person: bool) -> None:
    conference = Rehearsal(ON_THE_CLOCK)
    if person:
        conference.seat(POLICE)
    conference.must(do.Start(by=FACILITATOR))
    conference.to("analysis")
    for gap in gaps:
        conference.now += timedelta(seconds=gap)
        conference.must(do.Tick(by=Clock()))
    conference.wait(400)
    once = [_name(event) for event in conference.events if _name(event)]
    assert len(once) == len(set(once))
    beats = {
        beat.id for seat, beats in ON_THE_CLOCK.scripts.items() if not (person and seat == "police") for beat in beats
    }
    expected = {*beats, "first", "second", "third", "note", "minutes of analysis", "school is back"}
    assert expected | ({"fourth"} if not person else set()) <= set(once)


def _name(event: Event) -> str:
    match event:
        case BeatPlayed(beat=name) | InjectArrived(inject=name):
            return name
        case PapersHanded(papers=(paper,)):
            return paper
        case MinutesUsed(phase=phase):
            return f"minutes of {phase}"
        case SeatReconnected(seat=seat):
            return f"{seat} is back"
        case _:
            return ""


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([1, 2, 3, 7, 20, 60, 200]), max_size=12))
def test_what_a_late_clock_finds_overdue_comes_in_order_and_spaced(gaps: list[int]) -> None:
    conference = Rehearsal(ON_THE_CLOCK)
    conference.must(do.Start(by=FACILITATOR))
    conference.to("analysis")
    for gap in gaps:
        conference.now += timedelta(seconds=gap)
        conference.must(do.Tick(by=Clock()))
    conference.wait(400)
    reads = conference.state.clock.was
    injects = [reads(event.at) for event in conference.events if isinstance(event, InjectArrived)]
    assert all(later - earlier >= timedelta(seconds=5) for earlier, later in pairwise(injects))
    assert [event.inject for event in conference.events if isinstance(event, InjectArrived)] == [
        "first", "second", "third", "fourth",
    ]  # fmt: skip
    chairs = [
        event.beat for event in conference.events if isinstance(event, BeatPlayed) and event.beat.startswith("chair")
    ]
    assert chairs == sorted(chairs)
    _overdue_beats_are_apart(conference)


def _overdue_beats_are_apart(conference: Rehearsal) -> None:
    """No beat that was more than two seconds overdue was played within two seconds of another."""
    state, last = start(conference.scenario, conference.state.terms), None
    beats = {beat.id: beat for beats in conference.scenario.scripts.values() for beat in beats}
    for event in conference.events:
        state = evolve(conference.scenario, state, event)
        if not isinstance(event, BeatPlayed):
            continue
        played = state.clock.read(event.at)
        fell_due = state.beats[event.beat].held + timedelta(seconds=beats[event.beat].after)
        if last is not None and played - fell_due > timedelta(seconds=2):
            assert played - last >= timedelta(seconds=2), event
        last = played


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([1, 30, 400]), min_size=1, max_size=12))
def test_what_is_due_is_never_in_the_past_once_the_clock_has_asked(gaps: list[int]) -> None:
    conference = Rehearsal(ON_THE_CLOCK)
    conference.must(do.Start(by=FACILITATOR))
    for number, gap in enumerate(gaps):
        conference.now += timedelta(seconds=gap)
        conference.must(do.Tick(by=Clock()))
        then = due(conference.scenario, conference.state)
        assert then is None or then > conference.now
        if number % 4 == 3:
            conference.ask(do.NextPhase(by=FACILITATOR))


def test_a_clock_that_goes_back_an_hour_neither_loses_nor_repeats() -> None:
    conference = Rehearsal(ON_THE_CLOCK)
    conference.must(do.Start(by=FACILITATOR))
    conference.to("analysis")
    conference.wait(20)
    conference.now -= timedelta(hours=1)
    assert conference.must(do.Tick(by=Clock())) == ()
    conference.now += timedelta(hours=1)
    conference.wait(400)
    once = [_name(event) for event in conference.events if _name(event)]
    assert len(once) == len(set(once))


def test_the_same_log_stored_and_read_again_says_what_is_due_at_the_same_moment() -> None:
    conference = Rehearsal(ON_THE_CLOCK)
    conference.must(do.Start(by=FACILITATOR))
    conference.to("analysis")
    for _ in range(40):
        then = due(conference.scenario, conference.state)
        restarted(conference, timedelta())
        assert due(conference.scenario, conference.state) == then
        conference.wait(1)


def test_an_inject_that_waits_its_turn_comes_though_its_phase_has_ended_meanwhile() -> None:
    conference = Rehearsal(ON_THE_CLOCK)
    conference.must(do.Start(by=FACILITATOR))
    conference.to("analysis")
    conference.wait(13)
    assert [*conference.state.injects] == ["first"]
    conference.to("decision")
    conference.wait(2)
    assert [*conference.state.injects] == ["first", "second"]


def test_what_only_waits_for_the_floor_is_not_due() -> None:
    conference = Rehearsal(SCENARIO)
    conference.seat(CHAIR, POLICE)
    conference.must(do.Start(by=FACILITATOR))
    conference.to("opening")
    conference.must(do.Ask(by=CHAIR, of=HEALTH_VISITOR.seat, words=words()))
    conference.to("reports")
    conference.wait(30)
    then = due(conference.scenario, conference.state)
    assert then is None or then > conference.now
