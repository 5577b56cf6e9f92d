"""The record, and the tasks after the conference."""

from datetime import date, datetime

from simulations.engine.sections.arrangements import RuleLine
from simulations.engine.sections.basis import Section, Texts, Utterance
from simulations.engine.sections.judgements import DecisionLine, DissentLine
from simulations.engine.sections.plan import InterimLine, PlanLine


class AttendanceLine(Section, frozen=True):
    """One seat; `how` is `attended`, `on-the-line`, `statement` (words read out), `report` (sent in) or `apologies`."""

    seat: str
    how: str


class ExclusionLine(Section, frozen=True):
    """Who was out for a closed part, from when until when; `ground` is not told to who was, nor in the family's copy."""

    seats: tuple[str, ...]
    ground: str | None
    began: datetime
    ended: datetime | None


class WrittenLine(Section, frozen=True):
    """One part as the record taker wrote it. `into`: `both` copies, or the `full` one alone."""

    part: str
    into: str
    words: Utterance


class ProposedLine(Section, frozen=True):
    """A correction that a seat proposed, of one part or of the record. `outcome`: `proposed`, `taken` or `left`."""

    key: str
    seat: str
    part: str | None
    words: Utterance
    outcome: str


class RecordVersion(Section, frozen=True):
    """One version of the record. `reports` are the seats that presented one. `kept`: part of it is not in this copy,
    as somebody was out for a closed part; `kept_actions` and `kept_dissents` count what is told of no further."""

    attendance: tuple[AttendanceLine, ...]
    reports: tuple[str, ...]
    exclusions: tuple[ExclusionLine, ...]
    written: tuple[WrittenLine, ...]
    unwritten: tuple[str, ...]
    decisions: tuple[DecisionLine, ...]
    dissents: tuple[DissentLine, ...]
    kept_dissents: int
    interim: tuple[InterimLine, ...]
    actions: tuple[PlanLine, ...]
    kept_actions: int
    coordinator: str | None
    core_group: tuple[str, ...]
    core_group_on: date | None
    next_conference: date | None
    adjourned: bool
    corrections: tuple[ProposedLine, ...]
    kept: bool


class SentLine(Section, frozen=True):
    """Who has which copy, since when."""

    to: str
    copy: str
    at: datetime


class RecordSection(Section, frozen=True):
    """The record as far as it is this viewer's. `state`: `draft`, `approved`, or `none` while there is nothing for them.

    Who drafts it (the record taker, and who acts as chair) reads both versions as they stand, `changed` since the last
    approval or not; practitioners the full one once it is approved; the family its own once it is sent to them.
    `corrections` are those that wait (for who drafts), and one's own.
    """

    state: str
    drafts: bool = False
    changed: bool = False
    full: RecordVersion | None = None
    family: RecordVersion | None = None
    corrections: tuple[ProposedLine, ...] = ()
    sent: tuple[SentLine, ...] = ()


class ClockLine(Section, frozen=True):
    """A procedural limit: what has to be done, and how long there is for it (`hours`, `working-days`, `days`, `weeks`,
    `months`) from when."""

    rule: RuleLine
    number: int
    unit: str
    starts: Texts


class TaskLine(Section, frozen=True):
    """One task after the conference: `explain`, `circulate` or `dissent`. `done` is None where there is nothing to do.
    `text` is for whoever does it."""

    task: str
    seat: str
    to: tuple[str, ...]
    text: Texts | None
    done: bool | None
    limits: tuple[ClockLine, ...]


class AfterSection(Section, frozen=True):
    """The tasks after the conference, from its close on; they keep nobody from going on."""

    tasks: tuple[TaskLine, ...]
