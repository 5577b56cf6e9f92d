"""The plan under review: how many of its actions were spoken of, what became of them, and by what evidence."""

import msgspec

from simulations.engine.moment import Moment
from simulations.engine.reviewing import plan_under_review


class Reviewed(msgspec.Struct, frozen=True, kw_only=True):
    """Of the plan's `actions`: how many were `told` of, `done` or partly done, and told `with_evidence` that had been said."""

    actions: int
    told: int
    done: int
    with_evidence: int


def reviewed(moment: Moment) -> Reviewed | None:
    """What was said of the plan; None where no plan is looked back on."""
    plan = plan_under_review(moment.scenario, moment.state)
    told = [each for each in moment.state.reviews.values() if each.key in plan]
    if not plan:
        return None
    return Reviewed(
        actions=len(plan),
        told=len(told),
        done=sum(each.became != "not-done" for each in told),
        with_evidence=sum(bool(each.because) for each in told),
    )
