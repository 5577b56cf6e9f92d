"""Banks of questions. A question is known by its key for good; what it says is kept as versions, and none is ever changed.

A question's texts hold both languages side by side. A bank that came from a file is changed there and not on a page.
"""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

import msgspec
from django.conf import settings
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from assessments.questions import Question, kind_of, read_question
from people.models import Named


class Bank(Named):
    """Questions that belong together, written by the same people for the same outcomes."""

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(_("short name"), max_length=100, unique=True)
    from_file = models.BooleanField(_("written in a file"), default=False, editable=False)
    digest = models.CharField(max_length=64, blank=True, editable=False)  # of that file

    class Meta:
        verbose_name = _("question bank")
        verbose_name_plural = _("question banks")
        ordering: ClassVar[list[str]] = ["slug"]


class Outcome(Named):
    """What a question shows that somebody can do, and where to read about it: a page's address in each language.

    Who shows it in a paper before a course may skip that page; who does not, in any other, is led back to it.
    """

    bank = models.ForeignKey(Bank, models.CASCADE, related_name="outcomes")
    slug = models.SlugField(_("short name"), max_length=80)
    read_again_en = models.CharField(_("address to read again, in English"), max_length=300, blank=True)
    read_again_cy = models.CharField(_("address to read again, in Welsh"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("outcome")
        verbose_name_plural = _("outcomes")
        ordering: ClassVar[list[str]] = ["bank", "pk"]
        constraints = [models.UniqueConstraint(fields=["bank", "slug"], name="one_outcome_each_slug")]

    @property
    def read_again(self) -> str:
        return self.read_again_cy if get_language() == "cy" else self.read_again_en


class BankQuestion(models.Model):
    """A question through all its versions. `current` is the newest; archived ones are drawn no more."""

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    bank = models.ForeignKey(Bank, models.PROTECT, related_name="questions", verbose_name=_("question bank"))
    current = models.OneToOneField(
        "QuestionVersion", models.PROTECT, null=True, editable=False, related_name="current_of"
    )
    archived = models.BooleanField(_("archived"), default=False)

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering: ClassVar[list[str]] = ["bank", "pk"]

    def __str__(self) -> str:
        return str(self.current or self.key)


class QuestionVersion(models.Model):
    """One version of a question. `whole`: nothing waits to be written, so a paper may ask it."""

    class Welsh(models.TextChoices):
        AWAITING = "awaiting-translator", _("waits for a translator")
        REVIEWED = "reviewed", _("read by a translator")

    question = models.ForeignKey(BankQuestion, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    outcome = models.SlugField(max_length=80, blank=True)
    content = models.JSONField()
    words = models.TextField(blank=True)  # every text of it, to be searched in
    whole = models.BooleanField()
    welsh = models.CharField(max_length=20, choices=Welsh, default=Welsh.AWAITING)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("version of a question")
        verbose_name_plural = _("versions of questions")
        ordering: ClassVar[list[str]] = ["question", "number"]
        constraints = [models.UniqueConstraint(fields=["question", "number"], name="one_version_each_number")]

    def __str__(self) -> str:
        return str(self.asked.prompt.en or self.asked.prompt.cy)

    def save(self, *arguments: Any, **named: Any) -> None:
        if self.pk is not None:
            raise TypeError("A version of a question is never changed. Make the next one.")
        super().save(*arguments, **named)

    @cached_property
    def asked(self) -> Question:
        return read_question(self.content)

    @staticmethod
    def stored(question: Question) -> dict[str, Any]:
        """The columns that a question's struct fills."""
        return {"kind": kind_of(question), "content": msgspec.to_builtins(question)}
