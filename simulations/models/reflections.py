"""What people say of a conference for themselves or without their name: how sure they are, what they made of it, what they will do.

Two kinds, kept apart: what is a person's own (`Confidence`, `Intention`, `FollowUp`), and answers that nobody's name or order is
kept with (`Reaction`, `Use`): these have random keys, no time, and nothing that leads to a person.
"""

from __future__ import annotations

from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from people.models import Language
from simulations.models.conferences import Conference, Participant


class Confidence(models.Model):
    """How sure somebody is of one statement, 1 to 5: before the conference, after it, or two weeks later."""

    class When(models.TextChoices):
        BEFORE = "before", _("Before")
        AFTER = "after", _("Afterwards")
        LATER = "later", _("Two weeks later")

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="confidences")
    when = models.CharField(_("when"), max_length=6, choices=When)
    statement = models.CharField(_("statement"), max_length=24)
    level = models.PositiveSmallIntegerField(_("how sure, 1 to 5"))

    class Meta:
        verbose_name = _("how sure somebody is")
        verbose_name_plural = _("how sure people are")
        constraints = [
            models.UniqueConstraint(fields=["participant", "when", "statement"], name="sure_once_a_time"),
            models.CheckConstraint(condition=Q(level__gte=1, level__lte=5), name="sure_from_one_to_five"),
        ]

    def __str__(self) -> str:
        return f"{self.get_when_display()}: {self.statement} {self.level}"


class Reaction(models.Model):
    """What somebody made of the conference; whose it is nobody knows, nor in which order they came."""

    class Served(models.TextChoices):
        """Whether the language was as they wanted it."""

        YES = "yes", pgettext_lazy("could you use it", "Yes")
        PARTLY = "partly", _("Partly")
        NO = "no", pgettext_lazy("could you use it", "No")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="reactions")
    useful = models.PositiveSmallIntegerField(_("how useful, 1 to 5"), null=True, blank=True)
    served = models.CharField(_("language as wanted"), max_length=6, choices=Served, blank=True)
    helped = models.TextField(_("what helped"), blank=True)
    change = models.TextField(_("what to change"), blank=True)
    language = models.CharField(_("language"), max_length=2, choices=Language)

    class Meta:
        verbose_name = _("reaction")
        verbose_name_plural = _("reactions")
        constraints = [
            models.CheckConstraint(
                condition=Q(useful=None) | Q(useful__gte=1, useful__lte=5), name="useful_from_one_to_five"
            )
        ]

    def __str__(self) -> str:
        return f"{self.conference_id}"


class Use(models.Model):
    """What somebody used of it within two weeks, as ticked; nobody's, like a reaction."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="uses")
    used = models.JSONField(_("what was used"), default=list)

    class Meta:
        verbose_name = _("what was used afterwards")
        verbose_name_plural = _("what was used afterwards")

    def __str__(self) -> str:
        return f"{self.conference_id}"


class Intention(models.Model):
    """What somebody will do after a conference: theirs alone, until they have it forgotten."""

    class Became(models.TextChoices):
        NOT_SAID = "", _("Not said yet")
        DONE = "done", _("Done")
        PARTLY = "partly", _("Partly done")
        NOT_YET = "not-yet", _("Not yet")

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="intentions")
    conference = models.ForeignKey(Conference, on_delete=models.SET_NULL, null=True, related_name="intentions")
    utterance = models.CharField(max_length=40, blank=True, editable=False)
    text = models.TextField(_("what I will do"))
    language = models.CharField(_("language"), max_length=2, choices=Language)
    became = models.CharField(_("what became of it"), max_length=7, choices=Became, blank=True)
    written_on = models.DateField(_("written on"), auto_now_add=True)

    class Meta:
        verbose_name = _("intention")
        verbose_name_plural = _("intentions")
        ordering: ClassVar[list[str]] = ["-written_on", "-pk"]
        constraints = [models.UniqueConstraint(fields=["person", "conference"], name="one_intention_a_conference")]

    def __str__(self) -> str:
        return f"{self.person_id}, {self.written_on}"


class FollowUp(models.Model):
    """What somebody on a list was asked afterwards and whether they answered, never what: so that nobody is asked twice."""

    participant = models.OneToOneField(Participant, on_delete=models.CASCADE, related_name="follow_up")
    reacted = models.BooleanField(_("filled in the form at the end"), default=False)
    sent_at = models.DateTimeField(_("letter sent"), null=True, blank=True)
    reminded_at = models.DateTimeField(_("reminded"), null=True, blank=True)
    answered = models.BooleanField(_("filled in the page after two weeks"), default=False)

    class Meta:
        verbose_name = _("follow-up")
        verbose_name_plural = _("follow-ups")

    def __str__(self) -> str:
        return f"{self.participant_id}"
