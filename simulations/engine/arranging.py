"""Co-ordinator, core group and dates, held against the procedural limits; and adjourning.

A date beyond its limit is taken with a reason and shown as late. What is still to be arranged is told and stops nobody.
"""

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from simulations.engine.actors import Actor, Scripted, Seated
from simulations.engine.asking import PRACTITIONERS
from simulations.engine.commands import Adjourn, FormCoreGroup, NameCoordinator, SetNextConference
from simulations.engine.events import CoordinatorNamed, CoreGroupFormed, MeetingAdjourned, NextConferenceSet
from simulations.engine.guards import not_at_table, not_chair, not_running, not_seated, own_seat
from simulations.engine.keeping import logged
from simulations.engine.moment import OUT_OF_ROLE, Answer, Deciders, Evolvers, Moment
from simulations.engine.phases import to_what_follows
from simulations.engine.planning import owners
from simulations.engine.practice import Clock, last_day
from simulations.engine.practice.kinds import Arrangement
from simulations.engine.practice.wording import date_in_both, limit_in_both
from simulations.engine.refusals import Refusal, refuse
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import SeatId
from simulations.engine.scenario.vocabulary import ADJOURNABLE, ON_THE_REGISTER, PLANNING
from simulations.engine.state import ConferenceState
from simulations.engine.state.arrangements import Adjournment, Coordinator, CoreGroup, NextConference

# Dates and their limits


def clock_of(moment: Moment, arrangement: Arrangement) -> Clock | None:
    """The clock that a date is held against here; none once the meeting is adjourned, since its own clocks have not begun."""
    if moment.state.arrangements.adjourned is not None:
        return None
    return moment.state.terms.practice.clock_for(arrangement, moment.scenario.meeting)


def last_day_for(moment: Moment, arrangement: Arrangement) -> date | None:
    """The last day within the limit; None where there is none."""
    clock = clock_of(moment, arrangement)
    return _last_day(moment, clock) if clock else None


def _last_day(moment: Moment, clock: Clock) -> date | None:
    day = moment.state.arrangements.day
    return last_day(clock.limit, day, moment.state.terms.practice.holidays) if day else None


def _late(moment: Moment, arrangement: Arrangement, on: date | None) -> bool:
    last = last_day_for(moment, arrangement)
    return on is not None and last is not None and on > last


def _not_that_day(
    moment: Moment, arrangement: Arrangement, command: FormCoreGroup | SetNextConference
) -> Refusal | None:
    if refusal := _past(moment, command.on):
        return refusal
    clock = clock_of(moment, arrangement)
    last = _last_day(moment, clock) if clock else None
    if clock is None or last is None or command.on is None or command.on <= last or command.words is not None:
        return None
    return refuse("beyond-limit", what=clock.what, limit=limit_in_both(clock.limit), last=date_in_both(last))


def _past(moment: Moment, on: date | None) -> Refusal | None:
    day = moment.state.arrangements.day
    return refuse("date-in-the-past") if on is not None and day is not None and on <= day else None


# Co-ordinator and core group


def name_coordinator(moment: Moment, command: NameCoordinator) -> Answer:
    """The chair names a practitioner's seat."""
    if refusal := (not_running(moment) or not_chair(moment, command.by) or _not_now(moment)):
        return refusal
    seat = moment.scenario.seats.get(command.seat)
    if seat is None or not seat.part.gives_view:
        return refuse("no-such-coordinator")
    before = moment.state.arrangements.coordinator
    if before is not None and before.coordinator == command.seat:
        return ()
    return (
        CoordinatorNamed(
            at=moment.now,
            audience=moment.hearers_of(command.by),
            seat=_seat_of(moment, command.by),
            coordinator=command.seat,
        ),
    )


def form_core_group(moment: Moment, command: FormCoreGroup) -> Answer:
    """The chair or a practitioner says who is in it and when it meets."""
    if refusal := (not_running(moment) or _not_yours(moment, command.by) or _not_now(moment)):
        return refusal
    if not set(command.members) <= set(owners(moment.scenario)):
        return refuse("no-such-member")
    if refusal := _not_that_day(moment, "core-group", command):
        return refusal
    formed = CoreGroupFormed(
        at=moment.now, audience=moment.hearers_of(command.by), seat=_seat_of(moment, command.by),
        members=tuple(dict.fromkeys(command.members)), on=command.on,
        late=_late(moment, "core-group", command.on), said=command.words,
    )  # fmt: skip
    return (formed,)


def set_next_conference(moment: Moment, command: SetNextConference) -> Answer:
    """The chair or a practitioner says when; after an adjournment also while roles are left."""
    if refusal := (not_running(moment) or _not_yours(moment, command.by)):
        return refusal
    if not may_set_date(moment):
        return refuse("not-planning")
    if refusal := _not_that_day(moment, "next-conference", command):
        return refusal
    chosen = NextConferenceSet(
        at=moment.now, audience=moment.hearers_of(command.by), seat=_seat_of(moment, command.by), on=command.on,
        late=_late(moment, "next-conference", command.on), said=command.words,
    )  # fmt: skip
    return (chosen,)


