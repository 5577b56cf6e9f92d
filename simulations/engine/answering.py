"""Questions that a decision wants answered before views are taken: for each child, aloud or in words, by anybody who knows.

The chair may go on without an answer, and says why. A script has no answer to give. So where scripts hold every seat
the questions are left at once, and a script in the chair leaves them when the minutes are used up: both stand in the
log as not answered.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from simulations.engine.actors import Scripted, seat_of
from simulations.engine.commands import AnswerFirst, LeaveUnanswered
from simulations.engine.events import Event, FirstAnswered, LeftUnanswered
from simulations.engine.guards import not_at_table, not_chair, not_running, not_seated, own_seat
from simulations.engine.keeping import logged, put
from simulations.engine.moment import Answer, Deciders, Evolvers, Moment
from simulations.engine.refusals import Refusal, refuse
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import ChildId, DecisionId, SeatId
from simulations.engine.scenario.vocabulary import FirstAnswer, Part
from simulations.engine.state import ConferenceState, FirstAnswerRecord

NOT_ASKED = frozenset({Part.RECORD_TAKER, Part.INTERPRETER})
"""The parts that have no other part than their own: they are not asked."""

Wanted = tuple[DecisionId, ChildId, FirstAnswer]


def unanswered(moment: Moment, decision: DecisionId) -> tuple[Wanted, ...]:
    """What of a decision's questions is neither answered nor left."""
    known = moment.state.first_answers
    return tuple(each for each in wanted(moment.scenario, decision) if each not in known)


def wanted(scenario: Scenario, decision: DecisionId) -> Iterator[Wanted]:
    """All that is asked before views are taken: each question for each child."""
    for child in scenario.family.children:
        for question in scenario.decisions[decision].answer_first:
            yield decision, child, question


def open_now(moment: Moment) -> tuple[Wanted, ...]:
    """What is unanswered of the decisions taken in this phase, until their views are open."""
    phase, opened = moment.phase, moment.state.opened
    decisions = phase.decide if phase else ()
    return tuple(each for decision in decisions if decision not in opened for each in unanswered(moment, decision))


def answer_first(moment: Moment, command: AnswerFirst) -> Answer:
    """Anybody at the table answers, without the floor: the table was asked."""
    if refusal := (not_running(moment) or not_seated(moment, command.by) or not_at_table(moment)):
        return refusal
    seat = own_seat(command.by)
    if moment.scenario.seats[seat].part in NOT_ASKED:
        return refuse("not-yours")
    if refusal := _not_open(moment, command):
        return refusal
    if command.words is None and moment.state.setting == "text":
        return refuse("words-needed")
    answered = FirstAnswered(
        at=moment.now, audience=moment.hearers(), seat=seat, decision=command.decision, child=command.child,
        question=command.question, said=command.words,
    )  # fmt: skip
    return (answered,)


def _not_open(moment: Moment, command: AnswerFirst | LeaveUnanswered) -> Refusal | None:
    asked = (command.decision, command.child, command.question)
    return None if asked in open_now(moment) else refuse("not-asked-first")


def leave_unanswered(moment: Moment, command: LeaveUnanswered) -> Answer:
    """The chair goes on without an answer, and says why."""
    if refusal := (not_running(moment) or not_chair(moment, command.by) or _not_open(moment, command)):
        return refusal
    if command.words is None and not isinstance(command.by, Scripted):
        return refuse("reason-needed")
    left = LeftUnanswered(
        at=moment.now, audience=moment.hearers(), seat=seat_of(command.by), decision=command.decision,
        child=command.child, question=command.question, said=command.words,
    )  # fmt: skip
    return (left,)


def left_by_scripts(moment: Moment) -> tuple[Event, ...]:
    """What scripts leave unanswered now, since nobody is there to answer or the minutes for it are used up."""
    asked = open_now(moment)
    if not asked or _somebody_may_answer(moment):
        return ()
    return tuple(
        LeftUnanswered(
            at=moment.now, audience=moment.hearers(), seat=moment.chair, decision=decision, child=child,
            question=question,
        )
        for decision, child, question in asked
    )  # fmt: skip


def _somebody_may_answer(moment: Moment) -> bool:
    seats, chair = moment.state.seats, moment.chair
    if not any(seat.by_hand for seat in seats.values()):
        return False
    scripted_chair = chair is not None and seats[chair].by_script
    return not (scripted_chair and moment.state.phase.used_up)


DECIDE: Deciders = {AnswerFirst: answer_first, LeaveUnanswered: leave_unanswered}


def first_answered(scenario: Scenario, state: ConferenceState, event: FirstAnswered) -> ConferenceState:
    """The answer stands in the log, and under its question."""
    state = _kept(state, event, event.seat)
    return logged(state, event, "answered", seat=event.seat, said=event.said, what=event.question, child=event.child)


def left_unanswered(scenario: Scenario, state: ConferenceState, event: LeftUnanswered) -> ConferenceState:
    """That nobody answered stands in the log."""
    state = _kept(state, event, None)
    return logged(state, event, "unanswered", seat=event.seat, said=event.said, what=event.question, child=event.child)


def _kept(state: ConferenceState, event: FirstAnswered | LeftUnanswered, seat: SeatId | None) -> ConferenceState:
    record = FirstAnswerRecord(seat=seat, said=event.said, audience=event.audience)
    asked = (event.decision, event.child, event.question)
    return replace(state, first_answers=put(state.first_answers, asked, record))


EVOLVE: Evolvers = {FirstAnswered: first_answered, LeftUnanswered: left_unanswered}
