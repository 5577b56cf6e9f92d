"""What matters only while a conference runs: who is connected, and which clock looks after it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from simulations.models.conferences import Conference


class Presence(models.Model):
    """When one person's connection was last heard, and what has it: a worker, or a line of requests. `who`: a participant's reference; `facilitator:` or
    `overview:` and whose, for those who run the conference."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="presences")
    who = models.CharField(max_length=20)
    worker = models.CharField(max_length=40)
    since = models.DateTimeField()
    heard_at = models.DateTimeField()
    connected = models.BooleanField(default=True)

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        constraints = [models.UniqueConstraint(fields=["conference", "who"], name="one_presence_a_person")]

    def __str__(self) -> str:
        return f"{self.conference_id}: {self.who}"


class ClockLease(models.Model):
    """Which process's clock looks after a conference, and until when another may take over."""

    conference = models.OneToOneField(
        Conference, on_delete=models.CASCADE, primary_key=True, related_name="clock_lease"
    )
    owner = models.CharField(max_length=40)
    until = models.DateTimeField()

    class Meta:
        verbose_name = _("clock's lease")
        verbose_name_plural = _("clocks' leases")

    def __str__(self) -> str:
        return f"{self.conference_id}: {self.owner}"