def may_set_date(moment: Moment) -> bool:
    """Whether the date of the next conference can be said now."""
    return moment.agenda in PLANNING or (
        moment.state.arrangements.adjourned is not None and moment.agenda in OUT_OF_ROLE
    )


def _not_now(moment: Moment) -> Refusal | None:
    return None if moment.agenda in PLANNING else refuse("not-planning")


def _not_yours(moment: Moment, by: Actor) -> Refusal | None:
    if moment.acts_as_chair(by):
        return None
    if refusal := not_seated(moment, by):
        return refusal
    return None if moment.scenario.seats[own_seat(by)].part in PRACTITIONERS else refuse("not-yours")


def _seat_of(moment: Moment, by: Actor) -> SeatId | None:
    return by.seat if isinstance(by, Seated | Scripted) else None


# Adjourning


def adjourn(moment: Moment, command: Adjourn) -> Answer:
    """The chair ends the meeting for today, and everybody leaves their role."""
    if refusal := (not_running(moment) or not_chair(moment, command.by) or not_at_table(moment)):
        return refusal
    if moment.agenda not in ADJOURNABLE:
        return refuse("meeting-held")
    if refusal := _past(moment, command.on):
        return refusal
    adjourned = MeetingAdjourned(
        at=moment.now,
        audience=moment.hearers_of(command.by),
        seat=_seat_of(moment, command.by),
        said=command.words,
        on=command.on,
    )
    return (adjourned, *to_what_follows(moment))


# What is still to be done


def still_to_arrange(moment: Moment) -> Iterator[str]:
    """What a plan still lacks, by the name of its command: where a name is on the register all three, after an adjournment a date."""
    now = moment.state.arrangements
    if now.adjourned is not None:
        yield from ("next-conference",) if now.next_conference is None else ()
        return
    if not any(record.option in ON_THE_REGISTER for record in moment.state.decisions.values()):
        return
    if now.coordinator is None:
        yield "name-coordinator"
    if now.core_group is None or now.core_group.on is None:
        yield "core-group"
    if now.next_conference is None:
        yield "next-conference"


def may_arrange(moment: Moment, by: Actor) -> Iterator[str]:
    """The commands of this area that are open to whoever is in the room."""
    chairs = moment.acts_as_chair(by)
    if chairs and moment.agenda in PLANNING:
        yield "name-coordinator"
    if _not_yours(moment, by) is not None:
        return
    if moment.agenda in PLANNING:
        yield "core-group"
    if may_set_date(moment):
        yield "next-conference"


DECIDE: Deciders = {
    NameCoordinator: name_coordinator, FormCoreGroup: form_core_group, SetNextConference: set_next_conference,
    Adjourn: adjourn,
}  # fmt: skip


def coordinator_named(scenario: Scenario, state: ConferenceState, event: CoordinatorNamed) -> ConferenceState:
    """They co-ordinate the plan."""
    named = Coordinator(seat=event.seat, coordinator=event.coordinator, audience=event.audience)
    return replace(state, arrangements=replace(state.arrangements, coordinator=named))


def core_group_formed(scenario: Scenario, state: ConferenceState, event: CoreGroupFormed) -> ConferenceState:
    """This is the core group."""
    group = CoreGroup(
        seat=event.seat, members=event.members, on=event.on, late=event.late, said=event.said, audience=event.audience
    )
    return replace(state, arrangements=replace(state.arrangements, core_group=group))


def next_conference_set(scenario: Scenario, state: ConferenceState, event: NextConferenceSet) -> ConferenceState:
    """This is the day."""
    following = NextConference(
        seat=event.seat, on=event.on, late=event.late, said=event.said, audience=event.audience
    )  # fmt: skip
    return replace(state, arrangements=replace(state.arrangements, next_conference=following))


def meeting_adjourned(scenario: Scenario, state: ConferenceState, event: MeetingAdjourned) -> ConferenceState:
    """Nothing more is decided; where a day was said, the conference goes on then."""
    adjourned = Adjournment(seat=event.seat, said=event.said, at=event.at, audience=event.audience)
    now = replace(state.arrangements, adjourned=adjourned)
    if event.on is not None:
        following = NextConference(seat=event.seat, on=event.on, late=False, said=None, audience=event.audience)
        now = replace(now, next_conference=following)
    state = replace(state, arrangements=now, ended_early=True)
    return logged(state, event, "adjourned", seat=event.seat, said=event.said)


EVOLVE: Evolvers = {
    CoordinatorNamed: coordinator_named, CoreGroupFormed: core_group_formed, NextConferenceSet: next_conference_set,
    MeetingAdjourned: meeting_adjourned,
}  # fmt: skip
