"""What happened at the table: papers in hands, what was said and shown, notices, questions, a closed part."""

from datetime import datetime, timedelta
from typing import Literal

import msgspec

from simulations.engine.audience import Audience
from simulations.engine.scenario.values import (
    ChildId,
    ChoiceId,
    InjectId,
    PaperId,
    PassageId,
    PhaseId,
    SeatId,
    TopicId,
)
from simulations.engine.words import How, Language, Reason, Said, Words


class HeldPaper(msgspec.Struct, frozen=True, kw_only=True):
    """A paper in a seat's hands, and how it came there: there from the start, or `why` of `PapersHanded`."""

    paper: PaperId
    why: Literal["start", "asked-for", "dealt", "arrived", "to-read"] = "start"


class Sharing(msgspec.Struct, frozen=True, kw_only=True):
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
    "said", "shared", "asked", "called", "nothing", "read", "revealed", "summed-up", "explained", "inject", "chose", "closed",
    "reopened", "phase", "seat", "presented", "replied", "corrected", "answered", "unanswered", "reviewed", "change",
    "adjourned",
]  # fmt: skip


class LogItem(msgspec.Struct, frozen=True, kw_only=True):
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
    child: ChildId | None = None


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A report that was presented, in which phase and before whom, and the seats that have replied to it."""

    seat: SeatId
    paper: PaperId
    phase: PhaseId | None
    audience: Audience
    replied: frozenset[SeatId] = frozenset()


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """What stands beside an item of the log; `key` is the correction's own place there."""

    key: str
    seat: SeatId
    said: Said
    at: datetime
    audience: Audience


class Rendering(msgspec.Struct, frozen=True, kw_only=True):
    """What an item of the log says in the other language, by the interpreter."""

    seat: SeatId
    said: Words
    at: datetime
    audience: Audience


class Uttered(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was typed, by its id, and who was told it."""

    utterance: str
    audience: Audience


class FirstAnswerRecord(msgspec.Struct, frozen=True, kw_only=True):
    """Who answered what a decision wants answered first; `seat` is None where it was left unanswered."""

    seat: SeatId | None
    said: Said | None
    audience: Audience


NoticeKind = Literal[
    "inject",
    "papers",
    "whisper",
    "broadcast",
    "word-to-chair",
    "minute-asked",
    "to-read",
    "closed-part-asked",
    "catch-up",
    "note",
]


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """Something addressed to certain viewers, beside the table."""

    key: str
    kind: NoticeKind
    at: datetime
    audience: Audience
    seat: SeatId | None = None
    said: Said | None = None
    inject: InjectId | None = None
    ground: Reason | None = None
    papers: tuple[PaperId, ...] = ()
    since: datetime | None = None


class OpenAsk(msgspec.Struct, frozen=True, kw_only=True):
    """A question put to a seat; once answered it is kept until somebody else speaks, so that one may say more."""

    key: str
    seat: SeatId
    of: SeatId
    topic: TopicId | None = None
    said: Said | None = None
    answered: bool = False


class ClosedPart(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the meeting that is closed to these seats."""

    without: frozenset[SeatId]
    ground: Reason
    began: datetime
