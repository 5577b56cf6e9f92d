"""The facilitator's own section: what can be set off, and counts. No paper and no fact's words are in it."""

from simulations.engine.moment import Moment
from simulations.engine.scenario.meeting import Inject
from simulations.engine.scenario.values import SeatId
from simulations.engine.scripting import playing_of
from simulations.engine.seats import filler, missing_seats
from simulations.engine.sections import ControlSection, InjectLine, MinuteLine, SeatControl
from simulations.engine.sharing import sharings_of
from simulations.engine.showing.wording import chosen_text, texts


def control_section(moment: Moment) -> ControlSection:
    """How far it has come, by counts, and every inject's button."""
    scenario, missing = moment.scenario, missing_seats(moment)
    critical = scenario.critical_facts()
    return ControlSection(
        variant=scenario.variant,
        variant_title=texts(scenario.variants[scenario.variant]) if scenario.variant else None,
        critical_said=sum(bool(sharings_of(moment.state, fact)) for fact in critical),
        critical=len(critical),
        injects=tuple(_inject(moment, inject) for inject in scenario.injects.values()),
        seats=tuple(_seat(moment, seat) for seat in scenario.seats),
        minutes=tuple(MinuteLine(seat=seat, since=since) for seat, since in moment.state.minutes.items()),
        goes_on_at=None if moment.state.going_on is None else moment.state.clock.at(moment.state.going_on),
        left_out={str(beat): codes for beat, codes in moment.state.left_out.items()},
        ready_to_start=moment.state.status == "lobby" and not missing,
        missing_seats=missing if moment.state.status == "lobby" else (),
    )


def _inject(moment: Moment, inject: Inject) -> InjectLine:
    return InjectLine(
        inject=inject.id,
        text=texts(inject.text),
        to=moment.scenario.reached_by(inject.id),
        deal=inject.deal,
        manual=inject.manual,
        fired=inject.id in moment.state.injects,
        held=inject.id in moment.state.kept_back,
        chosen=chosen_text(moment.scenario, inject.id, moment.state.chosen.get(inject.id)),
    )


def _seat(moment: Moment, seat: SeatId) -> SeatControl:
    state = moment.state
    papers = {held.paper: len(moment.scenario.papers[held.paper].passages) for held in state.papers.get(seat, ())}
    return SeatControl(
        seat=seat,
        has_script=filler(moment.scenario, seat) == "script",
        kept_empty=moment.seat(seat).kept_empty,
        beats_to_come=sum(1 for _ in playing_of(moment, seat)),
        views_given=sum(view.seat == seat for view in state.views.values()),
        passages=sum(papers.values()),
        reconciled=sum(own == seat for own, _ in state.reconciled),
        papers={str(paper): passages for paper, passages in papers.items()},
    )
