"""Scenarios as their writers left them: the file's text, kept whole, one row a version, and the files that its papers name."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256

from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from simulations.engine.scenario import Scenario as ScenarioFile
from simulations.engine.scenario import read_accepted


class Scenario(models.Model):
    """One scenario through all its versions, by the id that its file gives it."""

    slug = models.SlugField(_("id in the file"), max_length=40, unique=True)

    class Meta:
        verbose_name = _("scenario")
        verbose_name_plural = _("scenarios")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.slug


class ScenarioVersion(models.Model):
    """The text of a scenario file at one moment. Never edited: a change is a new version with its own hash."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("Draft")
        SAMPLE = "sample", _("Sample: not reviewed, not piloted")
        PUBLISHED = "published", _("Published")
        RETIRED = "retired", _("Retired")

    scenario = models.ForeignKey(Scenario, on_delete=models.PROTECT, related_name="versions")
    text = models.TextField(_("the file"))
    sha256 = models.CharField(_("hash of the file"), max_length=64, unique=True)
    title_en = models.CharField(_("title in English"), max_length=200)
    title_cy = models.CharField(_("title in Welsh"), max_length=200)
    status = models.CharField(_("status"), max_length=10, choices=Status)
    added_at = models.DateTimeField(_("added"), auto_now_add=True)

    class Meta:
        verbose_name = _("version of a scenario")
        verbose_name_plural = _("versions of scenarios")
        ordering = ["-added_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.title} ({self.sha256[:8]})"

    @property
    def title(self) -> str:
        """The title in the reader's language."""
        return self.title_cy if get_language() == "cy" else self.title_en

    def read(self) -> ScenarioFile:
        """The typed scenario, whole; read once per process, since a version never changes.

        A conference stays pinned to its version, so checks that came later have no say in whether it can be read.
        """
        return _read(self.text)


def kept_apart() -> Storage:
    """Where the files lie: not among the uploads, which whoever is signed in may fetch."""
    return storages["scenarios"]


def place_of(file: PaperFile, _name: str) -> str:
    """Under its version and the digest of its name, so that no name from outside becomes a path."""
    return f"{file.version.sha256}/{sha256(file.name.encode()).hexdigest()}"


class PaperFile(models.Model):
    """A file that a paper of a version names, as it came in the version's .zip."""

    version = models.ForeignKey(ScenarioVersion, on_delete=models.CASCADE, related_name="files")
    name = models.TextField(_("name"))
    content = models.FileField(_("content"), storage=kept_apart, upload_to=place_of, max_length=200)

    class Meta:
        verbose_name = _("file of a paper")
        verbose_name_plural = _("files of papers")
        constraints = [models.UniqueConstraint(fields=["version", "name"], name="one_file_of_a_name")]

    def __str__(self) -> str:
        return self.name


@lru_cache(maxsize=32)
def _read(text: str) -> ScenarioFile:
    return read_accepted(text)
