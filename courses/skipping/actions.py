"""Skipping a lesson. The record says that it was waived and by which paper; no minutes come of it."""

from __future__ import annotations

from uuid import uuid5

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.actions import finish_course_if_done, language, titles
from courses.models import KnownLesson, Lesson, Progress
from people.actions import NotPossible
from people.models import User
from records.actions import record
from records.authorities import Ours
from records.xapi.events import Activity, Event
from records.xapi.vocabulary import ActivityKind, Verb


@transaction.atomic
def skip_lesson(person: User, lesson: Lesson) -> KnownLesson:
    """Skipping it again changes nothing. Raises NotPossible for what no paper showed, and for what is finished."""
    known = KnownLesson.objects.select_related("attempt__paper").filter(
        person=person, lesson_key=lesson.translation_key
    )
    found = known.select_for_update(of=("self",)).first()
    if found is None:
        raise NotPossible(_("No paper has shown yet that you know this lesson, so it cannot be skipped."))
    if Progress.objects.filter(person=person, lesson_key=lesson.translation_key, finished_at__isnull=False).exists():
        raise NotPossible(_("You have finished this lesson already. There is nothing to skip."))
    if found.skipped_at is None:
        found.skipped_at, found.skipped_in = timezone.now(), language()
        found.save(update_fields=["skipped_at", "skipped_in"])
        tell_waived(found, lesson)
    finish_course_if_done(person, lesson.course)
    return found


def tell_waived(known: KnownLesson, lesson: Lesson) -> None:
    paper = known.attempt.paper
    event = Event(
        Verb.WAIVED,
        Activity(
            lesson.translation_key.urn, ActivityKind.LESSON, titles(lesson), version=str(lesson.live_revision_id or "")
        ),
        at=known.skipped_at or timezone.now(),
        id=uuid5(lesson.translation_key, f"waived {known.person_id}"),
        language=known.skipped_in,
        success=True,
        shown_by=Activity(
            paper.key.urn,
            ActivityKind.ASSESSMENT,
            {"en": paper.title.en, "cy": paper.title.cy},
            version=str(paper.version),
        ),
    )
    record(known.person, event, authority=Ours.COURSES)
