"""Loading content files: both languages, again without a change, and never over an edited page."""

import pytest

from courses.content_files import load
from courses.models import Course, Lesson

pytestmark = pytest.mark.django_db


def test_the_shipped_courses_load_in_both_languages_and_are_published() -> None:
    load()
    assert Course.objects.live().filter(locale__language_code="cy").count() == Course.objects.live().count() / 2
    assert {lesson.locale.language_code for lesson in Lesson.objects.live()} == {"cy", "en"}
