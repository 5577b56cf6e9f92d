"""Whom a trainer brings together: a cohort, and what each person on a conference's list was sent and answered."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models import User
from simulations.models.conferences import Participant


class Cohort(models.Model):
    """People who learn together. No conference says whom it was planned for: who is on its list is forgotten after a month."""

    name = models.CharField(_("name"), max_length=120)
    trainer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="cohorts", verbose_name=_("trainer")
    )
    people = models.ManyToManyField(User, related_name="cohorts_learnt_in", blank=True, verbose_name=_("people"))
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("cohort")
        verbose_name_plural = _("cohorts")
        ordering: ClassVar[list[str]] = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class Invitation(models.Model):
    """What somebody on the list was sent, which seat they were offered, and what they said.

    `reach` is how the facilitator can reach them when the link fails, such as an extension; it is emptied when the
    conference closes.
    """

    class Answer(models.TextChoices):
        NONE = "", _("No answer yet")
        COMING = "coming", _("Coming")
        NOT_COMING = "not-coming", _("Not coming")
        OTHER_WAY = "other-way", _("Takes the other way")

    participant = models.OneToOneField(Participant, on_delete=models.CASCADE, related_name="invitation")
    proposed_seat = models.CharField(_("seat proposed"), max_length=40, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    answer = models.CharField(_("answer"), max_length=12, choices=Answer, blank=True)
    ready_at = models.DateTimeField(_("said they are ready"), null=True, blank=True)
    reach = models.CharField(_("how to reach them if the link fails"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")

    def __str__(self) -> str:
        return f"{self.participant}: {self.get_answer_display()}"
