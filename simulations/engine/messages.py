"""Words beside the table, and what the facilitator sets off: whispers, a word to the chair, injects, papers dealt."""

from collections.abc import Iterator

from msgspec.structs import replace

from simulations.engine.asking import not_yet_held
from simulations.engine.audience import Audience
from simulations.engine.choosing import question_of
from simulations.engine.commands import Broadcast, DealPaper, FireInject, TellChair, Whisper
from simulations.engine.effects import effects_of
from simulations.engine.events import ChairTold, Event, FacilitatorWrote, InjectArrived, PapersHanded
from simulations.engine.guards import not_facilitator, not_running, not_seated, own_seat
from simulations.engine.keeping import logged, noticed, put
from simulations.engine.moment import Answer, Deciders, Evolvers, Moment, only
from simulations.engine.refusals import refuse
from simulations.engine.scenario.meeting import Everyone, Inject
from simulations.engine.scenario.model import Scenario
from simulations.engine.state import ConferenceState
from simulations.engine.words import Said, ScenarioText, Words


def tell_chair(moment: Moment, command: TellChair) -> Answer:
    """A word that only the chair reads, or the facilitator while no person is in the chair."""
    if refusal := (not_running(moment) or not_seated(moment, command.by)):
        return refusal
    seat, chair = own_seat(command.by), moment.chair
    readers = [chair] if chair is not None and moment.in_room(chair) else []
    person_there = bool(readers) and moment.seat(readers[0]).filled == "person"
    audience = only(seat, *readers, facilitator=not person_there)
    return (ChairTold(at=moment.now, audience=audience, seat=seat, said=command.words),)


def whisper(moment: Moment, command: Whisper) -> Answer:
    """The facilitator to one seat."""
    if refusal := not_facilitator(command.by):
        return refusal
    if moment.state.status == "closed":
        return refuse("closed")
    if command.to not in moment.scenario.seats:
        return refuse("no-such-seat")
    audience = only(command.to, facilitator=True)
    return (FacilitatorWrote(at=moment.now, audience=audience, to=command.to, said=command.words),)


def broadcast(moment: Moment, command: Broadcast) -> Answer:
    """The facilitator to everyone."""
    if refusal := not_facilitator(command.by):
        return refusal
    if moment.state.status == "closed":
        return refuse("closed")
    return (FacilitatorWrote(at=moment.now, audience=moment.everyone(), to=None, said=command.words),)


def fire_inject(moment: Moment, command: FireInject) -> Answer:
    """Set an inject off by hand, before its time or where it has none."""
    if refusal := (not_facilitator(command.by) or not_running(moment)):
        return refusal
    if command.inject not in moment.scenario.injects:
        return refuse("no-such-inject")
    if command.inject in moment.state.injects:
        return refuse("already-fired")
    return arrival(moment, moment.scenario.injects[command.inject])


def arrival(moment: Moment, inject: Inject) -> tuple[Event, ...]:
    """An inject reaches its seats, with the papers it deals, what it does to the room and what it asks."""
    seats = moment.scenario.reached_by(inject.id)
    audience = Audience(frozenset(seats), True, isinstance(inject.to, Everyone))
    arrived = InjectArrived(at=moment.now, audience=audience, inject=inject.id)
    return (arrived, *_deal(moment, inject), *effects_of(moment, inject), *question_of(moment, inject))


def _deal(moment: Moment, inject: Inject) -> Iterator[Event]:
    for seat in moment.scenario.reached_by(inject.id):
        if new := not_yet_held(moment, seat, inject.deal):
            yield PapersHanded(at=moment.now, audience=only(seat, facilitator=True), seat=seat, papers=new, why="dealt")


def deal_paper(moment: Moment, command: DealPaper) -> Answer:
    """Put a paper into a seat's hands."""
    if refusal := (not_facilitator(command.by) or not_running(moment)):
        return refusal
    if command.paper not in moment.scenario.papers:
        return refuse("no-such-paper")
    if command.to not in moment.scenario.seats:
        return refuse("no-such-seat")
    if not not_yet_held(moment, command.to, (command.paper,)):
        return refuse("has-paper")
    audience = only(command.to, facilitator=True)
    return (PapersHanded(at=moment.now, audience=audience, seat=command.to, papers=(command.paper,), why="dealt"),)


DECIDE: Deciders = {
    TellChair: tell_chair, Whisper: whisper, Broadcast: broadcast, FireInject: fire_inject, DealPaper: deal_paper,
}  # fmt: skip


def chair_told(scenario: Scenario, state: ConferenceState, event: ChairTold) -> ConferenceState:
    """A notice for the chair, and for the one who wrote it."""
    return noticed(state, event, "word-to-chair", _name(event.said), seat=event.seat, said=event.said)


def facilitator_wrote(scenario: Scenario, state: ConferenceState, event: FacilitatorWrote) -> ConferenceState:
    """A notice for one seat, or for everyone."""
    kind = "whisper" if event.to else "broadcast"
    return noticed(state, event, kind, _name(event.said), seat=event.to, said=event.said)  # type: ignore[arg-type]


def _name(said: Said) -> str:
    match said:
        case Words(utterance=utterance):
            return utterance
        case ScenarioText(path=path):
            return path


def inject_arrived(scenario: Scenario, state: ConferenceState, event: InjectArrived) -> ConferenceState:
    """It has happened, and does not happen again. What is for everyone stands in the log, else it is a notice."""
    moment = state.clock.read(event.at)
    state = replace(state, injects=put(state.injects, event.inject, moment))
    if isinstance(scenario.injects[event.inject].to, Everyone):
        return logged(state, event, "inject", inject=event.inject)
    return noticed(state, event, "inject", event.inject, inject=event.inject)


EVOLVE: Evolvers = {ChairTold: chair_told, FacilitatorWrote: facilitator_wrote, InjectArrived: inject_arrived}
