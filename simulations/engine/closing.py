"""A closed part: the chair goes on without somebody, on a listed ground, and asks them back in.

Practitioners ask for it; no scenario presets it. Everybody sees who is outside. Why is known to those who remain, and
what was said meanwhile to nobody else: a view or decision that rests on it shows others only that it does.
"""

from msgspec.structs import replace

from simulations.engine.asking import PRACTITIONERS
from simulations.engine.audience import Audience
from simulations.engine.commands import AskClosedPart, ClosePart, Reopen
from simulations.engine.events import ClosedPartAsked, PartClosed, PartReopened, SentOut
from simulations.engine.guards import not_at_table, not_chair, not_running, not_seated, own_seat
from simulations.engine.keeping import logged, noticed, opened, seated
from simulations.engine.moment import Answer, Deciders, Evolvers, Moment, only
from simulations.engine.refusals import refuse
from simulations.engine.scenario.model import Scenario
from simulations.engine.seats import off_the_floor
from simulations.engine.state import ClosedPart, ConferenceState


def ask_closed_part(moment: Moment, command: AskClosedPart) -> Answer:
    """Ask the chair for a closed part, on a ground; only the chair reads it."""
    if refusal := (not_running(moment) or not_seated(moment, command.by) or not_at_table(moment)):
        return refusal
    seat, chair = own_seat(command.by), moment.chair
    if moment.scenario.seats[seat].part not in PRACTITIONERS or seat == chair:
        return refuse("not-yours")
    readers = [chair] if chair is not None and moment.in_room(chair) else []
    audience = only(seat, *readers, facilitator=not moment.person_in_chair())
    return (ClosedPartAsked(at=moment.now, audience=audience, seat=seat, ground=command.ground),)


def close_part(moment: Moment, command: ClosePart) -> Answer:
    """Go on without these seats; the chair's own stays."""
    if refusal := (not_running(moment) or not_chair(moment, command.by) or not_at_table(moment)):
        return refusal
    if moment.state.closed is not None:
        return refuse("part-is-closed")
    if not command.without or not set(command.without) <= set(moment.scenario.seats):
        return refuse("no-such-seat")
    if moment.chair in command.without:
        return refuse("chair-stays")
    heard, without = moment.hearers(), tuple(dict.fromkeys(command.without))
    audience = Audience(heard.seats - frozenset(without), True, heard.observers)
    closed = PartClosed(at=moment.now, audience=audience, without=without, ground=command.ground)
    return (closed, *(SentOut(at=moment.now, audience=moment.everyone(), seat=seat) for seat in without))


def reopen(moment: Moment, command: Reopen) -> Answer:
    """Everybody comes back in."""
    if refusal := (not_running(moment) or not_chair(moment, command.by)):
        return refusal
    if moment.state.closed is None:
        return refuse("part-is-open")
    return (PartReopened(at=moment.now, audience=moment.everyone()),)


DECIDE: Deciders = {AskClosedPart: ask_closed_part, ClosePart: close_part, Reopen: reopen}


def closed_part_asked(scenario: Scenario, state: ConferenceState, event: ClosedPartAsked) -> ConferenceState:
    """A notice for the chair, and for the one who asked."""
    key = f"{event.seat}-{event.at.isoformat()}"
    return noticed(state, event, "closed-part-asked", key, seat=event.seat, ground=event.ground)


def part_closed(scenario: Scenario, state: ConferenceState, event: PartClosed) -> ConferenceState:
    """Why, and who is out, is kept for the record."""
    part = ClosedPart(without=frozenset(event.without), ground=event.ground, began=event.at)
    return logged(replace(state, closed=part), event, "closed", what=event.ground)


def sent_out(scenario: Scenario, state: ConferenceState, event: SentOut) -> ConferenceState:
    """Out of hearing, and off the floor."""
    state = seated(state, event.seat, replace(state.seats[event.seat], sent_out=True))
    return off_the_floor(logged(state, event, "seat", seat=event.seat, what="sent-out"), event.seat)


def part_reopened(scenario: Scenario, state: ConferenceState, event: PartReopened) -> ConferenceState:
    """All are in the room again."""
    return logged(opened(state), event, "reopened")


EVOLVE: Evolvers = {
    ClosedPartAsked: closed_part_asked, PartClosed: part_closed, SentOut: sent_out, PartReopened: part_reopened,
}  # fmt: skip
