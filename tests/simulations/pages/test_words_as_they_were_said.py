"""A child's words stand in the language they were said in, with the reader's own one press away and never in their place."""

import pytest
from django.template import Context, Template
from django.utils import translation

WORDS = {"cy": "Dwi’n cysgu efo’r babi.", "en": "I sleep with the baby."}
DRAWN = Template("{% load table %}{% as_said words spoken %}{% rendering words spoken %}")


def drawn(language: str, spoken: str | None, words: dict[str, str] = WORDS) -> str:
    with translation.override(language):
        return str(DRAWN.render(Context({"words": words, "spoken": spoken})))


def test_who_reads_another_language_finds_theirs_under_a_press() -> None:
    page = drawn("en", "cy")
    said, _fold, rendering = page.partition("<details")
    assert '<span lang="cy">Dwi’n cysgu' in said
    assert WORDS["en"] not in said
    assert "Show in English" in rendering
    assert f'<p lang="en">{WORDS["en"]}</p>' in rendering


def test_who_reads_the_language_they_were_said_in_has_nothing_to_press() -> None:
    assert drawn("cy", "cy") == f'<span class="spoken">{WORDS["cy"]}</span>'


def test_what_was_not_spoken_is_in_the_readers_language() -> None:
    assert drawn("en", None) == f'<span class="spoken">{WORDS["en"]}</span>'


def test_words_that_have_no_rendering_offer_none() -> None:
    assert "<details" not in drawn("en", "cy", {"cy": WORDS["cy"]})


@pytest.mark.parametrize("language", ["cy", "en"])
def test_words_are_never_taken_for_marks(language: str) -> None:
    assert "<b>" not in drawn(language, "cy", {"cy": "<b>", "en": "<b>"})
