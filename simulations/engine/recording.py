"""The record: drafted from what happened, written by the record taker, corrected by anybody, approved by the chair, sent
in two versions.

Who came, who was out, what was decided, planned and dissented from stands in it by itself. The essential facts, the
strengths, the analysis of risk and the reasons are nobody's to write but the record taker's, who has no other part. What
was approved stays as it was, whatever is written afterwards, until the chair approves anew.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from simulations.engine.actors import Actor, Facilitator, Seated
from simulations.engine.audience import Audience
from simulations.engine.commands import (
    ApproveRecord,
    CorrectRecord,
    LeaveCorrection,
    SendRecord,
    TakeCorrection,
    WriteRecord,
)
from simulations.engine.events import (
    ConferenceClosed,
    ConferenceEnded,
    CorrectionLeft,
    CorrectionProposed,
    CorrectionTaken,
    Event,
    PartClosed,
    PartReopened,
    PhaseBegan,
    RecordApproved,
    RecordSent,
    RecordWritten,
    SeatDisconnected,
    SeatLeft,
    SteppedOut,
)
from simulations.engine.guards import not_at_table, not_chair, not_running, not_seated, own_seat
from simulations.engine.keeping import kept_from, put
from simulations.engine.moment import AT_THE_TABLE, Answer, Deciders, Evolvers, Moment, only
from simulations.engine.refusals import Refusal, refuse
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import SeatId, SeatOrAdultId
from simulations.engine.scenario.vocabulary import FINISHING, Attendance, Part
from simulations.engine.state import (
    ConferenceState,
    Exclusion,
    RecordBasis,
    RecordCorrection,
    RecordState,
    SentCopy,
)
from simulations.engine.viewers import Viewer
from simulations.engine.words import Copy

FAMILYS_SIDE = frozenset({Part.FAMILY, Part.CHILD, Part.SUPPORTER, Part.ADVOCATE})
"""Who gets the family's copy: the family, and whoever is there for them."""
FULL_COPY = frozenset({Part.CHAIR, Part.SOCIAL_WORKER, Part.PRACTITIONER, Part.RECORD_TAKER})


def write(moment: Moment, command: WriteRecord) -> Answer:
    """Write a part. While a part of the meeting is closed, what is written goes into the full version alone."""
    if refusal := _not_record_taker(moment, command.by):
        return refusal
    if command.into == "full" and not moment.state.record.exclusions:
        return refuse("nothing-was-closed")
    written = RecordWritten(
        at=moment.now, audience=_drafting(moment), seat=own_seat(command.by), part=command.part,
        into="full" if moment.state.closed else command.into, said=command.words,
    )  # fmt: skip
    return (written,)


def _not_record_taker(moment: Moment, by: Actor) -> Refusal | None:
    if refusal := (not_running(moment) or not_seated(moment, by) or not_at_table(moment)):
        return refusal
    return None if takes_record(moment.scenario, own_seat(by)) else refuse("record-taker-only")


def takes_record(scenario: Scenario, seat: SeatId) -> bool:
    """Whether the record is this seat's to write."""
    return scenario.seats[seat].part is Part.RECORD_TAKER


def drafts(moment: Moment, viewer: Viewer) -> bool:
    """Whether the record is before somebody while it is being drafted: the record taker, and who acts as chair."""
    if isinstance(viewer, Seated):
        return takes_record(moment.scenario, viewer.seat) or viewer.seat == moment.chair
    return isinstance(viewer, Facilitator) and moment.acts_as_chair(viewer)


def _drafting(moment: Moment, *others: SeatId) -> Audience:
    seats = {seat for seat in moment.scenario.seats if takes_record(moment.scenario, seat) or seat == moment.chair}
    return only(*seats, *others, facilitator=not moment.person_in_chair())


def correct(moment: Moment, command: CorrectRecord) -> Answer:
    """Propose a correction: whoever sits in the room."""
    if refusal := (not_running(moment) or not_seated(moment, command.by) or not_at_table(moment)):
        return refusal
    seat = own_seat(command.by)
    number = sum(each.seat == seat for each in moment.state.record.corrections.values()) + 1
    proposed = CorrectionProposed(
        at=moment.now, audience=_drafting(moment, seat), key=f"{seat}.{number}", seat=seat, part=command.part,
        said=command.words,
    )  # fmt: skip
    return (proposed,)


