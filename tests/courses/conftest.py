"""A small course of two lessons, loaded from tests/files/courses in both languages."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from django.core.cache import cache
from django.db import transaction

from courses.content_files import load
from courses.models import Course, Lesson
from media.content_types.contents import contents
from media.models import InteractiveContent

FILES = Path(__file__).parent.parent / "files" / "courses"
COURSE = UUID("20000000-0000-4000-8000-000000000001")
FIRST, SECOND = (UUID(f"30000000-0000-4000-8000-00000000000{number}") for number in (1, 2))
TEXT, TERM, QUOTE, QUESTION = (UUID(f"30000000-0000-4000-8000-00000000000{letter}") for letter in "abcd")
RIGHT, WRONG = (UUID(f"30000000-0000-4000-8000-0000000000d{number}") for number in (1, 2))


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """The small course, for all tests of a module: loading it takes longer than most of them. Each undoes what it does."""
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        load(FILES)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def courses(loaded: None, db: None) -> None:
    cache.clear()  # Wagtail keeps the site's root there, and the last module's is gone


@pytest.fixture
def exercises(db: None) -> None:
    """The exercises that lessons name, as far as lessons need them: their packages are `media.shipped`'s affair."""
    titles = {each.uuid: each.title for each in contents()}
    InteractiveContent.objects.bulk_create(InteractiveContent(key=key, title=title) for key, title in titles.items())


def course_in(language: str) -> Course:
    return Course.objects.get(translation_key=COURSE, locale__language_code=language)


def lesson_in(language: str, key: UUID = FIRST) -> Lesson:
    return Lesson.objects.get(translation_key=key, locale__language_code=language)
