"""Whether those at the table agree: by the opened views of the practitioners in the room, never by counting them.

Who decides where they do not is the practice's to say (`Practice.decides_in`). What is recorded is on what footing a decision was
taken; a decision may still be other than what all of them said, and is then recorded as that.
"""

from simulations.engine.moment import Moment
from simulations.engine.scenario.values import ChildId, DecisionId, OptionId
from simulations.engine.words import Basis


def options_wanted(moment: Moment, decision: DecisionId, child: ChildId) -> frozenset[OptionId]:
    """What the practitioners in the room would decide for one child."""
    views = moment.state.views.values()
    about = (view for view in views if (view.decision, view.child) == (decision, child))
    return frozenset(view.option for view in about if moment.in_room(view.seat))


def basis_of(moment: Moment, decision: DecisionId, child: ChildId, option: OptionId) -> Basis | None:
    """On what footing this would be decided; None where nobody in the room gave a view."""
    wanted = options_wanted(moment, decision, child)
    if not wanted:
        return None
    if len(wanted) > 1:
        return "without-consensus"
    return "consensus" if option in wanted else "against-views"


def without_consensus(moment: Moment, decision: DecisionId) -> tuple[ChildId, ...]:
    """The children on whom opened views differ."""
    if decision not in moment.state.opened:
        return ()
    children = moment.scenario.family.children
    return tuple(child for child in children if len(options_wanted(moment, decision, child)) > 1)