def take_correction(moment: Moment, command: TakeCorrection) -> Answer:
    """Take a correction in; what was proposed in a closed part, or is taken in one, goes into the full version alone."""
    if refusal := (_not_record_taker(moment, command.by) or _not_waiting(moment, command)):
        return refusal
    if command.into == "full" and not moment.state.record.exclusions:
        return refuse("nothing-was-closed")
    correction = moment.state.record.corrections[command.correction]
    closed = moment.state.closed or correction.kept_from
    taken = CorrectionTaken(
        at=moment.now, audience=_drafting(moment, correction.seat), key=correction.key,
        into="full" if closed else command.into,
    )  # fmt: skip
    return (taken,)


def leave_correction(moment: Moment, command: LeaveCorrection) -> Answer:
    """Leave a correction out."""
    if refusal := (_not_record_taker(moment, command.by) or _not_waiting(moment, command)):
        return refusal
    correction = moment.state.record.corrections[command.correction]
    return (CorrectionLeft(at=moment.now, audience=_drafting(moment, correction.seat), key=correction.key),)


def _not_waiting(moment: Moment, command: TakeCorrection | LeaveCorrection) -> Refusal | None:
    correction = moment.state.record.corrections.get(command.correction)
    waiting = correction is not None and correction.outcome == "proposed"
    return None if waiting else refuse("no-such-correction")


def approve(moment: Moment, command: ApproveRecord) -> Answer:
    """Approve the record as it stands, at the close or after it."""
    if refusal := (not_running(moment) or not_chair(moment, command.by) or _not_finishing(moment)):
        return refusal
    if not changed(moment):
        return refuse("already-so")
    return (RecordApproved(at=moment.now, audience=moment.hearers()),)


def _not_finishing(moment: Moment) -> Refusal | None:
    return None if moment.agenda in FINISHING else refuse("record-later")


def changed(moment: Moment) -> bool:
    """Whether the record is another than the one that was approved, or none was."""
    return moment.state.record.approved != basis(moment)


def send(moment: Moment, command: SendRecord) -> Answer:
    """Send copies of the approved record: the record taker or the chair."""
    if refusal := (not_running(moment) or _not_drafting(moment, command.by) or _not_finishing(moment)):
        return refusal
    if moment.state.record.approved is None or changed(moment):
        return refuse("record-not-approved")
    copies = {copy_for(moment.scenario, each) for each in command.recipients}
    if None in copies:
        return refuse("no-such-recipient")
    if copies != {command.copy}:
        return refuse("familys-copy")
    to = tuple(dict.fromkeys(command.recipients))
    seats = {seat for each in to for seat in seats_of(moment.scenario, each)}
    return (RecordSent(at=moment.now, audience=_drafting(moment, *seats), copy=command.copy, recipients=to),)


def _not_drafting(moment: Moment, by: Actor) -> Refusal | None:
    if moment.acts_as_chair(by):
        return None
    return not_seated(moment, by) or (None if takes_record(moment.scenario, own_seat(by)) else refuse("not-yours"))


def copy_for(scenario: Scenario, recipient: SeatOrAdultId) -> Copy | None:
    """Which version a seat or an adult of the family gets; None for whoever gets none, such as an interpreter."""
    seat = scenario.seats.get(SeatId(str(recipient)))
    if seat is None:
        return "family" if str(recipient) in scenario.family.adults else None
    return "full" if seat.part in FULL_COPY else ("family" if seat.part in FAMILYS_SIDE else None)


def seats_of(scenario: Scenario, person: SeatOrAdultId) -> tuple[SeatId, ...]:
    """The seat that goes by this id, or those of the family that are this person's own."""
    if str(person) in scenario.seats:
        return (SeatId(str(person)),)
    own = (seat for seat in scenario.seats.values() if seat.part in (Part.FAMILY, Part.CHILD))
    return tuple(seat.id for seat in own if str(seat.of) == str(person))


def basis(moment: Moment) -> RecordBasis:
    """What the record is made of as it stands now."""
    state, record = moment.state, moment.state.record
    here = moment.room if moment.at_table else frozenset[SeatId]()
    seats = moment.scenario.seats
    return RecordBasis(
        attended=record.attended | here,
        on_the_line=frozenset(
            seat
            for seat, now in state.seats.items()
            if now.on_the_line and seats[seat].attends is Attendance.REPORT_ONLY
        ),
        statements=frozenset(seat for seat, now in state.seats.items() if now.filled == "statement"),
        exclusions=record.exclusions,
        parts=record.parts,
        corrections={key: each for key, each in record.corrections.items() if each.outcome == "taken"},
        decisions=state.decisions,
        dissents=state.dissents,
        plan=state.plan,
        interim=state.interim,
        arrangements=state.arrangements,
        reports=tuple(dict.fromkeys(report.seat for report in state.reports.values())),
    )


