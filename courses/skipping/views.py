"""The button that skips a lesson."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from courses.skipping.actions import skip_lesson
from courses.views import live_lesson
from people.actions import NotPossible
from people.asking import person_of


@require_POST
@login_required
def skip(request: HttpRequest, key: UUID) -> HttpResponse:
    lesson = live_lesson(key)
    try:
        skip_lesson(person_of(request), lesson)
    except NotPossible as problem:
        messages.warning(request, str(problem))
    else:
        messages.success(request, _("Skipped. You can still open it, and finishing it then gives its minutes."))
    return redirect(lesson.course.url)
