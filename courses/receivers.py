"""News from papers: a course is finished when its last lesson or its paper is, whichever comes last."""

from typing import Any

from django.dispatch import receiver

from assessments.models import Attempt
from assessments.signals import handed_in
from courses.actions import finish_course_if_done
from courses.models import Course


@receiver(handed_in)
def finish_courses_closed_by(attempt: Attempt, **_about: Any) -> None:
    if not attempt.passed:
        return
    for course in Course.objects.live().filter(paper=attempt.paper.slug, locale__language_code=attempt.finished_in):
        finish_course_if_done(attempt.person, course)
