"""Speaking, sharing and asking."""

from datetime import datetime
from typing import Literal

from simulations.engine.commands.asking import Asking
from simulations.engine.scenario.values import (
    ChildId,
    DecisionId,
    PaperId,
    PassageId,
    SeatId,
    TopicId,
)
from simulations.engine.scenario.vocabulary import FirstAnswer
from simulations.engine.words import (
    How,
    Language,
    Said,
    ShortId,
)

# Speaking and sharing


class Speak(Asking, frozen=True, tag="speak"):
    """Say something at the table; `answers` is the key of the question it answers."""

    words: Said
    answers: ShortId | None = None


class Share(Asking, frozen=True, tag="share"):
    """Say or show a passage of one's papers, or tell it in one's own words (`words`, required then).

    `confirm` must be true to say something before somebody it is withheld from. `language` is the language it is
    said in: the passage's own where it is told to have one, else the seat's.
    """

    passage: PassageId
    how: How = "said"
    words: Said | None = None
    language: Language | None = None
    answers: ShortId | None = None
    confirm: bool = False


class Undo(Asking, frozen=True, tag="undo"):
    """Take back one's own last sharing or mark, within ten seconds."""

    item: ShortId


class SaidIt(Asking, frozen=True, tag="said-it"):
    """Where people talk aloud: 'I have said this', whole or in own words, now or at an earlier moment."""

    passage: PassageId
    how: Literal["said", "own-words"] = "said"
    said_at: datetime | None = None
    confirm: bool = False


class HeardIt(Asking, frozen=True, tag="heard-it"):
    """Where people talk aloud: 'I heard that', of a passage in one's own papers that somebody else said."""

    passage: PassageId
    seat: SeatId | None = None
    said_at: datetime | None = None


class NotedIt(Asking, frozen=True, tag="noted-it"):
    """Where people talk aloud: the facilitator or an observer notes that a seat said a passage."""

    passage: PassageId
    seat: SeatId
    said_at: datetime | None = None


# Reports and corrections


class Present(Asking, frozen=True, tag="present-report"):
    """Sum up a report of one's own, on one's turn; it is not read out. Where people type, a person does so in words."""

    paper: PaperId
    words: Said | None = None


class Reply(Asking, frozen=True, tag="reply"):
    """The family's reply to a report; `report` is its place in the log."""

    report: ShortId
    words: Said | None = None


class Correct(Asking, frozen=True, tag="correct"):
    """Put right what one said, or what was said of one: the item of the log keeps its first words, with these beside."""

    item: ShortId
    words: Said


class Render(Asking, frozen=True, tag="render"):
    """The interpreter's: what was typed, in the other language, beside the first words."""

    item: ShortId
    words: Said


# Questions before views are taken


class AnswerFirst(Asking, frozen=True, tag="answer-first"):
    """Answer, for one child, a question that a decision wants answered before views are taken. Aloud, without words."""

    decision: DecisionId
    child: ChildId
    question: FirstAnswer
    words: Said | None = None


class LeaveUnanswered(Asking, frozen=True, tag="leave-unanswered"):
    """The chair goes on without an answer to it, and says why."""

    decision: DecisionId
    child: ChildId
    question: FirstAnswer
    words: Said | None = None


# Asking


class Ask(Asking, frozen=True, tag="ask"):
    """Ask a seat about a topic by name, or in one's own words."""

    of: SeatId
    topic: TopicId | None = None
    words: Said | None = None


class Call(Asking, frozen=True, tag="call"):
    """Telephone an agency that sent only a report."""

    seat: SeatId


class NothingOnThat(Asking, frozen=True, tag="nothing-on-that"):
    """Answer a question with: nothing on that."""

    ask: ShortId


class AskToRead(Asking, frozen=True, tag="ask-to-read"):
    """The chair asks a seat to read out the statement of another that nobody plays."""

    statement: SeatId
    reader: SeatId


class ReadOut(Asking, frozen=True, tag="read-out"):
    """Read out a paper of a statement seat, which shares what it carries; `confirm` as for `Share`."""

    paper: PaperId
    confirm: bool = False
