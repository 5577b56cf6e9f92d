"""An appeal against the mark of one answer, and its decision. One an answer; nothing of it is changed once decided."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from people.models import Language


class Appeal(models.Model):
    """`upheld` is None until somebody has decided."""

    answer = models.OneToOneField("assessments.Answer", on_delete=models.CASCADE, related_name="appeal")
    words = models.TextField()
    language = models.CharField(max_length=2, choices=Language)  # that it was written in
    made_at = models.DateTimeField()
    upheld = models.BooleanField(null=True)
    reason = models.TextField(blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["made_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(upheld=None, decided_at=None) | Q(upheld__isnull=False, decided_at__isnull=False),
                name="appeal_decided_when_it_is",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.answer_id} · {self.upheld}"

    @property
    def is_open(self) -> bool:
        return self.upheld is None