def may_record(moment: Moment, seat: SeatId) -> Iterator[str]:
    """The commands of the record that are open to a seat in the room while the conference is on."""
    yield "correct-record"
    if not takes_record(moment.scenario, seat):
        return
    yield "write-record"
    if any(each.outcome == "proposed" for each in moment.state.record.corrections.values()):
        yield from ("take-correction", "leave-correction")
    yield from _may_send(moment)


def may_approve(moment: Moment) -> Iterator[str]:
    """The commands of the record that are open to whoever acts as chair."""
    if moment.agenda in FINISHING and changed(moment):
        yield "approve-record"
    yield from _may_send(moment)


def _may_send(moment: Moment) -> Iterator[str]:
    if moment.agenda in FINISHING and moment.state.record.approved is not None and not changed(moment):
        yield "send-record"


DECIDE: Deciders = {
    WriteRecord: write, CorrectRecord: correct, TakeCorrection: take_correction, LeaveCorrection: leave_correction,
    ApproveRecord: approve, SendRecord: send,
}  # fmt: skip


def _with(state: ConferenceState, record: RecordState) -> ConferenceState:
    return replace(state, record=record)


def record_written(scenario: Scenario, state: ConferenceState, event: RecordWritten) -> ConferenceState:
    """The part as it now stands, in its language."""
    key = (event.part, event.said.language, event.into)
    return _with(state, replace(state.record, parts=put(state.record.parts, key, event.said)))


def correction_proposed(scenario: Scenario, state: ConferenceState, event: CorrectionProposed) -> ConferenceState:
    """It waits for the record taker."""
    correction = RecordCorrection(
        key=event.key, seat=event.seat, part=event.part, said=event.said, at=event.at, kept_from=kept_from(state)
    )
    return _with(state, replace(state.record, corrections=put(state.record.corrections, event.key, correction)))


def correction_taken(scenario: Scenario, state: ConferenceState, event: CorrectionTaken) -> ConferenceState:
    """It stands in the record."""
    corrections = state.record.corrections
    taken = replace(corrections[event.key], outcome="taken", into=event.into)
    return _with(state, replace(state.record, corrections=put(corrections, event.key, taken)))


def correction_left(scenario: Scenario, state: ConferenceState, event: CorrectionLeft) -> ConferenceState:
    """It was left out."""
    corrections = state.record.corrections
    left = replace(corrections[event.key], outcome="left")
    return _with(state, replace(state.record, corrections=put(corrections, event.key, left)))


def record_approved(scenario: Scenario, state: ConferenceState, event: RecordApproved) -> ConferenceState:
    """What it was made of is kept."""
    return _with(state, replace(state.record, approved=basis(Moment(scenario, state, event.at))))


def record_sent(scenario: Scenario, state: ConferenceState, event: RecordSent) -> ConferenceState:
    """Each has a copy of what was approved; a later one takes the place of an earlier."""
    if state.record.approved is None:
        return state
    copy = SentCopy(copy=event.copy, at=event.at, of=state.record.approved)
    sent = {**state.record.sent, **dict.fromkeys(event.recipients, copy)}
    return _with(state, replace(state.record, sent=sent))


EVOLVE: Evolvers = {
    RecordWritten: record_written, CorrectionProposed: correction_proposed, CorrectionTaken: correction_taken,
    CorrectionLeft: correction_left, RecordApproved: record_approved, RecordSent: record_sent,
}  # fmt: skip

NOTED = frozenset({
    PhaseBegan, SteppedOut, SeatLeft, SeatDisconnected, PartClosed, PartReopened, ConferenceEnded, ConferenceClosed,
})  # fmt: skip
"""Events of other areas that the record takes note of: after one, who was there, or who was out, may be another."""


def noted(scenario: Scenario, before: ConferenceState, after: ConferenceState, event: Event) -> ConferenceState:
    """The state after such an event, with who had been there until then, and with closed parts from when until when."""
    record = after.record
    then = Moment(scenario, before, event.at)
    if then.agenda in AT_THE_TABLE and not then.room <= record.attended:
        record = replace(record, attended=record.attended | then.room)
    if before.closed is None and after.closed is not None:
        part = Exclusion(without=after.closed.without, ground=after.closed.ground, began=after.closed.began)
        record = replace(record, exclusions=(*record.exclusions, part))
    elif before.closed is not None and after.closed is None:
        *earlier, last = record.exclusions
        record = replace(record, exclusions=(*earlier, replace(last, ended=event.at)))
    return after if record is after.record else _with(after, record)
