"""The outline plan, and what keeps each child safe until it begins."""

from datetime import date

from simulations.engine.sections.basis import Section, Texts, Utterance


class Worded(Section, frozen=True):
    """What somebody said, in a script's words or in what they typed."""

    text: Texts | None
    words: Utterance | None


class PlanLine(Section, frozen=True):
    """One action. `owner` is a seat or an adult; `due` counts from the day of the conference: number and unit (`days`,
    `weeks`, `months`); `due_on` is that day by the calendar."""

    key: str
    seat: str
    child: str
    kind: str
    owner: str
    due: tuple[int, str] | None
    due_on: date | None
    action: Worded
    risk: Worded | None
    if_not: Worded | None
    agreed: tuple[str, ...]


class InterimLine(Section, frozen=True):
    """What keeps one child safe until the plan begins. `kept`: it was said in a part that was closed to this viewer
    (`closed-part`) or while they were not there (`away`), and no more is told."""

    seat: str | None
    child: str
    text: Texts | None
    words: Utterance | None
    kept: str | None = None


class PlanSection(Section, frozen=True):
    """What this viewer was there for. `now`: the plan is being made. `unsafe` are the children whose interim safety is
    still wanted. `kept` says of each action planned without this viewer why it is not told: `closed-part` or `away`."""

    now: bool
    actions: tuple[PlanLine, ...]
    kept: tuple[str, ...]
    interim: tuple[InterimLine, ...]
    unsafe: tuple[str, ...]
