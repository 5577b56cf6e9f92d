"""What viewers are sent: plain data, section by section, ready for JSON.

`view` fills a `Sections`; each section is None for a viewer who has none. Words come in two ways: `text` is a text
of the scenario, in each language it has (`{"en": …, "cy": …}`, the file's first language first); `words` is what
somebody typed, as the id under which the caller keeps it, with its language. The caller puts in the words themselves,
and the name of a person for the id it gave.

Times are of the world, ISO 8601. Ids are the scenario's. Items of `log` and `notices` have a `key` that never changes:
an item sent again under the same key takes the place of the earlier one.
"""

import msgspec

from simulations.engine.sections.arrangements import (
    AdjournedLine,
    ArrangementsSection,
    CoreGroupLine,
    DateLimitLine,
    DateLine,
    QuorumLine,
    ReportLine,
    RuleLine,
)
from simulations.engine.sections.basis import Section, SeenLine, Texts, Utterance
from simulations.engine.sections.control import (
    ControlSection,
    CriticalLine,
    HeldLine,
    InjectLine,
    MinuteLine,
    NotingLine,
    SeatControl,
    WorryLine,
)
from simulations.engine.sections.debrief import (
    ChildFacts,
    ConcernLine,
    DebriefSection,
    DefensibleLine,
    FactLine,
    GroupLine,
    NamedRow,
    NoteLine,
    OwnTurns,
    PhaseTime,
    PitfallLine,
    PoolRate,
    RateRange,
    ReviewedCount,
    StepLine,
    TimelineLine,
)
from simulations.engine.sections.judgements import (
    DecisionLine,
    DecisionsSection,
    DissentLine,
    EscalationLine,
    FirstQuestion,
    ViewRow,
    ViewsOn,
    ViewsSection,
)
from simulations.engine.sections.log import CorrectionLine, LogLine, LogSection, Quote, RenderingLine
from simulations.engine.sections.own import (
    CatchUpLine,
    ChoiceLine,
    MeSection,
    NoticeLine,
    NoticesSection,
    OpenQuestion,
    StandsInLine,
)
from simulations.engine.sections.papers import (
    AdultLine,
    ChildLine,
    CommonSheet,
    DatedLine,
    OwnPaper,
    OwnPassage,
    PapersSection,
    TopicLine,
)
from simulations.engine.sections.plan import InterimLine, PlanLine, PlanSection, Worded
from simulations.engine.sections.record import (
    AfterSection,
    AttendanceLine,
    ClockLine,
    ExclusionLine,
    ProposedLine,
    RecordSection,
    RecordVersion,
    SentLine,
    TaskLine,
    WrittenLine,
)
from simulations.engine.sections.review import (
    ChangeLine,
    EarlierArrangedLine,
    EarlierDissentLine,
    EarlierLine,
    EarlierPartLine,
    NotTakenLine,
    ReviewedLine,
    ReviewSection,
)
from simulations.engine.sections.rubric import CriterionLine, RubricSection
from simulations.engine.sections.table import FloorSection, PhaseLine, PhaseSection, RosterSection, SeatLine

__all__ = [
    "AdjournedLine",
    "AdultLine",
    "AfterSection",
    "ArrangementsSection",
    "AttendanceLine",
    "CatchUpLine",
    "ChangeLine",
    "ChildFacts",
    "ChildLine",
    "ChoiceLine",
    "ClockLine",
    "CommonSheet",
    "ConcernLine",
    "ControlSection",
    "CoreGroupLine",
    "CorrectionLine",
    "CriterionLine",
    "CriticalLine",
    "DateLimitLine",
    "DateLine",
    "DatedLine",
    "DebriefSection",
    "DecisionLine",
    "DecisionsSection",
    "DefensibleLine",
    "DissentLine",
    "EarlierArrangedLine",
    "EarlierDissentLine",
    "EarlierLine",
    "EarlierPartLine",
    "EscalationLine",
    "ExclusionLine",
    "FactLine",
    "FirstQuestion",
    "FloorSection",
    "GroupLine",
    "HeldLine",
    "InjectLine",
    "InterimLine",
    "LimitLine",
    "LogLine",
    "LogSection",
    "MeSection",
    "MinuteLine",
    "NamedRow",
    "NotTakenLine",
    "NoteLine",
    "NoticeLine",
    "NoticesSection",
    "NotingLine",
    "OpenQuestion",
    "OwnPaper",
    "OwnPassage",
    "OwnTurns",
    "PapersSection",
    "PhaseLine",
    "PhaseSection",
    "PhaseTime",
    "PitfallLine",
    "PlanLine",
    "PlanSection",
    "PoolRate",
    "ProposedLine",
    "QuorumLine",
    "Quote",
    "RateRange",
    "RecordSection",
    "RecordVersion",
    "RenderingLine",
    "ReportLine",
    "ReviewSection",
    "ReviewedCount",
    "ReviewedLine",
    "RosterSection",
    "RubricSection",
    "RuleLine",
    "SeatControl",
    "SeatLine",
    "Section",
    "Sections",
    "SeenLine",
    "SentLine",
    "StandsInLine",
    "StepLine",
    "TaskLine",
    "Texts",
    "TimelineLine",
    "TopicLine",
    "Utterance",
    "ViewRow",
    "ViewsOn",
    "ViewsSection",
    "Worded",
    "WorryLine",
    "WrittenLine",
]


class Sections(Section, frozen=True):
    """Everything a viewer may see, or in a change only what is another than before (the rest is None)."""

    phase: PhaseSection | None = None
    roster: RosterSection | None = None
    floor: FloorSection | None = None
    papers: PapersSection | None = None
    log: LogSection | None = None
    views: ViewsSection | None = None
    decisions: DecisionsSection | None = None
    plan: PlanSection | None = None
    record: RecordSection | None = None
    after: AfterSection | None = None
    arrangements: ArrangementsSection | None = None
    review: ReviewSection | None = None
    notices: NoticesSection | None = None
    control: ControlSection | None = None
    me: MeSection | None = None
    debrief: DebriefSection | None = None
    rubric: RubricSection | None = None

    def plain(self) -> dict[str, object]:
        """As plain data for JSON, without the sections that are None."""
        built: dict[str, object] = msgspec.to_builtins(self)
        return {name: section for name, section in built.items() if section is not None}
