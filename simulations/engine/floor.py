"""The floor: hands, and whom the chair asks to speak.

Only where people type does the floor keep anybody from speaking; round a real table it shows whose turn it is.
"""

from msgspec.structs import replace

from simulations.engine.actors import seat_of
from simulations.engine.commands import GiveFloor, HandBack, LowerHand, RaiseHand
from simulations.engine.events import Event, FloorGiven, FloorReturned, HandLowered, HandRaised, TurnPassed
from simulations.engine.guards import not_at_table, not_chair, not_running, not_seated, own_seat
from simulations.engine.moment import Answer, Deciders, Evolvers, Moment
from simulations.engine.refusals import refuse
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import SeatId
from simulations.engine.state import ConferenceState, Turn


def raise_hand(moment: Moment, command: RaiseHand) -> Answer:
    """Ask for the floor; a hand that is up stays up."""
    if refusal := (not_running(moment) or not_seated(moment, command.by) or not_at_table(moment)):
        return refusal
    seat, floor = own_seat(command.by), moment.state.floor
    if floor.kind == "open":
        return refuse("no-hands-here")
    if floor.holder == seat:
        return refuse("you-have-the-floor")
    return () if seat in floor.hands else (HandRaised(at=moment.now, audience=moment.hearers(), seat=seat),)


def lower_hand(moment: Moment, command: LowerHand) -> Answer:
    """No longer ask for it."""
    if refusal := (not_running(moment) or not_seated(moment, command.by)):
        return refusal
    seat = own_seat(command.by)
    up = seat in moment.state.floor.hands
    return (HandLowered(at=moment.now, audience=moment.hearers(), seat=seat),) if up else ()


def give_floor(moment: Moment, command: GiveFloor) -> Answer:
    """The chair asks somebody in the room to speak, whether or not their hand is up."""
    if refusal := (not_running(moment) or not_chair(moment, command.by) or not_at_table(moment)):
        return refusal
    if command.seat not in moment.scenario.seats:
        return refuse("no-such-seat")
    if moment.state.floor.kind == "open":
        return refuse("no-hands-here")
    if not moment.in_room(command.seat):
        return refuse("nobody-there")
    if moment.state.floor.holder == command.seat:
        return ()
    return (FloorGiven(at=moment.now, audience=moment.hearers(), seat=command.seat),)


def hand_back(moment: Moment, command: HandBack) -> Answer:
    """Whoever has the floor gives it back, or the chair takes it."""
    if refusal := not_running(moment):
        return refusal
    holder = moment.state.floor.holder
    if holder is None:
        return refuse("already-so")
    if seat_of(command.by) != holder and not moment.acts_as_chair(command.by):
        return refuse("floor-elsewhere")
    return (FloorReturned(at=moment.now, audience=moment.hearers(), seat=holder),)


DECIDE: Deciders = {RaiseHand: raise_hand, LowerHand: lower_hand, GiveFloor: give_floor, HandBack: hand_back}


def hand_raised(scenario: Scenario, state: ConferenceState, event: HandRaised) -> ConferenceState:
    """Last in the order of hands."""
    return replace(state, floor=replace(state.floor, hands=(*state.floor.hands, event.seat)))


def hand_lowered(scenario: Scenario, state: ConferenceState, event: HandLowered) -> ConferenceState:
    """Out of the order of hands."""
    return replace(state, floor=replace(state.floor, hands=_but(state.floor.hands, event.seat)))


def floor_given(scenario: Scenario, state: ConferenceState, event: FloorGiven) -> ConferenceState:
    """The seat has the floor, its hand is down, and in a round its turn has come."""
    floor = replace(
        state.floor, holder=event.seat, since=state.clock.read(event.at),
        hands=_but(state.floor.hands, event.seat), to_come=_but(state.floor.to_come, event.seat),
    )  # fmt: skip
    return replace(state, floor=floor)


def floor_returned(scenario: Scenario, state: ConferenceState, event: FloorReturned) -> ConferenceState:
    """Nobody has it."""
    return replace(state, floor=replace(state.floor, holder=None))


def turn_passed(scenario: Scenario, state: ConferenceState, event: TurnPassed) -> ConferenceState:
    """Its turn in the round is over before it began."""
    return replace(state, floor=replace(state.floor, to_come=_but(state.floor.to_come, event.seat)))


def turned(before: ConferenceState, after: ConferenceState, event: Event) -> ConferenceState:
    """With the turn that this event ended, and its length, where people talk in the room's own audio: whoever has the floor speaks."""
    was, now = before.floor, after.floor
    if (
        was is now
        or was.holder is None
        or before.setting != "here"
        or (was.holder, was.since) == (now.holder, now.since)
    ):
        return after
    turn = Turn(seat=was.holder, began=was.since, took=before.clock.read(event.at) - was.since)
    return replace(after, turns=after.turns.and_then(turn))


def _but(seats: tuple[SeatId, ...], seat: SeatId) -> tuple[SeatId, ...]:
    return tuple(each for each in seats if each != seat)


EVOLVE: Evolvers = {
    HandRaised: hand_raised, HandLowered: hand_lowered, FloorGiven: floor_given, FloorReturned: floor_returned,
    TurnPassed: turn_passed,
}  # fmt: skip
