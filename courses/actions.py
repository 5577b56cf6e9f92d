"""What a person does in a course. Each action is one transaction, and doing it twice is the same as doing it once."""

from __future__ import annotations

from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from courses.models import CheckAnswer, Course, Enrolment, Lesson, Progress
from courses.models.bilingual import BilingualPage
from courses.selectors import course_standings
from people.actions import NotPossible
from people.models import User
from records.actions import record
from records.authorities import Ours
from records.xapi.events import Activity, Event
from records.xapi.vocabulary import ActivityKind, Verb


@transaction.atomic
def begin_course(person: User, course: Course) -> Enrolment:
    defaults = {"begun_at": timezone.now(), "begun_in": language()}
    return Enrolment.objects.get_or_create(person=person, course_key=course.translation_key, defaults=defaults)[0]


@transaction.atomic
def see_block(person: User, lesson: Lesson, block: UUID) -> Progress:
    """Keep the block last seen. Raises NotPossible for one that is not in this lesson."""
    check_block(lesson, block)
    progress = touch(person, lesson)
    progress.block = block
    progress.save(update_fields=["block"])
    return progress


@transaction.atomic
def answer_question(person: User, lesson: Lesson, block: UUID, option: UUID) -> CheckAnswer:
    """Keep the choice made at a check-yourself question. Raises NotPossible for one that is not offered there."""
    check_option(lesson, block, option)
    progress = touch(person, lesson)
    progress.block = block
    progress.save(update_fields=["block"])
    return CheckAnswer.objects.update_or_create(
        person=person,
        lesson_key=lesson.translation_key,
        block=block,
        defaults={"option": option, "answered_at": timezone.now(), "answered_in": language()},
    )[0]


@transaction.atomic
def finish_lesson(person: User, lesson: Lesson) -> Progress:
    """Finish a lesson: its minutes are credited once, and the course is finished with the last of its parts."""
    progress = touch(person, lesson)
    if progress.finished_at is None:
        progress.finished_at, progress.finished_in = timezone.now(), language()
        progress.save(update_fields=["finished_at", "finished_in"])
        tell_completed(person, lesson, ActivityKind.LESSON, lesson.minutes)
    finish_course_if_done(person, lesson.course)
    return progress


@transaction.atomic
def finish_course_if_done(person: User, course: Course) -> bool:
    """Finish the course when every lesson is finished and its paper, where it has one, is passed.

    The course itself credits no minutes: its lessons and its paper have done so.
    """
    enrolment = begin_course(person, course)
    if enrolment.finished_at is not None:
        return True
    if not course_standings(person, [course])[0].is_finished:
        return False
    enrolment.finished_at, enrolment.finished_in = timezone.now(), language()
    enrolment.save(update_fields=["finished_at", "finished_in"])
    tell_completed(person, course, ActivityKind.COURSE, 0)
    return True


def touch(person: User, lesson: Lesson) -> Progress:
    """The person's row in this lesson, begun now if it was not."""
    now = timezone.now()
    begin_course(person, lesson.course)
    progress, is_new = Progress.objects.get_or_create(
        person=person,
        lesson_key=lesson.translation_key,
        defaults={
            "course_key": lesson.course.translation_key,
            "begun_at": now,
            "begun_in": language(),
            "touched_at": now,
        },
    )
    if not is_new:
        progress.touched_at = now
        progress.save(update_fields=["touched_at"])
    return progress


def check_block(lesson: Lesson, block: UUID) -> None:
    if str(block) not in {str(child.id) for child in lesson.body}:
        raise NotPossible(_("This lesson has changed since you opened it. Load the page again; your place is kept."))


def check_option(lesson: Lesson, block: UUID, option: UUID) -> None:
    question = next((child for child in lesson.body if str(child.id) == str(block)), None)
    if question is None or question.block_type != "question":
        raise NotPossible(_("This lesson has changed since you opened it. Load the page again; your place is kept."))
    if str(option) not in {str(each.id) for each in question.value["options"].bound_blocks}:
        raise NotPossible(_("That answer is not among those offered. Load the page again and choose one."))


def tell_completed(person: User, page: BilingualPage, kind: ActivityKind, minutes: int) -> None:
    """The same completion told twice has the same id, and so is kept once."""
    event = Event(
        Verb.COMPLETED,
        Activity(page.translation_key.urn, kind, titles(page), version=str(page.live_revision_id or "")),
        at=timezone.now(),
        id=uuid5(page.translation_key, f"completed {person.pk}"),
        language=language(),
        minutes=minutes,
    )
    record(person, event, authority=Ours.COURSES)


def titles(page: BilingualPage) -> dict[str, str]:
    pages = page.get_translations(inclusive=True).select_related("locale")
    return {each.locale.language_code: each.title for each in pages}


def language() -> str:
    return "cy" if get_language() == "cy" else "en"
