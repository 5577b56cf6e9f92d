"""A content that somebody is writing in the editors' site: as it was typed, mistakes too, until it is tried and published."""

from __future__ import annotations

import json
from typing import Any, cast

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from media.models.contents import ContentVersion, InteractiveContent
from media.models.libraries import Library


class ContentDraft(models.Model):
    """One content in one language, being written. `files` says under which key each of its new files is kept.

    `revision` rises with each saving, so that two windows do not overwrite each other. `tried` is the version that waits.
    """

    content = models.ForeignKey(InteractiveContent, models.CASCADE, related_name="drafts")
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    main = models.ForeignKey(Library, models.PROTECT, related_name="drafts", verbose_name=_("content type"))
    text = models.TextField()
    files = models.JSONField(default=dict)
    based_on = models.ForeignKey(ContentVersion, models.SET_NULL, null=True, related_name="+")
    tried = models.ForeignKey(ContentVersion, models.SET_NULL, null=True, related_name="+")
    revision = models.PositiveIntegerField(default=0)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    changed_at = models.DateTimeField(_("changed on"), auto_now=True)

    class Meta:
        verbose_name = _("draft of an interactive content")
        verbose_name_plural = _("drafts of interactive contents")
        constraints = [models.UniqueConstraint("content", "language", name="one_draft_a_language")]

    def __str__(self) -> str:
        return f"{self.content} ({self.language})"

    @property
    def part(self) -> dict[str, Any]:
        """Its type, parameters and metadata, as content in content is written."""
        return cast("dict[str, Any]", json.loads(self.text))

    @part.setter
    def part(self, part: dict[str, Any]) -> None:
        self.text = json.dumps(part)
