"""The tasks between the conference and the debrief: explaining the decision, sending the record, settling a dissent.

They are told as done or not, and never keep anybody from going on. The decision may be explained at the close as well,
while the family is in the room.
"""

from collections.abc import Callable, Iterator, Mapping

from msgspec.structs import replace

from simulations.engine.actors import Actor, seat_of
from simulations.engine.commands import Explain
from simulations.engine.dissenting import open_dissents
from simulations.engine.events import DecisionExplained
from simulations.engine.guards import not_running, not_seated, own_seat
from simulations.engine.keeping import logged, put
from simulations.engine.moment import Answer, Deciders, Evolvers, Moment
from simulations.engine.recording import FAMILYS_SIDE, seats_of
from simulations.engine.refusals import Refusal, refuse
from simulations.engine.scenario.meeting import AfterTask
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import SeatId, SeatOrAdultId
from simulations.engine.scenario.vocabulary import FINISHING, AfterTaskKind
from simulations.engine.state import ConferenceState, Explained


def explain(moment: Moment, command: Explain) -> Answer:
    """Explain the decision to somebody of the family who hears it: the chair, or whose task it is."""
    if refusal := (not_running(moment) or _not_explainer(moment, command.by) or _not_explained_now(moment, command)):
        return refusal
    explained = DecisionExplained(
        at=moment.now, audience=moment.hearers(), seat=seat_of(command.by), to=command.to, said=command.words
    )
    return (explained,)


def _not_explainer(moment: Moment, by: Actor) -> Refusal | None:
    if moment.acts_as_chair(by):
        return None
    return not_seated(moment, by) or (None if _has_task(moment, own_seat(by)) else refuse("not-yours"))


def _has_task(moment: Moment, seat: SeatId) -> bool:
    task = moment.scenario.after.get(AfterTaskKind.EXPLAIN)
    return task is not None and task.by == seat


def _not_explained_now(moment: Moment, command: Explain) -> Refusal | None:
    if moment.agenda not in FINISHING:
        return refuse("explained-later")
    if _nothing_decided(moment):
        return refuse("nothing-decided")
    if not _of_family(moment.scenario, command.to):
        return refuse("explained-to-family")
    there = [seat for seat in seats_of(moment.scenario, command.to) if moment.seat(seat).filled in ("person", "script")]
    return refuse("not-there-to-hear") if there and not any(moment.in_room(seat) for seat in there) else None


def _nothing_decided(moment: Moment) -> bool:
    """Whether there is no decision to explain; where a meeting decides nothing, its outcome is explained."""
    return bool(moment.scenario.decisions) and not moment.state.decisions


def _of_family(scenario: Scenario, person: SeatOrAdultId) -> bool:
    seat = scenario.seats.get(SeatId(str(person)))
    people = {*map(str, scenario.family.adults), *map(str, scenario.family.children)}
    return seat.part in FAMILYS_SIDE if seat is not None else str(person) in people


def may_explain(moment: Moment, seat: SeatId | None = None) -> Iterator[str]:
    """The command that is open to whoever acts as chair (no seat told), or to a seat in the room whose task it is."""
    if moment.agenda in FINISHING and not _nothing_decided(moment) and (seat is None or _has_task(moment, seat)):
        yield "explain"


DECIDE: Deciders = {Explain: explain}


def decision_explained(scenario: Scenario, state: ConferenceState, event: DecisionExplained) -> ConferenceState:
    """It stands in the log, and under whom it was explained to: the latest is kept."""
    told = Explained(seat=event.seat, to=event.to, said=event.said, at=event.at)
    state = replace(state, explained=put(state.explained, event.to, told))
    return logged(state, event, "explained", seat=event.seat, what=event.to, said=event.said)


EVOLVE: Evolvers = {DecisionExplained: decision_explained}


def was_explained(moment: Moment, person: SeatOrAdultId) -> bool:
    """Whether the decision was explained to somebody, under their own name or that of their seat."""
    alike = _alike(moment.scenario, person)
    return any(alike & _alike(moment.scenario, to) for to in moment.state.explained)


def _alike(scenario: Scenario, person: SeatOrAdultId) -> frozenset[str]:
    """The names under which somebody may be told of: their own, and their seat's."""
    return frozenset({str(person), *map(str, seats_of(scenario, person))})


def is_done(moment: Moment, task: AfterTask) -> bool | None:
    """Whether a task is done; None where there is nothing to do."""
    return DONE[task.id](moment, task)


def _explained_to_all(moment: Moment, task: AfterTask) -> bool | None:
    if _nothing_decided(moment):
        return None
    if not task.to:
        return bool(moment.state.explained)
    return all(was_explained(moment, person) for person in task.to)


def _sent_to_all(moment: Moment, task: AfterTask) -> bool | None:
    got = [_alike(moment.scenario, each) for each in moment.state.record.sent]
    wanted = [_alike(moment.scenario, each) for each in task.to]
    return bool(got) and all(any(each & other for other in got) for each in wanted)


def _nothing_open(moment: Moment, task: AfterTask) -> bool | None:
    return not open_dissents(moment) if moment.state.dissents else None


DONE: Mapping[AfterTaskKind, Callable[[Moment, AfterTask], bool | None]] = {
    AfterTaskKind.EXPLAIN: _explained_to_all,
    AfterTaskKind.CIRCULATE: _sent_to_all,
    AfterTaskKind.DISSENT: _nothing_open,
}
