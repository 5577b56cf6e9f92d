"""What a paper before a course showed somebody to know already, lesson by lesson, and whether they skipped it for that."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from assessments.models import Attempt
from courses.models.progress import LANGUAGES


class KnownLesson(models.Model):
    """A lesson that somebody may skip, and by which attempt. It stays theirs to open, and skipping it earns no minutes."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="known_lessons")
    course_key = models.UUIDField(db_index=True)
    lesson_key = models.UUIDField()
    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="+")
    shown_at = models.DateTimeField()
    skipped_at = models.DateTimeField(null=True, blank=True)
    skipped_in = models.CharField(max_length=2, choices=LANGUAGES, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "lesson_key"], name="known_once_each")]

    def __str__(self) -> str:
        return f"{self.person_id} · {self.lesson_key}"
