"""Asking a seat, calling an agency that sent only a report, and having a statement read out.

Asking a holder about a topic is asking for the facts under it; papers kept for whoever asks come into the asker's
hands, and into their holder's. What was asked for is never told.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from simulations.engine.actors import Facilitator, Scripted
from simulations.engine.commands import Ask, AskToRead, Call, NothingOnThat, ReadOut
from simulations.engine.events import (
    AgencyCalled,
    Asked,
    Event,
    NothingAdded,
    PapersHanded,
    ReadingAsked,
    StatementRead,
)
from simulations.engine.guards import (
    may_not_speak,
    not_at_table,
    not_chair,
    not_running,
    not_seated,
    own_seat,
)
from simulations.engine.keeping import logged, next_key, noticed, put, seated, speaks_for_itself, without
from simulations.engine.moment import Answer, Deciders, Evolvers, Moment, only
from simulations.engine.refusals import Refusal, refuse
from simulations.engine.scenario import conditions as told
from simulations.engine.scenario.conditions import Condition
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.papers import HandedOver, Paper
from simulations.engine.scenario.values import FactId, PaperId, SeatId, TopicId
from simulations.engine.scenario.vocabulary import PRACTITIONERS as PRACTITIONERS
from simulations.engine.sharing import asks_after, beside, keep_sharing, spoken_in, withheld
from simulations.engine.state import ConferenceState, HeldPaper, OpenAsk, Sharing


def ask(moment: Moment, command: Ask) -> Answer:
    """Ask a seat in the room."""
    if refusal := (_may_not_ask(moment, command) or _not_askable(moment, command)):
        return refusal
    asked = Asked(
        at=moment.now, audience=moment.hearers(), seat=own_seat(command.by), of=command.of,
        topic=command.topic, said=command.words,
    )  # fmt: skip
    papers = [paper for paper in _on_request(moment, command.of) if _bears_on(moment.scenario, paper, command.topic)]
    return (asked, *_hand_over(moment, papers, own_seat(command.by), command.of))


def _may_not_ask(moment: Moment, command: Ask | Call) -> Refusal | None:
    refusal = not_running(moment) or not_seated(moment, command.by) or not_at_table(moment)
    if refusal:
        return refusal
    seat = own_seat(command.by)
    if moment.scenario.seats[seat].part not in PRACTITIONERS:
        return refuse("not-yours")
    return may_not_speak(moment, seat)


def _not_askable(moment: Moment, command: Ask) -> Refusal | None:
    if command.of not in moment.scenario.seats:
        return refuse("no-such-seat")
    if command.of == own_seat(command.by):
        return refuse("not-yourself")
    if (command.topic is None) == (command.words is None):
        return refuse("topic-or-words")
    if command.topic is not None and command.topic not in moment.scenario.topics:
        return refuse("no-such-topic")
    if moment.seat(command.of).filled == "statement":
        return refuse("ask-to-read-instead")
    return None if moment.in_room(command.of) else refuse("nobody-there")


def call(moment: Moment, command: Call) -> Answer:
    """Telephone an agency that is not in the room."""
    if refusal := (_may_not_ask(moment, command) or _not_callable(moment, command)):
        return refusal
    asker = own_seat(command.by)
    called = AgencyCalled(at=moment.now, audience=moment.hearers(), seat=asker, called=command.seat)
    return (called, *_hand_over(moment, _on_request(moment, command.seat), asker, command.seat))


def _not_callable(moment: Moment, command: Call) -> Refusal | None:
    if command.seat not in moment.scenario.seats:
        return refuse("no-such-seat")
    if moment.in_room(command.seat) or moment.seat(command.seat).on_the_line:
        return refuse("in-the-room-already")
    family = moment.scenario.seats[command.seat].part.is_family
    return refuse("nobody-there") if family or moment.seat(command.seat).out else None


def _on_request(moment: Moment, holder: SeatId) -> list[Paper]:
    kept = (paper for paper in moment.scenario.papers_of(holder) if paper.available is HandedOver.ON_REQUEST)
    dealt = moment.scenario.dealt_papers()
    return [paper for paper in kept if paper.id not in dealt]


def _bears_on(scenario: Scenario, paper: Paper, topic: TopicId | None) -> bool:
    """A paper bears on the topics of its facts; one whose facts have none is handed over at any question."""
    facts = (scenario.facts[passage.fact] for passage in paper.passages if passage.fact is not None)
    topics = {fact.topic for fact in facts if fact.topic is not None}
    return topic in topics or not topics


def _hand_over(moment: Moment, papers: list[Paper], *seats: SeatId) -> Iterator[Event]:
    for seat in seats:
        if new := not_yet_held(moment, seat, tuple(paper.id for paper in papers)):
            yield PapersHanded(
                at=moment.now, audience=only(seat, facilitator=True), seat=seat, papers=new, why="asked-for"
            )


def not_yet_held(moment: Moment, seat: SeatId, papers: tuple[PaperId, ...]) -> tuple[PaperId, ...]:
    """Those of these papers that are not in a seat's hands."""
    held = {each.paper for each in moment.state.papers.get(seat, ())}
    return tuple(paper for paper in papers if paper not in held)


