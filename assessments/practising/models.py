"""A question that somebody got wrong once, and when it is worth asking again. No answer of practice is ever kept."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from assessments.practising.schedule import Memory


class Card(models.Model):
    """One question for one person: known by the question's key, so that it is asked as it stands now."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="cards")
    question = models.UUIDField()
    stability = models.FloatField()  # days, as schedule.py means it
    difficulty = models.FloatField()
    seen_at = models.DateTimeField()
    due_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "question"], name="one_card_each_question")]
        indexes = [models.Index(fields=["person", "due_on"], name="cards_due")]

    def __str__(self) -> str:
        return f"{self.person_id} · {self.question} · {self.due_on}"

    @property
    def memory(self) -> Memory:
        return Memory(self.stability, self.difficulty, self.seen_at)
