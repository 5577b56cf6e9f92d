"""Core group, dates and the rest, as far as they were said before whoever looks. How it stands with the quorum is the chair's to know."""

from collections.abc import Iterator

from simulations.engine.actors import Facilitator, Seated
from simulations.engine.arranging import clock_of, last_day_for, may_set_date, still_to_arrange
from simulations.engine.moment import Moment
from simulations.engine.planning import without_interim
from simulations.engine.practice.kinds import Arrangement
from simulations.engine.quorum import may_go_on, shortfall
from simulations.engine.scenario.vocabulary import PLANNING, Agenda
from simulations.engine.sections.arrangements import (
    AdjournedLine,
    ArrangementsSection,
    CoreGroupLine,
    DateLimitLine,
    DateLine,
    QuorumLine,
    ReportLine,
)
from simulations.engine.showing.practice import rule_line
from simulations.engine.showing.wording import seen_by_family, texts, worded
from simulations.engine.state.arrangements import CoreGroup, NextConference
from simulations.engine.viewers import Viewer, sees

ARRANGEMENTS: tuple[Arrangement, ...] = ("core-group", "next-conference")


CHECKING = frozenset({Agenda.CHAIR_PREPARES, Agenda.OPENING})
"""When the chair looks whether the family has seen the reports."""


def arrangements_section(moment: Moment, viewer: Viewer) -> ArrangementsSection:
    """All of it."""
    state = moment.state.arrangements
    named, group, following = state.coordinator, state.core_group, state.next_conference
    now = moment.agenda in PLANNING or may_set_date(moment)
    return ArrangementsSection(
        now=now,
        coordinator=named.coordinator if named and sees(viewer, named.audience) else None,
        core_group=(
            CoreGroupLine(members=group.members, date=_date(moment, group))
            if group and sees(viewer, group.audience)
            else None
        ),
        next_conference=_date(moment, following) if following and sees(viewer, following.audience) else None,
        limits=tuple(_limits(moment)) if now else (),
        missing=tuple(still_to_arrange(moment)) if now else (),
        quorum=_quorum(moment, viewer),
        reports=tuple(_reports(moment)) if moment.agenda in CHECKING and _leads(moment, viewer) else (),
        adjourned=_adjourned(moment, viewer),
    )


def _date(moment: Moment, date: CoreGroup | NextConference) -> DateLine:
    return DateLine(on=date.on, late=date.late, why=worded(moment, date.said) if date.said else None)


def _limits(moment: Moment) -> Iterator[DateLimitLine]:
    for arrangement in ARRANGEMENTS:
        clock, last = clock_of(moment, arrangement), last_day_for(moment, arrangement)
        if clock is not None and last is not None:
            yield DateLimitLine(
                arrangement=arrangement,
                rule=rule_line(clock.what, clock.footing),
                number=clock.limit.number,
                unit=clock.limit.unit,
                last=last,
            )


def _quorum(moment: Moment, viewer: Viewer) -> QuorumLine | None:
    quorum, went_on = moment.state.terms.practice.quorum, moment.state.arrangements.without_quorum
    rule = rule_line(quorum.words, quorum.footing)
    if went_on is not None:
        if not sees(viewer, went_on.audience):
            return None
        return QuorumLine(
            rule=rule, present=went_on.present, missing=(), short_by=0, may_go_on=False, went_on=True,
            why=worded(moment, went_on.said) if went_on.said else None,
        )  # fmt: skip
    lacking = shortfall(moment) if moment.agenda is Agenda.OPENING and _leads(moment, viewer) else None
    if lacking is None:
        return None
    return QuorumLine(
        rule=rule, present=lacking.present, missing=lacking.missing, short_by=lacking.short_by,
        may_go_on=may_go_on(moment), went_on=False, why=None,
    )  # fmt: skip


def _leads(moment: Moment, viewer: Viewer) -> bool:
    return isinstance(viewer, Facilitator) or (isinstance(viewer, Seated) and moment.acts_as_chair(viewer))


def _reports(moment: Moment) -> Iterator[ReportLine]:
    """The reports in somebody's hands: one that is still to come is not told of."""
    for seat, papers in moment.state.papers.items():
        for paper in (moment.scenario.papers[held.paper] for held in papers):
            seen = seen_by_family(moment, paper)
            if seen is not None and seat == paper.held_by[0]:
                yield ReportLine(seat=seat, source=texts(paper.source), seen=seen)


def _adjourned(moment: Moment, viewer: Viewer) -> AdjournedLine | None:
    adjourned = moment.state.arrangements.adjourned
    if adjourned is None:
        return None
    there = sees(viewer, adjourned.audience)
    why = worded(moment, adjourned.said) if there else None
    return AdjournedLine(at=adjourned.at, why=why, unsafe=without_interim(moment))
