"""Who sits where: taking a seat, leaving it, stepping out, being covered by a script, watching.

Casting follows the format: a child's seat is never a learner's nor a script's, whoever is said to have caused harm
is never played by a learner, and family seats are a learner's only by volunteering.
"""

from typing import Literal

from msgspec.structs import replace

from simulations.engine.actors import Facilitator, Observer, Scripted, Seated
from simulations.engine.commands import (
    ComeBack,
    ComeIn,
    CoverSeat,
    LeaveSeat,
    Observe,
    ReleaseSeat,
    SayWhere,
    SitIn,
    SitOut,
    StepOut,
    StopObserving,
    TakeSeat,
)
from simulations.engine.events import (
    CameBack,
    CameIn,
    Event,
    FacilitatorSatIn,
    FacilitatorSatOut,
    ObserverCame,
    ObserverLeft,
    SeatFilled,
    SeatLeft,
    SeatTaken,
    SteppedOut,
    WhereSaid,
)
from simulations.engine.guards import not_facilitator
from simulations.engine.keeping import logged, seated
from simulations.engine.moment import Answer, Deciders, Evolvers, Moment
from simulations.engine.refusals import Refusal, refuse
from simulations.engine.returning import told_what_they_missed
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import SeatId
from simulations.engine.scenario.vocabulary import Player
from simulations.engine.state import ConferenceState, SeatState

Filler = Literal["script", "statement"]


def take_seat(moment: Moment, command: TakeSeat) -> Answer:
    """A person sits down; asking again for one's own seat changes nothing but what one says anew."""
    refusal = _not_for_asker(moment, command) or _occupied(moment, command)
    if refusal := refusal or _miscast(moment.scenario, command):
        return refusal
    taken = SeatTaken(
        at=moment.now, audience=moment.everyone(), seat=command.seat, person=command.person,
        played_by=command.played_by, language=command.language, where=command.where,
        reading=moment.at_table and moment.seat(command.seat).person != command.person,
    )  # fmt: skip
    return () if _same(moment.seat(command.seat), taken) else (taken,)


def _not_for_asker(moment: Moment, command: TakeSeat) -> Refusal | None:
    if command.seat not in moment.scenario.seats:
        return refuse("no-such-seat")
    if moment.state.status == "closed":
        return refuse("closed")
    by = command.by
    own = isinstance(by, Seated) and by.seat == command.seat
    return None if own or isinstance(by, Facilitator) else refuse("not-yours")


def _occupied(moment: Moment, command: TakeSeat) -> Refusal | None:
    seat = moment.seat(command.seat)
    if seat.filled == "person" and seat.person != command.person:
        return refuse("seat-taken")
    others = (state for other, state in moment.state.seats.items() if other != command.seat)
    if all(state.person != command.person for state in others):
        return None
    return refuse("they-have-a-seat" if isinstance(command.by, Facilitator) else "you-have-a-seat")


def _miscast(scenario: Scenario, command: TakeSeat) -> Refusal | None:
    seat = scenario.seats[command.seat]
    if Player(command.played_by) not in scenario.casting[seat.id]:
        return refuse("not-by-a-learner" if command.played_by == "learner" else "nobody-may-play")
    if command.played_by == "learner" and seat.part.is_family and not command.volunteers:
        return refuse("volunteers-only")
    return None


def _same(seat: SeatState, taken: SeatTaken) -> bool:
    now = (seat.person, seat.played_by, seat.language, seat.where)
    return now == (taken.person, taken.played_by, taken.language, taken.where) and not seat.out


def leave_seat(moment: Moment, command: LeaveSeat) -> Answer:
    """Get up for good. While the conference is on, a script covers the seat where there is one."""
    if refusal := _not_about(moment, command):
        return refusal
    left = SeatLeft(at=moment.now, audience=moment.everyone(), seat=command.seat)
    cover = filler(moment.scenario, command.seat)
    if cover is None or moment.state.status == "lobby":
        return (left,)
    return (left, SeatFilled(at=moment.now, audience=moment.everyone(), seat=command.seat, by=cover))


