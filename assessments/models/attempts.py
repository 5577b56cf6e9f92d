"""What people do with papers: their attempts, each question asked in one with its answer, and extra time.

What an attempt asks is settled when it is begun: which version of which question, in which order. So it looks the same when
somebody comes back to it, in either language, and stays readable for good.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from assessments.models.banks import QuestionVersion
from assessments.models.papers import Paper
from assessments.questions import Response, nothing_given, read_response
from people.models import Language


class Attempt(models.Model):
    """A person's attempt at one version of a paper.

    `points` is None until it is handed in, `passed` also while an answer waits for somebody to mark it. `ends_at` is there
    where the paper has a time limit; the person's extra time is already in it.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="attempts")
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="attempts")
    number = models.PositiveSmallIntegerField()  # of this person's attempts at the paper, from 1, versions together
    begun_at = models.DateTimeField()
    begun_in = models.CharField(max_length=2, choices=Language)
    ends_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    finished_in = models.CharField(max_length=2, choices=Language, blank=True)
    points = models.FloatField(null=True, blank=True)
    passed = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "paper", "number"], name="one_attempt_each_number"),
            models.UniqueConstraint(
                fields=["person", "paper"], condition=models.Q(finished_at=None), name="one_open_attempt_each"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.paper} · {self.number}"

    @property
    def awaits_marking(self) -> bool:
        return self.finished_at is not None and self.passed is None

    @property
    def ran_out(self) -> bool:
        """Whether the time was over when it was handed in."""
        return self.finished_at is not None and self.is_over(self.finished_at)

    def is_over(self, now: datetime) -> bool:
        return self.ends_at is not None and now >= self.ends_at


class Answer(models.Model):
    """A question asked in an attempt, and what was answered; posting it again changes it, and never makes a second.

    `response` is None until something was answered. `seed` settles the order in which its options are shown.
    """

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="answers")
    position = models.PositiveSmallIntegerField()  # from 1
    version = models.ForeignKey(QuestionVersion, on_delete=models.PROTECT, related_name="answers")
    seed = models.PositiveIntegerField(default=0)  # 0: as written
    response = models.JSONField(null=True, blank=True)
    confidence = models.PositiveSmallIntegerField(null=True, blank=True)  # 0 guessing … 10 sure; never marked
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_in = models.CharField(max_length=2, choices=Language, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["attempt", "position"]
        constraints = [models.UniqueConstraint(fields=["attempt", "position"], name="one_answer_each_question")]

    def __str__(self) -> str:
        return f"{self.attempt} · {self.position}"

    @cached_property
    def given(self) -> Response:
        return nothing_given(self.version.asked) if self.response is None else read_response(self.response)


class ExtraTime(models.Model):
    """A reasonable adjustment: somebody has this much more time in every paper with a limit. Why is not kept here."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="extra_time")
    percent = models.PositiveSmallIntegerField(
        _("per cent more time"), validators=[MinValueValidator(5), MaxValueValidator(300)]
    )
    granted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    granted_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("extra time")
        verbose_name_plural = _("extra time")

    def __str__(self) -> str:
        return f"{self.person} · {self.percent} %"
