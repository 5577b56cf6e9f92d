"""What viewers are sent: plain data, section by section, ready for JSON.

`view` fills a `Sections`; each section is None for a viewer who has none. Words come in two ways: `text` is a text
of the scenario, in each language it has (`{"en": …, "cy": …}`, the file's first language first); `words` is what
somebody typed, as the id under which the caller keeps it, with its language. The caller puts in the words themselves,
and the name of a person for the id it gave.

Times are of the world, ISO 8601. Ids are the scenario's. Items of `log` and `notices` have a `key` that never changes:
an item sent again under the same key takes the place of the earlier one.
"""

import msgspec

from simulations.engine.sections.basis import Section, Texts, Utterance
from simulations.engine.sections.control import ControlSection, InjectLine, SeatControl
from simulations.engine.sections.debrief import (
    ChildFacts,
    ConcernLine,
    DebriefSection,
    DefensibleLine,
    FactLine,
    PhaseTime,
    PitfallLine,
    PoolRate,
    StepLine,
    TimelineLine,
)
from simulations.engine.sections.judgements import (
    DecisionLine,
    DecisionsSection,
    DissentLine,
    ViewRow,
    ViewsOn,
    ViewsSection,
)
from simulations.engine.sections.log import LogLine, LogSection, Quote
from simulations.engine.sections.own import ChoiceLine, MeSection, NoticeLine, NoticesSection, OpenQuestion
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
from simulations.engine.sections.table import FloorSection, PhaseLine, PhaseSection, RosterSection, SeatLine

__all__ = [
    "AdultLine",
    "ChildFacts",
    "ChildLine",
    "ChoiceLine",
    "CommonSheet",
    "ConcernLine",
    "ControlSection",
    "DatedLine",
    "DebriefSection",
    "DecisionLine",
    "DecisionsSection",
    "DefensibleLine",
    "DissentLine",
    "FactLine",
    "FloorSection",
    "InjectLine",
    "InterimLine",
    "LogLine",
    "LogSection",
    "MeSection",
    "NoticeLine",
    "NoticesSection",
    "OpenQuestion",
    "OwnPaper",
    "OwnPassage",
    "PapersSection",
    "PhaseLine",
    "PhaseSection",
    "PhaseTime",
    "PitfallLine",
    "PlanLine",
    "PlanSection",
    "PoolRate",
    "Quote",
    "RosterSection",
    "SeatControl",
    "SeatLine",
    "Section",
    "Sections",
    "StepLine",
    "Texts",
    "TimelineLine",
    "TopicLine",
    "Utterance",
    "ViewRow",
    "ViewsOn",
    "ViewsSection",
    "Worded",
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
    notices: NoticesSection | None = None
    control: ControlSection | None = None
    me: MeSection | None = None
    debrief: DebriefSection | None = None

    def plain(self) -> dict[str, object]:
        """As plain data for JSON, without the sections that are None."""
        built: dict[str, object] = msgspec.to_builtins(self)
        return {name: section for name, section in built.items() if section is not None}
