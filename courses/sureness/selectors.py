"""Where somebody stands in how sure they are of a course's outcomes, and what waits for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils import timezone

from courses.models import Course, Enrolment, Progress, Sureness
from courses.sureness.moments import LATER, TOO_LATE, When, moment
from people.models import User


@dataclass(frozen=True)
class OutcomeLine:
    """An outcome and what somebody said of it each time; None where they said nothing."""

    id: UUID
    words: str
    before: int | None
    after: int | None
    later: int | None


@dataclass(frozen=True)
class SurenessStanding:
    """`asked_now` is which of the three may be said or changed today."""

    course: Course
    asked_now: When | None
    lines: tuple[OutcomeLine, ...]

    @property
    def said(self) -> bool:
        return any((line.before, line.after, line.later) != (None, None, None) for line in self.lines)

    @property
    def waits(self) -> bool:
        """Whether something is asked now, and nothing of it said."""
        return bool(self.lines and self.asked_now) and not any(self.now_of(line) for line in self.lines)

    def now_of(self, line: OutcomeLine) -> int | None:
        return getattr(line, self.asked_now) if self.asked_now else None


def sureness_in(person: User, course: Course) -> SurenessStanding:
    """Three queries."""
    key = course.translation_key
    enrolment = Enrolment.objects.filter(person=person, course_key=key).first()
    done = Progress.objects.filter(person=person, course_key=key, finished_at__isnull=False).count()
    finished_at = enrolment.finished_at if enrolment else None
    said = Sureness.objects.filter(person=person, course_key=key).values_list("outcome", "when", "level")
    levels = {(outcome, when): level for outcome, when, level in said}
    asked_now = moment(lessons_done=done, finished_at=finished_at, now=timezone.now())
    return SurenessStanding(course, asked_now, tuple(lines_of(course, levels)))


def lines_of(course: Course, levels: dict[tuple[UUID, str], int]) -> Iterable[OutcomeLine]:
    for block in course.outcomes:
        key = UUID(str(block.id))
        yield OutcomeLine(key, str(block.value), *(levels.get((key, when)) for when in Sureness.When.values))


def due(people: Iterable[int]) -> QuerySet[Enrolment]:
    """Courses finished six to twelve weeks ago, of which somebody said how sure they were, and has not said it again."""
    at = timezone.now()
    said = Sureness.objects.filter(person=OuterRef("person"), course_key=OuterRef("course_key"))
    finished = Enrolment.objects.filter(
        person__in=list(people), finished_at__lte=at - LATER, finished_at__gte=at - TOO_LATE
    )
    return finished.filter(Exists(said)).exclude(Exists(said.filter(when=Sureness.When.LATER)))


def due_by_person(people: Iterable[int]) -> dict[int, int]:
    return dict(due(people).values_list("person").order_by().annotate(number=Count("pk")))
