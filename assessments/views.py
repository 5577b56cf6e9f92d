"""Pages of a paper: what it is, one question a page, a last look, and the result with a reason for every option."""

from __future__ import annotations

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

from assessments import actions, asking, kept, selectors
from assessments.asking.posted import confidence
from assessments.models import Answer, Attempt, Paper
from assessments.pages import CheckPage, QuestionPage, ResultPage
from people.actions import NotPossible
from people.asking import person_of
from people.models import User


@require_GET
@login_required
def papers(request: HttpRequest) -> HttpResponse:
    return render(request, "assessments/papers.html", {"standings": selectors.all_papers(person_of(request))})


@require_GET
@login_required
def paper(request: HttpRequest, slug: str) -> HttpResponse:
    standing = selectors.paper_standings(person_of(request), [slug]).get(slug)
    if standing is None:
        get_object_or_404(Paper, slug=slug, current=True)
    return render(request, "assessments/paper.html", {"standing": standing, "now": timezone.now()})


@require_POST
@login_required
def begin(request: HttpRequest, slug: str) -> HttpResponse:
    paper = get_object_or_404(Paper, slug=slug, current=True)
    try:
        attempt = actions.begin(person_of(request), paper)
    except NotPossible as problem:
        messages.warning(request, str(problem))
        return redirect("assessments:paper", slug)
    open_ones = (each.position for each in selectors.answers_of(attempt) if not selectors.is_answered(each))
    waiting = next(open_ones, None)
    return (
        redirect("assessments:question", attempt.pk, waiting) if waiting else redirect("assessments:check", attempt.pk)
    )


@require_http_methods(["GET", "POST"])
def question(request: HttpRequest, attempt: int, position: int) -> HttpResponse:
    if not isinstance(request.user, User):
        return signed_out(request, attempt, position)
    mine = my_attempt(request, attempt)
    asked = get_object_or_404(selectors.answers_of(mine), position=position)
    if request.method == "POST":
        return take_answer(request, mine, asked)
    take_kept_answer(request, mine)
    if mine.finished_at or hand_in_if_over(mine):
        return redirect("assessments:result", mine.pk)
    asked = selectors.answers_of(mine).get(pk=asked.pk)
    return show_question(request, mine, asked)


def signed_out(request: HttpRequest, attempt: int, position: int) -> HttpResponse:
    """Nobody is signed in, but what they answered is kept in their session until they are."""
    asked = Answer.objects.select_related("version").filter(attempt=attempt, position=position).first()
    if request.method == "POST" and asked:
        given = asking.read(asked.version.asked, request.POST)
        kept.keep(request.session, kept.Kept(attempt, position, given, confidence(request.POST)))
        if wants_json(request):
            return JsonResponse(
                {
                    "problem": _(
                        "You are signed out. Your answer is kept: press Save and continue, sign in, and you return here."
                    )
                },
                status=401,
            )
    # To the page rather than to what was posted: nothing is lost, so nobody is told that it was.
    return redirect_to_login(f"{reverse('assessments:question', args=[attempt, position])}#main")


def take_answer(request: HttpRequest, attempt: Attempt, asked: Answer) -> HttpResponse:
    given = asking.read(asked.version.asked, request.POST)
    try:
        saved = actions.answer(asked, given, confidence(request.POST))
    except NotPossible as problem:
        return refuse(request, attempt, asked, problem)
    if wants_json(request):
        return JsonResponse({"saved": saved_words(saved)})
    if not selectors.is_answered(saved):
        return show_question(request, attempt, saved, tried=True)
    if attempt.paper.explains_at_once and "onward" not in request.POST:
        return redirect(f"{reverse('assessments:question', args=[attempt.pk, asked.position])}?why#why")
    return go_on(attempt, asked)


def go_on(attempt: Attempt, asked: Answer) -> HttpResponse:
    if asked.position >= attempt.answers.count():
        return redirect("assessments:check", attempt.pk)
    return redirect("assessments:question", attempt.pk, asked.position + 1)


def refuse(request: HttpRequest, attempt: Attempt, asked: Answer, problem: NotPossible) -> HttpResponse:
    if wants_json(request):
        return JsonResponse({"problem": str(problem)}, status=409)
    messages.warning(request, str(problem))
    if isinstance(problem, actions.AlreadyHandedIn):
        return redirect("assessments:result", attempt.pk)
    return redirect("assessments:question", attempt.pk, asked.position)


def take_kept_answer(request: HttpRequest, attempt: Attempt) -> None:
    """Save what was posted while signed out, if this person's session kept it for this attempt."""
    waiting = kept.take(request.session, attempt.pk)
    asked = waiting and selectors.answers_of(attempt).filter(position=waiting.position).first()
    if not waiting or not asked:
        return
    try:
        actions.answer(asked, waiting.given, waiting.confidence)
    except NotPossible as problem:
        messages.warning(request, str(problem))
    else:
        messages.success(request, _("You were signed out. Your answer was kept, and it is saved now."))


def hand_in_if_over(attempt: Attempt) -> bool:
    """Where a paper has a limit and it has passed, what was answered till then is handed in."""
    if not attempt.is_over(timezone.now()):
        return False
    actions.hand_in(attempt)
    return True


def show_question(request: HttpRequest, attempt: Attempt, asked: Answer, *, tried: bool = False) -> HttpResponse:
    page = QuestionPage(attempt, asked, tried=tried, explained="why" in request.GET)
    saved = saved_words(asked) if asked.answered_at else ""
    context = {"attempt": attempt, "paper": attempt.paper, "page": page, "saved": saved, "now": timezone.now()}
    return render(request, "assessments/question.html", context)


@require_GET
@login_required
def check(request: HttpRequest, attempt: int) -> HttpResponse:
    mine = my_attempt(request, attempt)
    if mine.finished_at or hand_in_if_over(mine):
        return redirect("assessments:result", mine.pk)
    context = {"attempt": mine, "paper": mine.paper, "page": CheckPage(mine), "now": timezone.now()}
    return render(request, "assessments/check.html", context)


@require_POST
@login_required
def hand_in(request: HttpRequest, attempt: int) -> HttpResponse:
    mine = my_attempt(request, attempt)
    try:
        actions.hand_in(mine)
    except NotPossible as problem:
        messages.warning(request, str(problem))
        return redirect("assessments:check", mine.pk)
    return redirect("assessments:result", mine.pk)


@require_GET
@login_required
def result(request: HttpRequest, attempt: int) -> HttpResponse:
    mine = my_attempt(request, attempt)
    if not mine.finished_at:
        return redirect("assessments:check", mine.pk)
    standing = selectors.paper_standings(person_of(request), [mine.paper.slug]).get(mine.paper.slug)
    context = {"attempt": mine, "paper": mine.paper, "page": ResultPage(mine), "standing": standing}
    return render(request, "assessments/result.html", context)


def my_attempt(request: HttpRequest, attempt: int) -> Attempt:
    return get_object_or_404(Attempt.objects.select_related("paper"), pk=attempt, person=person_of(request))


def wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept") == "application/json"


def saved_words(answer: Answer) -> str:
    return _("Saved %(time)s") % {"time": date_format(timezone.localtime(answer.answered_at), "H:i")}
