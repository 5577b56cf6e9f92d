"""Other stores that statements are sent on to: how far each has come, and what it would not take.

Where a store is and by which credential it is spoken to stand in the settings alone (docs/settings.md, DIOGEL_XAPI_FORWARD).
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from records.models.learned import Statement

MOST_TOLD = 20
"""Refusals shown on one page."""


class Forwarding(models.Model):
    """To the store of this name in the settings. Everything up to `through` was sent, or stands among the refused."""

    name = models.SlugField(_("name"), max_length=40, unique=True, editable=False)
    paused = models.BooleanField(
        _("paused"),
        default=False,
        help_text=_("Nothing is sent for now. Nothing is lost: it goes on from where it was."),
    )
    through = models.DateTimeField(_("sent up to"), null=True, blank=True, editable=False)
    through_id = models.UUIDField(null=True, blank=True, editable=False)
    sent = models.PositiveBigIntegerField(_("statements sent"), default=0, editable=False)
    failures = models.PositiveIntegerField(default=0, editable=False)  # one after the other
    problem = models.CharField(_("last problem"), max_length=500, blank=True, editable=False)
    next_try = models.DateTimeField(_("next try"), null=True, blank=True, editable=False)
    taken_until = models.DateTimeField(null=True, blank=True, editable=False)  # by the process that sends just now

    class Meta:
        verbose_name = _("forwarding")
        verbose_name_plural = _("forwarding")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def waits(self) -> int:
        """How many statements the other store refused."""
        return self.refused.count()

    @property
    def newest_refused(self) -> models.QuerySet[RefusedStatement]:
        return self.refused.all()[:MOST_TOLD]


class RefusedStatement(models.Model):
    """A statement that the other store would not take, and why; kept until somebody has it sent again."""

    forwarding = models.ForeignKey(Forwarding, models.CASCADE, related_name="refused", verbose_name=_("forwarding"))
    statement = models.ForeignKey(Statement, models.CASCADE, related_name="refused_by", verbose_name=_("statement"))
    status = models.PositiveSmallIntegerField(_("status"))
    reason = models.CharField(_("reason"), max_length=1000)
    at = models.DateTimeField(_("refused"))
    again = models.BooleanField(_("is sent again"), default=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("refused statement")
        verbose_name_plural = _("refused statements")
        ordering = ["-at", "pk"]
        constraints = [models.UniqueConstraint("forwarding", "statement", name="refused_once")]

    def __str__(self) -> str:
        return str(self.statement_id)
