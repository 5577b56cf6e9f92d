"""What an inject does to the room: seats come, go and lose their connection, somebody sits unseen beside one, a paper is
laid before everybody.

A seat whose connection is gone hears nothing and says nothing until it is back; whoever sits there keeps their papers. An
adult beside a seat hears what that seat hears, and only that seat knows: nobody is asked to confirm before somebody
they cannot see, and what is withheld from that adult is breached all the same.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from simulations.engine.events import (
    CameBack,
    Event,
    PaperRevealed,
    SeatArrived,
    SeatDisconnected,
    SeatReconnected,
    SomebodyBeside,
    SteppedOut,
)
from simulations.engine.keeping import logged, next_key, put, seated, without
from simulations.engine.moment import Evolvers, Moment, only
from simulations.engine.returning import told_what_they_missed
from simulations.engine.scenario.meeting import Effect, Inject
from simulations.engine.scenario.model import Scenario
from simulations.engine.seats import off_the_floor
from simulations.engine.sharing import beside, keep_sharing, spoken_in
from simulations.engine.state import ConferenceState, Sharing


def effects_of(moment: Moment, inject: Inject) -> Iterator[Event]:
    """What an inject does to the room, as far as it is not so already."""
    if inject.effect is None:
        return
    yield from _movements(moment, inject.effect)
    yield from _connection(moment, inject.effect)
    for seat, adult in inject.effect.beside.items():
        audience = only(seat, facilitator=True)
        yield SomebodyBeside(at=moment.now, audience=audience, seat=seat, adult=adult)
    if inject.effect.reveal is not None:
        yield PaperRevealed(at=moment.now, audience=moment.hearers(), paper=inject.effect.reveal)


def _movements(moment: Moment, effect: Effect) -> Iterator[Event]:
    for seat in effect.leave:
        if moment.in_room(seat):
            yield SteppedOut(at=moment.now, audience=moment.everyone(), seat=seat)
    for seat in effect.arrive:
        if moment.seat(seat).out:
            yield CameBack(at=moment.now, audience=moment.everyone(), seat=seat)
        if not moment.scenario.seats[seat].present and not moment.seat(seat).arrived:
            yield SeatArrived(at=moment.now, audience=moment.everyone(), seat=seat)


def _connection(moment: Moment, effect: Effect) -> Iterator[Event]:
    seat = effect.disconnect
    if seat is not None and not moment.seat(seat).cut_off:
        yield SeatDisconnected(at=moment.now, audience=moment.everyone(), seat=seat, seconds=effect.for_)
    back = (each for each in effect.arrive if moment.seat(each).cut_off)
    yield from (SeatReconnected(at=moment.now, audience=moment.everyone(), seat=each) for each in back)


def connection_returns(moment: Moment) -> tuple[Event, ...]:
    """The next seat whose time without a connection is over."""
    for seat, then in moment.state.back_at.items():
        if then <= moment.elapsed:
            return (SeatReconnected(at=moment.now, audience=moment.everyone(), seat=seat),)
    return ()


def seat_arrived(scenario: Scenario, state: ConferenceState, event: SeatArrived) -> ConferenceState:
    """In the room from now on."""
    state = seated(state, event.seat, replace(state.seats[event.seat], arrived=True))
    return logged(state, event, "seat", seat=event.seat, what="arrived")


def seat_disconnected(scenario: Scenario, state: ConferenceState, event: SeatDisconnected) -> ConferenceState:
    """Out of hearing, and off the floor; back by itself where a time is told."""
    state = seated(state, event.seat, replace(state.seats[event.seat], cut_off=True, away_since=event.at))
    if event.seconds is not None:
        state = replace(state, back_at=put(state.back_at, event.seat, state.clock.after(event.at, event.seconds)))
    return off_the_floor(logged(state, event, "seat", seat=event.seat, what="disconnected"), event.seat)


def seat_reconnected(scenario: Scenario, state: ConferenceState, event: SeatReconnected) -> ConferenceState:
    """In hearing again."""
    state = told_what_they_missed(replace(state, back_at=without(state.back_at, event.seat)), event, event.seat)
    state = seated(state, event.seat, replace(state.seats[event.seat], cut_off=False, away_since=None))
    return logged(state, event, "seat", seat=event.seat, what="reconnected")


def somebody_beside(scenario: Scenario, state: ConferenceState, event: SomebodyBeside) -> ConferenceState:
    """They hear what this seat hears."""
    return seated(state, event.seat, replace(state.seats[event.seat], beside=event.adult))


def paper_revealed(scenario: Scenario, state: ConferenceState, event: PaperRevealed) -> ConferenceState:
    """All its passages lie on the table, and nobody has said them."""
    key, moment = next_key(state), state.clock.read(event.at)
    for passage in scenario.papers[event.paper].passages:
        shown = Sharing(
            key=key, passage=passage.id, seat=None, how="shown", moment=moment, phase=state.phase.id,
            language=spoken_in(scenario, passage.id), audience=event.audience, marked_by=None, at=event.at,
            by_person=False, beside=beside(state, event.audience),
        )  # fmt: skip
        state = keep_sharing(scenario, state, shown)
    return logged(state, event, "revealed", paper=event.paper)


EVOLVE: Evolvers = {
    SeatArrived: seat_arrived, SeatDisconnected: seat_disconnected, SeatReconnected: seat_reconnected,
    SomebodyBeside: somebody_beside, PaperRevealed: paper_revealed,
}  # fmt: skip
