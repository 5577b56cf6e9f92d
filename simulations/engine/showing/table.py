"""What is nobody's secret: where the conference is, who sits where, who has the floor."""

from simulations.engine.consequences import minutes_end
from simulations.engine.moment import Moment
from simulations.engine.scenario.family import Seat
from simulations.engine.scenario.meeting import Phase
from simulations.engine.scenario.vocabulary import Attendance
from simulations.engine.seats import filler
from simulations.engine.sections import FloorSection, PhaseLine, PhaseSection, RosterSection, SeatLine
from simulations.engine.showing.wording import in_languages
from simulations.engine.state import SeatState


def phase_section(moment: Moment) -> PhaseSection:
    """Where the conference is, and what is to come."""
    phase, clock = moment.phase, moment.state.clock
    stands = phase is not None and clock.anchor is None
    return PhaseSection(
        status=moment.state.status,
        setting=moment.state.setting,
        phase=phase.id if phase else None,
        agenda=phase.agenda.value if phase else None,
        minutes=phase.minutes + moment.state.phase.extra_minutes if phase else None,
        began_at=clock.at(moment.state.phase.began) if phase else None,
        ends_at=clock.at(minutes_end(moment)) if phase else None,
        seconds_left=int((minutes_end(moment) - clock.ran).total_seconds()) if stands else None,
        used_up=moment.state.phase.used_up,
        real_concern=moment.state.real_concern,
        phases=tuple(_line(moment, each) for each in moment.scenario.phases),
    )


def _line(moment: Moment, phase: Phase) -> PhaseLine:
    now = moment.state.phase.id == phase.id
    begun = phase.id in moment.state.began
    state = "now" if now and moment.state.status != "closed" else ("done" if begun else "to-come")
    extra = moment.state.phase.extra_minutes if now else 0
    return PhaseLine(id=phase.id, agenda=phase.agenda.value, minutes=phase.minutes + extra, state=state)


def roster_section(moment: Moment) -> RosterSection:
    """Everyone at the table, whether or not they are there."""
    return RosterSection(
        seats=tuple(_seat(moment, seat) for seat in moment.scenario.seats.values()),
        facilitator_in=moment.state.facilitator_in,
        observers=len(moment.state.observers),
        chair=moment.chair if moment.chair and moment.in_room(moment.chair) else None,
    )


def _seat(moment: Moment, seat: Seat) -> SeatLine:
    now = moment.seat(seat.id)
    return SeatLine(
        seat=seat.id,
        title=in_languages(seat.title),
        sector=seat.sector.value,
        part=seat.part.value,
        attends=seat.attends.value,
        required=seat.required,
        filled=now.filled,
        covered=now.covered and now.filled == "script",
        person=now.person,
        language=now.language,
        where=now.where,
        state=_state(moment, seat, now),
        has_script=filler(moment.scenario, seat.id) == "script",
        stood_in=now.stood_in,
        voice=now.voice,
        may_be_taken_by=tuple(player.value for player in moment.scenario.casting[seat.id]),
    )


def _state(moment: Moment, seat: Seat, now: SeatState) -> str:
    if now.filled is None or now.filled == "statement":
        return "statement" if now.filled else "empty"
    if now.out:
        return "stepped-out"
    if now.reading:
        return "reading"
    if now.sent_out:
        return "sent-out"
    if now.cut_off:
        return "cut-off"
    if not seat.present and not now.arrived:
        return "outside"
    if seat.attends is Attendance.REPORT_ONLY:
        return "on-the-line" if now.on_the_line else "absent"
    return "here" if moment.in_room(seat.id) else "absent"


def floor_section(moment: Moment) -> FloorSection:
    """Who has the floor, and who wants it."""
    floor = moment.state.floor
    return FloorSection(kind=floor.kind, holder=floor.holder, hands=floor.hands, to_come=floor.to_come)
