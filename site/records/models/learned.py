"""What people learned, as they and our parts said it, and what we credit them with.

A `Statement` is the exact JSON as it was posted, beside the columns we look things up by; it is never edited. Its actor is
an `Account`: a random name, tied to the person in one table that can be emptied (docs/records.md, erasure). A `Credit` is
derived from statements of trusted authorities alone and can be derived again at any time; nobody writes one by hand.
"""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Account(models.Model):
    """The pseudonym under which a person's statements are kept. Cutting `person` makes the statements anonymous."""

    name = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="account"
    )

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")

    def __str__(self) -> str:
        return str(self.name)


class Verified(models.TextChoices):
    """How sure we are that something happened."""

    US = "us", _("verified by us")
    BROWSER = "browser", _("reported by a browser")
    OUTSIDE = "outside", _("outside learning")


class Authority(models.Model):
    """Who says statements: our room, papers and courses, a learner's browser, another store. Only trusted ones credit."""

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=120)
    verified = models.CharField(_("how sure"), max_length=10, choices=Verified)
    trusted = models.BooleanField(_("its statements earn credits"), default=False)

    class Meta:
        verbose_name = _("authority")
        verbose_name_plural = _("authorities")

    def __str__(self) -> str:
        return self.name


class Statement(models.Model):
    """One xAPI statement: `text` exactly as posted; the other columns only index it. `stored` differs within a batch."""

    id = models.UUIDField(primary_key=True)
    text = models.TextField()
    account = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="statements", db_index=False
    )
    verb = models.CharField(max_length=2000)
    activity = models.CharField(max_length=2000, blank=True)
    registration = models.UUIDField(null=True, blank=True)
    target = models.UUIDField(null=True, blank=True)  # the statement it speaks of, which may come after it
    timestamp = models.DateTimeField()
    stored = models.DateTimeField()
    version = models.CharField(max_length=10)
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="statements", db_index=False)
    voided = models.BooleanField(default=False)

    wagtail_reference_index_ignore = True  # no page links to statements, and they are many

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        indexes = [
            models.Index("stored", "id", name="statement_stored"),
            models.Index("account", condition=models.Q(account__isnull=False), name="statement_account"),
            models.Index("authority", "stored", name="statement_authority"),
            models.Index("target", condition=models.Q(target__isnull=False), name="statement_target"),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Credit(models.Model):
    """Minutes of learning a person is credited with: derived, never edited. `day` is when it was done."""

    class Mode(models.TextChoices):
        E_LEARNING = "e-learning", _("e-learning")
        LIVE = "live", _("live conference")
        CLASSROOM = "classroom", _("classroom")
        OTHER = "other", _("other")

    statement = models.OneToOneField(Statement, models.CASCADE, primary_key=True, related_name="credit")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="credits")
    minutes = models.PositiveIntegerField(_("minutes"))
    mode = models.CharField(_("how"), max_length=12, choices=Mode)
    multi_agency = models.BooleanField(_("with other agencies"))
    language = models.CharField(_("language taken in"), max_length=35, blank=True)
    activity = models.CharField(max_length=2000)
    activity_version = models.CharField(max_length=100, blank=True)
    name_en = models.CharField(max_length=300, blank=True)
    name_cy = models.CharField(max_length=300, blank=True)
    day = models.DateField()
    verified = models.CharField(_("how sure"), max_length=10, choices=Verified)

    class Meta:
        verbose_name = _("credit")
        verbose_name_plural = _("credits")
        ordering = ["-day", "pk"]
        indexes = [models.Index("person", "day", name="credit_person_day")]

    def __str__(self) -> str:
        return f"{self.name} ({self.minutes})"

    @property
    def name(self) -> str:
        first, second = (self.name_cy, self.name_en) if get_language() == "cy" else (self.name_en, self.name_cy)
        return first or second or self.activity
