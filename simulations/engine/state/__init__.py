"""What is so in a conference at one moment: immutable, made by `evolving` out of events alone.

Each attribute is a section of its own: an event that does not touch one leaves the very same object there, so
whoever sends sections to people sends only what is another object than before. What grows without bound is
`Growing`; what is keyed by parts of the scenario (seats, facts, beats) is a plain mapping, never changed in
place, whose size the scenario bounds. No free text is in here, only the ids under which it is kept.

All parts are msgspec's structs: making the next state out of the last costs a fraction of what a dataclass with so
many attributes would. `msgspec.structs.replace` makes it.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

import msgspec

from simulations.engine.clock import ConferenceClock
from simulations.engine.growing import Growing
from simulations.engine.scenario.values import (
    BeatId,
    ChildId,
    ChoiceId,
    CriterionId,
    DecisionId,
    FactId,
    InjectId,
    PaperId,
    PassageId,
    PhaseId,
    SeatId,
    SeatOrAdultId,
)
from simulations.engine.scenario.vocabulary import FirstAnswer
from simulations.engine.state.arrangements import Arrangements
from simulations.engine.state.debriefing import Debriefing
from simulations.engine.state.judgement import (
    DecisionRecord,
    DissentRecord,
    FirstConcern,
    FirstView,
    InterimRecord,
    PlanAction,
    ViewRecord,
)
from simulations.engine.state.record import (
    Exclusion,
    Explained,
    RecordBasis,
    RecordCorrection,
    RecordState,
    SentCopy,
)
from simulations.engine.state.review import ChangeRecord, ReviewRecord
from simulations.engine.state.room import Filled, FloorKind, FloorState, PhaseState, SeatState, Status, Turn
from simulations.engine.state.table import (
    ClosedPart,
    Correction,
    FirstAnswerRecord,
    HeldPaper,
    LogItem,
    LogKind,
    Notice,
    NoticeKind,
    OpenAsk,
    Rendering,
    Report,
    Sharing,
    Uttered,
)
from simulations.engine.terms import Setting, Terms
from simulations.engine.words import Removal, Said, SaidOrNot

__all__ = [
    "BeatState",
    "ChangeRecord",
    "ClosedPart",
    "ConferenceState",
    "Correction",
    "DecisionRecord",
    "DissentRecord",
    "Exclusion",
    "Explained",
    "Filled",
    "FirstAnswerRecord",
    "FirstConcern",
    "FirstView",
    "FloorKind",
    "FloorState",
    "HeldPaper",
    "InterimRecord",
    "LogItem",
    "LogKind",
    "Notice",
    "NoticeKind",
    "OpenAsk",
    "PhaseState",
    "PlanAction",
    "Reconciliation",
    "RecordBasis",
    "RecordCorrection",
    "RecordState",
    "Rendering",
    "Report",
    "ReviewRecord",
    "SeatState",
    "SentCopy",
    "Sharing",
    "Status",
    "Turn",
    "Uttered",
    "ViewRecord",
]


class BeatState(msgspec.Struct, frozen=True, kw_only=True):
    """A beat whose condition has held: when it first did, and whether it is done."""

    held: timedelta
    played: bool = False


class Reconciliation(msgspec.Struct, frozen=True, kw_only=True):
    """What a holder said of one of their passages."""

    said: SaidOrNot
    late: bool


class ConferenceState(msgspec.Struct, frozen=True, kw_only=True):
    """A conference at one moment. See the module for how its parts are kept."""

    terms: Terms
    status: Status = "lobby"
    number: int = 0
    last_at: datetime | None = None
    clock: ConferenceClock = msgspec.field(default_factory=ConferenceClock)
    phase: PhaseState = msgspec.field(default_factory=PhaseState)
    began: Mapping[PhaseId, timedelta] = msgspec.field(default_factory=dict)
    seats: Mapping[SeatId, SeatState]
    observers: tuple[str, ...] = ()
    facilitator_in: bool = False
    floor: FloorState = msgspec.field(default_factory=FloorState)
    turns: Growing[Turn] = Growing()
    """Only where people talk in the room's own audio."""
    papers: Mapping[SeatId, tuple[HeldPaper, ...]]
    arrived: frozenset[PaperId] = frozenset()
    log: Growing[LogItem] = msgspec.field(default_factory=Growing)
    undone: frozenset[str] = frozenset()
    uttered: Growing[Uttered] = Growing()
    removed: Mapping[str, Removal] = msgspec.field(default_factory=dict)
    """Why, by the id of what is gone."""
    sharings: Mapping[PassageId, tuple[Sharing, ...]] = msgspec.field(default_factory=dict)
    facts: Mapping[FactId, tuple[Sharing, ...]] = msgspec.field(default_factory=dict)
    """The same sharings by the fact they carry."""
    spoken: frozenset[SeatId] = frozenset()
    reports: Mapping[str, Report] = msgspec.field(default_factory=dict)
    """By their place in the log."""
    corrections: Mapping[str, tuple[Correction, ...]] = msgspec.field(default_factory=dict)
    """By the place in the log of what they correct."""
    renderings: Mapping[str, tuple[Rendering, ...]] = msgspec.field(default_factory=dict)
    """By the place in the log of what they say in the other language."""
    first_answers: Mapping[tuple[DecisionId, ChildId, FirstAnswer], FirstAnswerRecord] = msgspec.field(
        default_factory=dict
    )
    asks: Mapping[str, OpenAsk] = msgspec.field(default_factory=dict)
    asked_facts: frozenset[FactId] = frozenset()
    reading: Mapping[SeatId, SeatId] = msgspec.field(default_factory=dict)
    read: frozenset[PaperId] = frozenset()
    concerns: Mapping[tuple[SeatId, ChildId], int] = msgspec.field(default_factory=dict)
    first_concerns: Mapping[tuple[SeatId, ChildId], FirstConcern] = msgspec.field(default_factory=dict)
    """As they stood when the phase that asks for a first view ended."""
    needs: Mapping[SeatId, Said] = msgspec.field(default_factory=dict)
    views: Mapping[tuple[SeatId, DecisionId, ChildId], ViewRecord] = msgspec.field(default_factory=dict)
    first_views: Mapping[ChildId, FirstView] = msgspec.field(default_factory=dict)
    opened: Mapping[DecisionId, tuple[SeatId, ...]] = msgspec.field(default_factory=dict)
    decisions: Mapping[tuple[DecisionId, ChildId], DecisionRecord] = msgspec.field(default_factory=dict)
    closed: ClosedPart | None = None
    dissents: Mapping[tuple[SeatId, DecisionId, ChildId], DissentRecord] = msgspec.field(default_factory=dict)
    plan: Mapping[str, PlanAction] = msgspec.field(default_factory=dict)
    interim: Mapping[ChildId, InterimRecord] = msgspec.field(default_factory=dict)
    reviews: Mapping[str, ReviewRecord] = msgspec.field(default_factory=dict)
    """By the key of the earlier plan's action."""
    changes: Mapping[tuple[SeatId, ChildId], ChangeRecord] = msgspec.field(default_factory=dict)
    record: RecordState = msgspec.field(default_factory=RecordState)
    explained: Mapping[SeatOrAdultId, Explained] = msgspec.field(default_factory=dict)
    arrangements: Arrangements = msgspec.field(default_factory=Arrangements)
    notices: Growing[Notice] = msgspec.field(default_factory=Growing)
    injects: Mapping[InjectId, timedelta] = msgspec.field(default_factory=dict)
    held_injects: Mapping[InjectId, timedelta] = msgspec.field(default_factory=dict)
    """Since when the injects wait that wait their turn."""
    questions: Mapping[InjectId, SeatId] = msgspec.field(default_factory=dict)
    """The injects whose question waits for an answer, with the seat that was asked."""
    chosen: Mapping[InjectId, ChoiceId] = msgspec.field(default_factory=dict)
    back_at: Mapping[SeatId, timedelta] = msgspec.field(default_factory=dict)
    """When the seats that lost their connection are back by themselves."""
    beats: Mapping[BeatId, BeatState] = msgspec.field(default_factory=dict)
    left_out: Mapping[BeatId, tuple[str, ...]] = msgspec.field(default_factory=dict)
    last_beat: timedelta | None = None
    reconciling: bool = False
    reconciled: Mapping[tuple[SeatId, PassageId], Reconciliation] = msgspec.field(default_factory=dict)
    ended_early: bool = False
    steps: tuple[str, ...] = ()
    debriefing: Debriefing = msgspec.field(default_factory=Debriefing)
    replayable: frozenset[SeatId] = frozenset()
    """The seats whose person lets the others replay the conference from there."""
    looked_back: Mapping[SeatId, Said] = msgspec.field(default_factory=dict)
    real_concern: bool = False
    """Whether it stands still since somebody has a real concern."""
    going_on: timedelta | None = None
    """When the phase that is on ends, if the facilitator has said so."""
    kept_back: frozenset[InjectId] = frozenset()
    minutes: Mapping[SeatId, datetime] = msgspec.field(default_factory=dict)
    """Since when the seats wait for a minute whose request the facilitator has not looked at."""
    scores: Mapping[tuple[str, CriterionId], int] = msgspec.field(default_factory=dict)
    """By who scored, `facilitator` or an observer's person, and the line of the rubric."""

    @property
    def setting(self) -> Setting:
        """Where people talk."""
        return self.terms.setting
