"""Speaking, and sharing passages: said, shown, in own words, marked where people talk aloud, taken back in time.

A passage that carries a fact shares that fact, whichever way. Nobody is told that it did.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from msgspec.structs import replace

from simulations.engine.actors import Actor, Facilitator, Observer, seat_of
from simulations.engine.audience import Audience
from simulations.engine.commands import HeardIt, NotedIt, SaidIt, Share, Speak, Undo
from simulations.engine.events import PassageShared, SharingUndone, Spoke
from simulations.engine.guards import (
    may_not_speak,
    not_at_table,
    not_running,
    not_seated,
    own_seat,
)
from simulations.engine.hindsight import room_at
from simulations.engine.keeping import logged, next_key, put, speaks_for_itself, without
from simulations.engine.moment import AT_THE_TABLE, Answer, Deciders, Evolvers, Moment
from simulations.engine.refusals import Refusal, refuse
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import FactId, PassageId, SeatId
from simulations.engine.state import ConferenceState, OpenAsk, Sharing
from simulations.engine.words import How, Language, Words

UNDO_WITHIN = timedelta(seconds=10)


def speak(moment: Moment, command: Speak) -> Answer:
    """Say something to the room."""
    if refusal := (not_running(moment) or not_seated(moment, command.by)):
        return refusal
    seat = own_seat(command.by)
    if refusal := may_not_speak(moment, seat):
        return refusal
    answers = answered_by(moment.state, seat, command.answers)
    spoke = Spoke(at=moment.now, audience=moment.hearers(), seat=seat, said=command.words, answers=answers)
    return (spoke,)


def share(moment: Moment, command: Share) -> Answer:
    """Say or show a passage of one's own."""
    if refusal := (not_running(moment) or not_seated(moment, command.by)):
        return refusal
    seat = own_seat(command.by)
    if refusal := (_not_shareable(moment, seat, command) or withheld(moment, (command.passage,), command.confirm)):
        return refusal
    said = command.words if command.how == "own-words" else None
    shared = PassageShared(
        at=moment.now, audience=moment.hearers(), passage=command.passage, seat=seat, how=command.how,
        said_at=moment.now, said=said, language=_language(moment, seat, command),
        answers=answered_by(moment.state, seat, command.answers),
    )  # fmt: skip
    return (shared,)


def _not_shareable(moment: Moment, seat: SeatId, command: Share) -> Refusal | None:
    if not moment.holds_passage(seat, command.passage):
        return refuse("not-your-passage")
    if refusal := (not_at_table(moment) or may_not_speak(moment, seat)):
        return refusal
    if command.how == "own-words" and command.words is None:
        return refuse("words-needed")
    same = (each for each in sharings(moment.state, command.passage) if each.seat == seat and each.how == command.how)
    return refuse("already-shared") if any(same) else None


def withheld(moment: Moment, passages: tuple[PassageId, ...], confirm: bool) -> Refusal | None:
    """Saying before somebody what is withheld from them wants a confirmation."""
    return refuse("withheld-needs-confirming") if not confirm and moment.kept_from_room(passages) else None


def _language(moment: Moment, seat: SeatId, command: Share) -> Language | None:
    if command.language:
        return command.language
    if isinstance(command.words, Words):
        return command.words.language
    own = moment.seat(seat).language or ("cy" if moment.scenario.languages[0] == "cy" else "en")
    return spoken_in(moment.scenario, command.passage) or own


def spoken_in(scenario: Scenario, passage: PassageId) -> Language | None:
    """The language that a passage is told to be said in, by itself or by its paper."""
    told = scenario.passage(passage).spoken or scenario.paper_with(passage).spoken
    return None if told is None else ("cy" if told == "cy" else "en")


def answered_by(state: ConferenceState, seat: SeatId, named: str | None) -> str | None:
    """The question that this contribution answers: the one named, else the oldest open one put to the seat."""
    if named is not None:
        return named if named in state.asks and state.asks[named].of == seat else None
    return next((ask.key for ask in state.asks.values() if ask.of == seat and not ask.answered), None)


def sharings(state: ConferenceState, passage: PassageId) -> tuple[Sharing, ...]:
    """Every time a passage was shared, without what was taken back."""
    return state.sharings.get(passage, ())


def sharings_of(state: ConferenceState, fact: FactId) -> tuple[Sharing, ...]:
    """Every time a fact was shared, without what was taken back."""
    return state.facts.get(fact, ())


