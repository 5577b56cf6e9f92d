"""The record for whoever reads it: each version is a function of what it is made of, and of who the readers are.

In a version for readers whom a part was closed to stands that there is more, and nothing of it. Nobody who is not
drafting it reads anything before the chair has approved it, and the family nothing before its copy is sent.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from msgspec import structs

from simulations.engine.actors import Facilitator, Seated
from simulations.engine.afterwards import is_done
from simulations.engine.audience import Audience
from simulations.engine.moment import Moment
from simulations.engine.practice import Clock
from simulations.engine.recording import FAMILYS_SIDE, basis, changed, copy_for, drafts, seats_of
from simulations.engine.scenario.meeting import AfterTask
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import SeatId, SeatOrAdultId
from simulations.engine.scenario.vocabulary import FINISHING, AfterTaskKind, Attendance
from simulations.engine.sections import (
    AfterSection,
    AttendanceLine,
    ClockLine,
    DecisionLine,
    ExclusionLine,
    InterimLine,
    ProposedLine,
    RecordSection,
    RecordVersion,
    SentLine,
    TaskLine,
    Utterance,
    WrittenLine,
)
from simulations.engine.showing.judgements import decision_line, dissent_line
from simulations.engine.showing.plan import action_line, interim_line
from simulations.engine.showing.practice import rule_line
from simulations.engine.showing.wording import texts
from simulations.engine.state import (
    DecisionRecord,
    DissentRecord,
    InterimRecord,
    PlanAction,
    RecordBasis,
    RecordCorrection,
)
from simulations.engine.state.arrangements import Coordinator, CoreGroup, NextConference
from simulations.engine.viewers import Viewer
from simulations.engine.words import Copy, Into, RecordPart

PARTS: tuple[RecordPart, ...] = ("essential-facts", "summary", "strengths", "risk-analysis", "reasons")
"""The order in which they stand in the record."""
LIMITS = {AfterTaskKind.CIRCULATE: ("outline-plan", "full-record")}
"""The procedural limits that a task is done within. For the others none was read anywhere."""

Heard = DecisionRecord | DissentRecord | PlanAction | InterimRecord


@dataclass(frozen=True, slots=True)
class Readers:
    """Whom a version is for. What was said in a part closed to any of `closed_for` is not in it; nor is what any of
    `own` was not there for, if the scenario withholds something from that seat."""

    copy: Copy
    closed_for: frozenset[SeatId]
    own: frozenset[SeatId]

    def closed(self, heard: Heard) -> bool:
        """Whether something was said in a part that was closed to one of them."""
        return bool(self.closed_for & heard.kept_from)

    def unheard(self, scenario: Scenario, heard: Heard) -> bool:
        """Whether something was said without one of them from whom something is withheld: left out, and not told of."""
        restricted = (seat for seat in self.own if scenario.withheld_from(seat))
        return any(seat not in heard.audience.seats for seat in restricted)

    def without(self, dissent: DissentRecord) -> bool:
        """Whether a dissent was recorded in a closed part; where one was only settled in it, they were there for the dissent."""
        return bool((self.closed_for & dissent.kept_from) - dissent.audience.seats)

    def out(self, made_of: RecordBasis) -> bool:
        """Whether any of them was ever out for a closed part."""
        return any(self.closed_for & each.without for each in made_of.exclusions)


def record_section(moment: Moment, viewer: Viewer) -> RecordSection:
    """The record as far as it is this viewer's."""
    record = moment.state.record
    own = frozenset({viewer.seat}) if isinstance(viewer, Seated) else frozenset[SeatId]()
    if drafts(moment, viewer):
        current, anew = basis(moment), changed(moment)
        return RecordSection(
            state="draft" if anew else "approved",
            drafts=True,
            changed=anew and record.approved is not None,
            full=version(moment, current, Readers("full", own, own)),
            family=version(moment, current, Readers("family", _familys_side(moment.scenario), frozenset())),
            corrections=tuple(_waiting(moment, own)),
            sent=tuple(SentLine(to=to, copy=copy.copy, at=copy.at) for to, copy in record.sent.items()),
        )
    corrections = tuple(_line(each) for each in record.corrections.values() if each.seat in own)
    full, familys = _approved_for(moment, viewer, own), _sent_to(moment, own)
    state = "approved" if full or familys else "none"
    return RecordSection(state=state, full=full, family=familys, corrections=corrections)