def nothing_on_that(moment: Moment, command: NothingOnThat) -> Answer:
    """Answer that one has nothing on that."""
    if refusal := (not_running(moment) or not_seated(moment, command.by)):
        return refusal
    seat = own_seat(command.by)
    asked = moment.state.asks.get(command.ask)
    if asked is None or asked.of != seat or asked.answered:
        return refuse("no-such-question")
    return (NothingAdded(at=moment.now, audience=moment.hearers(), seat=seat, ask=command.ask),)


# Statements


def ask_to_read(moment: Moment, command: AskToRead) -> Answer:
    """The chair has somebody read out the statement of a seat; they get it in their hands to read."""
    if refusal := (not_running(moment) or not_chair(moment, command.by) or not_at_table(moment)):
        return refusal
    seats = moment.scenario.seats
    if command.statement not in seats or command.reader not in seats:
        return refuse("no-such-seat")
    if moment.seat(command.statement).filled != "statement":
        return refuse("no-statement")
    if not moment.in_room(command.reader):
        return refuse("nobody-there")
    asked = ReadingAsked(at=moment.now, audience=moment.hearers(), statement=command.statement, reader=command.reader)
    return (asked, *_to_read(moment, command))


def _to_read(moment: Moment, command: AskToRead) -> Iterator[Event]:
    papers = tuple(held.paper for held in moment.state.papers.get(command.statement, ()))
    if new := not_yet_held(moment, command.reader, papers):
        audience = only(command.reader, facilitator=True)
        yield PapersHanded(at=moment.now, audience=audience, seat=command.reader, papers=new, why="to-read")


def read_out(moment: Moment, command: ReadOut) -> Answer:
    """Read a statement out: the chair, the facilitator, or whoever the chair asked."""
    if refusal := (not_running(moment) or not_at_table(moment) or _not_readable(moment, command)):
        return refusal
    statement = statement_of(moment, command.paper)
    if statement is None:
        return refuse("no-statement")
    if not _may_read(moment, command, statement):
        return refuse("chair-only")
    passages = tuple(passage.id for passage in moment.scenario.papers[command.paper].passages)
    if refusal := withheld(moment, passages, command.confirm):
        return refusal
    reader = None if isinstance(command.by, Facilitator) else own_seat(command.by)
    return (StatementRead(at=moment.now, audience=moment.hearers(), paper=command.paper, reader=reader),)


def _not_readable(moment: Moment, command: ReadOut) -> Refusal | None:
    if not isinstance(command.by, Facilitator) and (refusal := not_seated(moment, command.by)):
        return refusal
    return refuse("already-read") if command.paper in moment.state.read else None


def statement_of(moment: Moment, paper: PaperId) -> SeatId | None:
    """The statement seat that a paper is the words of, once it is in its hands."""
    for seat, state in moment.state.seats.items():
        held = any(each.paper == paper for each in moment.state.papers.get(seat, ()))
        if state.filled == "statement" and held:
            return seat
    return None


def _may_read(moment: Moment, command: ReadOut, statement: SeatId) -> bool:
    if isinstance(command.by, Facilitator) or moment.acts_as_chair(command.by):
        return True
    if isinstance(command.by, Scripted) and not moment.person_in_chair():
        # A script cannot ask for a reading: that the file lets another script read is its chair's asking.
        return True
    return moment.state.reading.get(statement) == own_seat(command.by)


DECIDE: Deciders = {Ask: ask, Call: call, NothingOnThat: nothing_on_that, AskToRead: ask_to_read, ReadOut: read_out}


