"""Pages of a paper: what it is, one vignette a page, a last look, and the result with a reason for every choice."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from assessments import actions, kept, selectors
from assessments.forms import AnswerForm
from assessments.models import Attempt, Paper, Question
from people.models import User


@require_GET
@login_required
def paper(request: HttpRequest, slug: str) -> HttpResponse:
    standing = selectors.paper_standings(person_of(request), [slug]).get(slug)
    if standing is None:
        get_object_or_404(Paper, slug=slug, current=True)
    return render(request, "assessments/paper.html", {"standing": standing})


@require_POST
@login_required
def begin(request: HttpRequest, slug: str) -> HttpResponse:
    paper = get_object_or_404(Paper, slug=slug, current=True)
    try:
        attempt = actions.begin(person_of(request), paper)
    except actions.NotPossible as problem:
        messages.warning(request, str(problem))
        return redirect("assessments:paper", slug)
    answered = selectors.answered_questions(attempt)
    waiting = next((each.position for each in answered if not each.is_answered), None)
    return (
        redirect("assessments:question", attempt.pk, waiting) if waiting else redirect("assessments:check", attempt.pk)
    )


@require_http_methods(["GET", "POST"])
def question(request: HttpRequest, attempt: int, position: int) -> HttpResponse:
    if not isinstance(request.user, User):
        return signed_out(request, attempt, position)
    mine = my_attempt(request, attempt)
    asked = get_object_or_404(mine.paper.questions, position=position)
    if request.method == "POST":
        return take_answer(request, mine, asked)
    take_kept_answer(request, mine)
    if mine.finished_at:
        return redirect("assessments:result", mine.pk)
    return show_question(request, mine, asked)


def signed_out(request: HttpRequest, attempt: int, position: int) -> HttpResponse:
    """Nobody is signed in, but what they chose is kept in their session until they are."""
    if request.method == "POST":
        kept.keep(request.session, kept.Kept(attempt, position, AnswerForm(request.POST).raw_choice()))
        if wants_json(request):
            return JsonResponse(
                {
                    "problem": _(
                        "You are signed out. Your answer is kept: press Save and continue, sign in, and you return here."
                    )
                },
                status=401,
            )
    return redirect_to_login(reverse("assessments:question", args=[attempt, position]))


def take_answer(request: HttpRequest, attempt: Attempt, asked: Question) -> HttpResponse:
    form = AnswerForm.of(asked, None, request.POST)
    try:
        saved = actions.answer(attempt, asked, form.raw_choice())
    except actions.NotPossible as problem:
        return refuse(request, attempt, asked, problem)
    if wants_json(request):
        return JsonResponse({"saved": saved_words(saved.answered_at)})
    if not form.is_valid():
        return show_question(request, attempt, asked, form)
    last = asked.position >= attempt.paper.questions.count()
    if last:
        return redirect("assessments:check", attempt.pk)
    return redirect("assessments:question", attempt.pk, asked.position + 1)


def refuse(request: HttpRequest, attempt: Attempt, asked: Question, problem: actions.NotPossible) -> HttpResponse:
    if wants_json(request):
        return JsonResponse({"problem": str(problem)}, status=409)
    messages.warning(request, str(problem))
    if isinstance(problem, actions.AlreadyHandedIn):
        return redirect("assessments:result", attempt.pk)
    return redirect("assessments:question", attempt.pk, asked.position)


def take_kept_answer(request: HttpRequest, attempt: Attempt) -> None:
    """Save what was posted while signed out, if this person's session kept it for this attempt."""
    waiting = kept.take(request.session, attempt.pk)
    asked = waiting and attempt.paper.questions.filter(position=waiting.position).first()
    if not waiting or not asked:
        return
    try:
        actions.answer(attempt, asked, waiting.choice)
    except actions.NotPossible as problem:
        messages.warning(request, str(problem))
    else:
        messages.success(request, _("You were signed out. Your answer was kept, and it is saved now."))


def show_question(
    request: HttpRequest, attempt: Attempt, asked: Question, form: AnswerForm | None = None
) -> HttpResponse:
    answer = attempt.answers.filter(question=asked).first()
    questions = selectors.answered_questions(attempt)
    context = {
        "attempt": attempt,
        "paper": attempt.paper,
        "question": asked,
        "form": form or AnswerForm.of(asked, answer),
        "errors": form.problems() if form else [],
        "questions": questions,
        "out_of": len(questions),
        "saved": saved_words(answer.answered_at) if answer else "",
    }
    return render(request, "assessments/question.html", context)


@require_GET
@login_required
def check(request: HttpRequest, attempt: int) -> HttpResponse:
    mine = my_attempt(request, attempt)
    if mine.finished_at:
        return redirect("assessments:result", mine.pk)
    questions = selectors.answered_questions(mine)
    waiting = [each for each in questions if not each.is_answered]
    return render(
        request,
        "assessments/check.html",
        {"attempt": mine, "paper": mine.paper, "questions": questions, "waiting": waiting},
    )


@require_POST
@login_required
def hand_in(request: HttpRequest, attempt: int) -> HttpResponse:
    mine = my_attempt(request, attempt)
    try:
        actions.hand_in(mine)
    except actions.NotPossible as problem:
        messages.warning(request, str(problem))
        return redirect("assessments:check", mine.pk)
    return redirect("assessments:result", mine.pk)


@require_GET
@login_required
def result(request: HttpRequest, attempt: int) -> HttpResponse:
    mine = my_attempt(request, attempt)
    if not mine.finished_at:
        return redirect("assessments:check", mine.pk)
    marked = selectors.result_of(mine)
    rows = list(zip(selectors.answered_questions(mine), marked.marks, strict=True))
    standing = selectors.paper_standings(person_of(request), [mine.paper.slug]).get(mine.paper.slug)
    context = {"attempt": mine, "paper": mine.paper, "result": marked, "rows": rows, "standing": standing}
    return render(request, "assessments/result.html", context)


def my_attempt(request: HttpRequest, attempt: int) -> Attempt:
    return get_object_or_404(Attempt.objects.select_related("paper"), pk=attempt, person=person_of(request))


def person_of(request: HttpRequest) -> User:
    return cast("User", request.user)


def wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept") == "application/json"


def saved_words(at: object) -> str:
    return _("Saved %(time)s") % {"time": date_format(timezone.localtime(at), "H:i")}  # type: ignore[arg-type]
