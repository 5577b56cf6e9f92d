"""Asking to be reminded, and no more."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from assessments.reminding.letters import KIND
from assessments.reminding.models import Reminding
from people.asking import person_of
from people.letters import whose


@require_POST
@login_required
def choose(request: HttpRequest) -> HttpResponse:
    person = person_of(request)
    if request.POST.get("wanted") == "yes":
        Reminding.objects.get_or_create(person=person)
        messages.success(request, _("You get one e-mail a week at most, and only when something waits for you."))
    else:
        Reminding.objects.filter(person=person).delete()
        messages.success(request, _("You get no more reminders."))
    return redirect("assessments:practising:today")


@csrf_exempt
@require_http_methods(["GET", "POST"])
def no_more(request: HttpRequest, token: str) -> HttpResponse:
    """One press, without signing in; what only looks at the link changes nothing."""
    person = whose(token, KIND)
    if person and request.method == "POST":
        Reminding.objects.filter(person=person).delete()
    context = {"unknown": person is None, "done": request.method == "POST"}
    return render(request, "assessments/reminding/no_more.html", context, status=200 if person else 404)
