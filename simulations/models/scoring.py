"""What those who scored a group came to together after they had talked; the group's, never a person's."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from simulations.models.conferences import Conference


class AgreedScore(models.Model):
    """The level of one line of the rubric, from 1. Who gave what before stays in the conference's log."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="agreed_scores")
    criterion = models.CharField(_("line of the rubric"), max_length=80)
    level = models.PositiveSmallIntegerField(_("level, from 1"))

    class Meta:
        verbose_name = _("score agreed on")
        verbose_name_plural = _("scores agreed on")
        constraints = [models.UniqueConstraint(fields=["conference", "criterion"], name="agreed_once_a_line")]

    def __str__(self) -> str:
        return f"{self.conference_id}: {self.criterion} {self.level}"
