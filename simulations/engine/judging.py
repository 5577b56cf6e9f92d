"""Levels of concern, views on each child, and the chair's decision.

Views are kept until the chair opens them and are then shown side by side, without a tally; nobody votes. The chair
closes a decision, and on what footing is recorded with it (`consensus`).
"""

from msgspec.structs import replace

from simulations.engine.actors import Scripted, seat_of
from simulations.engine.answering import unanswered
from simulations.engine.commands import Decide, GiveConcern, GiveView, NoteNeed, OpenViews, SumUp
from simulations.engine.consensus import basis_of
from simulations.engine.events import ConcernGiven, DecisionTaken, NeedNoted, SummedUp, ViewGiven, ViewsOpened
from simulations.engine.guards import not_at_table, not_chair, not_running, not_seated, own_seat
from simulations.engine.keeping import kept_from, logged, put, speaks_for_itself
from simulations.engine.moment import Answer, Deciders, Evolvers, Moment, only
from simulations.engine.refusals import Refusal, refuse
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import DecisionId, PassageId, SeatId
from simulations.engine.scenario.vocabulary import ON_THE_REGISTER
from simulations.engine.sharing import sharings
from simulations.engine.state import ConferenceState, DecisionRecord, FirstConcern, FirstView, ViewRecord


def give_concern(moment: Moment, command: GiveConcern) -> Answer:
    """A level of concern for one child, privately, where the agenda asks for it or at the table after."""
    if refusal := (not_running(moment) or not_seated(moment, command.by) or _no_first_view(moment, command)):
        return refusal
    seat = own_seat(command.by)
    if command.child not in moment.scenario.family.children:
        return refuse("no-such-child")
    if moment.state.concerns.get((seat, command.child)) == command.level:
        return ()
    return (
        ConcernGiven(at=moment.now, audience=only(seat), seat=seat, child=command.child, level=command.level),
    )  # fmt: skip


def note_need(moment: Moment, command: NoteNeed) -> Answer:
    """What one needs to know, privately."""
    if refusal := (not_running(moment) or not_seated(moment, command.by) or _no_first_view(moment, command)):
        return refusal
    seat = own_seat(command.by)
    return (NeedNoted(at=moment.now, audience=only(seat), seat=seat, said=command.words),)


def _no_first_view(moment: Moment, command: GiveConcern | NoteNeed) -> Refusal | None:
    if not moment.scenario.seats[own_seat(command.by)].part.gives_view:
        return refuse("gives-no-view")
    asked = moment.phase is not None and moment.phase.first_view
    return None if asked or moment.at_table else refuse("no-first-view-now")


def give_view(moment: Moment, command: GiveView) -> Answer:
    """A view for one child. A later one takes the place of the earlier, until views are open."""
    if refusal := (not_running(moment) or not_seated(moment, command.by) or _no_view(moment, command)):
        return refusal
    seat = own_seat(command.by)
    given = ViewGiven(
        at=moment.now, audience=only(seat), seat=seat, decision=command.decision, child=command.child,
        option=command.option, categories=command.categories, said=command.words,
        because=tuple(dict.fromkeys(command.because)), confidence=command.confidence,
    )  # fmt: skip
    return (given,)


def _no_view(moment: Moment, command: GiveView) -> Refusal | None:
    seat = own_seat(command.by)
    if not moment.scenario.seats[seat].part.gives_view:
        return refuse("gives-no-view")
    if refusal := _not_a_decision(moment, command):
        return refusal
    if command.decision in moment.state.opened:
        return refuse("views-open")
    if unanswered(moment, command.decision):
        return refuse("answer-first")
    if not isinstance(command.by, Scripted) and not _whole(command):
        return refuse("view-not-whole")
    on_table = all(heard(moment, seat, passage) for passage in command.because)
    return None if on_table else refuse("not-on-the-table")


def _whole(command: GiveView) -> bool:
    return command.words is not None and bool(command.because) and command.confidence is not None


def heard(moment: Moment, seat: SeatId, passage: PassageId) -> bool:
    """Whether a passage was shared with a seat there to hear it."""
    return any(seat in each.audience.seats or each.seat == seat for each in sharings(moment.state, passage))


def _not_a_decision(moment: Moment, command: GiveView | Decide) -> Refusal | None:
    if moment.phase is None or command.decision not in moment.phase.decide:
        return refuse("not-decided-now")
    decision = moment.scenario.decisions[command.decision]
    if command.child not in moment.scenario.family.children:
        return refuse("no-such-child")
    if command.option not in decision.options or not set(command.categories) <= set(decision.categories):
        return refuse("no-such-option")
    if command.option in ON_THE_REGISTER and not command.categories:
        return refuse("category-needed")
    return refuse("category-not-wanted") if command.categories and command.option not in ON_THE_REGISTER else None


def open_views(moment: Moment, command: OpenViews) -> Answer:
    """Lay the views side by side; who has not given all of theirs is recorded as missing."""
    if refusal := (not_running(moment) or not_chair(moment, command.by)):
        return refusal
    if moment.phase is None or command.decision not in moment.phase.decide:
        return refuse("not-decided-now")
    if command.decision in moment.state.opened:
        return refuse("already-so")
    missing = seats_without_view(moment, command.decision)
    return (ViewsOpened(at=moment.now, audience=moment.hearers(), decision=command.decision, missing=missing),)


