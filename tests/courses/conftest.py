"""A small course of two lessons, loaded from tests/files/courses in both languages."""

from pathlib import Path
from uuid import UUID

import pytest
from django.core.cache import cache

from courses.content_files import load
from courses.models import Course, Lesson

FILES = Path(__file__).parent.parent / "files" / "courses"
COURSE = UUID("20000000-0000-4000-8000-000000000001")
FIRST, SECOND = (UUID(f"30000000-0000-4000-8000-00000000000{number}") for number in (1, 2))
TEXT, TERM, QUOTE, QUESTION = (UUID(f"30000000-0000-4000-8000-00000000000{letter}") for letter in "abcd")
RIGHT, WRONG = (UUID(f"30000000-0000-4000-8000-0000000000d{number}") for number in (1, 2))


@pytest.fixture
def courses(db: None) -> None:
    cache.clear()  # Wagtail keeps the site's root there, and the last test's is gone
    load(FILES)


def course_in(language: str) -> Course:
    return Course.objects.get(translation_key=COURSE, locale__language_code=language)


def lesson_in(language: str, key: UUID = FIRST) -> Lesson:
    return Lesson.objects.get(translation_key=key, locale__language_code=language)
