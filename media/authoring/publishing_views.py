"""What is different about a version that waits, and the decisions about it: published, let go, an earlier one put back."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin import messages

from media import publishing
from media.authoring.comparing import compare, notes_on
from media.h5p import Refused
from media.models import ContentDraft, ContentVersion
from people.models import User

EDITS = "media.change_interactivecontent"


@require_GET
@permission_required(EDITS)
def waiting(request: HttpRequest, pk: int) -> HttpResponse:
    """A version that waits, to be tried as a learner would, beside what is different about it."""
    version = _waiting(pk)
    there = version.content.version_in(version.language)
    older = ContentVersion.objects.select_related("main").get(pk=there.pk) if there else None
    comparison = compare(older, version) if older else None
    context = {
        "version": version,
        "comparison": comparison,
        "tables": [(_("Files"), comparison.files), (_("Libraries"), comparison.libraries)] if comparison else [],
        "notes": notes_on(version),
        "draft": ContentDraft.objects.filter(tried=version).first(),
    }
    response = render(request, "media/authoring/waiting.html", context)
    response["Content-Security-Policy"] = "frame-src 'self'"
    return response


@require_POST
@permission_required(EDITS)
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Learners see it from now on."""
    version = _waiting(pk)
    publishing.publish(version)
    messages.success(request, _("Published. Learners see this version from now on."))
    return redirect("media-try", version.content_id)


@require_POST
@permission_required(EDITS)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """It goes; a draft that it was made of stays."""
    version = _waiting(pk)
    publishing.withdraw(version)
    messages.success(request, _("Not published. Learners see what they saw before."))
    return redirect("media-try", version.content_id)


@require_POST
@permission_required(EDITS)
def put_back(request: HttpRequest, pk: int) -> HttpResponse:
    """An earlier version, as the newest one."""
    version = get_object_or_404(ContentVersion.objects.select_related("content"), pk=pk, number__isnull=False)
    try:
        publishing.put_back(version, by=cast("User", request.user))
    except Refused as refused:
        for each in refused.problems:
            messages.error(request, each.in_language(get_language() or "en"))
    else:
        messages.success(request, _("Put back. Learners see this version from now on."))
    return redirect("media-try", version.content_id)


def _waiting(pk: int) -> ContentVersion:
    rows = ContentVersion.objects.select_related("content", "main")
    return get_object_or_404(rows, pk=pk, number=None)