def seats_without_view(moment: Moment, decision: DecisionId) -> tuple[SeatId, ...]:
    """The seats in the room that have not given a view for every child."""
    asked = (seat for seat in moment.scenario.seats_giving_views() if moment.in_room(seat))
    children = moment.scenario.family.children
    return tuple(seat for seat in asked if any((seat, decision, c) not in moment.state.views for c in children))


def person_yet_to_judge(moment: Moment) -> bool:
    """Alone, views wait for the one person's until the minutes are up."""
    if not moment.state.terms.alone or moment.state.phase.used_up or moment.phase is None:
        return False
    awaited = [decision for decision in moment.phase.decide if decision not in moment.state.opened]
    people = {seat for seat, state in moment.state.seats.items() if state.filled == "person"}
    return any(people.intersection(seats_without_view(moment, decision)) for decision in awaited)


def sum_up(moment: Moment, command: SumUp) -> Answer:
    """The chair sums up."""
    if refusal := (not_running(moment) or not_chair(moment, command.by) or not_at_table(moment)):
        return refusal
    if command.words is None and not isinstance(command.by, Scripted):
        return refuse("words-needed")
    return (SummedUp(at=moment.now, audience=moment.hearers(), said=command.words, seat=seat_of(command.by)),)


def decide(moment: Moment, command: Decide) -> Answer:
    """The chair closes the decision for one child, with its reason, once the views are open."""
    if refusal := (not_running(moment) or not_chair(moment, command.by) or _not_a_decision(moment, command)):
        return refusal
    if command.decision not in moment.state.opened:
        return refuse("views-closed")
    if (command.decision, command.child) in moment.state.decisions:
        return refuse("already-decided")
    if command.words is None and not isinstance(command.by, Scripted):
        return refuse("reason-needed")
    taken = DecisionTaken(
        at=moment.now, audience=moment.hearers(), decision=command.decision, child=command.child,
        option=command.option, categories=command.categories, said=command.words,
        basis=basis_of(moment, command.decision, command.child, command.option),
    )  # fmt: skip
    return (taken,)


DECIDE: Deciders = {
    GiveConcern: give_concern, NoteNeed: note_need, GiveView: give_view, OpenViews: open_views, SumUp: sum_up,
    Decide: decide,
}  # fmt: skip


def concern_given(scenario: Scenario, state: ConferenceState, event: ConcernGiven) -> ConferenceState:
    """The level as it now is; while a first view is asked for, also the first one."""
    key = (event.seat, event.child)
    state = replace(state, concerns=put(state.concerns, key, event.level))
    if state.phase.id is None or not scenario.phase(state.phase.id).first_view:
        return state
    first = FirstConcern(level=event.level, by_person=speaks_for_itself(state, event.seat))
    return replace(state, first_concerns=put(state.first_concerns, key, first))


def need_noted(scenario: Scenario, state: ConferenceState, event: NeedNoted) -> ConferenceState:
    """The latest takes the place of the one before."""
    return replace(state, needs=put(state.needs, event.seat, event.said))


def view_given(scenario: Scenario, state: ConferenceState, event: ViewGiven) -> ConferenceState:
    """Kept under seat, decision and child; the first one on a child marks where pooling ends for it."""
    view = ViewRecord(
        seat=event.seat, decision=event.decision, child=event.child, option=event.option, categories=event.categories,
        said=event.said, because=event.because, confidence=event.confidence,
        by_person=speaks_for_itself(state, event.seat), kept_from=kept_from(state),
    )  # fmt: skip
    state = replace(state, views=put(state.views, (event.seat, event.decision, event.child), view))
    if event.child in state.first_views:
        return state
    first = FirstView(moment=state.clock.read(event.at), log=len(state.log))
    return replace(state, first_views=put(state.first_views, event.child, first))


def views_opened(scenario: Scenario, state: ConferenceState, event: ViewsOpened) -> ConferenceState:
    """Everyone in the room sees them."""
    return replace(state, opened=put(state.opened, event.decision, event.missing))


def summed_up(scenario: Scenario, state: ConferenceState, event: SummedUp) -> ConferenceState:
    """The chair's words stand in the log."""
    return logged(state, event, "summed-up", seat=event.seat, said=event.said)


def decision_taken(scenario: Scenario, state: ConferenceState, event: DecisionTaken) -> ConferenceState:
    """What was decided stands."""
    record = DecisionRecord(
        decision=event.decision, child=event.child, option=event.option, categories=event.categories,
        said=event.said, at=event.at, audience=event.audience, kept_from=kept_from(state), basis=event.basis,
    )  # fmt: skip
    return replace(state, decisions=put(state.decisions, (event.decision, event.child), record))


EVOLVE: Evolvers = {
    ConcernGiven: concern_given, NeedNoted: need_noted, ViewGiven: view_given, ViewsOpened: views_opened,
    SummedUp: summed_up, DecisionTaken: decision_taken,
}  # fmt: skip
