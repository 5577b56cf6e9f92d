"""Interactive contents: each kept once for both languages, every package that was ever put in as a version of its own.

A version is never changed: a new package is a new version, attempts keep theirs, and a changed content starts anew.
"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from media.h5p import Need
from media.models.libraries import Library


class InteractiveContent(models.Model):
    """Something to do in a lesson, in Welsh and in English, with the rule by which it is complete."""

    NEEDS = [
        (Need.SCORE.value, _("the score reaches a share")),
        (Need.ANSWERED.value, _("every part is answered")),
        (Need.END.value, _("it is seen to the end")),
        (Need.TIME.value, _("it is open for some time")),
    ]

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    title = models.CharField(
        _("title"), max_length=200, help_text=_("For editors; what learners read is in the content.")
    )
    need = models.CharField(_("complete when"), max_length=10, choices=NEEDS, default=Need.ANSWERED.value)
    percent = models.PositiveSmallIntegerField(
        _("share of the score"),
        default=100,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("Per cent. Only where the score counts."),
    )
    seconds = models.PositiveIntegerField(
        _("seconds"),
        default=60,
        validators=[MinValueValidator(5), MaxValueValidator(7200)],
        help_text=_("Only where time counts."),
    )

    class Meta:
        verbose_name = _("interactive content")
        verbose_name_plural = _("interactive contents")
        ordering: ClassVar[list[str]] = ["title"]

    def __str__(self) -> str:
        return self.title

    def version_in(self, language: str) -> ContentVersion | None:
        """The newest version in a language; None where there is none."""
        return self.newest.get(language)

    @property
    def version(self) -> ContentVersion | None:
        """What a reader sees: the newest in their language, else in the other."""
        language = "cy" if get_language() == "cy" else "en"
        return self.newest.get(language) or next(iter(self.newest.values()), None)

    @cached_property
    def newest(self) -> dict[str, ContentVersion]:
        """The newest version in each language; the texts of contents are left in the database."""
        rows = self.versions.filter(number__isnull=False).order_by("number").defer("parameters", "prepared", "metadata")
        return {each.language: each for each in rows}


class ContentVersion(models.Model):
    """One package of a content, in one language. `prepared` is what its page needs, emptied whenever a library changes.

    One without a number waits: editors try it and see what is different, and learners see it once it is published.
    """

    content = models.ForeignKey(InteractiveContent, models.CASCADE, related_name="versions")
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    number = models.PositiveIntegerField(_("version"), null=True)
    package = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField(_("size"))
    file_name = models.CharField(_("file"), max_length=255)
    main = models.ForeignKey(Library, models.PROTECT, related_name="contents", verbose_name=_("content type"))
    libraries = models.ManyToManyField(Library, related_name="used_by")
    metadata = models.JSONField()
    parameters = models.TextField()
    prepared = models.TextField(blank=True)
    hosts = models.JSONField(default=list)
    made_at = models.DateTimeField(_("put in on"), auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("version of an interactive content")
        verbose_name_plural = _("versions of interactive contents")
        ordering: ClassVar[list[str]] = ["content", "language", "-number"]
        constraints = [
            models.UniqueConstraint("content", "language", "number", name="content_version_once"),
            models.UniqueConstraint(
                fields=["content", "language"], condition=models.Q(number=None), name="one_version_waits"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.content} ({self.language}, {self.number or '–'})"


class OutsideHost(models.Model):
    """A server that some content would call. Each would learn who is watching, so none is called before it is allowed."""

    name = models.CharField(_("server"), max_length=253, unique=True)
    allowed = models.BooleanField(
        _("may be called"),
        default=False,
        help_text=_("It then learns the network address of everybody who opens such a content, and when."),
    )

    class Meta:
        verbose_name = _("server outside")
        verbose_name_plural = _("servers outside")
        ordering: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name
