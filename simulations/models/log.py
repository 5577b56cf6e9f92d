"""What happened in a conference. Rows are added and never changed, but for words that are blanked.

A command that was accepted is a `Commit` with one or more `Event`s, numbered from 1 in each conference; the
conference's `ConferenceHead` holds the last number and is advanced in the same transaction. Whatever was typed is an
`Utterance`, which events name by its id, so that blanking it leaves a log that still replays.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models import Language
from simulations.models.conferences import Conference, Participant


class ConferenceHead(models.Model):
    """The number of a conference's last event. Small and alone, so that advancing it locks nothing else."""

    conference = models.OneToOneField(Conference, on_delete=models.CASCADE, primary_key=True, related_name="head")
    number = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("head of a log")
        verbose_name_plural = _("heads of logs")

    def __str__(self) -> str:
        return f"{self.conference_id}: {self.number}"


class Commit(models.Model):
    """An accepted command. Sent again under the same id it is answered again and changes nothing.

    `by` is the participant's reference, `facilitator`, `clock`, or `somebody` where nobody is to know who asked.
    """

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="commits")
    by = models.CharField(max_length=20)
    command_id = models.CharField(max_length=80)
    answer = models.CharField(max_length=40)
    first = models.PositiveIntegerField()
    last = models.PositiveIntegerField()
    stored_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("commit")
        verbose_name_plural = _("commits")
        constraints = [
            models.UniqueConstraint(fields=["conference", "by", "command_id"], name="a_command_counts_once"),
        ]

    def __str__(self) -> str:
        return f"{self.conference_id}: {self.first}–{self.last}"


class Event(models.Model):
    """One event as the engine wrote it: `payload` is its JSON, `audience` who may ever see it."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="events")
    number = models.PositiveIntegerField()
    type = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    audience = models.JSONField()
    payload = models.TextField()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["conference", "number"]
        constraints = [models.UniqueConstraint(fields=["conference", "number"], name="one_event_a_number")]

    def __str__(self) -> str:
        return f"{self.conference_id}: {self.number} {self.type}"


class Utterance(models.Model):
    """Words that somebody typed. Redacting empties `text` and says why; the row stays, since events name it."""

    id = models.CharField(max_length=40, primary_key=True)
    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="utterances")
    participant = models.ForeignKey(Participant, on_delete=models.SET_NULL, null=True, related_name="utterances")
    seat = models.CharField(max_length=40, blank=True)
    made_by = models.CharField(_("made by the command"), max_length=20)
    text = models.TextField(blank=True)
    language = models.CharField(max_length=2, choices=Language)
    made_at = models.DateTimeField(auto_now_add=True)
    redacted_at = models.DateTimeField(null=True, blank=True)
    redaction_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("utterance")
        verbose_name_plural = _("utterances")

    def __str__(self) -> str:
        return self.id
