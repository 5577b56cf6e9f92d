"""A conference: which version of which scenario, how it is held, who is on its list and who is on which seat."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.models import Language, Region
from simulations.engine.scenario.model import Scenario as ScenarioFile
from simulations.engine.state import Setting as EngineSetting
from simulations.models.scenarios import ScenarioVersion


def new_reference() -> str:
    """An id that says nothing about the person it stands for."""
    return secrets.token_urlsafe(9)


class Conference(models.Model):
    """One session on one version of a scenario, in one of its variants. What happens in it stands in its log."""

    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        RUNNING = "running", _("Under way")
        CLOSED = "closed", _("Closed")

    class Setting(models.TextChoices):
        """Where people talk."""

        TEXT = "text", _("In writing, in this room")
        ONE_ROOM = "one-room", _("Round one table, with a screen each")

    class Arrangement(models.TextChoices):
        """In which language the session is held."""

        WELSH = "welsh", _("In Welsh")
        ENGLISH = "english", _("In English")
        BILINGUAL = "bilingual", _("In both languages, with an interpreter")
        BILINGUAL_WITHOUT = "bilingual-without", _("In both languages, without an interpreter")

    version = models.ForeignKey(ScenarioVersion, on_delete=models.PROTECT, related_name="conferences")
    variant = models.CharField(_("variant"), max_length=40, blank=True)
    setting = models.CharField(_("where people talk"), max_length=10, choices=Setting)
    arrangement = models.CharField(_("language of the session"), max_length=20, choices=Arrangement)
    planned_for = models.DateTimeField(_("planned for"))
    facilitator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="conferences_run",
        verbose_name=_("facilitator"),
    )
    region = models.ForeignKey(Region, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("region"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.PLANNED)
    began_at = models.DateTimeField(_("began"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    attendance_recorded = models.BooleanField(_("attendance recorded"), default=False)

    class Meta:
        verbose_name = _("conference")
        verbose_name_plural = _("conferences")
        ordering = ["-planned_for", "-pk"]

    def __str__(self) -> str:
        return f"{self.version.title}, {self.planned_for:%Y-%m-%d %H:%M}"

    @property
    def where_people_talk(self) -> EngineSetting:
        """The setting, in the engine's words."""
        return "one-room" if self.setting == self.Setting.ONE_ROOM else "text"

    def scenario(self) -> ScenarioFile:
        """The scenario as it is in this conference's variant."""
        return self.version.read().for_variant(self.variant or None)


class Participant(models.Model):
    """A person on a conference's list. The log knows them by `reference` alone, and so can outlive the person."""

    class Role(models.TextChoices):
        LEARNER = "learner", _("Learner")
        TRAINER = "trainer", _("Trainer")
        ACTOR = "actor", _("Trained actor")
        OBSERVER = "observer", _("Observer")

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="participants")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="conferences_joined"
    )
    reference = models.CharField(max_length=20, default=new_reference, unique=True, editable=False)
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.LEARNER)
    language = models.CharField(_("language at the table"), max_length=2, choices=Language)
    added_at = models.DateTimeField(default=timezone.now)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("person on a conference's list")
        verbose_name_plural = _("people on a conference's list")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["conference", "person"], name="once_on_a_list")]

    def __str__(self) -> str:
        return f"{self.person} ({self.get_role_display()})"


class ConferenceSeat(models.Model):
    """Who is on a seat, as the log last said; kept beside it so that lists need no replay."""

    class Filled(models.TextChoices):
        PERSON = "person", _("A person")
        SCRIPT = "script", _("Played by the platform")
        STATEMENT = "statement", _("A statement that is read out")
        EMPTY = "empty", _("Empty")

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="seats")
    seat = models.CharField(_("seat"), max_length=40)
    filled = models.CharField(_("filled by"), max_length=10, choices=Filled, default=Filled.EMPTY)
    participant = models.ForeignKey(Participant, on_delete=models.SET_NULL, null=True, blank=True, related_name="seats")

    class Meta:
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["conference", "seat"], name="one_row_a_seat"),
            models.CheckConstraint(
                condition=Q(filled="person") | Q(participant__isnull=True), name="only_people_are_participants"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seat}: {self.get_filled_display()}"
