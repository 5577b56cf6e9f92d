"""The learner's page to appeal, and the page of whoever decides. No name stands on either."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessments.appealing import actions, selectors
from assessments.appealing.forms import AppealForm, VerdictForm
from assessments.models import Answer
from assessments.moderating.selectors import is_written, rubric_question
from assessments.moderating.views import marker
from assessments.pages import MarkedAnswer
from assessments.selectors import mark_of
from design.forms import problems
from people.actions import NotPossible
from people.asking import person_of


@require_http_methods(["GET", "POST"])
@login_required
def appeal(request: HttpRequest, answer: int) -> HttpResponse:
    mine = get_object_or_404(Answer, pk=answer, attempt__person=person_of(request))
    back = f"{reverse('assessments:result', args=[mine.attempt_id])}#q{mine.position}"
    if problem := actions.why_not(mine):
        messages.warning(request, problem)
        return redirect(back)
    form = AppealForm(request.POST or None)
    if form.is_valid():
        try:
            actions.appeal(mine, form.cleaned_data["words"])
        except NotPossible as problem:  # sent twice at once
            messages.warning(request, str(problem))
        else:
            messages.success(request, _("Your appeal is sent. You get an e-mail when it is decided."))
        return redirect(back)
    context = {"answer": mine, "form": form, "errors": problems(form) if form.is_bound else [], "back": back}
    context |= {"days": actions.WITHIN.days, "row": MarkedAnswer(mine, mark_of(mine))}
    return render(request, "assessments/appealing/appeal.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@login_required
def decide(request: HttpRequest, appeal: int) -> HttpResponse:
    person = marker(request)
    made = get_object_or_404(selectors.to_decide(person), pk=appeal)
    rubric = rubric_question(made.answer).rubric if is_written(made.answer) else None
    form = VerdictForm(rubric, request.POST or None)
    if form.is_valid():
        try:
            actions.decide(made, person, upheld=form.upheld, reason=form.cleaned_data["words"], points=form.points())
        except NotPossible as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Decided. The learner gets an e-mail and reads your reason."))
            return redirect("assessments:moderating:queue")
    row = MarkedAnswer(made.answer, mark_of(made.answer))
    context = {"appeal": made, "answer": made.answer, "row": row, "form": form, "levels": rubric is not None}
    context["errors"] = problems(form) if form.is_bound else []
    return render(request, "assessments/appealing/decide.html", context, status=422 if form.errors else 200)
