"""The pages of those who mark: what waits, one answer with its rubric, and one where two markers differ. No name stands on any."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from assessments.appealing.selectors import to_decide
from assessments.models import Answer
from assessments.moderating import actions, selectors
from assessments.moderating.forms import DecisionForm, SheetForm
from design.forms import problems
from people.actions import NotPossible
from people.asking import person_of
from people.models import User
from people.permissions import may_mark

SHOWN = 25  # of each list, the oldest first


def marker(request: HttpRequest) -> User:
    """Who is signed in, if they may mark; everybody else is told so."""
    person = person_of(request)
    if not may_mark(person):
        raise PermissionDenied(_("These pages are for those who mark written work."))
    return person


@require_GET
@login_required
def queue(request: HttpRequest) -> HttpResponse:
    person = marker(request)
    context = {
        "to_mark": shown(selectors.to_mark(person)),
        "to_moderate": shown(selectors.to_moderate(person)),
        "marked": shown(selectors.marked_by(person)),
        "appeals": to_decide(person)[:SHOWN],
        "agreement": selectors.how_far_markers_agree(),
    }
    return render(request, "assessments/moderating/queue.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def mark(request: HttpRequest, answer: int) -> HttpResponse:
    person = marker(request)
    found = get_object_or_404(selectors.open_for(person), pk=answer)
    own = found.sheets.filter(marker=person).first()
    rubric = selectors.rubric_question(found).rubric
    form = SheetForm(
        rubric, request.POST or None, points=own.points if own else None, initial={"words": own.note if own else ""}
    )
    if form.is_valid():
        try:
            actions.keep_sheet(found, person, form.points(), form.cleaned_data["words"])
        except NotPossible as problem:
            messages.warning(request, str(problem))
        else:
            messages.success(
                request, _("Your points are kept. You can change them until a second marker has marked it.")
            )
        return redirect("assessments:moderating:queue")
    return show(request, "assessments/moderating/mark.html", found, form)


@require_http_methods(["GET", "POST"])
@login_required
def moderate(request: HttpRequest, answer: int) -> HttpResponse:
    person = marker(request)
    found = get_object_or_404(selectors.to_moderate(person), pk=answer)
    form = DecisionForm(selectors.rubric_question(found).rubric, request.POST or None)
    if form.is_valid():
        try:
            actions.moderate(found, person, form.points(), form.cleaned_data["words"])
        except NotPossible as problem:
            messages.warning(request, str(problem))
        else:
            messages.success(request, _("Decided. The writer sees your reason on their result."))
        return redirect("assessments:moderating:queue")
    return show(request, "assessments/moderating/moderate.html", found, form, sheets=list(found.sheets.all()))


def show(request: HttpRequest, template: str, answer: Answer, form: Any, **more: object) -> HttpResponse:
    context = {"answer": answer, "question": selectors.rubric_question(answer), "form": form}
    context |= {"errors": problems(form) if form.is_bound else [], **more}
    return render(request, template, context, status=422 if form.errors else 200)


def shown(answers: QuerySet[Answer]) -> list[Answer]:
    return list(answers.select_related("attempt__paper")[:SHOWN])
