"""The plan, as far as it was made before whoever looks."""

from simulations.engine.moment import Moment
from simulations.engine.planning import KEEPING_SAFE, without_interim
from simulations.engine.sections import InterimLine, PlanLine, PlanSection
from simulations.engine.showing.wording import said_text, said_words, worded
from simulations.engine.state import PlanAction
from simulations.engine.viewers import Viewer, sees


def plan_section(moment: Moment, viewer: Viewer) -> PlanSection:
    """The actions that stand, and interim safety."""
    now = moment.agenda in KEEPING_SAFE
    actions = (each for each in moment.state.plan.values() if not each.withdrawn and sees(viewer, each.audience))
    interim = (each for each in moment.state.interim.values() if sees(viewer, each.audience))
    return PlanSection(
        now=now,
        actions=tuple(_action(moment, each) for each in actions),
        interim=tuple(
            InterimLine(
                seat=each.seat,
                child=each.child,
                text=said_text(moment.scenario, each.said),
                words=said_words(each.said),
            )
            for each in interim
        ),
        unsafe=without_interim(moment) if now else (),
    )


def _action(moment: Moment, action: PlanAction) -> PlanLine:
    return PlanLine(
        key=action.key,
        seat=action.seat,
        child=action.child,
        kind=action.kind,
        owner=action.owner,
        due=(action.due.number, action.due.unit) if action.due else None,
        action=worded(moment, action.said),
        risk=worded(moment, action.risk) if action.risk else None,
        if_not=worded(moment, action.if_not) if action.if_not else None,
        agreed=action.agreed,
    )
