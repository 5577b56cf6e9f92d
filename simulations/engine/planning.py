"""The outline plan: actions that each name the risk they lower and what follows if they do not; and what keeps a child
safe until the plan begins.

An action that was changed has to be agreed anew. Nobody votes: who agrees is named, and that is all.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from simulations.engine.actors import Actor, Facilitator, Scripted
from simulations.engine.asking import PRACTITIONERS
from simulations.engine.commands import AddAction, AgreeAction, AmendAction, SayInterim, WithdrawAction
from simulations.engine.events import ActionAdded, ActionAgreed, ActionAmended, ActionWithdrawn, InterimSaid
from simulations.engine.guards import not_running, not_seated, own_seat
from simulations.engine.keeping import kept_from, put
from simulations.engine.moment import Answer, Deciders, Evolvers, Moment
from simulations.engine.refusals import Refusal, refuse
from simulations.engine.scenario.meeting import PlanForm
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import ChildId, SeatId
from simulations.engine.scenario.vocabulary import PLANNING as PLANNING
from simulations.engine.scenario.vocabulary import Agenda, InterimSafety, PlanQuestion
from simulations.engine.state import ConferenceState, InterimRecord, PlanAction

KEEPING_SAFE = PLANNING | {Agenda.DECISION}
"""And those at which it is said what keeps a child safe until then."""


def form(scenario: Scenario) -> PlanForm:
    """What the plan asks for: the scenario's own form, or the whole of it."""
    return scenario.plan or PlanForm()


def add_action(moment: Moment, command: AddAction) -> Answer:
    """Put an action into the plan."""
    if refusal := (_not_planning(moment, command.by) or _not_whole(moment, command)):
        return refusal
    seat = own_seat(command.by)
    number = sum(each.seat == seat for each in moment.state.plan.values()) + 1
    added = ActionAdded(
        at=moment.now, audience=moment.hearers(), key=f"{seat}.{number}", seat=seat, child=command.child,
        kind=command.kind, owner=command.owner, due=command.due, said=command.words, risk=command.risk,
        if_not=command.if_not,
    )  # fmt: skip
    return (added,)


def _not_planning(moment: Moment, by: Actor) -> Refusal | None:
    if refusal := (not_running(moment) or not_seated(moment, by)):
        return refusal
    if moment.agenda not in PLANNING:
        return refuse("not-planning")
    return None if moment.scenario.seats[own_seat(by)].part in PRACTITIONERS else refuse("not-yours")


def _not_whole(moment: Moment, command: AddAction | AmendAction) -> Refusal | None:
    if command.child not in moment.scenario.family.children:
        return refuse("no-such-child")
    if command.owner not in owners(moment.scenario):
        return refuse("no-such-owner")
    asks = form(moment.scenario)
    if command.kind not in asks.kinds:
        return refuse("no-such-kind")
    told = {PlanQuestion.RISK: command.risk, PlanQuestion.BY: command.due, PlanQuestion.IF_NOT: command.if_not}
    missing = any(question in told and told[question] is None for question in asks.asks)
    return refuse("action-not-whole") if missing and not isinstance(command.by, Scripted) else None


def owners(scenario: Scenario) -> tuple[str, ...]:
    """Who may carry out an action: the seats, and the adults of the family."""
    return (*map(str, scenario.seats), *map(str, scenario.family.adults))


def amend_action(moment: Moment, command: AmendAction) -> Answer:
    """Put an action in other words, or change what it is; whoever agreed has to agree anew."""
    if refusal := (_not_planning(moment, command.by) or _not_in_plan(moment, command) or _not_whole(moment, command)):
        return refusal
    amended = ActionAmended(
        at=moment.now, audience=moment.hearers(), key=command.action, seat=own_seat(command.by), child=command.child,
        kind=command.kind, owner=command.owner, due=command.due, said=command.words, risk=command.risk,
        if_not=command.if_not,
    )  # fmt: skip
    return (amended,)


def _not_in_plan(moment: Moment, command: AmendAction | WithdrawAction | AgreeAction) -> Refusal | None:
    action = moment.state.plan.get(command.action)
    # One that was made while somebody was out is none for them.
    there = action is not None and own_seat(command.by) in action.audience.seats and not action.withdrawn
    return None if there else refuse("no-such-action")


def withdraw_action(moment: Moment, command: WithdrawAction) -> Answer:
    """Take an action out of the plan."""
    if refusal := (_not_planning(moment, command.by) or _not_in_plan(moment, command)):
        return refusal
    return (
        ActionWithdrawn(at=moment.now, audience=moment.hearers(), key=command.action, seat=own_seat(command.by)),
    )  # fmt: skip