def _familys_side(scenario: Scenario) -> frozenset[SeatId]:
    return frozenset(seat.id for seat in scenario.seats.values() if seat.part in FAMILYS_SIDE)


def _approved_for(moment: Moment, viewer: Viewer, own: frozenset[SeatId]) -> RecordVersion | None:
    """What was approved, for practitioners and for the facilitator."""
    approved = moment.state.record.approved
    practitioner = any(copy_for(moment.scenario, SeatOrAdultId(seat)) == "full" for seat in own)
    if approved is None or not (practitioner or isinstance(viewer, Facilitator)):
        return None
    return version(moment, approved, Readers("full", own, own))


def _sent_to(moment: Moment, own: frozenset[SeatId]) -> RecordVersion | None:
    """The family's copy, for whom it was sent to."""
    sent = moment.state.record.sent
    mine = (copy for to, copy in sent.items() if own.intersection(seats_of(moment.scenario, to)))
    copy = next((copy for copy in mine if copy.copy == "family"), None)
    return version(moment, copy.of, Readers("family", _familys_side(moment.scenario), own)) if copy else None


def version(moment: Moment, made_of: RecordBasis, readers: Readers) -> RecordVersion:
    """The version for these readers of the record that is made of this."""
    told = Version(moment, made_of, readers)
    named, group, following = told.arranged()
    written, dissents, actions = tuple(told.written()), told.dissents(), told.actions()
    return RecordVersion(
        attendance=tuple(told.attendance()),
        reports=made_of.reports,
        exclusions=tuple(told.exclusions()),
        written=written,
        unwritten=tuple(not_written(written)) if readers.copy == "full" else (),
        decisions=tuple(told.decisions()),
        dissents=tuple(dissent_line(moment, each, readers.closed(each)) for each in dissents),
        kept_dissents=sum(map(readers.without, made_of.dissents.values())),
        interim=tuple(told.interim()),
        actions=tuple(action_line(moment, each) for each in actions),
        kept_actions=sum(readers.closed(each) for each in made_of.plan.values() if not each.withdrawn),
        coordinator=named.coordinator if named else None,
        core_group=group.members if group else (),
        core_group_on=group.on if group else None,
        next_conference=following.on if following else None,
        adjourned=made_of.arrangements.adjourned is not None,
        corrections=tuple(_line(each) for each in made_of.corrections.values() if told.goes_in(each.into)),
        kept=readers.out(made_of),
    )


def not_written(written: tuple[WrittenLine, ...]) -> Iterator[RecordPart]:
    """The parts that nobody has written yet."""
    there = {line.part for line in written}
    return (part for part in PARTS if part not in there)


