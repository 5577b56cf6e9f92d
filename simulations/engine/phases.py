"""The agenda: starting, pausing, going on, ending. Minutes warn and end nothing; only the chair or the facilitator moves on."""

from collections.abc import Mapping

from msgspec.structs import replace

from simulations.engine.actors import Actor, Facilitator, Seated
from simulations.engine.commands import AskForAMinute, Close, End, Extend, NextPhase, Outage, Pause, Resume, Start
from simulations.engine.events import (
    ConferenceClosed,
    ConferenceEnded,
    ConferencePaused,
    ConferenceResumed,
    ConferenceStarted,
    Forgotten,
    MinuteAsked,
    MinutesUsed,
    OutageNoted,
    PhaseBegan,
    PhaseExtended,
)
from simulations.engine.guards import not_facilitator, not_running, not_seated
from simulations.engine.keeping import logged, noticed, opened, put
from simulations.engine.moment import AT_THE_TABLE, OUT_OF_ROLE, SILENT, Answer, Deciders, Evolvers, Moment, only
from simulations.engine.planning import cannot_close_yet
from simulations.engine.practice import local_day
from simulations.engine.quorum import cannot_open_yet, of_itself
from simulations.engine.refusals import Refusal, refuse
from simulations.engine.scenario.meeting import Phase
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import SeatId
from simulations.engine.scenario.vocabulary import FloorRule
from simulations.engine.seats import fill_empty_seats, missing_seats
from simulations.engine.state import ConferenceState, FloorKind, FloorState, PhaseState


def start(moment: Moment, command: Start) -> Answer:
    """Fill what is empty, start the clock, begin the first phase."""
    if refusal := not_facilitator(command.by):
        return refusal
    if moment.state.status != "lobby":
        return refuse("closed" if moment.state.status == "closed" else "already-started")
    if missing := missing_seats(moment):
        return refuse("required-seat-empty", detail=", ".join(missing))
    started = ConferenceStarted(at=moment.now, audience=moment.everyone())
    return (*fill_empty_seats(moment), started, _begin(moment, moment.scenario.phases[0]))


def pause(moment: Moment, command: Pause) -> Answer:
    """Stop the clock."""
    if refusal := (not_facilitator(command.by) or not_running(moment)):
        return refusal
    return (ConferencePaused(at=moment.now, audience=moment.everyone()),)


def resume(moment: Moment, command: Resume) -> Answer:
    """Let it run on."""
    if refusal := not_facilitator(command.by):
        return refusal
    if moment.state.status != "paused":
        return not_running(moment) or refuse("not-paused")
    return (ConferenceResumed(at=moment.now, audience=moment.everyone()),)


def next_phase(moment: Moment, command: NextPhase) -> Answer:
    """Go on. From leaving the role on, the facilitator leads."""
    if refusal := (not_running(moment) or _may_not_move_on(moment, command) or _not_ready(moment, command.by)):
        return refusal
    if command.leaving is not None and command.leaving != moment.state.phase.id:
        return refuse("phase-changed")
    following = moment.next_phase()
    return (*of_itself(moment, command.by), _begin(moment, following)) if following else refuse("last-phase")


def _not_ready(moment: Moment, by: Actor) -> Refusal | None:
    return cannot_open_yet(moment, by) or cannot_close_yet(moment, by)


def _may_not_move_on(moment: Moment, command: NextPhase) -> Refusal | None:
    if isinstance(command.by, Facilitator):
        return None
    if not moment.acts_as_chair(command.by):
        return refuse("chair-only")
    following = moment.next_phase()
    led_by_facilitator = moment.agenda in OUT_OF_ROLE or (following and following.agenda in OUT_OF_ROLE)
    return refuse("chair-needs-facilitator") if led_by_facilitator and isinstance(command.by, Seated) else None


def extend(moment: Moment, command: Extend) -> Answer:
    """More minutes for the phase that is on: the chair or the facilitator."""
    if refusal := not_running(moment):
        return refusal
    if not isinstance(command.by, Facilitator) and not moment.acts_as_chair(command.by):
        return refuse("chair-only")
    return (PhaseExtended(at=moment.now, audience=moment.everyone(), minutes=command.minutes),)


def end(moment: Moment, command: End) -> Answer:
    """Stop the meeting here, and go to what follows it."""
    if refusal := (not_facilitator(command.by) or not_running(moment)):
        return refusal
    if moment.agenda in OUT_OF_ROLE:
        return refuse("already-so")
    ended = ConferenceEnded(at=moment.now, audience=moment.everyone())
    return (ended, *to_what_follows(moment))


def to_what_follows(moment: Moment) -> tuple[PhaseBegan, ...]:
    """Where a meeting that stops early goes: the first phase out of role, if there is one."""
    after = [phase for phase in moment.scenario.phases if phase.agenda in OUT_OF_ROLE]
    return tuple(_begin(moment, phase) for phase in after[:1])


def close(moment: Moment, command: Close) -> Answer:
    """Close the room: after the meeting, whether in the debrief or with no phase to come."""
    if refusal := not_facilitator(command.by):
        return refusal
    if moment.state.status in ("lobby", "closed"):
        return refuse("not-started" if moment.state.status == "lobby" else "closed")
    if moment.agenda not in OUT_OF_ROLE and moment.next_phase() and not moment.state.ended_early:
        return refuse("meeting-not-over")
    return (ConferenceClosed(at=moment.now, audience=moment.everyone()),)


def ask_for_a_minute(moment: Moment, command: AskForAMinute) -> Answer:
    """Privately ask the facilitator to pause."""
    by = command.by
    if refusal := (not_running(moment) or not_seated(moment, by)):
        return refusal
    if not isinstance(by, Seated):
        return refuse("not-yours")
    return (MinuteAsked(at=moment.now, audience=only(by.seat, facilitator=True), seat=by.seat),)