def agree_action(moment: Moment, command: AgreeAction) -> Answer:
    """Agree to an action: practitioners, and whoever is to carry it out."""
    if refusal := (not_running(moment) or not_seated(moment, command.by)):
        return refusal
    if moment.agenda not in PLANNING:
        return refuse("not-planning")
    if refusal := _not_in_plan(moment, command):
        return refusal
    seat, action = own_seat(command.by), moment.state.plan[command.action]
    if moment.scenario.seats[seat].part not in PRACTITIONERS and not _carries_out(moment.scenario, seat, action):
        return refuse("not-yours")
    if seat in action.agreed:
        return ()
    return (ActionAgreed(at=moment.now, audience=moment.hearers(), key=command.action, seat=seat),)


def _carries_out(scenario: Scenario, seat: SeatId, action: PlanAction) -> bool:
    return str(action.owner) in (str(seat), str(scenario.seats[seat].of))


def say_interim(moment: Moment, command: SayInterim) -> Answer:
    """Say what keeps a child safe until the plan begins; the latest stands."""
    if refusal := (not_running(moment) or not_seated(moment, command.by)):
        return refusal
    seat = own_seat(command.by)
    if moment.agenda not in KEEPING_SAFE:
        return refuse("not-planning")
    if moment.scenario.seats[seat].part not in PRACTITIONERS:
        return refuse("not-yours")
    if command.child not in moment.scenario.family.children:
        return refuse("no-such-child")
    said = InterimSaid(at=moment.now, audience=moment.hearers(), seat=seat, child=command.child, said=command.words)
    return (said,)


def without_interim(moment: Moment) -> tuple[ChildId, ...]:
    """The children for whom a decision wants interim safety, registered or not, and nobody has said any."""
    decisions = moment.scenario.decisions.values()
    wanted = any(decision.interim_safety is InterimSafety.REQUIRED for decision in decisions)
    return tuple(child for child in moment.scenario.family.children if wanted and child not in moment.state.interim)


def may_plan(moment: Moment, seat: SeatId) -> Iterator[str]:
    """The commands of the plan that are open to a seat in the room."""
    practitioner = moment.scenario.seats[seat].part in PRACTITIONERS
    there = [each for each in moment.state.plan.values() if not each.withdrawn and seat in each.audience.seats]
    if moment.agenda in KEEPING_SAFE and practitioner:
        yield "interim"
    if moment.agenda not in PLANNING:
        return
    if practitioner:
        yield "add-action"
        yield from ("amend-action", "withdraw-action") if there else ()
    if any(practitioner or _carries_out(moment.scenario, seat, each) for each in there):
        yield "agree-action"


def cannot_close_yet(moment: Moment, by: Actor) -> Refusal | None:
    """The chair goes on to the close only once every child is safe until the plan begins; the facilitator may always."""
    following = moment.next_phase()
    closing = following is not None and following.agenda is Agenda.CLOSE
    if not closing or isinstance(by, Facilitator) or not without_interim(moment):
        return None
    return refuse("interim-safety-first")


DECIDE: Deciders = {
    AddAction: add_action, AmendAction: amend_action, WithdrawAction: withdraw_action, AgreeAction: agree_action,
    SayInterim: say_interim,
}  # fmt: skip


def action_added(scenario: Scenario, state: ConferenceState, event: ActionAdded | ActionAmended) -> ConferenceState:
    """The action as it now stands, agreed by nobody yet."""
    action = PlanAction(
        key=event.key, seat=event.seat, child=event.child, kind=event.kind, owner=event.owner, due=event.due,
        said=event.said, risk=event.risk, if_not=event.if_not, audience=event.audience,
        kept_from=kept_from(state),
    )  # fmt: skip
    if event.key in state.plan:
        action = replace(action, seat=state.plan[event.key].seat)
    return replace(state, plan=put(state.plan, event.key, action))


def action_withdrawn(scenario: Scenario, state: ConferenceState, event: ActionWithdrawn) -> ConferenceState:
    """It is no longer in the plan."""
    return replace(state, plan=put(state.plan, event.key, replace(state.plan[event.key], withdrawn=True)))


def action_agreed(scenario: Scenario, state: ConferenceState, event: ActionAgreed) -> ConferenceState:
    """One more agrees."""
    action = state.plan[event.key]
    return replace(state, plan=put(state.plan, event.key, replace(action, agreed=(*action.agreed, event.seat))))


def interim_said(scenario: Scenario, state: ConferenceState, event: InterimSaid) -> ConferenceState:
    """It stands for this child."""
    record = InterimRecord(
        seat=event.seat, child=event.child, said=event.said, audience=event.audience, kept_from=kept_from(state)
    )
    return replace(state, interim=put(state.interim, event.child, record))


EVOLVE: Evolvers = {
    ActionAdded: action_added, ActionAmended: action_added, ActionWithdrawn: action_withdrawn,
    ActionAgreed: action_agreed, InterimSaid: interim_said,
}  # fmt: skip
