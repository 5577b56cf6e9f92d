"""What people did with interactive contents. An attempt is kept as it was; going through a content again is another one.

Everything here was told by a browser, and says no more than that. `verified` is set only where the server has marked the
answers itself. Nobody but the person sees the answers.
"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from media.models.contents import ContentVersion, InteractiveContent


class ContentAttempt(models.Model):
    """One going-through of one version by one person: where they left off, what came of it, whether it is complete.

    `sequence` is the number of the last state that was kept: an earlier one that comes late is passed over.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="content_attempts")
    content = models.ForeignKey(InteractiveContent, models.CASCADE, related_name="attempts")
    version = models.ForeignKey(ContentVersion, models.CASCADE, related_name="attempts")
    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    number = models.PositiveIntegerField()
    begun_at = models.DateTimeField()
    touched_at = models.DateTimeField()
    sequence = models.PositiveBigIntegerField(default=0)
    state = models.TextField(blank=True)
    seconds = models.PositiveIntegerField(default=0)
    seen_end = models.BooleanField(default=False)
    raw = models.FloatField(null=True, blank=True)
    most = models.FloatField(null=True, blank=True)
    verified = models.BooleanField(default=False)
    completed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("attempt at an interactive content")
        verbose_name_plural = _("attempts at interactive contents")
        ordering: ClassVar[list[str]] = ["person", "content", "number"]
        constraints = [models.UniqueConstraint("person", "content", "number", name="content_attempt_once")]

    def __str__(self) -> str:
        return str(self.key)


class AttemptStatement(models.Model):
    """One xAPI statement that a content sent during an attempt, as it was sent."""

    attempt = models.ForeignKey(ContentAttempt, models.CASCADE, related_name="statements")
    key = models.UUIDField()
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("statement of an interactive content")
        verbose_name_plural = _("statements of interactive contents")
        ordering: ClassVar[list[str]] = ["attempt", "pk"]
        constraints = [models.UniqueConstraint("attempt", "key", name="attempt_statement_once")]

    def __str__(self) -> str:
        return str(self.key)
