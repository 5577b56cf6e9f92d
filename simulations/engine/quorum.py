"""The quorum: which agencies are at the table, against what the board asks for.

Agencies are told apart by their sector, since that is what a scenario knows of a seat. The chair is nobody's agency
here, and family and record taker are none. Where a quorum is not met, the chair goes on with a reason or adjourns; the
facilitator may always go on, and a script that chairs does so by itself, since nothing waits for a script.
"""

import msgspec
from msgspec.structs import replace

from simulations.engine.actors import Actor, Facilitator, Scripted, Seated
from simulations.engine.commands import GoOnWithoutQuorum
from simulations.engine.events import WentOnWithoutQuorum
from simulations.engine.guards import not_at_table, not_chair, not_running
from simulations.engine.moment import Answer, Deciders, Evolvers, Moment
from simulations.engine.refusals import Refusal, refuse
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.vocabulary import Agenda, Sector
from simulations.engine.state import ConferenceState
from simulations.engine.state.arrangements import WithoutQuorum
from simulations.engine.words import Said


class Shortfall(msgspec.Struct, frozen=True, kw_only=True):
    """What there is and what is wanting: `missing` are sectors that have to be there, `short_by` a number of agencies."""

    present: tuple[Sector, ...]
    missing: tuple[Sector, ...]
    short_by: int


def agencies_present(moment: Moment) -> tuple[Sector, ...]:
    """The sectors of the practitioners in the room, in the order of the scenario's seats."""
    seats = (moment.scenario.seats[seat] for seat in moment.scenario.seats_giving_views() if moment.in_room(seat))
    return tuple(dict.fromkeys(seat.sector for seat in seats))


def shortfall(moment: Moment) -> Shortfall | None:
    """What the quorum wants and has not; None where it is met, and in meetings that have none."""
    quorum = moment.state.terms.practice.quorum_in(moment.scenario.meeting)
    if quorum is None:
        return None
    present = agencies_present(moment)
    missing = tuple(sector for sector in quorum.required_agencies if sector not in present)
    short_by = max(0, quorum.min_agencies - len(present))
    return Shortfall(present=present, missing=missing, short_by=short_by) if missing or short_by else None


def cannot_open_yet(moment: Moment, by: Actor) -> Refusal | None:
    """The person in the chair leaves the opening only with a quorum, or once they have said why they go on without."""
    if isinstance(by, Facilitator | Scripted) or not _still_to_say(moment):
        return None
    may = moment.state.terms.practice.quorum.chair_may_override
    return refuse("quorum-first" if may else "quorum-needed")


def _still_to_say(moment: Moment) -> bool:
    opening = moment.agenda is Agenda.OPENING
    return opening and moment.state.arrangements.without_quorum is None and shortfall(moment) is not None


def may_go_on(moment: Moment) -> bool:
    """Whether the chair has a quorum to go on without."""
    return _still_to_say(moment) and moment.state.terms.practice.quorum.chair_may_override


def of_itself(moment: Moment, by: Actor) -> tuple[WentOnWithoutQuorum, ...]:
    """What is recorded when the facilitator, or a script that chairs, leaves the opening without a quorum."""
    return (_gone_on(moment, by, None),) if _still_to_say(moment) else ()


def go_on(moment: Moment, command: GoOnWithoutQuorum) -> Answer:
    """The chair says why the conference goes on."""
    if refusal := (not_running(moment) or not_chair(moment, command.by) or not_at_table(moment)):
        return refusal
    if not _still_to_say(moment):
        return refuse("quorum-met")
    if not may_go_on(moment):
        return refuse("quorum-needed")
    return (_gone_on(moment, command.by, command.words),)


def _gone_on(moment: Moment, by: Actor, said: Said | None) -> WentOnWithoutQuorum:
    seat = by.seat if isinstance(by, Seated | Scripted) else None
    present = agencies_present(moment)
    return WentOnWithoutQuorum(at=moment.now, audience=moment.hearers_of(by), seat=seat, present=present, said=said)


DECIDE: Deciders = {GoOnWithoutQuorum: go_on}


def went_on(scenario: Scenario, state: ConferenceState, event: WentOnWithoutQuorum) -> ConferenceState:
    """Why stands beside what was wanting."""
    without = WithoutQuorum(seat=event.seat, present=event.present, said=event.said, audience=event.audience)
    return replace(state, arrangements=replace(state.arrangements, without_quorum=without))


EVOLVE: Evolvers = {WentOnWithoutQuorum: went_on}
