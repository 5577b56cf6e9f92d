"""What those who mark written work say of it, and what people decided that an answer is worth.

Nothing here is changed once it counts: a marker's sheet is closed when the answer is settled, and a later ruling stands beside
the earlier ones.
"""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

LONGEST = 2_000  # letters of what a marker, a learner or a moderator writes


class MarkingSheet(models.Model):
    """One marker's points for one answer, by criterion of its rubric, made without seeing anybody else's."""

    answer = models.ForeignKey("assessments.Answer", on_delete=models.CASCADE, related_name="sheets")
    marker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    points = models.JSONField()
    note = models.TextField(blank=True)  # for whoever moderates
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["answer", "marker"], name="one_sheet_each_marker")]

    def __str__(self) -> str:
        return f"{self.answer_id} · {self.points}"


class Ruling(models.Model):
    """What people decided that an answer is worth, from 0 to 1: the newest counts. `before` is what it was worth till then;
    None where nobody had marked it."""

    class Ground(models.TextChoices):
        MARKERS = "markers", _("Two markers agreed")
        MODERATED = "moderated", _("Two markers differed, and a moderator decided")
        APPEAL = "appeal", _("An appeal was upheld")

    answer = models.ForeignKey("assessments.Answer", on_delete=models.CASCADE, related_name="rulings")
    ground = models.CharField(max_length=9, choices=Ground)
    share = models.FloatField()
    before = models.FloatField(null=True)
    parts = models.JSONField(default=dict)  # by criterion, from 0 to 1
    reason = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(share__gte=0, share__lte=1), name="ruling_is_a_share"),
        ]

    def __str__(self) -> str:
        return f"{self.answer_id} · {self.share}"
