"""The rubric with what was scored. An observer sees their own scores, so that two score apart; the facilitator sees all."""

from simulations.engine.actors import Facilitator, Observer
from simulations.engine.facilitating import scorer_of
from simulations.engine.moment import Moment
from simulations.engine.scenario.debrief import Criterion
from simulations.engine.sections import CriterionLine, RubricSection
from simulations.engine.showing.wording import in_languages
from simulations.engine.viewers import Viewer


def rubric_section(moment: Moment, viewer: Viewer) -> RubricSection | None:
    """None for whoever scores nothing."""
    if not isinstance(viewer, Facilitator | Observer):
        return None
    return RubricSection(lines=tuple(_line(moment, viewer, line) for line in moment.scenario.debrief.rubric.values()))


def _line(moment: Moment, viewer: Facilitator | Observer, line: Criterion) -> CriterionLine:
    own = scorer_of(viewer) or ""
    given = {scorer: level for (scorer, criterion), level in moment.state.scores.items() if criterion == line.id}
    others = tuple(sorted(level for scorer, level in given.items() if scorer != own))
    return CriterionLine(
        criterion=line.id,
        text=in_languages(line.text),
        levels=tuple(in_languages(level) for level in line.levels),
        own=given.get(own),
        others=others if isinstance(viewer, Facilitator) else (),
    )
