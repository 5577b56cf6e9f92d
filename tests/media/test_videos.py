"""A video is taken in only with captions and a transcript in both languages, and files are bounded before they are kept."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string
from django.utils.translation import override

from media.models import Video, videos

CAPTIONS = b"WEBVTT\n\n00:00.000 --> 00:02.000\nHello\n"


def video(**changed: object) -> Video:
    parts: dict[str, object] = {
        "title": "At the door",
        "file": SimpleUploadedFile("door.mp4", b"film"),
        "captions_cy": SimpleUploadedFile("cy.vtt", CAPTIONS),
        "captions_en": SimpleUploadedFile("en.vtt", CAPTIONS),
        "transcript_cy": "Helo",
        "transcript_en": "Hello",
    }
    return Video(**{**parts, **changed})


@pytest.mark.parametrize("missing", ["captions_cy", "captions_en", "transcript_cy", "transcript_en"])
def test_a_video_without_captions_or_transcript_in_a_language_is_refused(missing: str) -> None:
    with pytest.raises(ValidationError) as refused:
        video(**{missing: ""}).clean_fields()
    assert list(refused.value.message_dict) == [missing]


def test_a_video_with_both_languages_is_taken() -> None:
    video().clean_fields()


@pytest.mark.parametrize("words", [b"", b"1\n00:00 --> 00:02\nHello", b"\xff\xfe\x00"])
def test_captions_that_are_no_webvtt_are_refused_with_what_to_do(words: bytes) -> None:
    with pytest.raises(ValidationError, match="Export the captions as WebVTT"):
        videos.check_captions(ContentFile(words))


def test_captions_with_a_byte_order_mark_are_webvtt_too() -> None:
    videos.check_captions(ContentFile(b"\xef\xbb\xbf" + CAPTIONS))


def test_files_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(videos, "CAPTION_BYTES", 10)
    monkeypatch.setattr(videos, "VIDEO_BYTES", 3)
    with pytest.raises(ValidationError, match="larger than 500 kB"):
        videos.check_captions(ContentFile(CAPTIONS))
    with pytest.raises(ValidationError, match="larger than 300 MB"):
        videos.check_video(ContentFile(b"film"))


@pytest.mark.parametrize(("language", "transcript"), [("cy", "Helo"), ("en", "Hello")])
def test_a_video_is_shown_with_captions_in_both_languages_and_the_transcript_in_the_readers(
    language: str, transcript: str
) -> None:
    with override(language):
        value = {"video": video(), "introduction": "A door, 10 seconds"}
        page = render_to_string("courses/blocks/video.html", {"value": value})
    assert 'srclang="cy"' in page
    assert 'srclang="en"' in page
    assert f"<p>{transcript}</p>" in page
    assert page.count(" default>") == 1
