"""Papers: which questions, how many tries, what passes. A paper is never changed once it stands here: the next version is."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from assessments.marking import PassRule
from assessments.models.banks import QuestionVersion
from assessments.questions.texts import Bilingual
from assessments.texts import Draw, PaperTexts, as_draws, as_paper_texts


class Paper(models.Model):
    """One version of a paper: `pass_mark` points pass it, in at most `tries` attempts; `minutes` is its credit.

    It asks the questions in its list, then those drawn anew for each attempt. `outcome_marks` are the shares of an
    outcome's points that are asked for besides.
    """

    class Purpose(models.TextChoices):
        CLOSING = "closing", _("Closes a course")
        PRACTICE = "practice", _("Practice: each answer is explained at once, and nothing counts")
        BEFORE = "before", _("Before a course: shows what somebody may skip")
        LATER = "later", _("Some weeks afterwards: shows what has stayed")

    key = models.UUIDField()
    version = models.PositiveIntegerField()
    slug = models.SlugField(max_length=100)
    purpose = models.CharField(max_length=8, choices=Purpose, default=Purpose.CLOSING)
    texts = models.JSONField()
    draws = models.JSONField(default=list)
    shuffled = models.BooleanField(default=False)
    pass_mark = models.PositiveSmallIntegerField()
    outcome_marks = models.JSONField(default=dict)
    tries = models.PositiveSmallIntegerField()
    wait_hours = models.PositiveSmallIntegerField(default=0)  # between one try and the next
    limit_minutes = models.PositiveSmallIntegerField(null=True, blank=True)  # None: take as long as you like
    minutes = models.PositiveSmallIntegerField()
    follows = models.UUIDField(null=True, blank=True)  # the key of the paper after which this one falls due
    follows_weeks = models.PositiveSmallIntegerField(default=6)
    current = models.BooleanField(default=True)
    digest = models.CharField(max_length=64, blank=True)  # of the file it was loaded from
    loaded_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "version"], name="one_row_each_version"),
            models.UniqueConstraint(fields=["slug"], condition=models.Q(current=True), name="one_current_each_slug"),
        ]

    def __str__(self) -> str:
        return f"{self.slug} {self.version}"

    @cached_property
    def words(self) -> PaperTexts:
        return as_paper_texts(self.texts)

    @property
    def title(self) -> Bilingual:
        return self.words.title

    @cached_property
    def drawn(self) -> list[Draw]:
        return as_draws(self.draws)

    @property
    def rule(self) -> PassRule:
        return PassRule(self.pass_mark, self.outcome_marks)

    @property
    def explains_at_once(self) -> bool:
        return self.purpose == self.Purpose.PRACTICE

    @property
    def counts(self) -> bool:
        """Whether records are told. Practice is nobody's business but the learner's."""
        return self.purpose != self.Purpose.PRACTICE

    @cached_property
    def length(self) -> int:
        """How many questions an attempt has."""
        return self.places.count() + sum(draw.count for draw in self.drawn)


class PaperQuestion(models.Model):
    """A place in a paper's fixed list: this version of this question."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="places")
    version = models.ForeignKey(QuestionVersion, on_delete=models.PROTECT, related_name="places")
    position = models.PositiveSmallIntegerField()  # from 1

    class Meta:
        ordering: ClassVar[list[str]] = ["paper", "position"]
        constraints = [models.UniqueConstraint(fields=["paper", "position"], name="one_question_each_position")]

    def __str__(self) -> str:
        return f"{self.paper} · {self.position}"
