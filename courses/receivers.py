"""News that courses act on: one half of a page published or taken down takes the other with it, and a paper handed in or put right."""

from typing import Any

from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from assessments.models import Attempt
from assessments.signals import handed_in, remarked
from courses.actions import finish_course_if_done
from courses.models import Course
from courses.models.bilingual import BilingualPage
from courses.skipping.showing import keep_what_it_shows


@receiver(page_published)
def publish_both(instance: Any, **_about: Any) -> None:
    if isinstance(instance, BilingualPage) and instance.both_languages:
        instance.publish_other_language()


@receiver(page_unpublished)
def take_down_both(instance: Any, **_about: Any) -> None:
    if isinstance(instance, BilingualPage) and instance.both_languages:
        for other in instance.get_translations().live():
            other.unpublish()


@receiver([handed_in, remarked])
def act_on_result(attempt: Attempt, **_about: Any) -> None:
    """A course is finished when its last lesson or its paper is, whichever comes last; one before it shows what is known."""
    keep_what_it_shows(attempt)
    if not attempt.passed:
        return
    for course in Course.objects.live().filter(paper=attempt.paper.slug, locale__language_code=attempt.finished_in):
        finish_course_if_done(attempt.person, course)
