"""What lessons show beside words: video that everybody can follow.

A video is kept once for both languages. It is taken in only with captions and a transcript in Welsh and in English, so
that no lesson can show one that a reader of either language, or a person who does not hear it, cannot follow.
"""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.validators import FileExtensionValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail.snippets.models import register_snippet

VIDEO_BYTES = 300 * 1024 * 1024
CAPTION_BYTES = 500 * 1024


def check_video(file: File[bytes]) -> None:
    if (file.size or 0) > VIDEO_BYTES:
        raise ValidationError(
            _("This video is larger than 300 MB. Make it shorter or compress it, then choose it again.")
        )


def check_captions(file: File[bytes]) -> None:
    """WebVTT files begin with their name (W3C WebVTT §4); players ignore any other, so captions would be missing unseen."""
    if (file.size or 0) > CAPTION_BYTES:
        raise ValidationError(
            _("This caption file is larger than 500 kB. Choose the WebVTT file that belongs to the video.")
        )
    file.seek(0)
    beginning = file.read(9)
    file.seek(0)
    if not beginning.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT"):
        raise ValidationError(
            _("This is no WebVTT file: its first word should be WEBVTT. Export the captions as WebVTT.")
        )


@register_snippet
class Video(models.Model):
    """A video with captions and transcript in both languages."""

    title = models.CharField(_("title"), max_length=200)
    file = models.FileField(
        _("video"), upload_to="videos/", validators=[FileExtensionValidator(["mp4", "webm"]), check_video]
    )
    captions_cy = models.FileField(
        _("captions in Welsh"), upload_to="captions/", validators=[FileExtensionValidator(["vtt"]), check_captions]
    )
    captions_en = models.FileField(
        _("captions in English"), upload_to="captions/", validators=[FileExtensionValidator(["vtt"]), check_captions]
    )
    transcript_cy = models.TextField(_("transcript in Welsh"), max_length=20_000)
    transcript_en = models.TextField(_("transcript in English"), max_length=20_000)

    panels: ClassVar[list[Panel]] = [
        FieldPanel("title"),
        FieldPanel("file"),
        MultiFieldPanel([FieldPanel("captions_cy"), FieldPanel("transcript_cy")], heading=_("Welsh")),
        MultiFieldPanel([FieldPanel("captions_en"), FieldPanel("transcript_en")], heading=_("English")),
    ]

    class Meta:
        verbose_name = _("video")
        verbose_name_plural = _("videos")
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def transcript(self, language: str) -> str:
        return self.transcript_cy if language == "cy" else self.transcript_en
