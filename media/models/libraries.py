"""H5P libraries: each `major.minor` once, every build of it that came along, and the one that is used.

A build's files are served out of the package it came with, so that nothing is unpacked; it is known by its digest.
"""

from __future__ import annotations

from typing import Any, ClassVar, cast

from django.db import models
from django.utils.translation import gettext_lazy as _

from media.h5p import LibraryMetadata, LibraryName


class Library(models.Model):
    """One `major.minor` of a machine name, and the build of it on which all content of that version runs."""

    machine_name = models.CharField(_("machine name"), max_length=255)
    major = models.PositiveIntegerField()
    minor = models.PositiveIntegerField()
    title = models.CharField(_("title"), max_length=255)
    runnable = models.BooleanField(_("a content type"), default=False)
    restricted = models.BooleanField(
        _("not for new content"),
        default=False,
        help_text=_("What was made with it stays; packages that bring new content of this type are refused."),
    )
    approved: models.ForeignKey[LibraryBuild | None, LibraryBuild | None] = models.ForeignKey(
        "media.LibraryBuild", models.PROTECT, null=True, related_name="+", verbose_name=_("build in use")
    )

    class Meta:
        verbose_name = _("H5P library")
        verbose_name_plural = _("H5P libraries")
        ordering: ClassVar[list[str]] = ["machine_name", "major", "minor"]
        constraints = [models.UniqueConstraint("machine_name", "major", "minor", name="library_once")]

    def __str__(self) -> str:
        return str(self.name)

    @property
    def name(self) -> LibraryName:
        return LibraryName(self.machine_name, self.major, self.minor)


class LibraryBuild(models.Model):
    """A library byte for byte: the digest of its files, and in which package and folder they lie."""

    library = models.ForeignKey(Library, models.CASCADE, related_name="builds")
    digest = models.CharField(max_length=64, unique=True)
    patch = models.PositiveIntegerField()
    metadata = models.JSONField()
    semantics = models.JSONField()
    files = models.JSONField()
    package = models.CharField(max_length=64, db_index=True)
    folder = models.CharField(max_length=255)
    came_with = models.CharField(_("came with"), max_length=255)
    came_at = models.DateTimeField(_("came on"), auto_now_add=True)

    class Meta:
        verbose_name = _("build of an H5P library")
        verbose_name_plural = _("builds of H5P libraries")
        ordering: ClassVar[list[str]] = ["library", "-patch", "pk"]

    def __str__(self) -> str:
        return f"{self.library.name}.{self.patch} {self.digest[:8]}"

    @property
    def described(self) -> LibraryMetadata:
        return LibraryMetadata.from_json(cast("dict[str, Any]", self.metadata), self.folder)


class LibraryPacking(models.Model):
    """A build as it was packed once, by the digest of the packed bytes: met again, it need not be unpacked to be judged.

    `build` may be one that was not kept, since a later patch was in use.
    """

    digest = models.CharField(max_length=64, primary_key=True)
    library = models.ForeignKey(Library, models.CASCADE, related_name="packings")
    build = models.CharField(max_length=64)
    patch = models.PositiveIntegerField()
    metadata = models.JSONField()

    class Meta:
        verbose_name = _("packing of an H5P library")
        verbose_name_plural = _("packings of H5P libraries")

    def __str__(self) -> str:
        return self.digest[:12]


class AssetBundle(models.Model):
    """The scripts and styles of some builds as two files. `digest` is that of the builds, in the order of their loading."""

    digest = models.CharField(max_length=64, primary_key=True)
    builds = models.JSONField()
    scripts = models.CharField(max_length=64)
    styles = models.CharField(max_length=64)
    evaluates = models.BooleanField()

    class Meta:
        verbose_name = _("bundle of scripts and styles")
        verbose_name_plural = _("bundles of scripts and styles")

    def __str__(self) -> str:
        return self.digest[:12]
