"""The outline plan, and what keeps each child safe until it begins."""

from simulations.engine.sections.basis import Section, Texts, Utterance


class Worded(Section, frozen=True):
    """What somebody said, in a script's words or in what they typed."""

    text: Texts | None
    words: Utterance | None


class PlanLine(Section, frozen=True):
    """One action. `owner` is a seat or an adult; `due` counts from the day of the conference: number and unit (`days`,
    `weeks`, `months`)."""

    key: str
    seat: str
    child: str
    kind: str
    owner: str
    due: tuple[int, str] | None
    action: Worded
    risk: Worded | None
    if_not: Worded | None
    agreed: tuple[str, ...]


class InterimLine(Section, frozen=True):
    """What keeps one child safe until the plan begins."""

    seat: str
    child: str
    text: Texts | None
    words: Utterance | None


class PlanSection(Section, frozen=True):
    """What this viewer was there for. `now`: the plan is being made. `unsafe` are the children whose interim safety is
    still wanted."""

    now: bool
    actions: tuple[PlanLine, ...]
    interim: tuple[InterimLine, ...]
    unsafe: tuple[str, ...]
