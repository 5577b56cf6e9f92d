"""The facilitator's own section: what can be set off, and counts. No paper's and no fact's words are in it."""

from collections.abc import Iterator

from simulations.engine.knowing import children_of, outcome
from simulations.engine.measures.weighing import levels_of
from simulations.engine.moment import Moment
from simulations.engine.scenario.meeting import Inject
from simulations.engine.scenario.values import ChildId, FactId, SeatId
from simulations.engine.scripting import playing_of
from simulations.engine.seats import filler, missing_seats
from simulations.engine.sections import (
    ControlSection,
    CriticalLine,
    HeldLine,
    InjectLine,
    MinuteLine,
    NotingLine,
    SeatControl,
    WorryLine,
)
from simulations.engine.sharing import sharings, sharings_of
from simulations.engine.showing.wording import chosen_text, texts
from simulations.engine.state import HeldPaper


def control_section(moment: Moment) -> ControlSection:
    """How far it has come, by counts, and every inject's button."""
    scenario, missing = moment.scenario, missing_seats(moment)
    critical = scenario.critical_facts()
    return ControlSection(
        variant=scenario.variant,
        variant_title=texts(scenario.variants[scenario.variant]) if scenario.variant else None,
        critical_said=sum(bool(sharings_of(moment.state, fact)) for fact in critical),
        critical=len(critical),
        facts=tuple(_critical(moment)),
        worry=tuple(_worry(moment, child) for child in scenario.family.children),
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


def _critical(moment: Moment) -> Iterator[CriticalLine]:
    """The critical facts by the children they are about: each child's own, then those about several."""
    about: dict[tuple[ChildId, ...], list[FactId]] = {}
    for fact in moment.scenario.critical_facts():
        about.setdefault(children_of(moment, fact), []).append(fact)
    order = list(moment.scenario.family.children)
    for children in sorted(about, key=lambda each: (len(each), [order.index(child) for child in each])):
        became = [outcome(moment, fact) for fact in about[children]]
        unknown = became.count("not-known")
        said = became.count("shared") + became.count("late")
        yield CriticalLine(children=children, said=said, not_known=unknown, critical=len(became))


def _worry(moment: Moment, child: ChildId) -> WorryLine:
    """The middle of the levels that people gave, first and now; a script's count for nobody."""
    first = {
        seat: given.level
        for (seat, about), given in moment.state.first_concerns.items()
        if about == child and given.by_person
    }
    before, now = levels_of(first.values()), levels_of(moment.state.concerns[seat, child] for seat in first)
    return WorryLine(child=child, given=len(first), first=before.middle, now=now.middle)


def _seat(moment: Moment, seat: SeatId) -> SeatControl:
    state = moment.state
    papers = tuple(_held(moment, seat, held) for held in state.papers.get(seat, ()))
    return SeatControl(
        seat=seat,
        has_script=filler(moment.scenario, seat) == "script",
        kept_empty=moment.seat(seat).kept_empty,
        beats_to_come=sum(1 for _ in playing_of(moment, seat)),
        views_given=sum(view.seat == seat for view in state.views.values()),
        passages=sum(held.passages for held in papers),
        shared=sum(len(held.shared) for held in papers),
        reconciled=sum(own == seat for own, _ in state.reconciled),
        papers=papers,
    )


def _held(moment: Moment, seat: SeatId, held: HeldPaper) -> HeldLine:
    paper = moment.scenario.papers[held.paper]
    shared = (
        number
        for number, passage in enumerate(paper.passages)
        if any(each.seat == seat for each in sharings(moment.state, passage.id))
    )
    printed = [each.id for each in moment.scenario.papers_of(seat)]
    number = printed.index(paper.id) + 1 if paper.id in printed else 0
    return HeldLine(paper=paper.id, number=number, passages=len(paper.passages), shared=tuple(shared))


def noting(moment: Moment) -> tuple[NotingLine, ...]:
    """What an observer may note as said: of every seat with a person on it, how many passages each paper has."""
    played = (seat for seat, now in moment.state.seats.items() if now.filled == "person")
    return tuple(
        NotingLine(
            seat=seat,
            papers=tuple(_held(moment, seat, held) for held in moment.state.papers.get(seat, ())),
        )
        for seat in played
    )
