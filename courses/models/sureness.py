"""How sure somebody is that they can do what a course is for. Theirs alone."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Sureness(models.Model):
    """From 1 to 10, of one outcome of a course: before it, after it, or some weeks later."""

    class When(models.TextChoices):
        BEFORE = "before", _("Before")
        AFTER = "after", _("Afterwards")
        LATER = "later", _("Some weeks later")

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="surenesses")
    course_key = models.UUIDField(db_index=True)
    outcome = models.UUIDField()  # the block's
    when = models.CharField(max_length=6, choices=When)
    level = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "outcome", "when"], name="sureness_once_a_time"),
            models.CheckConstraint(condition=Q(level__gte=1, level__lte=10), name="sureness_from_one_to_ten"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} · {self.outcome} · {self.when} {self.level}"
