"""Co-ordinator, core group, dates with their procedural limits, the quorum, and that the meeting was adjourned."""

from datetime import date, datetime

from simulations.engine.sections.basis import Section, SeenLine, Texts
from simulations.engine.sections.plan import Worded


class RuleLine(Section, frozen=True):
    """A rule of the practice: its words, and what it rests on. `mark`: `read` in `source` on the day `read`; a `board`'s
    own; or `memory` or `proposal`, which are defaults that nobody verified."""

    words: Texts
    mark: str
    source: str
    read: date | None


class DateLimitLine(Section, frozen=True):
    """A procedural limit on a date that is set here (`core-group` or `next-conference`), and its last day."""

    arrangement: str
    rule: RuleLine
    number: int
    unit: str
    last: date


class DateLine(Section, frozen=True):
    """A date that was set. `late`: beyond the limit; `why` is the reason given for it."""

    on: date | None
    late: bool
    why: Worded | None


class CoreGroupLine(Section, frozen=True):
    """Who is in the core group, seats and adults, and when it meets."""

    members: tuple[str, ...]
    date: DateLine


class QuorumLine(Section, frozen=True):
    """The board's rule, the sectors that were there, and what was wanting. `went_on`: the chair went on, and `why`."""

    rule: RuleLine
    present: tuple[str, ...]
    missing: tuple[str, ...]
    short_by: int
    may_go_on: bool
    went_on: bool
    why: Worded | None


class AdjournedLine(Section, frozen=True):
    """When; `why` only for those who were there. `unsafe` are the children of whom nobody said what keeps them safe
    until the conference goes on, where a decision wants that said."""

    at: datetime
    why: Worded | None
    unsafe: tuple[str, ...]


class ReportLine(Section, frozen=True):
    """A report to the conference that a seat holds, by where it comes from as the table is told; and whether the family has
    seen it."""

    seat: str
    source: Texts | None
    seen: SeenLine


class ArrangementsSection(Section, frozen=True):
    """What this viewer was there for. `now`: it is being arranged. `missing` names the commands still wanted; none blocks.
    `reports` is told to whoever leads, while the chair prepares and at the opening."""

    now: bool
    coordinator: str | None
    core_group: CoreGroupLine | None
    next_conference: DateLine | None
    limits: tuple[DateLimitLine, ...]
    missing: tuple[str, ...]
    quorum: QuorumLine | None
    reports: tuple[ReportLine, ...]
    adjourned: AdjournedLine | None
