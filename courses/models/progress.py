"""Who is where in what: kept by `translation_key` and block UUID, so that it is one record in whatever language.

Only the person sees these rows. What counts towards their hours are the statements sent to records when they finish.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models

LANGUAGES = [("cy", "Cymraeg"), ("en", "English")]


class Enrolment(models.Model):
    """A person on a course: made when they open its first lesson."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="enrolments")
    course_key = models.UUIDField(db_index=True)
    begun_at = models.DateTimeField()
    begun_in = models.CharField(max_length=2, choices=LANGUAGES)
    finished_at = models.DateTimeField(null=True, blank=True)
    finished_in = models.CharField(max_length=2, choices=LANGUAGES, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "course_key"], name="one_enrolment_each")]

    def __str__(self) -> str:
        return f"{self.person} · {self.course_key}"


class Progress(models.Model):
    """A person in a lesson: the block last seen, and when it was finished."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="progress")
    course_key = models.UUIDField(db_index=True)
    lesson_key = models.UUIDField()
    block = models.UUIDField(null=True, blank=True)  # last seen; None before the first
    begun_at = models.DateTimeField()
    begun_in = models.CharField(max_length=2, choices=LANGUAGES)
    touched_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    finished_in = models.CharField(max_length=2, choices=LANGUAGES, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "lesson_key"], name="one_progress_each")]

    def __str__(self) -> str:
        return f"{self.person} · {self.lesson_key}"


class CheckAnswer(models.Model):
    """The choice a person last made at a check-yourself question. Practice: never marked, nobody else sees it."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="check_answers")
    lesson_key = models.UUIDField()
    block = models.UUIDField()
    option = models.UUIDField()
    answered_at = models.DateTimeField()
    answered_in = models.CharField(max_length=2, choices=LANGUAGES)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "lesson_key", "block"], name="one_check_answer_each")]

    def __str__(self) -> str:
        return f"{self.person} · {self.block}"
