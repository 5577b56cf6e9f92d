"""What is said, shown and asked at the table."""

from datetime import datetime
from typing import Literal

from simulations.engine.audience import Happening
from simulations.engine.scenario.values import (
    ChildId,
    DecisionId,
    PaperId,
    PassageId,
    SeatId,
    TopicId,
)
from simulations.engine.scenario.vocabulary import FirstAnswer
from simulations.engine.words import How, Language, Said, Words

# Speaking and sharing


class Spoke(Happening, frozen=True, tag="spoke"):
    """Something was said at the table. `answers` is the key of a question."""

    seat: SeatId
    said: Said
    answers: str | None = None


class PassageShared(Happening, frozen=True, tag="passage-shared"):
    """A passage was said or shown, or marked as said where people talk aloud.

    `seat` is who said it (None where the one who marks it does not know), `marked_by` the seat that marked it, or
    `facilitator` or `observer`; None where the platform carried it itself. `said_at` is when, which may be earlier
    than `at`. `language` is the language it was said in, None where nobody knows. The audience is who was there.
    """

    passage: PassageId
    seat: SeatId | None
    how: How
    said_at: datetime
    said: Said | None = None
    language: Language | None = None
    marked_by: str | None = None
    answers: str | None = None


class SharingUndone(Happening, frozen=True, tag="sharing-undone"):
    """A sharing or a mark was taken back within ten seconds, and does not count."""

    key: str


# Reports and corrections


class ReportPresented(Happening, frozen=True, tag="report-presented"):
    """A seat summed up a report of its own: in these words, or aloud."""

    seat: SeatId
    paper: PaperId
    said: Said | None = None


class FamilyReplied(Happening, frozen=True, tag="family-replied"):
    """The family replied to the report with this place in the log."""

    seat: SeatId
    report: str
    said: Said | None = None


class Corrected(Happening, frozen=True, tag="corrected"):
    """A seat put right what stands at this place in the log. Only those who heard the first words hear it."""

    seat: SeatId
    item: str
    said: Said


class Rendered(Happening, frozen=True, tag="rendered"):
    """The interpreter said in the other language what stands at this place in the log. Only those who heard the first words have it."""

    seat: SeatId
    item: str
    said: Words


# Questions before views are taken


class FirstAnswered(Happening, frozen=True, tag="first-answered"):
    """A seat answered, for one child, what a decision wants answered first: in these words, or aloud."""

    seat: SeatId
    decision: DecisionId
    child: ChildId
    question: FirstAnswer
    said: Said | None = None


class LeftUnanswered(Happening, frozen=True, tag="left-unanswered"):
    """Nobody answered it: the chair (None: the facilitator in the chair's place) went on, for this reason. A script gives none."""

    seat: SeatId | None
    decision: DecisionId
    child: ChildId
    question: FirstAnswer
    said: Said | None = None


# Asking


class Asked(Happening, frozen=True, tag="asked"):
    """A seat was asked, about a topic or in own words."""

    seat: SeatId
    of: SeatId
    topic: TopicId | None = None
    said: Said | None = None


class AgencyCalled(Happening, frozen=True, tag="agency-called"):
    """An agency that sent only a report was telephoned, and is on the line from now on."""

    seat: SeatId
    called: SeatId


class NothingAdded(Happening, frozen=True, tag="nothing-added"):
    """A seat that was asked has nothing on that."""

    seat: SeatId
    ask: str


class PapersHanded(Happening, frozen=True, tag="papers-handed"):
    """Papers came into a seat's hands."""

    seat: SeatId
    papers: tuple[PaperId, ...]
    why: Literal["asked-for", "dealt", "arrived", "to-read"]


class ReadingAsked(Happening, frozen=True, tag="reading-asked"):
    """The chair asked a seat to read out another's statement."""

    statement: SeatId
    reader: SeatId


class StatementRead(Happening, frozen=True, tag="statement-read"):
    """A statement was read out; `reader` is None where the facilitator read it."""

    paper: PaperId
    reader: SeatId | None
