"""Views and decisions: who has given a view, and once the chair has opened them, what they are."""

from simulations.engine.actors import Seated
from simulations.engine.answering import Wanted, wanted
from simulations.engine.consensus import without_consensus
from simulations.engine.judging import heard, seats_without_view
from simulations.engine.moment import Moment
from simulations.engine.scenario.meeting import Decision
from simulations.engine.scenario.values import SeatId
from simulations.engine.sections import (
    DecisionLine,
    DecisionsSection,
    DissentLine,
    EscalationLine,
    FirstQuestion,
    RuleLine,
    ViewRow,
    ViewsOn,
    ViewsSection,
)
from simulations.engine.sharing import sharings
from simulations.engine.showing.practice import rule_line
from simulations.engine.showing.wording import (
    in_languages,
    kept_back,
    kept_out,
    quote_for,
    said_text,
    said_words,
    worded,
)
from simulations.engine.state import DecisionRecord, DissentRecord, ViewRecord
from simulations.engine.viewers import Projector, Viewer, sees


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
    differ = without_consensus(moment, decision.id)
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
        first=tuple(_first(moment, viewer, asked) for asked in wanted(moment.scenario, decision.id)),
        differ=differ,
        rule=_who_decides(moment) if differ else None,
    )


def _who_decides(moment: Moment) -> RuleLine | None:
    rule = moment.state.terms.practice.decides_in(moment.scenario.meeting)
    return rule_line(rule.who, rule.footing) if rule else None


def _first(moment: Moment, viewer: Viewer, asked: Wanted) -> FirstQuestion:
    _, child, question = asked
    known = moment.state.first_answers.get(asked)
    if known is None:
        return FirstQuestion(question=question, child=child, state="open")
    state = "answered" if known.seat else "left"
    if not sees(viewer, known.audience):
        return FirstQuestion(question=question, child=child, state=state, unheard=True)
    return FirstQuestion(
        question=question,
        child=child,
        state=state,
        seat=known.seat,
        text=said_text(moment.scenario, known.said),
        words=said_words(known.said),
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
    if isinstance(viewer, Projector):
        return bool(view.kept_from) or _rests_on_withheld(moment, viewer, view)
    if not isinstance(viewer, Seated) or viewer.seat == view.seat:
        return False
    withheld = moment.scenario.withheld_from(viewer.seat)
    unheard = (passage for passage in view.because if not heard(moment, viewer.seat, passage))
    return viewer.seat in view.kept_from or any(moment.fact_in(passage) in withheld for passage in unheard)


def _rests_on_withheld(moment: Moment, projector: Projector, view: ViewRecord) -> bool:
    """Whether a view rests on something that is withheld from any seat, and was not said before everybody."""
    withheld = {fact for seat in moment.scenario.seats for fact in moment.scenario.withheld_from(seat)}
    return any(
        moment.fact_in(passage) in withheld
        and not any(sees(projector, each.audience) for each in sharings(moment.state, passage))
        for passage in view.because
    )


def own_views(moment: Moment, viewer: Viewer, seat: SeatId) -> tuple[ViewRow, ...]:
    """One's own views, open or not."""
    return tuple(view_row(moment, viewer, view) for view in moment.state.views.values() if view.seat == seat)


def _outside(viewer: Viewer, record: DecisionRecord) -> bool:
    return kept_out(viewer, record.kept_from)


def decisions_section(moment: Moment, viewer: Viewer) -> DecisionsSection:
    """What the chair has decided, and who dissents."""
    why = [kept_back(viewer, record.audience, record.kept_from) for record in moment.state.dissents.values()]
    dissents = dissent_lines(moment, viewer)
    return DecisionsSection(
        decisions=decision_lines(moment, viewer),
        dissents=dissents,
        escalation=_escalation(moment) if dissents else None,
        kept=tuple(kept for kept in why if kept),
    )


def _escalation(moment: Moment) -> EscalationLine:
    words = moment.state.terms.practice.escalation
    return EscalationLine(words=words.texts() if words else None)


def dissent_lines(moment: Moment, viewer: Viewer) -> tuple[DissentLine, ...]:
    """The dissents that were recorded before this viewer."""
    return tuple(
        dissent_line(moment, record, kept_out(viewer, record.kept_from))
        for record in moment.state.dissents.values()
        if sees(viewer, record.audience)
    )


def dissent_line(moment: Moment, record: DissentRecord, outcome_kept: bool) -> DissentLine:
    """One dissent, and what became of it unless that is kept from whoever reads this."""
    outcome = None if outcome_kept else record.outcome
    return DissentLine(
        seat=record.seat,
        decision=record.decision,
        child=record.child,
        at=record.at,
        text=said_text(moment.scenario, record.said),
        words=said_words(record.said),
        outcome=worded(moment, outcome) if outcome else None,
        outcome_kept=record.outcome is not None and outcome_kept,
    )


def decision_lines(moment: Moment, viewer: Viewer) -> tuple[DecisionLine, ...]:
    """All decisions taken, in the order they were."""
    records = moment.state.decisions.values()
    return tuple(decision_line(moment, record, _outside(viewer, record)) for record in records)


def decision_line(moment: Moment, record: DecisionRecord, closed: bool) -> DecisionLine:
    """One decision; `closed`: its reason is kept from whoever reads this."""
    return DecisionLine(
        decision=record.decision,
        child=record.child,
        option=record.option,
        categories=record.categories,
        at=record.at,
        text=None if closed else said_text(moment.scenario, record.said),
        words=None if closed else said_words(record.said),
        closed=closed,
        basis=record.basis,
        rule=_who_decides(moment) if record.basis == "without-consensus" else None,
    )