@dataclass(frozen=True, slots=True)
class Version:
    """The parts of one version."""

    moment: Moment
    made_of: RecordBasis
    readers: Readers

    def goes_in(self, into: Into) -> bool:
        """Whether what the record taker put into both copies, or into the full one alone, is in this one."""
        return into == "both" or (self.readers.copy == "full" and not self.readers.out(self.made_of))

    def attendance(self) -> Iterator[AttendanceLine]:
        """Everybody who was expected, and who came besides."""
        for seat in self.moment.scenario.seats.values():
            if seat.id in self.made_of.on_the_line:
                yield AttendanceLine(seat=seat.id, how="on-the-line")
            elif seat.id in self.made_of.attended:
                yield AttendanceLine(seat=seat.id, how="attended")
            elif seat.id in self.made_of.statements:
                yield AttendanceLine(seat=seat.id, how="statement")
            elif seat.present:
                sent_in = seat.attends is Attendance.REPORT_ONLY
                yield AttendanceLine(seat=seat.id, how="report" if sent_in else "apologies")

    def exclusions(self) -> Iterator[ExclusionLine]:
        """Who was out; the ground is kept from whoever was, and from the family."""
        for each in self.made_of.exclusions:
            ground = None if self.readers.closed_for & each.without else each.ground
            yield ExclusionLine(seats=tuple(sorted(each.without)), ground=ground, began=each.began, ended=each.ended)

    def written(self) -> Iterator[WrittenLine]:
        """What the record taker wrote, in the record's order, in each language it was written in."""
        parts = sorted(self.made_of.parts.items(), key=lambda each: PARTS.index(each[0][0]))
        for (part, language, into), said in parts:
            if self.goes_in(into):
                words = Utterance(utterance=said.utterance, language=language)
                yield WrittenLine(part=part, into=into, words=words)

    def decisions(self) -> Iterator[DecisionLine]:
        """All that was decided; why, unless that is kept from them."""
        for each in self.made_of.decisions.values():
            closed = self.readers.closed(each)
            line = decision_line(self.moment, each, closed or self.readers.unheard(self.moment.scenario, each))
            yield structs.replace(line, closed=closed)

    def dissents(self) -> list[DissentRecord]:
        """The dissents that are told of."""
        scenario, told = self.moment.scenario, self.made_of.dissents.values()
        return [each for each in told if not self.readers.without(each) and not self.readers.unheard(scenario, each)]

    def actions(self) -> list[PlanAction]:
        """The actions that are told of."""
        scenario, planned = self.moment.scenario, self.made_of.plan.values()
        there = (each for each in planned if not each.withdrawn and not self.readers.closed(each))
        return [each for each in there if not self.readers.unheard(scenario, each)]

    def arranged(self) -> tuple[Coordinator | None, CoreGroup | None, NextConference | None]:
        """The co-ordinator, the core group and the next conference, but for what was said in a closed part."""
        all_of = self.made_of.arrangements
        named, group, following = all_of.coordinator, all_of.core_group, all_of.next_conference
        return (
            named if named and self._tells(named.audience) else None,
            group if group and self._tells(group.audience) else None,
            following if following and self._tells(following.audience) else None,
        )

    def _tells(self, audience: Audience) -> bool:
        sent_out = frozenset(seat for each in self.made_of.exclusions for seat in each.without)
        return not (self.readers.closed_for & sent_out) - audience.seats

    def interim(self) -> Iterator[InterimLine]:
        """What keeps each child safe."""
        for each in self.made_of.interim.values():
            closed = self.readers.closed(each)
            if closed or not self.readers.unheard(self.moment.scenario, each):
                yield interim_line(self.moment, each, "closed-part" if closed else None)


def _waiting(moment: Moment, own: frozenset[SeatId]) -> Iterator[ProposedLine]:
    """The corrections that wait for the record taker, but for those proposed while this viewer was out."""
    for each in moment.state.record.corrections.values():
        if each.outcome == "proposed" and not own & each.kept_from:
            yield _line(each)


def _line(correction: RecordCorrection) -> ProposedLine:
    said = correction.said
    return ProposedLine(
        key=correction.key,
        seat=correction.seat,
        part=correction.part,
        words=Utterance(utterance=said.utterance, language=said.language),
        outcome=correction.outcome,
    )


def after_section(moment: Moment, viewer: Viewer) -> AfterSection | None:
    """The tasks after the conference, once it has come to its close; None before that, or where there are none."""
    begun = (moment.scenario.phase(phase).agenda for phase in moment.state.began)
    if not moment.scenario.after or FINISHING.isdisjoint(begun):
        return None
    return AfterSection(tasks=tuple(_task(moment, viewer, task) for task in moment.scenario.after.values()))


def _task(moment: Moment, viewer: Viewer, task: AfterTask) -> TaskLine:
    theirs = isinstance(viewer, Facilitator) or viewer == Seated(task.by)
    clocks = (moment.state.terms.practice.clock(each) for each in LIMITS.get(task.id, ()))
    return TaskLine(
        task=task.id.value,
        seat=task.by,
        to=tuple(map(str, task.to)),
        text=texts(task.text) if theirs else None,
        done=is_done(moment, task),
        limits=tuple(_limit(clock) for clock in clocks if clock.footing.mark == "read"),
    )


def _limit(clock: Clock) -> ClockLine:
    return ClockLine(
        rule=rule_line(clock.what, clock.footing),
        number=clock.limit.number,
        unit=clock.limit.unit,
        starts=clock.starts.texts(),
    )
