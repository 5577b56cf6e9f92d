"""The page on which trainers and board officers arrange more time for somebody, and take it back."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from assessments.adjusting import actions
from assessments.adjusting.circles import may_arrange
from assessments.adjusting.forms import ExtraTimeForm
from assessments.models import ExtraTime
from design.forms import problems
from people.actions import NotPossible
from people.asking import person_of
from people.models import User


def giver(request: HttpRequest) -> User:
    """Who is signed in, if they may arrange it for anybody; everybody else is told so."""
    if not may_arrange(request.user):
        raise PermissionDenied(_("These pages are for trainers and board officers, who arrange more time for others."))
    return person_of(request)


@require_http_methods(["GET", "POST"])
@login_required
def arrange(request: HttpRequest) -> HttpResponse:
    by = giver(request)
    form = ExtraTimeForm(request.POST or None)
    if form.is_valid():
        try:
            actions.arrange(by, form.cleaned_data["email"], form.cleaned_data["percent"])
        except NotPossible as problem:
            form.add_error("email", str(problem))
        else:
            messages.success(request, _("Arranged. It holds from now on, also in a paper that is under way."))
            return redirect("assessments:adjusting:arrange")
    context = {
        "form": form,
        "errors": problems(form) if form.is_bound else [],
        "arranged": ExtraTime.objects.filter(granted_by=by).select_related("person").order_by("-granted_at"),
    }
    return render(request, "assessments/adjusting/arrange.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def take_back(request: HttpRequest, kept: int) -> HttpResponse:
    actions.take_back(giver(request), kept)
    messages.success(request, _("Taken back. A paper that is under way keeps its time."))
    return redirect("assessments:adjusting:arrange")
