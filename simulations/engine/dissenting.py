"""Dissent: recorded with its reason beside the decision it is about, and what became of it.

A decision stands while somebody dissents from it. How a difference is taken further is a board's own protocol and stands
nowhere here.
"""

from msgspec.structs import replace

from simulations.engine.commands import Dissent, SettleDissent
from simulations.engine.events import DissentRecorded, DissentSettled
from simulations.engine.guards import not_at_table, not_chair, not_running, not_seated, own_seat
from simulations.engine.keeping import kept_from, put
from simulations.engine.moment import Answer, Deciders, Evolvers, Moment
from simulations.engine.refusals import refuse
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import ChildId, DecisionId, SeatId
from simulations.engine.state import ConferenceState, DissentRecord


def dissent(moment: Moment, command: Dissent) -> Answer:
    """Dissent from a decision that was taken: whoever gives a view on it."""
    if refusal := (not_running(moment) or not_seated(moment, command.by) or not_at_table(moment)):
        return refusal
    seat = own_seat(command.by)
    if not moment.scenario.seats[seat].part.gives_view:
        return refuse("gives-no-view")
    if (command.decision, command.child) not in moment.state.decisions:
        return refuse("nothing-decided-yet")
    if (seat, command.decision, command.child) in moment.state.dissents:
        return refuse("dissent-recorded")
    recorded = DissentRecorded(
        at=moment.now, audience=moment.hearers(), seat=seat, decision=command.decision, child=command.child,
        said=command.words,
    )  # fmt: skip
    return (recorded,)


def may_dissent(moment: Moment, seat: SeatId) -> bool:
    """Whether there is a decision that this seat could still dissent from."""
    gives_view = moment.scenario.seats[seat].part.gives_view
    taken = moment.state.decisions
    return gives_view and any((seat, *about) not in moment.state.dissents for about in taken)


def settle_dissent(moment: Moment, command: SettleDissent) -> Answer:
    """The chair says what became of a dissent."""
    if refusal := (not_running(moment) or not_chair(moment, command.by) or not_at_table(moment)):
        return refusal
    record = moment.state.dissents.get((command.seat, command.decision, command.child))
    if record is None:
        return refuse("no-such-dissent")
    if record.outcome is not None:
        return refuse("already-so")
    settled = DissentSettled(
        at=moment.now, audience=moment.hearers(), seat=command.seat, decision=command.decision, child=command.child,
        said=command.words,
    )  # fmt: skip
    return (settled,)


def open_dissents(moment: Moment) -> tuple[tuple[SeatId, DecisionId, ChildId], ...]:
    """The dissents that nothing has become of yet."""
    return tuple(about for about, record in moment.state.dissents.items() if record.outcome is None)


DECIDE: Deciders = {Dissent: dissent, SettleDissent: settle_dissent}


def dissent_recorded(scenario: Scenario, state: ConferenceState, event: DissentRecorded) -> ConferenceState:
    """It stands beside the decision."""
    record = DissentRecord(
        seat=event.seat, decision=event.decision, child=event.child, said=event.said, at=event.at,
        audience=event.audience, kept_from=kept_from(state),
    )  # fmt: skip
    return replace(state, dissents=put(state.dissents, (event.seat, event.decision, event.child), record))


def dissent_settled(scenario: Scenario, state: ConferenceState, event: DissentSettled) -> ConferenceState:
    """What became of it stands beside it."""
    about = (event.seat, event.decision, event.child)
    before = state.dissents[about]
    record = replace(before, outcome=event.said, kept_from=before.kept_from | kept_from(state))
    return replace(state, dissents=put(state.dissents, about, record))


EVOLVE: Evolvers = {DissentRecorded: dissent_recorded, DissentSettled: dissent_settled}