def _not_about(moment: Moment, command: LeaveSeat) -> Refusal | None:
    if command.seat not in moment.scenario.seats:
        return refuse("no-such-seat")
    if not isinstance(command.by, Facilitator) and command.by != Seated(command.seat):
        return refuse("not-yours")
    return None if moment.seat(command.seat).filled == "person" else refuse("seat-empty")


def filler(scenario: Scenario, seat: SeatId) -> Filler | None:
    """What fills a seat that nobody has taken: its script, else its statement, else nothing."""
    allowed = scenario.casting[seat]
    if Player.SCRIPT in allowed and scenario.scripts.get(seat):
        return "script"
    return "statement" if Player.STATEMENT in allowed and scenario.papers_of(seat) else None


def step_out(moment: Moment, command: StepOut) -> Answer:
    """Leave the room in one tap."""
    seat = _own_seat(moment, command)
    if isinstance(seat, Refusal):
        return seat
    if moment.seat(seat).out:
        return refuse("already-so")
    return (SteppedOut(at=moment.now, audience=moment.everyone(), seat=seat),)


def come_back(moment: Moment, command: ComeBack) -> Answer:
    """Return to one's seat."""
    seat = _own_seat(moment, command)
    if isinstance(seat, Refusal):
        return seat
    if not moment.seat(seat).out:
        return refuse("not-out")
    return (CameBack(at=moment.now, audience=moment.everyone(), seat=seat),)


def come_in(moment: Moment, command: ComeIn) -> Answer:
    """Join the table, having read."""
    seat = _own_seat(moment, command)
    if isinstance(seat, Refusal):
        return seat
    if not moment.seat(seat).reading:
        return refuse("already-so")
    return (CameIn(at=moment.now, audience=moment.everyone(), seat=seat),)


def say_where(moment: Moment, command: SayWhere) -> Answer:
    """Say who could overhear."""
    seat = _own_seat(moment, command)
    if isinstance(seat, Refusal):
        return seat
    if moment.seat(seat).where == command.where:
        return ()
    return (WhereSaid(at=moment.now, audience=moment.everyone(), seat=seat, where=command.where),)


def _own_seat(moment: Moment, command: StepOut | ComeBack | ComeIn | SayWhere) -> SeatId | Refusal:
    if moment.state.status == "closed":
        return refuse("closed")
    by = command.by
    if not isinstance(by, Seated | Scripted) or by.seat not in moment.scenario.seats:
        return refuse("not-yours")
    wanted = "person" if isinstance(by, Seated) else "script"
    return by.seat if moment.seat(by.seat).filled == wanted else refuse("not-yours")


def cover_seat(moment: Moment, command: CoverSeat) -> Answer:
    """Have an empty seat played by its script, or stood for by its statement."""
    if refusal := (not_facilitator(command.by) or _unknown(moment, command.seat)):
        return refusal
    cover = filler(moment.scenario, command.seat)
    if moment.seat(command.seat).filled is not None:
        return refuse("seat-taken")
    return (_filled(moment, command.seat, cover),) if cover else refuse("no-script")


def release_seat(moment: Moment, command: ReleaseSeat) -> Answer:
    """Take the script off a seat, and keep it empty."""
    if refusal := (not_facilitator(command.by) or _unknown(moment, command.seat)):
        return refusal
    seat = moment.seat(command.seat)
    if seat.filled == "person":
        return refuse("seat-taken")
    if seat.kept_empty and seat.filled is None:
        return ()
    return (SeatLeft(at=moment.now, audience=moment.everyone(), seat=command.seat, kept_empty=True),)


def _unknown(moment: Moment, seat: SeatId) -> Refusal | None:
    if moment.state.status == "closed":
        return refuse("closed")
    return None if seat in moment.scenario.seats else refuse("no-such-seat")


def _filled(moment: Moment, seat: SeatId, by: Filler) -> Event:
    return SeatFilled(at=moment.now, audience=moment.everyone(), seat=seat, by=by)