# Marks: where people talk aloud


def said_it(moment: Moment, command: SaidIt) -> Answer:
    """'I have said this.'"""
    if refusal := not_seated(moment, command.by):
        return refusal
    seat = own_seat(command.by)
    if not moment.holds_passage(seat, command.passage):
        return refuse("not-your-passage")
    if command.said_at is None and (refusal := withheld(moment, (command.passage,), command.confirm)):
        return refusal
    return _marked(moment, command, seat, seat, command.how)


def heard_it(moment: Moment, command: HeardIt) -> Answer:
    """'I heard that': of a passage one holds oneself, said by somebody else."""
    if refusal := not_seated(moment, command.by):
        return refusal
    seat = own_seat(command.by)
    if not moment.holds_passage(seat, command.passage):
        return refuse("not-your-passage")
    if command.seat is not None and command.seat not in moment.scenario.seats:
        return refuse("no-such-seat")
    return _marked(moment, command, command.seat, seat, "said")


def noted_it(moment: Moment, command: NotedIt) -> Answer:
    """The facilitator or an observer notes what a seat said."""
    if not isinstance(command.by, Facilitator | Observer):
        return refuse("not-yours")
    if isinstance(command.by, Observer) and command.by.person not in moment.state.observers:
        return refuse("not-watching")
    if command.seat not in moment.scenario.seats:
        return refuse("no-such-seat")
    if not moment.holds_passage(command.seat, command.passage):
        return refuse("not-your-passage")
    return _marked(moment, command, command.seat, marker(command.by), "said")


def marker(actor: Actor) -> str:
    """Who marks, as an event tells it."""
    return seat_of(actor) or ("facilitator" if isinstance(actor, Facilitator) else "observer")


def _marked(moment: Moment, command: SaidIt | HeardIt | NotedIt, sayer: SeatId | None, by: str, how: How) -> Answer:
    if refusal := _not_markable(moment, command.said_at):
        return refusal
    again = (each.marked_by == by and each.how == how for each in sharings(moment.state, command.passage))
    if any(again):
        return refuse("already-shared")
    said_at = command.said_at or moment.now
    shared = PassageShared(
        at=moment.now, audience=_heard_then(moment, command, said_at), passage=command.passage, seat=sayer, how=how,
        said_at=said_at, language=_heard_in(moment, sayer, command.passage), marked_by=by,
    )  # fmt: skip
    return (shared,)


def _heard_then(moment: Moment, command: SaidIt | HeardIt | NotedIt, said_at: datetime) -> Audience:
    """Those who were there when it was said, and whoever marks it."""
    now = moment.hearers()
    return Audience(
        now.seats if said_at == moment.now else room_at(moment, said_at),
        now.facilitator or isinstance(command.by, Facilitator),
        now.observers,
    )


def _heard_in(moment: Moment, sayer: SeatId | None, passage: PassageId) -> Language | None:
    return spoken_in(moment.scenario, passage) or (moment.seat(sayer).language if sayer else None)


def _not_markable(moment: Moment, said_at: datetime | None) -> Refusal | None:
    state = moment.state
    if state.setting == "text":
        return refuse("typed-here")
    if state.status in ("lobby", "closed"):
        return refuse("not-started" if state.status == "lobby" else "closed")
    if state.steps:
        return refuse("debrief-open")
    then = state.clock.was(said_at) if said_at and said_at <= moment.now else moment.elapsed
    if said_at and (said_at > moment.now or not _was_at_table(moment, then)):
        return refuse("moment-outside")
    return None if said_at or moment.at_table else refuse("not-at-the-table")


def _was_at_table(moment: Moment, then: timedelta) -> bool:
    phase = moment.phase_at(then)
    return phase is not None and moment.scenario.phase(phase).agenda in AT_THE_TABLE


# Taking back


def undo(moment: Moment, command: Undo) -> Answer:
    """Take back one's own sharing or mark within ten seconds of the conference's clock."""
    if moment.state.status == "closed" or moment.state.steps:
        return refuse("closed" if moment.state.status == "closed" else "debrief-open")
    found = [each for each in _all(moment.state) if each.key == command.item and _by(each, command.by)]
    if not found:
        return refuse("nothing-to-undo")
    if moment.elapsed - moment.state.clock.was(found[0].at) > UNDO_WITHIN:
        return refuse("too-late-to-undo")
    return (SharingUndone(at=moment.now, audience=found[0].audience, key=command.item),)


