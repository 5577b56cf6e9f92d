"""Keeping how sure somebody says they are."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from courses.models import Course, Sureness
from courses.sureness.moments import When
from people.models import User


@transaction.atomic
def say_how_sure(person: User, course: Course, when: When, levels: Mapping[UUID, int]) -> None:
    """By outcome; said again it takes the place of what was said before, left out it goes."""
    key = course.translation_key
    Sureness.objects.filter(person=person, course_key=key, when=when).delete()
    Sureness.objects.bulk_create(
        Sureness(person=person, course_key=key, outcome=outcome, when=when, level=level)
        for outcome, level in levels.items()
    )