def fill_empty_seats(moment: Moment) -> tuple[Event, ...]:
    """Every empty seat with a script or a statement is filled by it, but for those kept empty."""
    empty = (seat for seat, state in moment.state.seats.items() if state.filled is None and not state.kept_empty)
    found = ((seat, filler(moment.scenario, seat)) for seat in empty)
    return tuple(_filled(moment, seat, by) for seat, by in found if by)


def missing_seats(moment: Moment) -> tuple[SeatId, ...]:
    """The required seats that nobody has taken and nothing will fill."""
    return tuple(seat.id for seat in moment.scenario.seats.values() if seat.required and _stays_empty(moment, seat.id))


def _stays_empty(moment: Moment, seat: SeatId) -> bool:
    state = moment.seat(seat)
    return state.filled is None and (state.kept_empty or filler(moment.scenario, seat) is None)


def observe(moment: Moment, command: Observe) -> Answer:
    """Somebody watches, visibly."""
    if not isinstance(command.by, Observer):
        return refuse("not-yours")
    if command.by.person in moment.state.observers:
        return ()
    return (ObserverCame(at=moment.now, audience=moment.everyone(), person=command.by.person),)


def stop_observing(moment: Moment, command: StopObserving) -> Answer:
    """Somebody no longer watches."""
    if not isinstance(command.by, Observer) or command.by.person not in moment.state.observers:
        return refuse("not-yours")
    return (ObserverLeft(at=moment.now, audience=moment.everyone(), person=command.by.person),)


def sit_in(moment: Moment, command: SitIn) -> Answer:
    """The facilitator joins the table."""
    if refusal := not_facilitator(command.by):
        return refusal
    return () if moment.state.facilitator_in else (FacilitatorSatIn(at=moment.now, audience=moment.everyone()),)


def sit_out(moment: Moment, command: SitOut) -> Answer:
    """The facilitator leaves the table."""
    if refusal := not_facilitator(command.by):
        return refusal
    if any(seat.stood_in for seat in moment.state.seats.values()):
        return refuse("still-standing-in")
    return (FacilitatorSatOut(at=moment.now, audience=moment.everyone()),) if moment.state.facilitator_in else ()


DECIDE: Deciders = {
    TakeSeat: take_seat, LeaveSeat: leave_seat, StepOut: step_out, ComeBack: come_back, ComeIn: come_in, SayWhere: say_where,
    CoverSeat: cover_seat, ReleaseSeat: release_seat, Observe: observe, StopObserving: stop_observing,
    SitIn: sit_in, SitOut: sit_out,
}  # fmt: skip


def seat_taken(scenario: Scenario, state: ConferenceState, event: SeatTaken) -> ConferenceState:
    """A person is there; what the seat already was (on the line, its papers) stays."""
    before = state.seats[event.seat]
    now = replace(
        before, filled="person", person=event.person, played_by=event.played_by, language=event.language,
        where=event.where, out=False, covered=False, kept_empty=False, stood_in=False, voice=None,
        reading=event.reading or (before.reading and before.person == event.person),
    )  # fmt: skip
    state = seated(state, event.seat, now)
    if before.person == event.person:
        return _here_again(state, event, event.seat) if before.out else state
    state = logged(state, event, "seat", seat=event.seat, what="reading" if event.reading else "taken")
    return _here_again(state, event, event.seat)


def _here_again(state: ConferenceState, event: SeatTaken | CameBack | CameIn, seat: SeatId) -> ConferenceState:
    """They are told what they missed; who still reads will be told the rest."""
    state = told_what_they_missed(state, event, seat)
    now = state.seats[seat]
    return seated(state, seat, replace(now, away_since=event.at if now.reading else None))


def seat_filled(scenario: Scenario, state: ConferenceState, event: SeatFilled) -> ConferenceState:
    """A script or a statement is there; `covered` where a person had been before it."""
    before = state.seats[event.seat]
    now = replace(_nobody(before), filled=event.by, covered=before.covered)
    return logged(seated(state, event.seat, now), event, "seat", seat=event.seat, what="filled")