def _all(state: ConferenceState) -> tuple[Sharing, ...]:
    return tuple(each for of_passage in state.sharings.values() for each in of_passage)


def _by(sharing: Sharing, actor: Actor) -> bool:
    return (sharing.marked_by or sharing.seat) == marker(actor)


DECIDE: Deciders = {Speak: speak, Share: share, SaidIt: said_it, HeardIt: heard_it, NotedIt: noted_it, Undo: undo}


def spoke(scenario: Scenario, state: ConferenceState, event: Spoke) -> ConferenceState:
    """Something said stands in the log, and answers what was asked."""
    at_table = state.phase.id is not None and scenario.phase(state.phase.id).agenda in AT_THE_TABLE
    state = logged(state, event, "said", seat=event.seat, said=event.said, answers=event.answers)
    spoken = state.spoken | {event.seat} if at_table else state.spoken
    return replace(state, spoken=spoken, asks=asks_after(state, event.seat, event.answers))


def passage_shared(scenario: Scenario, state: ConferenceState, event: PassageShared) -> ConferenceState:
    """A passage lies on the table; if it carries a fact, that fact is shared."""
    sharing = _sharing(scenario, state, event)
    asks = asks_after(state, event.seat, event.answers) if event.seat else state.asks
    state = logged(
        keep_sharing(scenario, state, sharing), event, "shared", seat=event.seat, said=event.said, passage=event.passage,
        how=event.how, language=event.language, answers=event.answers, marked_by=event.marked_by, said_at=event.said_at,
    )  # fmt: skip
    return replace(state, asks=asks)


def _sharing(scenario: Scenario, state: ConferenceState, event: PassageShared) -> Sharing:
    then = state.clock.was(event.said_at) if event.said_at < event.at else state.clock.read(event.at)
    begun = [phase for phase, began in state.began.items() if began <= then]
    return Sharing(
        key=next_key(state), passage=event.passage, seat=event.seat, how=event.how, moment=then,
        phase=begun[-1] if begun else None, language=event.language, audience=event.audience,
        marked_by=event.marked_by, at=event.at, by_person=_by_person(state, event.seat), beside=beside(state, event.audience),
    )  # fmt: skip


def beside(state: ConferenceState, audience: Audience) -> frozenset[str]:
    """The adults who hear, unseen, what these seats hear."""
    return frozenset(str(adult) for seat in audience.seats if (adult := state.seats[seat].beside) is not None)


def _by_person(state: ConferenceState, seat: SeatId | None) -> bool:
    return seat is None or speaks_for_itself(state, seat)


def keep_sharing(scenario: Scenario, state: ConferenceState, sharing: Sharing) -> ConferenceState:
    """Under its passage, and under the fact that it carries."""
    earlier = state.sharings.get(sharing.passage, ())
    state = replace(state, sharings=put(state.sharings, sharing.passage, (*earlier, sharing)))
    fact = scenario.passage(sharing.passage).fact
    if fact is None:
        return state
    return replace(state, facts=put(state.facts, fact, (*state.facts.get(fact, ()), sharing)))


def asks_after(state: ConferenceState, seat: SeatId, answers: str | None) -> Mapping[str, OpenAsk]:
    """The questions still open after a seat spoke: what it answered is marked, what others had answered goes."""
    asks = state.asks
    gone = [ask.key for ask in asks.values() if ask.answered and ask.of != seat]
    asks = without(asks, *gone)
    if answers is None or answers not in asks or asks[answers].answered:
        return asks
    return put(asks, answers, replace(asks[answers], answered=True))


def sharing_undone(scenario: Scenario, state: ConferenceState, event: SharingUndone) -> ConferenceState:
    """It stays in the log, marked, and counts for nothing."""
    passage = next(each.passage for each in _all(state) if each.key == event.key)
    left = tuple(each for each in state.sharings[passage] if each.key != event.key)
    state = replace(state, undone=state.undone | {event.key}, sharings=put(state.sharings, passage, left))
    fact = scenario.passage(passage).fact
    if fact is None:
        return state
    return replace(state, facts=put(state.facts, fact, tuple(s for s in state.facts[fact] if s.key != event.key)))


EVOLVE: Evolvers = {Spoke: spoke, PassageShared: passage_shared, SharingUndone: sharing_undone}
