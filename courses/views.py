"""Pages of learning: home, course and lesson, and what a person does in them.

Wagtail finds the page for an address and hands it to `course` or `lesson` here. Opening a page records nothing: a place
is kept when the browser says what was seen, or when somebody answers or continues.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from wagtail import hooks
from wagtail.views import serve as wagtail_serve

from courses import actions, selectors
from courses.home import home_of
from courses.models import Course, CourseIndex, Lesson
from courses.questions import Question
from courses.sureness.selectors import sureness_in
from people.actions import NotPossible
from people.asking import person_of
from people.models import User


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    if not isinstance(request.user, User):
        return front(request, selectors.index_page())
    return render(request, "courses/home.html", {"home": home_of(request.user)})


def front(request: HttpRequest, page: CourseIndex | None) -> HttpResponse:
    """What a visitor who is not signed in reads; None before any content was loaded."""
    return render(request, "courses/front.html", {"index": page, "pages": selectors.plain_pages()})


def course(request: HttpRequest, page: Course) -> HttpResponse:
    person = request.user if isinstance(request.user, User) else None
    standing = selectors.course_standings(person, [page])[0]
    sureness = sureness_in(person, page) if person else None
    return render(request, "courses/course.html", {"page": page, "standing": standing, "sureness": sureness})


def lesson_at(request: HttpRequest, course: str, lesson: str) -> HttpResponse:
    """A lesson at its address. Wagtail would find it level by level, with two queries each; its own checks are kept."""
    page = selectors.lesson_at(course, lesson)
    if page is None:
        return cast("HttpResponse", wagtail_serve(request, f"{course}/{lesson}/"))
    for check in hooks.get_hooks("before_serve_page"):
        if isinstance(response := check(page, request, [], {}), HttpResponse):
            return response
    return page.serve(request)


def lesson(request: HttpRequest, page: Lesson) -> HttpResponse:
    if not isinstance(request.user, User):
        return redirect_to_login(request.get_full_path())
    outline = selectors.outline_of(request.user, page)
    answers = selectors.check_answers(request.user, page)
    return render(request, "courses/lesson.html", lesson_context(page, outline, answers, request.GET.get("show", "")))


def lesson_preview(request: HttpRequest, page: Lesson) -> HttpResponse:
    outline = selectors.outline_of(None, page)
    return render(request, "courses/lesson.html", {**lesson_context(page, outline, {}, ""), "preview": True})


@dataclass(frozen=True)
class Refused:
    """An answer that could not be kept: the id of its question, and what the reader is told."""

    question: str
    text: str


def lesson_context(
    page: Lesson, outline: selectors.Outline, answers: dict[UUID, UUID], show: str, problem: Refused | None = None
) -> dict[str, Any]:
    """Everything the lesson's template needs; `show` is the question whose answer was asked for."""
    parts = list(lesson_parts(page, answers, show, problem))
    questions = [part["question"] for part in parts if part["question"]]
    lessons = outline.lessons
    at = next((index for index, place in enumerate(lessons) if place.lesson.pk == page.pk), None)
    progress = lessons[at].progress if at is not None else None
    return {
        "page": page,
        "standing": outline,
        "other_language_address": outline.other_address,
        "place": lessons[at] if at is not None else None,
        "before": lessons[at - 1] if at else None,
        "after": lessons[at + 1] if at is not None and at + 1 < len(lessons) else None,
        "parts": parts,
        "terms": [part["block"] for part in parts if part["block"].block_type == "term"],
        "open_question": next((question.id for question in questions if not question.is_answered), None),
        "saved": saved_words(progress.touched_at) if progress else "",
    }


def lesson_parts(
    page: Lesson, answers: dict[UUID, UUID], show: str, problem: Refused | None
) -> Iterator[dict[str, Any]]:
    for block in page.body:
        question = None
        if block.block_type == "question":
            chosen, key = answers.get(UUID(str(block.id))), str(block.id)
            said = problem.text if problem and problem.question == key else ""
            question = Question.of(block, str(chosen or ""), is_shown=key == show, problem=said)
        yield {"block": block, "question": question}


@require_GET
def plain_by_name(request: HttpRequest, name: str) -> HttpResponse:
    """Leads to a plain page by the name of its file: its own address differs between the languages, and may be edited."""
    page = selectors.plain_page(name)
    if page is None:
        raise Http404
    return redirect(page.url)


def plain(request: HttpRequest, page: Any) -> HttpResponse:
    return render(request, "courses/plain.html", {"page": page})


# --- What a person does. Signed out, nothing is kept: they are asked to sign in and come back to the same place. ---------


@require_POST
@login_required
def begin(request: HttpRequest, key: UUID) -> HttpResponse:
    page = get_object_or_404(Course.objects.live(), translation_key=key, locale__language_code=get_language())
    person = person_of(request)
    actions.begin_course(person, page)
    standing = selectors.course_standings(person, [page])[0]
    return redirect(standing.next_lesson.address if standing.next_lesson else page.url)


@require_POST
def seen(request: HttpRequest, key: UUID) -> HttpResponse:
    """The browser tells the block last seen; answered in JSON for the page's own words about what is saved."""
    if not isinstance(request.user, User):
        return JsonResponse(
            {"problem": _("You are signed out. Sign in again and you return to this lesson.")}, status=401
        )
    try:
        progress = actions.see_block(request.user, live_lesson(key), posted_uuid(request, "block"))
    except NotPossible as problem:
        return JsonResponse({"problem": str(problem)}, status=409)
    return JsonResponse({"saved": saved_words(progress.touched_at)})


@require_POST
def answer(request: HttpRequest, key: UUID, block: UUID) -> HttpResponse:
    page = live_lesson(key)
    if not isinstance(request.user, User):
        return redirect_to_login(f"{page.url}#block-{block}")
    try:
        actions.answer_question(request.user, page, block, posted_uuid(request, "option"))
    except NotPossible as problem:
        return refused(request, page, Refused(str(block), str(problem)))
    return redirect(f"{page.url}#block-{block}")


def refused(request: HttpRequest, page: Lesson, problem: Refused) -> HttpResponse:
    """The lesson again, with what was wrong on top and at its question: at the top alone it would be out of sight."""
    person = person_of(request)
    outline, answers = selectors.outline_of(person, page), selectors.check_answers(person, page)
    context = lesson_context(page, outline, answers, "", problem)
    errors = [{"href": f"#{problem.question}", "text": problem.text}]
    return render(request, "courses/lesson.html", {**context, "errors": errors}, status=422)


@require_POST
def finish(request: HttpRequest, key: UUID) -> HttpResponse:
    page = live_lesson(key)
    if not isinstance(request.user, User):
        return redirect_to_login(page.url)
    actions.finish_lesson(request.user, page)
    standing = selectors.course_standings(request.user, [page.course])[0]
    following = [place for place in standing.lessons if place.lesson.path > page.path]
    return redirect(following[0].address if following else page.course.url)


def live_lesson(key: UUID) -> Lesson:
    found: Lesson = get_object_or_404(Lesson.objects.live(), translation_key=key, locale__language_code=get_language())
    return found


def posted_uuid(request: HttpRequest, name: str) -> UUID:
    try:
        return UUID(request.POST.get(name, "")[:36])
    except ValueError:
        raise NotPossible(_("Choose one of the answers first.")) from None


def saved_words(at: Any) -> str:
    return _("Saved %(time)s") % {"time": date_format(timezone.localtime(at), "H:i")}
