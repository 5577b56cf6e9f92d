"""Views and decisions: who has given a view, and once the chair has opened them, what they are."""

from simulations.engine.actors import Seated
from simulations.engine.judging import heard, seats_without_view
from simulations.engine.moment import Moment
from simulations.engine.scenario.meeting import Decision
from simulations.engine.scenario.values import SeatId
from simulations.engine.sections import DecisionLine, DecisionsSection, DissentLine, ViewRow, ViewsOn, ViewsSection
from simulations.engine.showing.wording import in_languages, quote_for, said_text, said_words, worded
from simulations.engine.state import DecisionRecord, ViewRecord
from simulations.engine.viewers import Viewer, sees


def views_section(moment: Moment, viewer: Viewer) -> ViewsSection:
    """Each decision of the scenario, with its views as far as they are open."""
    return ViewsSection(decisions=views_on_all(moment, viewer))


def views_on_all(moment: Moment, viewer: Viewer) -> tuple[ViewsOn, ...]:
    """The views on every decision."""
    return tuple(_views_on(moment, viewer, decision) for decision in moment.scenario.decisions.values())


def _views_on(moment: Moment, viewer: Viewer, decision: Decision) -> ViewsOn:
    given = [view for view in moment.state.views.values() if view.decision == decision.id]
    opened = decision.id in moment.state.opened
    now = moment.phase is not None and decision.id in moment.phase.decide
    missing = moment.state.opened[decision.id] if opened else (seats_without_view(moment, decision.id) if now else ())
    return ViewsOn(
        decision=decision.id,
        question=in_languages(decision.question),
        options=decision.options,
        categories=tuple(category.value for category in decision.categories),
        children=tuple(moment.scenario.family.children),
        now=now,
        open=opened,
        given={
            child: tuple(view.seat for view in given if view.child == child)
            for child in moment.scenario.family.children
        },
        missing=missing,
        rows=tuple(view_row(moment, viewer, view) for view in given) if opened else (),
    )


def view_row(moment: Moment, viewer: Viewer, view: ViewRecord) -> ViewRow:
    """One view, as this viewer may read it: what it rests on is told only as far as they heard it."""
    closed = _closed(moment, viewer, view)
    return ViewRow(
        seat=view.seat,
        child=view.child,
        option=view.option,
        categories=view.categories,
        confidence=view.confidence,
        because=tuple(quote_for(moment, viewer, passage) for passage in view.because),
        text=None if closed else said_text(moment.scenario, view.said),
        words=None if closed else said_words(view.said),
        closed=closed,
    )


def _closed(moment: Moment, viewer: Viewer, view: ViewRecord) -> bool:
    """Whether a reason was given while this viewer was outside, or rests on what is withheld from them."""
    if not isinstance(viewer, Seated) or viewer.seat == view.seat:
        return False
    withheld = moment.scenario.withheld_from(viewer.seat)
    unheard = (passage for passage in view.because if not heard(moment, viewer.seat, passage))
    return viewer.seat in view.kept_from or any(moment.fact_in(passage) in withheld for passage in unheard)


def own_views(moment: Moment, viewer: Viewer, seat: SeatId) -> tuple[ViewRow, ...]:
    """One's own views, open or not."""
    return tuple(view_row(moment, viewer, view) for view in moment.state.views.values() if view.seat == seat)


def _outside(viewer: Viewer, record: DecisionRecord) -> bool:
    return isinstance(viewer, Seated) and viewer.seat in record.kept_from


def decisions_section(moment: Moment, viewer: Viewer) -> DecisionsSection:
    """What the chair has decided, and who dissents."""
    return DecisionsSection(decisions=decision_lines(moment, viewer), dissents=dissent_lines(moment, viewer))


def dissent_lines(moment: Moment, viewer: Viewer) -> tuple[DissentLine, ...]:
    """The dissents that were recorded before this viewer."""
    return tuple(
        DissentLine(
            seat=record.seat,
            decision=record.decision,
            child=record.child,
            at=record.at,
            text=said_text(moment.scenario, record.said),
            words=said_words(record.said),
            outcome=worded(moment, record.outcome) if record.outcome else None,
        )
        for record in moment.state.dissents.values()
        if sees(viewer, record.audience)
    )


def decision_lines(moment: Moment, viewer: Viewer) -> tuple[DecisionLine, ...]:
    """All decisions taken, in the order they were."""
    return tuple(
        DecisionLine(
            decision=record.decision,
            child=record.child,
            option=record.option,
            categories=record.categories,
            at=record.at,
            text=None if _outside(viewer, record) else said_text(moment.scenario, record.said),
            words=None if _outside(viewer, record) else said_words(record.said),
            closed=_outside(viewer, record),
        )
        for record in moment.state.decisions.values()
    )