def asked(scenario: Scenario, state: ConferenceState, event: Asked) -> ConferenceState:
    """A question is open, and the facts it asks for have been asked for."""
    key = next_key(state)
    state = replace(state, asks=asks_after(state, event.seat, None), spoken=state.spoken | {event.seat})
    question = OpenAsk(key=key, seat=event.seat, of=event.of, topic=event.topic, said=event.said)
    facts = state.asked_facts.union(_asked_for(scenario, state, event))
    state = replace(state, asks=put(state.asks, key, question), asked_facts=facts)
    return logged(state, event, "asked", seat=event.seat, other=event.of, topic=event.topic, said=event.said)


def _asked_for(scenario: Scenario, state: ConferenceState, event: Asked) -> Iterator[FactId]:
    if event.topic is not None:
        yield from (fact for fact in scenario.facts_of(event.of) if scenario.facts[fact].topic == event.topic)
    elif state.seats[event.of].by_script:
        # Nobody reads a question in own words to a script: it answers with all that it would say when asked.
        yield from answers_of(scenario, state, event.of)


def answers_of(scenario: Scenario, state: ConferenceState, seat: SeatId) -> Iterator[FactId]:
    """The facts that a script's beats still to come wait to be asked for, of those that it holds."""
    waiting = (beat for beat in scenario.scripts.get(seat, ()) if beat.id not in state.beats)
    named = {fact for beat in waiting for fact in facts_asked_in(beat.when)}
    yield from (fact for fact in scenario.facts_of(seat) if fact in named)


def facts_asked_in(condition: Condition) -> Iterator[FactId]:
    """The facts that a condition wants asked."""
    if isinstance(condition, told.Asked):
        yield condition.fact
    elif isinstance(condition, told.AllOf | told.AnyOf):
        for part in condition.of:
            yield from facts_asked_in(part)


def agency_called(scenario: Scenario, state: ConferenceState, event: AgencyCalled) -> ConferenceState:
    """The agency is on the line from now on, if anybody answers; all that it holds has been asked for."""
    line = replace(state.seats[event.called], on_the_line=True)
    facts = state.asked_facts.union(scenario.facts_of(event.called))
    state = replace(seated(state, event.called, line), asked_facts=facts, spoken=state.spoken | {event.seat})
    return logged(state, event, "called", seat=event.seat, other=event.called)


def nothing_added(scenario: Scenario, state: ConferenceState, event: NothingAdded) -> ConferenceState:
    """The question is closed."""
    state = logged(state, event, "nothing", seat=event.seat, answers=event.ask)
    return replace(state, asks=without(state.asks, event.ask))


def papers_handed(scenario: Scenario, state: ConferenceState, event: PapersHanded) -> ConferenceState:
    """The papers are in the seat's hands, and it is told."""
    new = tuple(HeldPaper(paper=paper, why=event.why) for paper in event.papers)
    papers = put(state.papers, event.seat, (*state.papers.get(event.seat, ()), *new))
    arrived = state.arrived.union(event.papers) if event.why == "arrived" else state.arrived
    state = replace(state, papers=papers, arrived=arrived)
    kind = "to-read" if event.why == "to-read" else "papers"
    key = "-".join((event.seat, *event.papers))
    return noticed(state, event, kind, key, seat=event.seat, papers=event.papers)  # type: ignore[arg-type]


def reading_asked(scenario: Scenario, state: ConferenceState, event: ReadingAsked) -> ConferenceState:
    """The chair's word to the reader."""
    return replace(state, reading=put(state.reading, event.statement, event.reader))


def statement_read(scenario: Scenario, state: ConferenceState, event: StatementRead) -> ConferenceState:
    """All passages of the statement are shared, as said by the one whose words they are."""
    holder = scenario.papers[event.paper].held_by[0]
    key, moment = next_key(state), state.clock.read(event.at)
    by_person = event.reader is None or speaks_for_itself(state, event.reader)
    for passage in scenario.papers[event.paper].passages:
        read = Sharing(
            key=key, passage=passage.id, seat=holder, how="said", moment=moment, phase=state.phase.id,
            language=spoken_in(scenario, passage.id), audience=event.audience, marked_by=None, at=event.at, by_person=by_person,
            beside=beside(state, event.audience),
        )  # fmt: skip
        state = keep_sharing(scenario, state, read)
    state = logged(state, event, "read", seat=event.reader, other=holder, paper=event.paper)
    return replace(state, read=state.read | {event.paper}, spoken=state.spoken | {holder})


EVOLVE: Evolvers = {
    Asked: asked, AgencyCalled: agency_called, NothingAdded: nothing_added, PapersHanded: papers_handed,
    ReadingAsked: reading_asked, StatementRead: statement_read,
}  # fmt: skip
