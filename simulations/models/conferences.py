"""A conference: which version of which scenario, how it is held, who is on its list and who is on which seat."""

from __future__ import annotations

import secrets
from typing import cast
from uuid import uuid4

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.models import Language, Region, User
from simulations.engine.earlier import decode
from simulations.engine.scenario.model import Scenario as ScenarioFile
from simulations.engine.terms import Setting, Terms
from simulations.models.scenarios import ScenarioVersion
from simulations.practice import from_json, national

PAGE_OR_HTTPS = r"^(https://[^\s/]|/(?!/))\S*$"


def new_reference() -> str:
    """An id that says nothing about the person it stands for."""
    return secrets.token_urlsafe(9)


class Conference(models.Model):
    """One session on one version of a scenario, in one of its variants. What happens in it stands in its log."""

    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        RUNNING = "running", _("Under way")
        CLOSED = "closed", _("Closed")
        CANCELLED = "cancelled", _("Cancelled")

    class Joining(models.TextChoices):
        """Who may come in."""

        LIST = "list", _("Only people on the list")
        ANYBODY = "anybody", _("Anybody who is signed in and has the address")

    class Setting(models.TextChoices):
        """Where people talk."""

        TEXT = "text", _("In writing, in this room")
        HERE = "here", _("In this room, with sound and picture")
        CALL_BESIDE = "call-beside", _("On a video call, with this room beside it")
        ONE_ROOM = "one-room", _("Round one table, with a screen each")

    class Arrangement(models.TextChoices):
        """In which language the session is held."""

        WELSH = "welsh", _("In Welsh")
        ENGLISH = "english", _("In English")
        BILINGUAL = "bilingual", _("In both languages, with an interpreter")
        BILINGUAL_WITHOUT = "bilingual-without", _("In both languages, without an interpreter")

    version = models.ForeignKey(ScenarioVersion, on_delete=models.PROTECT, related_name="conferences")
    variant = models.CharField(_("variant"), max_length=40, blank=True)
    setting = models.CharField(_("where people talk"), max_length=11, choices=Setting)
    call_link = models.URLField(_("link to the video call"), blank=True)
    arrangement = models.CharField(_("language of the session"), max_length=20, choices=Arrangement)
    planned_for = models.DateTimeField(_("planned for"))
    facilitator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="conferences_run",
        verbose_name=_("facilitator"),
    )
    alone = models.BooleanField(_("one learner rehearses it alone, and nobody facilitates"), default=False)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("region"))
    practice = models.JSONField(_("procedures and board’s rules it is held on"), default=national, editable=False)
    continues = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="continued_by",
        verbose_name=_("the conference that it takes up"),
    )
    taken_over = models.TextField(_("what it takes over from that conference, as JSON"), blank=True, editable=False)
    gathering = models.UUIDField(_("what the rooms planned together share"), default=uuid4, editable=False)
    place = models.PositiveSmallIntegerField(_("which of the rooms held at once"), default=1)
    co_facilitators = models.ManyToManyField(
        User, related_name="conferences_helped_run", blank=True, verbose_name=_("co-facilitators")
    )
    joining = models.CharField(_("who may come in"), max_length=8, choices=Joining, default=Joining.LIST)
    swapped = models.BooleanField(_("people sit in the seats of other services"), default=False)
    interpreter = models.CharField(_("interpreter booked"), max_length=120, blank=True)
    other_way_cy = models.TextField(_("another way to meet the outcome, in Welsh"), blank=True, max_length=1000)
    other_way_en = models.TextField(_("another way to meet the outcome, in English"), blank=True, max_length=1000)
    other_way_link = models.CharField(
        _("a page for it"),
        blank=True,
        max_length=300,
        validators=[
            RegexValidator(
                PAGE_OR_HTTPS, _("Write an address that begins with https://, or with / for a page of this site.")
            )
        ],
    )
    calendar_sequence = models.PositiveIntegerField(default=0, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.PLANNED)
    began_at = models.DateTimeField(_("began"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    attendance_recorded = models.BooleanField(_("attendance recorded"), default=False)

    class Meta:
        verbose_name = _("conference")
        verbose_name_plural = _("conferences")
        ordering = ["-planned_for", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(alone=True, facilitator=None) | Q(alone=False, facilitator__isnull=False),
                name="somebody_runs_it_unless_alone",
            )
        ]

    def __str__(self) -> str:
        return f"{self.version.title}, {self.planned_for:%Y-%m-%d %H:%M}"

    @property
    def is_over(self) -> bool:
        """Nobody can go in any more."""
        return self.state in (self.State.CLOSED, self.State.CANCELLED)

    def is_run_by(self, person: User) -> bool:
        """Whether somebody runs it, or helps to."""
        return self.facilitator_id == person.pk or self.co_facilitators.filter(pk=person.pk).exists()

    def terms(self) -> Terms:
        """The terms it is held on, in the engine's words."""
        return Terms(
            setting=cast(Setting, self.setting),
            practice=from_json(self.practice),
            alone=self.alone,
            earlier=decode(self.taken_over) if self.taken_over else None,
        )

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
