"""The plan, as far as it was made before whoever looks."""

from simulations.engine.moment import Moment
from simulations.engine.planning import KEEPING_SAFE, without_interim
from simulations.engine.sections import InterimLine, PlanLine, PlanSection
from simulations.engine.showing.wording import Kept, falls_on, kept_back, said_text, said_words, worded
from simulations.engine.state import InterimRecord, PlanAction
from simulations.engine.viewers import Viewer


def plan_section(moment: Moment, viewer: Viewer) -> PlanSection:
    """The actions that stand, and interim safety."""
    now = moment.agenda in KEEPING_SAFE
    actions = [each for each in moment.state.plan.values() if not each.withdrawn]
    why = [kept_back(viewer, each.audience, each.kept_from) for each in actions]
    interim = moment.state.interim.values()
    return PlanSection(
        now=now,
        actions=tuple(action_line(moment, each) for each, kept in zip(actions, why, strict=True) if not kept),
        kept=tuple(kept for kept in why if kept),
        interim=tuple(interim_line(moment, each, kept_back(viewer, each.audience, each.kept_from)) for each in interim),
        unsafe=without_interim(moment) if now else (),
    )


def interim_line(moment: Moment, said: InterimRecord, kept: Kept | None) -> InterimLine:
    """What keeps a child safe, or that it is kept from whoever reads this, and why."""
    return InterimLine(
        seat=None if kept else said.seat,
        child=said.child,
        text=None if kept else said_text(moment.scenario, said.said),
        words=None if kept else said_words(said.said),
        kept=kept,
    )


def action_line(moment: Moment, action: PlanAction) -> PlanLine:
    """One action of the plan."""
    due = (action.due.number, action.due.unit) if action.due else None
    return PlanLine(
        key=action.key,
        seat=action.seat,
        child=action.child,
        kind=action.kind,
        owner=action.owner,
        due=due,
        due_on=falls_on(moment, due),
        action=worded(moment, action.said),
        risk=worded(moment, action.risk) if action.risk else None,
        if_not=worded(moment, action.if_not) if action.if_not else None,
        agreed=action.agreed,
    )
