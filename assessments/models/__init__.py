"""Banks of questions, papers, and people's attempts at them; and the models that stand with what they are for."""

from assessments.appealing.models import Appeal
from assessments.models.attempts import Answer, Attempt, ExtraTime
from assessments.models.banks import Bank, BankQuestion, Outcome, QuestionVersion
from assessments.models.papers import Paper, PaperQuestion
from assessments.moderating.models import MarkingSheet, Ruling
from assessments.practising.models import Card
from assessments.reminding.models import Reminding

__all__ = [
    "Answer",
    "Appeal",
    "Attempt",
    "Bank",
    "BankQuestion",
    "Card",
    "ExtraTime",
    "MarkingSheet",
    "Outcome",
    "Paper",
    "PaperQuestion",
    "QuestionVersion",
    "Reminding",
    "Ruling",
]
