"""A review conference looks back on the plan: was each action done, by what evidence, and what difference did it make for
the child? And what has changed since?

The plan is that of the conference which this one continues, or else the one that the scenario tells (`plan.reviewed`).
An action is reviewed by its owner or the social worker. Nothing waits for it: what nobody spoke of is a finding. A
script has no action for it, so scripts tell of the plan in their lines.
"""

from collections.abc import Iterator, Mapping

import msgspec
from msgspec.structs import replace

from simulations.engine.actors import Actor, Scripted
from simulations.engine.audience import Audience
from simulations.engine.commands import ReviewAction, SayChange
from simulations.engine.earlier import EarlierAction, TakenWords, Texts
from simulations.engine.events import ActionReviewed, ChangeSaid
from simulations.engine.guards import may_not_speak, not_running, not_seated, own_seat
from simulations.engine.judging import heard
from simulations.engine.keeping import logged, put, speaks_for_itself
from simulations.engine.moment import Answer, Deciders, Evolvers, Moment
from simulations.engine.refusals import Refusal, refuse
from simulations.engine.scenario.meeting import ReviewedAction
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import ChildId, Day, SeatId, Text
from simulations.engine.scenario.vocabulary import ON_THE_REGISTER, Agenda, Part
from simulations.engine.state import ChangeRecord, ConferenceState, ReviewRecord

LOOKING_BACK = frozenset({Agenda.PLAN_PROGRESS, Agenda.CHANGES_SINCE})
"""The points of the agenda at which the plan is looked back on: what has changed may show that an action was not done."""


class LookedBackOn(msgspec.Struct, frozen=True, kw_only=True):
    """An action of the plan under review. `by` counts from the conference before where `since_then`, else from today."""

    key: str
    child: ChildId
    kind: str
    owner: str
    name: Texts
    by: tuple[int, str] | None
    since_then: bool
    action: TakenWords
    risk: TakenWords | None
    if_not: TakenWords | None
    audience: Audience


def plan_under_review(scenario: Scenario, state: ConferenceState) -> Mapping[str, LookedBackOn]:
    """The actions by their key, in order: taken over, or the scenario's own; none where there is neither."""
    earlier = state.terms.earlier
    if earlier is not None:
        return {each.key: _taken_over(each) for each in earlier.plan}
    told = scenario.plan.reviewed if scenario.plan else ()
    everybody = Audience(frozenset(scenario.seats), facilitator=True, observers=True)
    return {f"plan.{at}": _told(scenario, f"plan.{at}", each, everybody) for at, each in enumerate(told, start=1)}


def _taken_over(action: EarlierAction) -> LookedBackOn:
    return LookedBackOn(
        key=action.key,
        child=action.child,
        kind=action.kind,
        owner=action.owner,
        name=action.name,
        by=(action.due.number, action.due.unit) if action.due else None,
        since_then=True,
        action=action.action,
        risk=action.risk,
        if_not=action.if_not,
        audience=action.audience,
    )


def _told(scenario: Scenario, key: str, action: ReviewedAction, everybody: Audience) -> LookedBackOn:
    return LookedBackOn(
        key=key,
        child=action.child,
        kind=action.kind.value,
        owner=action.owner,
        name=_name(scenario, action.owner),
        by=(action.by.number, action.by.unit) if action.by else None,
        since_then=False,
        action=_words(action.action),
        risk=_words(action.risk) if action.risk else None,
        if_not=None,
        audience=everybody,
    )


def _name(scenario: Scenario, owner: str) -> Texts:
    if owner in scenario.seats:
        return dict(scenario.seats[SeatId(owner)].title.words)
    names = (adult.name for adult in scenario.family.adults.values() if adult.id == owner)
    return dict.fromkeys(("en", "cy"), next(names, owner))


def _words(text: Text) -> TakenWords:
    return TakenWords(text=dict(text.words))


class OnTheRegister(msgspec.Struct, frozen=True, kw_only=True):
    """That a child's name is on the register: since when, where the scenario tells it, and under which categories."""

    since: Day | None
    categories: tuple[str, ...]


def on_the_register(scenario: Scenario, state: ConferenceState, child: ChildId) -> OnTheRegister | None:
    """What the register says of a child as this conference begins: as it was decided before, or else as the scenario tells."""
    told = scenario.family.children[child].registered
    earlier = state.terms.earlier
    if earlier is None:
        return OnTheRegister(since=told.since, categories=tuple(told.categories)) if told else None
    decided = [each for each in earlier.decisions if each.child == child and each.option in ON_THE_REGISTER]
    return OnTheRegister(since=None, categories=decided[-1].categories) if decided else None


