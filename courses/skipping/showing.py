"""Which lessons an attempt at the paper before a course shows somebody to know.

An outcome leads to the page of a lesson. A lesson is known when every outcome that was asked of it earned all its points:
several questions, none of them wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction

from assessments.models import Attempt, Outcome, Paper
from assessments.selectors import points_by_outcome
from courses.models import Course, KnownLesson, Lesson


@transaction.atomic
def keep_what_it_shows(attempt: Attempt) -> None:
    """Again after people have put its marks right, which only ever adds to it."""
    if attempt.paper.purpose != Paper.Purpose.BEFORE or attempt.awaits_marking or attempt.finished_at is None:
        return
    for course in Course.objects.live().filter(
        paper_before=attempt.paper.slug, locale__language_code=attempt.finished_in
    ):
        for lesson in lessons_known(attempt, course):
            KnownLesson.objects.get_or_create(
                person=attempt.person,
                lesson_key=lesson.translation_key,
                defaults={
                    "course_key": course.translation_key,
                    "attempt": attempt,
                    "shown_at": attempt.finished_at,
                },
            )


def lessons_known(attempt: Attempt, course: Course) -> Iterator[Lesson]:
    """In the language of the attempt, whose addresses the outcomes have."""
    shown: dict[str, bool] = {}
    for outcome, points in points_by_outcome(attempt):
        address = address_of(outcome, attempt.finished_in)
        shown[address] = shown.get(address, True) and points.reaches(points.out_of)
    for lesson in Lesson.objects.live().child_of(course):
        if shown.get(str(lesson.url)):
            yield lesson


def address_of(outcome: Outcome, language: str) -> str:
    return outcome.read_again_cy if language == "cy" else outcome.read_again_en
