"""What those who run a conference or watch it score the group by."""

from simulations.engine.sections.basis import Section, Texts


class CriterionLine(Section, frozen=True):
    """One line. `own` is the level that this viewer gave, from 1; `others` what observers gave, for those who facilitate alone."""

    criterion: str
    text: Texts
    levels: tuple[Texts, ...]
    own: int | None
    others: tuple[int, ...]


class RubricSection(Section, frozen=True):
    """The rubric of the scenario, with no line where it has none."""

    lines: tuple[CriterionLine, ...]