def outage(moment: Moment, command: Outage) -> Answer:
    """The clock stood still since the last sign of anybody: asked by the clock, never reaching behind the last event."""
    state = moment.state
    if state.status != "running" or state.last_at is None:
        return ()
    since = max(command.since, state.last_at)
    return (OutageNoted(at=moment.now, audience=moment.everyone(), since=since),) if since < moment.now else ()


def _begin(moment: Moment, phase: Phase) -> PhaseBegan:
    return PhaseBegan(at=moment.now, audience=moment.everyone(), phase=phase.id)


DECIDE: Deciders = {
    Start: start, Pause: pause, Resume: resume, NextPhase: next_phase, Extend: extend, End: end, Close: close,
    AskForAMinute: ask_for_a_minute, Outage: outage,
}  # fmt: skip


def conference_started(scenario: Scenario, state: ConferenceState, event: ConferenceStarted) -> ConferenceState:
    """The clock runs, and this is the day of the conference."""
    arrangements = replace(state.arrangements, day=local_day(event.at))
    return replace(state, status="running", clock=state.clock.started(event.at), arrangements=arrangements)


def phase_began(scenario: Scenario, state: ConferenceState, event: PhaseBegan) -> ConferenceState:
    """A phase is on: its floor opens, and what was asked in the last one is no longer waited for."""
    moment = state.clock.read(event.at)
    phase = scenario.phase(event.phase)
    state = replace(
        state,
        phase=PhaseState(id=event.phase, began=moment),
        began=put(state.began, event.phase, state.began.get(event.phase, moment)),
        floor=_floor(scenario, phase, state.floor.hands),
        asks={},
        going_on=None,
    )
    if phase.agenda in OUT_OF_ROLE:
        state = _everybody_back(state)
    return logged(state, event, "phase", what=event.phase)


def _everybody_back(state: ConferenceState) -> ConferenceState:
    """Out of role, what happened to the seats in the story is over: people are people again, and all of them here."""
    seats = {
        seat: replace(now, arrived=True, cut_off=False, beside=None, reading=False) for seat, now in state.seats.items()
    }
    return opened(replace(state, seats=seats, back_at={}))


def _floor(scenario: Scenario, phase: Phase, hands: tuple[SeatId, ...]) -> FloorState:
    if phase.agenda not in AT_THE_TABLE:
        return FloorState(kind="none" if phase.agenda in SILENT else "open")
    kind = FLOORS[phase.floor]
    return FloorState(kind=kind, hands=hands, to_come=_round(scenario, phase) if kind == "round" else ())


def _round(scenario: Scenario, phase: Phase) -> tuple[SeatId, ...]:
    return phase.order or scenario.seats_giving_views()


FLOORS: Mapping[FloorRule, FloorKind] = {
    FloorRule.CHAIR: "chair",
    FloorRule.ROUND: "round",
    FloorRule.OPEN: "open",
}


def conference_paused(scenario: Scenario, state: ConferenceState, event: ConferencePaused) -> ConferenceState:
    """The clock stands."""
    return replace(state, status="paused", clock=state.clock.stopped(event.at))


def conference_resumed(scenario: Scenario, state: ConferenceState, event: ConferenceResumed) -> ConferenceState:
    """It runs on from where it stood."""
    return replace(state, status="running", clock=state.clock.started(event.at), real_concern=False)


def outage_noted(scenario: Scenario, state: ConferenceState, event: OutageNoted) -> ConferenceState:
    """As if it had been paused since then."""
    return replace(state, clock=state.clock.stopped(event.since).started(event.at))


def phase_extended(scenario: Scenario, state: ConferenceState, event: PhaseExtended) -> ConferenceState:
    """More minutes, counted from now where they were used up already."""
    extra = state.phase.extra_minutes + event.minutes
    return replace(state, phase=replace(state.phase, extra_minutes=extra, used_up=False))


def minutes_used(scenario: Scenario, state: ConferenceState, event: MinutesUsed) -> ConferenceState:
    """The warning has been given."""
    return replace(state, phase=replace(state.phase, used_up=True))


def conference_ended(scenario: Scenario, state: ConferenceState, event: ConferenceEnded) -> ConferenceState:
    """The meeting was stopped."""
    return replace(state, ended_early=True, going_on=None)


def conference_closed(scenario: Scenario, state: ConferenceState, event: ConferenceClosed) -> ConferenceState:
    """Nothing more happens here."""
    return replace(state, status="closed", clock=state.clock.stopped(event.at))


def minute_asked(scenario: Scenario, state: ConferenceState, event: MinuteAsked) -> ConferenceState:
    """The facilitator is told, until they have looked; the asker sees that it was."""
    state = replace(state, minutes=put(state.minutes, event.seat, event.at))
    return noticed(state, event, "minute-asked", f"{event.seat}-{event.at.isoformat()}", seat=event.seat)


def forgotten(scenario: Scenario, state: ConferenceState, event: Forgotten) -> ConferenceState:
    """What stood here is not kept, and had changed nothing but a notice."""
    return state


EVOLVE: Evolvers = {
    ConferenceStarted: conference_started, PhaseBegan: phase_began, ConferencePaused: conference_paused,
    ConferenceResumed: conference_resumed, OutageNoted: outage_noted, PhaseExtended: phase_extended,
    MinutesUsed: minutes_used, ConferenceEnded: conference_ended, ConferenceClosed: conference_closed,
    MinuteAsked: minute_asked, Forgotten: forgotten,
}  # fmt: skip
