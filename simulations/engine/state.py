"""What is so in a conference at one moment: immutable, made by `evolving` out of events alone.

Each attribute is a section of its own: an event that does not touch one leaves the very same object there, so
whoever sends sections to people sends only what is another object than before. What grows without bound is
`Growing`; what is keyed by parts of the scenario (seats, facts, beats) is a plain mapping, never changed in
place, whose size the scenario bounds. No free text is in here, only the ids under which it is kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from simulations.engine.audience import Audience
from simulations.engine.clock import ConferenceClock
from simulations.engine.growing import Growing
from simulations.engine.scenario.values import (
    AdultId,
    BeatId,
    ChildId,
    ChoiceId,
    DecisionId,
    FactId,
    InjectId,
    OptionId,
    PaperId,
    PassageId,
    PhaseId,
    SeatId,
    SeatOrAdultId,
    TopicId,
)
from simulations.engine.words import Due, How, Kind, Language, PlayedBy, Reason, Said, SaidOrNot, Where

Setting = Literal["text", "one-room"]
"""Where people talk: typed here, or aloud round one table."""
Status = Literal["lobby", "running", "paused", "closed"]
FloorKind = Literal["chair", "round", "open", "none"]
Filled = Literal["person", "script", "statement"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatState:
    """Who is on a seat, and whether they are in the room. `covered`: a script stands in for a person who left.

    `arrived`: one who was outside at first has come in. `cut_off`: the connection is gone. `sent_out`: outside while a part is closed. `beside`: who is there unseen.
    """

    filled: Filled | None = None
    person: str | None = None
    played_by: PlayedBy | None = None
    language: Language | None = None
    where: Where | None = None
    out: bool = False
    on_the_line: bool = False
    covered: bool = False
    kept_empty: bool = False
    arrived: bool = False
    cut_off: bool = False
    sent_out: bool = False
    beside: AdultId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseState:
    """The phase that is on: when it began, and the minutes added to it. `used_up`: the warning has been given."""

    id: PhaseId | None = None
    began: timedelta = timedelta()
    extra_minutes: int = 0
    used_up: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorState:
    """Who has the floor since which moment, whose hands are up in which order, and in a round whose turns are still to come."""

    kind: FloorKind = "none"
    holder: SeatId | None = None
    since: timedelta = timedelta()
    hands: tuple[SeatId, ...] = ()
    to_come: tuple[SeatId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPaper:
    """A paper in a seat's hands, and how it came there: there from the start, or `why` of `PapersHanded`."""

    paper: PaperId
    why: Literal["start", "asked-for", "dealt", "arrived", "to-read"] = "start"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """One time that a passage was said, shown or marked. `moment` is the conference's, of when it was said.

    `audience` is who was there, `beside` the adults who were beside one of them, unseen; `by_person` is false for what
    a script said.
    """

    key: str
    passage: PassageId
    seat: SeatId | None
    how: How
    moment: timedelta
    phase: PhaseId | None
    language: Language | None
    audience: Audience
    marked_by: str | None
    at: datetime
    by_person: bool
    beside: frozenset[str] = frozenset()


