"""Reports, the family's reply to each, and putting right what was said.

A report is summed up, not read out: what is in it comes on the table passage by passage, as everything does. The
family may reply to each without waiting for the floor. What was said wrongly stays, with the correction beside it.
"""

from msgspec.structs import replace

from simulations.engine.actors import Scripted
from simulations.engine.asking import PRACTITIONERS
from simulations.engine.audience import Audience
from simulations.engine.commands import Correct, Present, Reply
from simulations.engine.events import Corrected, FamilyReplied, ReportPresented
from simulations.engine.guards import may_not_speak, not_at_table, not_running, not_seated, own_seat
from simulations.engine.keeping import logged, next_key, put
from simulations.engine.moment import Answer, Deciders, Evolvers, Moment
from simulations.engine.refusals import Refusal, refuse
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import PaperId, SeatId
from simulations.engine.scenario.vocabulary import Agenda, Part
from simulations.engine.state import ConferenceState, Correction, LogItem, Report

CORRECTABLE = frozenset({"said", "shared", "asked", "nothing", "read", "summed-up", "chose", "presented", "replied"})
"""The kinds of the log's items that somebody's words stand in."""


def present(moment: Moment, command: Present) -> Answer:
    """Sum up a report of one's own, on one's turn."""
    if refusal := (not_running(moment) or not_seated(moment, command.by)):
        return refusal
    seat = own_seat(command.by)
    if refusal := (_not_presentable(moment, seat, command.paper) or may_not_speak(moment, seat)):
        return refusal
    if command.words is None and _typed_by_a_person(moment, command):
        return refuse("summary-needed")
    presented = ReportPresented(
        at=moment.now, audience=moment.hearers(), seat=seat, paper=command.paper, said=command.words
    )
    return (presented,)


def _not_presentable(moment: Moment, seat: SeatId, paper: PaperId) -> Refusal | None:
    if moment.agenda is not Agenda.REPORTS:
        return refuse("not-in-reports")
    if moment.scenario.seats[seat].part not in PRACTITIONERS:
        return refuse("not-yours")
    if paper not in presentable(moment, seat):
        again = any(each.seat == seat and each.paper == paper for each in moment.state.reports.values())
        return refuse("already-presented" if again else "not-your-report")
    return None


def presentable(moment: Moment, seat: SeatId) -> tuple[PaperId, ...]:
    """The papers that a seat may still present: its own, in its hands, and not presented yet.

    A paper that several seats hold is the first one's to present.
    """
    done = {each.paper for each in moment.state.reports.values() if each.seat == seat}
    held = (each.paper for each in moment.state.papers.get(seat, ()))
    return tuple(paper for paper in held if seat == moment.scenario.papers[paper].held_by[0] and paper not in done)


def reply(moment: Moment, command: Reply) -> Answer:
    """The family replies to a report that it heard, once to each."""
    if refusal := (not_running(moment) or not_seated(moment, command.by)):
        return refusal
    seat = own_seat(command.by)
    if not replies(moment.scenario, seat):
        return refuse("not-yours")
    if moment.agenda is not Agenda.REPORTS:
        return refuse("not-in-reports")
    if command.report not in awaiting_reply(moment, seat):
        return refuse("no-such-report")
    if command.words is None and _typed_by_a_person(moment, command):
        return refuse("words-needed")
    replied = FamilyReplied(
        at=moment.now, audience=moment.hearers(), seat=seat, report=command.report, said=command.words
    )
    return (replied,)


def replies(scenario: Scenario, seat: SeatId) -> bool:
    """Whether reports are replied to from this seat: the family's, and an advocate's."""
    part = scenario.seats[seat].part
    return part.is_family or part is Part.ADVOCATE


def awaiting_reply(moment: Moment, seat: SeatId) -> tuple[str, ...]:
    """The reports that a seat heard in this phase and has not replied to, by their place in the log."""
    reports = moment.state.reports.items()
    heard = (
        (key, each) for key, each in reports if each.phase == moment.state.phase.id and seat in each.audience.seats
    )
    return tuple(key for key, each in heard if seat not in each.replied)


def _typed_by_a_person(moment: Moment, command: Present | Reply) -> bool:
    """Round a table one presents aloud, and only says that one does."""
    return moment.state.setting == "text" and not isinstance(command.by, Scripted)


def correct(moment: Moment, command: Correct) -> Answer:
    """Put right what one said, or what was said of one; whoever heard the first words and is here hears it."""
    if refusal := (not_running(moment) or not_seated(moment, command.by) or not_at_table(moment)):
        return refusal
    seat = own_seat(command.by)
    item = item_at(moment.state, command.item)
    if item is None or item.kind not in CORRECTABLE or item.key in moment.state.undone:
        return refuse("nothing-to-correct")
    if seat not in item.audience.seats:
        return refuse("nothing-to-correct")
    audience = heard_then_and_here(moment, item.audience)
    return (Corrected(at=moment.now, audience=audience, seat=seat, item=command.item, said=command.words),)


def heard_then_and_here(moment: Moment, then: Audience) -> Audience:
    """Those who were there then and are here now."""
    now = moment.hearers()
    return Audience(then.seats & now.seats, then.facilitator and now.facilitator, then.observers and now.observers)


def item_at(state: ConferenceState, key: str) -> LogItem | None:
    """The item of the log with this key."""
    place = int(key[1:]) - 1 if key[:1] == "t" and key[1:].isascii() and key[1:].isdigit() else -1
    return next(state.log.since(place)) if 0 <= place < len(state.log) else None


DECIDE: Deciders = {Present: present, Reply: reply, Correct: correct}


def report_presented(scenario: Scenario, state: ConferenceState, event: ReportPresented) -> ConferenceState:
    """The report stands in the log, and waits for the family's reply."""
    report = Report(seat=event.seat, paper=event.paper, phase=state.phase.id, audience=event.audience)
    state = replace(state, reports=put(state.reports, next_key(state), report), spoken=state.spoken | {event.seat})
    return logged(state, event, "presented", seat=event.seat, paper=event.paper, said=event.said)


def family_replied(scenario: Scenario, state: ConferenceState, event: FamilyReplied) -> ConferenceState:
    """The reply stands in the log, with the report that it answers."""
    report = state.reports[event.report]
    report = replace(report, replied=report.replied | {event.seat})
    state = replace(state, reports=put(state.reports, event.report, report), spoken=state.spoken | {event.seat})
    return logged(state, event, "replied", seat=event.seat, other=report.seat, said=event.said, answers=event.report)


def corrected(scenario: Scenario, state: ConferenceState, event: Corrected) -> ConferenceState:
    """The correction stands in the log, and beside what it corrects."""
    correction = Correction(key=next_key(state), seat=event.seat, said=event.said, at=event.at, audience=event.audience)
    beside = (*state.corrections.get(event.item, ()), correction)
    state = replace(state, corrections=put(state.corrections, event.item, beside))
    return logged(state, event, "corrected", seat=event.seat, said=event.said, answers=event.item)


EVOLVE: Evolvers = {ReportPresented: report_presented, FamilyReplied: family_replied, Corrected: corrected}
