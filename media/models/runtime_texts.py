"""What H5P types say to learners on buttons and in messages, in Welsh: written by editors here, where the types have none."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class RuntimeText(models.Model):
    """One text of one type. It is used wherever a content still has the `english` that the type came with."""

    machine_name = models.CharField(_("library"), max_length=255)
    path = models.CharField(_("field"), max_length=255)
    english = models.TextField()
    welsh = models.TextField()
    awaits_translator = models.BooleanField(_("awaits a translator"), default=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("text of an H5P type in Welsh")
        verbose_name_plural = _("texts of H5P types in Welsh")
        ordering: ClassVar[list[str]] = ["machine_name", "path"]
        constraints = [models.UniqueConstraint("machine_name", "path", name="runtime_text_once")]

    def __str__(self) -> str:
        return f"{self.machine_name}: {self.path}"