LogKind = Literal[
    "said", "shared", "asked", "called", "nothing", "read", "revealed", "summed-up", "inject", "chose", "closed",
    "reopened", "phase", "seat",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class LogItem:
    """One thing that happened at the table. `key` names it for ever; which other attributes are filled goes by `kind`."""

    key: str
    kind: LogKind
    at: datetime
    audience: Audience
    phase: PhaseId | None
    seat: SeatId | None = None
    other: SeatId | None = None
    said: Said | None = None
    language: Language | None = None
    passage: PassageId | None = None
    how: How | None = None
    paper: PaperId | None = None
    topic: TopicId | None = None
    inject: InjectId | None = None
    question: InjectId | None = None
    choice: ChoiceId | None = None
    answers: str | None = None
    marked_by: str | None = None
    said_at: datetime | None = None
    what: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something addressed to certain viewers, beside the table."""

    key: str
    kind: Literal[
        "inject", "papers", "whisper", "broadcast", "word-to-chair", "minute-asked", "to-read", "closed-part-asked"
    ]
    at: datetime
    audience: Audience
    seat: SeatId | None = None
    said: Said | None = None
    inject: InjectId | None = None
    ground: Reason | None = None
    papers: tuple[PaperId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAsk:
    """A question put to a seat; once answered it is kept until somebody else speaks, so that one may say more."""

    key: str
    seat: SeatId
    of: SeatId
    topic: TopicId | None = None
    said: Said | None = None
    answered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedPart:
    """A part of the meeting that is closed to these seats."""

    without: frozenset[SeatId]
    ground: Reason
    began: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewRecord:
    """One seat's view on one child. `by_person` is false for a script's; `kept_from` were outside when it was given."""

    seat: SeatId
    decision: DecisionId
    child: ChildId
    option: OptionId
    categories: tuple[str, ...]
    said: Said | None
    because: tuple[PassageId, ...]
    confidence: int | None
    by_person: bool
    kept_from: frozenset[SeatId] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRecord:
    """What the chair decided for one child; `kept_from` were outside then."""

    decision: DecisionId
    child: ChildId
    option: OptionId
    categories: tuple[str, ...]
    said: Said | None
    at: datetime
    kept_from: frozenset[SeatId] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class DissentRecord:
    """One seat's dissent from the decision for one child, and what became of it."""

    seat: SeatId
    decision: DecisionId
    child: ChildId
    said: Said
    at: datetime
    audience: Audience
    outcome: Said | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAction:
    """An action of the plan. `seat` put it there; `said` is what is to be done; `agreed` are the seats that agree to it as it is."""

    key: str
    seat: SeatId
    child: ChildId
    kind: Kind
    owner: SeatOrAdultId
    due: Due | None
    said: Said
    risk: Said | None
    if_not: Said | None
    audience: Audience
    agreed: tuple[SeatId, ...] = ()
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InterimRecord:
    """What keeps a child safe until the plan begins, as a seat said it."""

    seat: SeatId
    child: ChildId
    said: Said
    audience: Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class BeatState:
    """A beat whose condition has held: when it first did, and whether it is done."""

    held: timedelta
    played: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciliation:
    """What a holder said of one of their passages."""

    said: SaidOrNot
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConferenceState:
    """A conference at one moment. See the module for how its parts are kept."""

    setting: Setting
    status: Status = "lobby"
    number: int = 0
    last_at: datetime | None = None
    clock: ConferenceClock = field(default_factory=ConferenceClock)
    phase: PhaseState = field(default_factory=PhaseState)
    began: Mapping[PhaseId, timedelta] = field(default_factory=dict)
    seats: Mapping[SeatId, SeatState]
    observers: tuple[str, ...] = ()
    facilitator_in: bool = False
    floor: FloorState = field(default_factory=FloorState)
    papers: Mapping[SeatId, tuple[HeldPaper, ...]]
    arrived: frozenset[PaperId] = frozenset()
    log: Growing[LogItem] = field(default_factory=Growing)
    undone: frozenset[str] = frozenset()
    sharings: Mapping[PassageId, tuple[Sharing, ...]] = field(default_factory=dict)
    facts: Mapping[FactId, tuple[Sharing, ...]] = field(default_factory=dict)
    """The same sharings by the fact they carry."""
    spoken: frozenset[SeatId] = frozenset()
    asks: Mapping[str, OpenAsk] = field(default_factory=dict)
    asked_facts: frozenset[FactId] = frozenset()
    reading: Mapping[SeatId, SeatId] = field(default_factory=dict)
    read: frozenset[PaperId] = frozenset()
    concerns: Mapping[tuple[SeatId, ChildId], int] = field(default_factory=dict)
    first_concerns: Mapping[tuple[SeatId, ChildId], int] = field(default_factory=dict)
    """As they stood when the phase that asks for a first view ended."""
    needs: Mapping[SeatId, Said] = field(default_factory=dict)
    views: Mapping[tuple[SeatId, DecisionId, ChildId], ViewRecord] = field(default_factory=dict)
    first_views: Mapping[ChildId, timedelta] = field(default_factory=dict)
    opened: Mapping[DecisionId, tuple[SeatId, ...]] = field(default_factory=dict)
    decisions: Mapping[tuple[DecisionId, ChildId], DecisionRecord] = field(default_factory=dict)
    closed: ClosedPart | None = None
    dissents: Mapping[tuple[SeatId, DecisionId, ChildId], DissentRecord] = field(default_factory=dict)
    plan: Mapping[str, PlanAction] = field(default_factory=dict)
    interim: Mapping[ChildId, InterimRecord] = field(default_factory=dict)
    notices: Growing[Notice] = field(default_factory=Growing)
    injects: Mapping[InjectId, timedelta] = field(default_factory=dict)
    questions: Mapping[InjectId, SeatId] = field(default_factory=dict)
    """The injects whose question waits for an answer, with the seat that was asked."""
    chosen: Mapping[InjectId, ChoiceId] = field(default_factory=dict)
    back_at: Mapping[SeatId, timedelta] = field(default_factory=dict)
    """When the seats that lost their connection are back by themselves."""
    beats: Mapping[BeatId, BeatState] = field(default_factory=dict)
    left_out: Mapping[BeatId, tuple[str, ...]] = field(default_factory=dict)
    last_beat: timedelta | None = None
    reconciling: bool = False
    reconciled: Mapping[tuple[SeatId, PassageId], Reconciliation] = field(default_factory=dict)
    ended_early: bool = False
    steps: tuple[str, ...] = ()
