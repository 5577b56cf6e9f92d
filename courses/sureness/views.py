"""Saying how sure one is of a course's outcomes, seeing what one said before, and what waits to be said again."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from courses.models import Course
from courses.sureness import actions, selectors
from courses.sureness.forms import SurenessForm
from people.asking import person_of


@require_GET
@login_required
def waiting(request: HttpRequest) -> HttpResponse:
    """The courses of which it is time to say it again."""
    person = person_of(request)
    keys = selectors.due([person.pk]).values_list("course_key", flat=True)
    courses = Course.objects.live().filter(translation_key__in=keys, locale__language_code=get_language())
    return render(request, "courses/sureness/waiting.html", {"courses": courses})


@require_http_methods(["GET", "POST"])
@login_required
def how_sure(request: HttpRequest, key: UUID) -> HttpResponse:
    """In the middle of a course nothing is asked, and what was said is shown."""
    course = get_object_or_404(Course.objects.live(), translation_key=key, locale__language_code=get_language())
    person = person_of(request)
    standing = selectors.sureness_in(person, course)
    form = SurenessForm(standing, request.POST or None) if standing.asked_now and standing.lines else None
    if form and standing.asked_now and form.is_valid():
        actions.say_how_sure(person, course, standing.asked_now, form.levels())
        messages.success(request, _("Kept. Nobody but you sees it by name."))
        return redirect(course.url)
    status = 422 if form and form.errors else 200
    return render(request, "courses/sureness/how_sure.html", {"standing": standing, "form": form}, status=status)
