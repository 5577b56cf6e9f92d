"""What the pages of an attempt show, each read once: a question with its fields, the last look, the result."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from assessments.asking import fields_of
from assessments.asking.arranging import lettered
from assessments.asking.fields import Field, confidence_field
from assessments.explaining import blocks_of
from assessments.explaining.chosen import chosen_words
from assessments.explaining.lines import Block
from assessments.marking import Mark, Points, Result
from assessments.models import Answer, Attempt, Outcome
from assessments.questions import Question
from assessments.questions.arranging import Match, Order, Timeline
from assessments.questions.judging import Vignette
from assessments.questions.texts import Bilingual
from assessments.reading import said
from assessments.selectors import answers_of, is_answered, mark_of, outcomes_in, result_from


def parts_of(question: Question) -> list[Bilingual]:
    """The case and its further parts."""
    more = question.more if isinstance(question, Vignette) else []
    return [*([question.case] if question.case else []), *more]


def heading_of(question: Question) -> Bilingual | None:
    """What is asked, where it stands above several fields rather than at one."""
    return question.prompt if isinstance(question, Order | Timeline | Match) else None


def letters_of(question: Question, seed: int) -> list[tuple[str, str]]:
    """What is to be put in order, with the letters by which it is chosen."""
    if not isinstance(question, Order | Timeline):
        return []
    return [(letter, said(item.text)) for letter, item in lettered(question, seed)]


@dataclass
class QuestionPage:
    """`tried`: somebody wanted to go on, so what is left open is told. `explained`: practice shows why at once."""

    attempt: Attempt
    answer: Answer
    tried: bool = False
    explained: bool = False

    @property
    def question(self) -> Question:
        return self.answer.version.asked

    @cached_property
    def places(self) -> list[tuple[Answer, bool]]:
        """Every question of the attempt, and whether it is answered."""
        return [(each, is_answered(each)) for each in answers_of(self.attempt)]

    @property
    def parts(self) -> list[Bilingual]:
        return parts_of(self.question)

    @property
    def heading(self) -> Bilingual | None:
        return heading_of(self.question)

    @property
    def lettered(self) -> list[tuple[str, str]]:
        return letters_of(self.question, self.answer.seed)

    @cached_property
    def fields(self) -> list[Field]:
        return fields_of(self.question, self.answer.given, self.answer.seed)

    @property
    def confidence_fields(self) -> list[Field]:
        return [confidence_field(self.answer.confidence)]

    @property
    def errors(self) -> list[dict[str, str]]:
        """What is left open with the field it belongs to, as the error summary lists them."""
        return [{"href": f"#{each.name}", "text": each.error} for each in self.fields if self.tried and each.error]

    @property
    def why(self) -> MarkedAnswer | None:
        shown = self.explained and self.attempt.paper.explains_at_once and is_answered(self.answer)
        return MarkedAnswer(self.answer, mark_of(self.answer)) if shown else None


@dataclass
class CheckPage:
    attempt: Attempt

    @cached_property
    def rows(self) -> list[tuple[Answer, list[str]]]:
        """Each question with what was answered, in words; nothing where it is not whole."""
        return [
            (each, chosen_words(each.version.asked, each.given) if is_answered(each) else [])
            for each in answers_of(self.attempt)
        ]

    @property
    def waiting(self) -> list[Answer]:
        return [each for each, _words in self.rows if not is_answered(each)]


@dataclass
class MarkedAnswer:
    """A question that was answered, its mark, and why for every option."""

    answer: Answer
    mark: Mark

    @property
    def question(self) -> Question:
        return self.answer.version.asked

    @property
    def parts(self) -> list[Bilingual]:
        return parts_of(self.question)

    @cached_property
    def blocks(self) -> list[Block]:
        return blocks_of(self.question, self.answer.given)

    @property
    def half_right(self) -> str:
        """Which of a decision and its reason was right, where one alone was."""
        reason, other = self.mark.parts.get("reason"), self.mark.parts.get("decision", self.mark.parts.get("answer"))
        if reason is None or other is None or reason == other:
            return ""
        return "reason" if reason else "decision"


@dataclass(frozen=True)
class OutcomeRow:
    """`all` points were earned; `known` if so were those of every other outcome that leads to the same lesson."""

    outcome: Outcome
    points: Points
    all: bool
    known: bool


@dataclass
class ResultPage:
    attempt: Attempt

    @cached_property
    def answers(self) -> list[Answer]:
        return list(answers_of(self.attempt))

    @cached_property
    def result(self) -> Result:
        return result_from(self.attempt, self.answers)

    @cached_property
    def rows(self) -> list[MarkedAnswer]:
        pairs = zip(self.answers, self.result.marked, strict=True)
        return [MarkedAnswer(answer, marked.mark) for answer, marked in pairs]

    @cached_property
    def outcomes(self) -> list[OutcomeRow]:
        """Outcome by outcome; one that gave no points is left out."""
        found = outcomes_in(self.answers, self.result)
        wrong = {outcome.read_again for outcome, points in found if not points.reaches(points.out_of)}
        return [
            OutcomeRow(outcome, points, points.reaches(points.out_of), outcome.read_again not in wrong)
            for outcome, points in found
        ]