def _nobody(before: SeatState) -> SeatState:
    """The seat without whoever was on it; what happened to the seat itself stays."""
    return SeatState(
        on_the_line=before.on_the_line,
        arrived=before.arrived,
        cut_off=before.cut_off,
        beside=before.beside,
        sent_out=before.sent_out,
        away_since=before.away_since,
    )


def seat_left(scenario: Scenario, state: ConferenceState, event: SeatLeft) -> ConferenceState:
    """Nobody is there. That a person was, while the conference was on, is kept for whatever fills it next."""
    before = state.seats[event.seat]
    covered = before.covered or (before.filled == "person" and state.status != "lobby")
    since = event.at if before.filled == "person" and before.away_since is None else before.away_since
    now = replace(_nobody(before), kept_empty=event.kept_empty, covered=covered, away_since=since)
    state = logged(seated(state, event.seat, now), event, "seat", seat=event.seat, what="left")
    return off_the_floor(state, event.seat)


def stepped_out(scenario: Scenario, state: ConferenceState, event: SteppedOut) -> ConferenceState:
    """Out of the room, and off the floor."""
    state = seated(state, event.seat, replace(state.seats[event.seat], out=True, away_since=event.at))
    return off_the_floor(logged(state, event, "seat", seat=event.seat, what="stepped-out"), event.seat)


def off_the_floor(state: ConferenceState, seat: SeatId) -> ConferenceState:
    """Without the floor, and with the hand down."""
    floor = state.floor
    hands = tuple(hand for hand in floor.hands if hand != seat)
    holder = None if floor.holder == seat else floor.holder
    return state if (hands, holder) == (floor.hands, floor.holder) else replace(
        state, floor=replace(floor, hands=hands, holder=holder)
    )  # fmt: skip


def came_back(scenario: Scenario, state: ConferenceState, event: CameBack) -> ConferenceState:
    """In the room again."""
    state = seated(state, event.seat, replace(state.seats[event.seat], out=False))
    return _here_again(logged(state, event, "seat", seat=event.seat, what="came-back"), event, event.seat)


def came_in(scenario: Scenario, state: ConferenceState, event: CameIn) -> ConferenceState:
    """At the table from now on."""
    state = seated(state, event.seat, replace(state.seats[event.seat], reading=False))
    return _here_again(logged(state, event, "seat", seat=event.seat, what="came-in"), event, event.seat)


def where_said(scenario: Scenario, state: ConferenceState, event: WhereSaid) -> ConferenceState:
    """Everyone sees who could be overheard."""
    return seated(state, event.seat, replace(state.seats[event.seat], where=event.where))


def observer_came(scenario: Scenario, state: ConferenceState, event: ObserverCame) -> ConferenceState:
    """One more observer."""
    return replace(state, observers=(*state.observers, event.person))


def observer_left(scenario: Scenario, state: ConferenceState, event: ObserverLeft) -> ConferenceState:
    """One observer fewer."""
    return replace(state, observers=tuple(each for each in state.observers if each != event.person))


def facilitator_sat_in(scenario: Scenario, state: ConferenceState, event: FacilitatorSatIn) -> ConferenceState:
    """The facilitator hears the table."""
    return replace(state, facilitator_in=True)


def facilitator_sat_out(scenario: Scenario, state: ConferenceState, event: FacilitatorSatOut) -> ConferenceState:
    """The facilitator no longer hears it."""
    return replace(state, facilitator_in=False)


EVOLVE: Evolvers = {
    SeatTaken: seat_taken, SeatFilled: seat_filled, SeatLeft: seat_left, SteppedOut: stepped_out, CameBack: came_back, CameIn: came_in,
    WhereSaid: where_said, ObserverCame: observer_came, ObserverLeft: observer_left,
    FacilitatorSatIn: facilitator_sat_in, FacilitatorSatOut: facilitator_sat_out,
}  # fmt: skip
