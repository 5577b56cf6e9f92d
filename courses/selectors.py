"""Reads: courses with their lessons, and where a person stands in them. A page asks once, whatever the number of lessons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, Sum
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from wagtail.models import Page

from assessments.selectors import PaperLine, PaperStanding, paper_line, paper_standings
from courses.models import (
    CheckAnswer,
    Course,
    CourseIndex,
    Enrolment,
    KnownLesson,
    Lesson,
    LoadedFile,
    PlainPage,
    Progress,
)
from courses.status import FRAMEWORK, Learned, Standing, standing_on
from people.models import Membership, User
from records.models import Credit


@dataclass(frozen=True)
class LessonPlace:
    """A lesson in a course's outline, how far a person is in it, and whether a paper showed that they know it."""

    lesson: Lesson
    number: int  # from 1
    progress: Progress | None
    known: KnownLesson | None = None

    @property
    def is_finished(self) -> bool:
        return bool(self.progress and self.progress.finished_at)

    @property
    def is_skipped(self) -> bool:
        return bool(self.known and self.known.skipped_at) and not self.is_finished

    @property
    def is_done(self) -> bool:
        """Whether a course asks for no more of it: finished, or skipped because it is known."""
        return self.is_finished or self.is_skipped

    @property
    def may_be_skipped(self) -> bool:
        return bool(self.known) and not self.is_done

    @property
    def is_begun(self) -> bool:
        return bool(self.progress) and not self.is_done

    @property
    def address(self) -> str:
        """The lesson's address, at the block last seen where it is not finished."""
        block = self.progress.block if self.progress and self.is_begun else None
        return f"{self.lesson.url}#block-{block}" if block else str(self.lesson.url)

    @cached_property
    def stopped_at(self) -> str:
        """What the block last seen begins with; empty where there is none. Reads the lesson's text."""
        if not (self.progress and self.progress.block and self.is_begun):
            return ""
        return self.lesson.blocks().get(str(self.progress.block), "")


@dataclass(frozen=True)
class CourseStanding:
    """A course as one person sees it."""

    course: Course
    lessons: tuple[LessonPlace, ...]
    enrolment: Enrolment | None
    paper: PaperStanding | None
    before: PaperStanding | None = None

    @property
    def skipped_lessons(self) -> int:
        return sum(place.is_skipped for place in self.lessons)

    @property
    def may_be_skipped(self) -> list[LessonPlace]:
        return [place for place in self.lessons if place.may_be_skipped]

    @property
    def finished_lessons(self) -> int:
        return sum(place.is_finished for place in self.lessons)

    @property
    def minutes(self) -> int:
        paper = self.paper.paper.minutes if self.paper else 0
        return sum(place.lesson.minutes for place in self.lessons) + paper

    @property
    def minutes_finished(self) -> int:
        paper = self.paper.paper.minutes if self.paper and self.paper.passed else 0
        return sum(place.lesson.minutes for place in self.lessons if place.is_finished) + paper

    @property
    def is_begun(self) -> bool:
        return bool(self.enrolment)

    @property
    def is_finished(self) -> bool:
        lessons_done = bool(self.lessons) and all(place.is_done for place in self.lessons)
        return lessons_done and (self.paper is None or self.paper.passed)

    @property
    def touched_at(self) -> datetime | None:
        times = [place.progress.touched_at for place in self.lessons if place.progress]
        return max(times, default=self.enrolment.begun_at if self.enrolment else None)

    @property
    def next_lesson(self) -> LessonPlace | None:
        """The lesson to carry on with: the one begun last, else the first that is not done."""
        begun = [place for place in self.lessons if place.is_begun and place.progress]
        if begun:
            return max(begun, key=lambda place: place.progress.touched_at if place.progress else timezone.now())
        return next((place for place in self.lessons if not place.is_done), None)


def index_page() -> CourseIndex | None:
    """The front page in the reader's language; None before any content was loaded."""
    found: CourseIndex | None = CourseIndex.objects.live().filter(locale__language_code=get_language()).first()
    return found


def plain_pages() -> list[PlainPage]:
    return list(PlainPage.objects.live().filter(locale__language_code=get_language()).order_by("path").defer("body"))


def plain_page(name: str) -> PlainPage | None:
    """The plain page that came from courses/content/pages/<name>.yaml, in the reader's language."""
    key = LoadedFile.objects.filter(path=f"pages/{name}.yaml").values_list("translation_key", flat=True).first()
    pages = PlainPage.objects.live().filter(locale__language_code=get_language())
    return pages.filter(translation_key=key).first() if key else None