# Asking


def review_action(moment: Moment, command: ReviewAction) -> Answer:
    """Say what became of an action."""
    if refusal := _not_now(moment, command.by, LOOKING_BACK, "not-reviewing"):
        return refusal
    seat = own_seat(command.by)
    action = plan_under_review(moment.scenario, moment.state).get(command.action)
    # One that is kept from this seat is none for it.
    if action is None or seat not in action.audience.seats:
        return refuse("no-such-earlier-action")
    if not _answers_for(moment, seat, action):
        return refuse("not-yours-to-review")
    if command.words is None and not isinstance(command.by, Scripted):
        return refuse("difference-needed")
    if not all(heard(moment, seat, passage) for passage in command.because):
        return refuse("evidence-not-heard")
    hearers = moment.hearers()
    audience = Audience(
        hearers.seats & action.audience.seats,
        hearers.facilitator and action.audience.facilitator,
        hearers.observers and action.audience.observers,
    )
    reviewed = ActionReviewed(
        at=moment.now, audience=audience, key=action.key, seat=seat, child=action.child, became=command.became,
        said=command.words, because=tuple(dict.fromkeys(command.because)),
    )  # fmt: skip
    return (reviewed,)


def _not_now(moment: Moment, by: Actor, agenda: frozenset[Agenda], code: str) -> Refusal | None:
    if refusal := (not_running(moment) or not_seated(moment, by)):
        return refusal
    return refuse(code) if moment.agenda not in agenda else may_not_speak(moment, own_seat(by))


def _answers_for(moment: Moment, seat: SeatId, action: LookedBackOn) -> bool:
    told = moment.scenario.seats[seat]
    return told.part is Part.SOCIAL_WORKER or action.owner == seat or bool(action.owner and action.owner == told.of)


def say_change(moment: Moment, command: SayChange) -> Answer:
    """Say what has changed for a child."""
    if refusal := _not_now(moment, command.by, frozenset({Agenda.CHANGES_SINCE}), "not-changes-now"):
        return refusal
    if command.child not in moment.scenario.family.children:
        return refuse("no-such-child")
    seat = own_seat(command.by)
    return (ChangeSaid(at=moment.now, audience=moment.hearers(), seat=seat, child=command.child, said=command.words),)


def may_review(moment: Moment, seat: SeatId) -> Iterator[str]:
    """The commands of a review that are open to a seat in the room, which may speak now."""
    if moment.agenda in LOOKING_BACK and actions_of(moment, seat):
        yield "review-action"
    if moment.agenda is Agenda.CHANGES_SINCE:
        yield "say-change"


def actions_of(moment: Moment, seat: SeatId) -> tuple[str, ...]:
    """The keys of the actions of which this seat says what became of them."""
    plan = plan_under_review(moment.scenario, moment.state).values()
    return tuple(
        each.key for each in plan if seat in each.audience.seats and _answers_for(moment, seat, each)
    )  # fmt: skip


DECIDE: Deciders = {ReviewAction: review_action, SayChange: say_change}


# What is so


def action_reviewed(scenario: Scenario, state: ConferenceState, event: ActionReviewed) -> ConferenceState:
    """The latest word on this action, and a line of the log."""
    record = ReviewRecord(
        key=event.key, seat=event.seat, became=event.became, said=event.said, because=event.because,
        audience=event.audience, by_person=speaks_for_itself(state, event.seat),
    )  # fmt: skip
    state = replace(state, reviews=put(state.reviews, event.key, record), spoken=state.spoken | {event.seat})
    return logged(state, event, "reviewed", seat=event.seat, child=event.child, what=event.became, said=event.said)


def _by_person(state: ConferenceState, seat: SeatId) -> bool:
    return state.seats[seat].filled == "person" and not state.seats[seat].covered


def change_said(scenario: Scenario, state: ConferenceState, event: ChangeSaid) -> ConferenceState:
    """This seat's latest word on this child, and a line of the log."""
    record = ChangeRecord(seat=event.seat, child=event.child, said=event.said, audience=event.audience)
    changes = put(state.changes, (event.seat, event.child), record)
    state = replace(state, changes=changes, spoken=state.spoken | {event.seat})
    return logged(state, event, "change", seat=event.seat, child=event.child, said=event.said)


EVOLVE: Evolvers = {ActionReviewed: action_reviewed, ChangeSaid: change_said}
