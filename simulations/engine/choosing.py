"""What an inject asks somebody to choose: put to one seat, answered once, with a reason, for those whom the inject reached."""

from collections.abc import Iterator

from msgspec.structs import replace

from simulations.engine.actors import Actor, Scripted, Seated
from simulations.engine.audience import Audience
from simulations.engine.commands import Choose
from simulations.engine.events import ChoiceMade, Event, QuestionPut
from simulations.engine.guards import not_running, not_seated
from simulations.engine.keeping import logged, put, without
from simulations.engine.moment import Answer, Deciders, Evolvers, Moment, only
from simulations.engine.refusals import Refusal, refuse
from simulations.engine.scenario.meeting import Everyone, Inject
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import InjectId, SeatId
from simulations.engine.state import ConferenceState


def question_of(moment: Moment, inject: Inject) -> Iterator[Event]:
    """The question that an inject puts, if it has one."""
    if inject.ask is not None:
        seat = inject.ask.of
        yield QuestionPut(at=moment.now, audience=only(seat, facilitator=True), inject=inject.id, seat=seat)


def open_to(moment: Moment, by: Actor) -> tuple[InjectId, ...]:
    """The questions that this actor may answer: its own seat's, and the chair's for whoever acts as chair."""
    chairs = moment.chair if moment.acts_as_chair(by) else None
    own = by.seat if isinstance(by, Seated | Scripted) else chairs
    return tuple(inject for inject, seat in moment.state.questions.items() if seat == own)


def choose(moment: Moment, command: Choose) -> Answer:
    """Answer an inject's question; a person gives a reason."""
    if refusal := (not_running(moment) or _not_asked(moment, command)):
        return refusal
    question = moment.scenario.injects[command.inject].ask
    if question is None or command.choice not in question.choices:
        return refuse("no-such-choice")
    if command.words is None and not isinstance(command.by, Scripted):
        return refuse("choice-needs-reason")
    made = ChoiceMade(
        at=moment.now, audience=_told(moment, command.inject, question.of), seat=question.of,
        inject=command.inject, choice=command.choice, said=command.words,
    )  # fmt: skip
    return (made,)


def _not_asked(moment: Moment, command: Choose) -> Refusal | None:
    if isinstance(command.by, Seated | Scripted) and (refusal := not_seated(moment, command.by)):
        return refusal
    return None if command.inject in open_to(moment, command.by) else refuse("nothing-to-choose")


def _told(moment: Moment, inject: InjectId, seat: SeatId) -> Audience:
    """Whom the inject reached, of those who hear, and who chose: a choice tells of what it answers."""
    heard = moment.hearers()
    everyone = isinstance(moment.scenario.injects[inject].to, Everyone)
    reached = heard.seats.intersection(moment.scenario.reached_by(inject))
    return Audience(reached | {seat}, True, heard.observers and everyone)


DECIDE: Deciders = {Choose: choose}


def question_put(scenario: Scenario, state: ConferenceState, event: QuestionPut) -> ConferenceState:
    """It waits for its answer."""
    return replace(state, questions=put(state.questions, event.inject, event.seat))


def choice_made(scenario: Scenario, state: ConferenceState, event: ChoiceMade) -> ConferenceState:
    """Answered, and in the log."""
    chosen = put(state.chosen, event.inject, event.choice)
    state = replace(state, questions=without(state.questions, event.inject), chosen=chosen)
    return logged(
        state, event, "chose", seat=event.seat, said=event.said, question=event.inject, choice=event.choice
    )  # fmt: skip


EVOLVE: Evolvers = {QuestionPut: question_put, ChoiceMade: choice_made}