def course_standings(person: User | None, courses: Iterable[Course]) -> list[CourseStanding]:
    """Where a person stands in each course: six queries, however many there are. For None, the courses alone."""
    wanted = list(courses)
    lessons = lessons_by_course(wanted)
    progress = {each.lesson_key: each for each in Progress.objects.filter(person=person)} if person else {}
    enrolments = {each.course_key: each for each in Enrolment.objects.filter(person=person)} if person else {}
    known = {each.lesson_key: each for each in KnownLesson.objects.filter(person=person)} if person else {}
    papers = paper_standings(
        person, [slug for course in wanted for slug in (course.paper, course.paper_before) if slug]
    )
    return [
        CourseStanding(
            course,
            tuple(places(lessons.get(course.path, []), progress, known)),
            enrolments.get(course.translation_key),
            papers.get(course.paper),
            papers.get(course.paper_before),
        )
        for course in wanted
    ]


def lesson_at(course: str, lesson: str) -> Lesson | None:
    """The published lesson at an address, by the two slugs in the reader's language; its course comes with it."""
    above = Course.objects.live().filter(slug=course, locale__language_code=get_language()).first()
    found = Lesson.objects.live().child_of(above).filter(slug=lesson).first() if above else None
    if found and above:
        found.course = above
    return found


@dataclass(frozen=True)
class Outline:
    """What stands beside a lesson: its course's lessons and paper, and the lesson's address in the other language."""

    course: Course
    lessons: tuple[LessonPlace, ...]
    paper: PaperLine | None
    other_address: str


def outline_of(person: User | None, page: Lesson) -> Outline:
    """Four queries, however many lessons there are: a lesson page has at most ten for everything."""
    under_course = Q(path__startswith=page.course.path, depth=page.depth)
    found = (
        Lesson.objects.live()
        .filter(under_course | Q(translation_key=page.translation_key))
        .order_by("path")
        .defer("body")
    )
    lessons = [lesson for lesson in found if lesson.path.startswith(page.course.path)]
    other = next((lesson for lesson in found if lesson not in lessons), None)
    of_course = {"person": person, "course_key": page.course.translation_key}
    progress = Progress.objects.filter(**of_course) if person else []
    known = KnownLesson.objects.filter(**of_course) if person else []
    return Outline(
        page.course,
        tuple(places(lessons, {each.lesson_key: each for each in progress}, {each.lesson_key: each for each in known})),
        paper_line(person, page.course.paper),
        str(other.url) if other else "",
    )


def places(
    lessons: Iterable[Lesson], progress: dict[UUID, Progress], known: dict[UUID, KnownLesson]
) -> Iterable[LessonPlace]:
    for number, lesson in enumerate(lessons, start=1):
        key = lesson.translation_key
        yield LessonPlace(lesson, number, progress.get(key), known.get(key))


def lessons_by_course(courses: list[Course]) -> dict[str, list[Lesson]]:
    """Published lessons in order, by their course's tree path; without their texts, which are large."""
    paths = {course.path for course in courses}
    found: dict[str, list[Lesson]] = {}
    for lesson in (
        Lesson.objects.live().filter(depth__in={course.depth + 1 for course in courses}).order_by("path").defer("body")
    ):
        parent = lesson.path[: -Page.steplen]
        if parent in paths:
            found.setdefault(parent, []).append(lesson)
    return found


def my_courses(person: User) -> list[CourseStanding]:
    courses = Course.objects.live().filter(locale__language_code=get_language()).order_by("path")
    return course_standings(person, courses)


def check_answers(person: User, lesson: Lesson) -> dict[UUID, UUID]:
    """The option a person last chose, by question block."""
    answers = CheckAnswer.objects.filter(person=person, lesson_key=lesson.translation_key)
    return dict(answers.values_list("block", "option"))


@dataclass(frozen=True)
class GroupStanding:
    """Where a person stands in their training group today, and how much of it was live."""

    group: str
    standing: Standing
    live_minutes: int
    due: date | None


def group_standing(person: User) -> GroupStanding | None:
    """By the highest group among the posts a person holds today; None where they hold none."""
    post = Membership.objects.current().filter(person=person).order_by("-group", "starts").first()
    if post is None:
        return None
    credits = Credit.objects.filter(person=person)
    learned = [Learned(day, minutes) for day, minutes in credits.values_list("day", "minutes")]
    standing = standing_on(timezone.localdate(), FRAMEWORK.rules[post.group], post.starts, learned)
    live = credits.filter(mode=Credit.Mode.LIVE).aggregate(total=Sum("minutes"))["total"] or 0
    return GroupStanding(post.group, standing, live, standing.until)
