"""The editors' pages of papers: which there are, and one as a form."""

from __future__ import annotations

from typing import Any, cast

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods
from msgspec import inspect
from wagtail.admin import messages

from assessments.editing.entries import Remarks, entries_of
from assessments.editing.forms import ROW, with_empty_row
from assessments.editing.papers import PaperDraft, draft_from, draft_of, keep
from assessments.editing.reading import struct_from
from assessments.editing.views import EDITS
from assessments.models import Paper
from people.asking import person_of

SHAPE = cast("inspect.StructType", inspect.type_info(PaperDraft))
NEW = {"welsh": "awaiting-translator", "purpose": "closing", "tries": 3, "minutes": 15, "pass_mark": 1}


@require_GET
@permission_required(EDITS)
def papers(request: HttpRequest) -> HttpResponse:
    found = Paper.objects.filter(current=True).order_by("slug")
    return render(request, "assessments/editing/papers.html", {"papers": found})


@require_http_methods(["GET", "POST"])
@permission_required(EDITS)
def add(request: HttpRequest) -> HttpResponse:
    return write(request, None)


@require_http_methods(["GET", "POST"])
@permission_required(EDITS)
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    return write(request, get_object_or_404(Paper, slug=slug, current=True))


def write(request: HttpRequest, paper: Paper | None) -> HttpResponse:
    """The form; posted, what was typed stands there again until it can be kept."""
    from_file = bool(paper and paper.digest)
    do = request.POST.get("do", "")
    stored: dict[str, Any] = struct_from(SHAPE, request.POST.dict()) if do else draft_of(paper) if paper else dict(NEW)
    remarks = Remarks()
    if do == "keep" and not from_file:
        draft, remarks = draft_from(stored, paper)
        if draft is not None:
            kept = keep(draft, paper, person_of(request))
            messages.success(request, _("Kept as version %(number)s.") % {"number": kept.version})
            return redirect("assessments-paper", kept.slug)
        messages.error(request, _("Not kept yet. What is wrong stands at the fields; nothing that you wrote is lost."))
    elif do.startswith(ROW):
        stored = with_empty_row(stored, do.removeprefix(ROW))
    context = {"entries": entries_of(SHAPE, stored, "", remarks), "paper": paper, "from_file": from_file}
    return render(request, "assessments/editing/paper.html", context, status=422 if remarks.errors else 200)
