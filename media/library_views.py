"""Looking after H5P libraries: what needs them, builds that wait, put in without a content, kept from new content, deleted."""

from __future__ import annotations

from typing import Any, BinaryIO, cast

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin import messages

from media import libraries
from media.h5p import Fate, Refused, difference
from media.library_packages import import_libraries
from media.models import InteractiveContent, Library, LibraryBuild

LOOKS_AFTER = "media.change_library"
ADDS = "media.add_library"


@require_GET
@permission_required(LOOKS_AFTER)
def libraries_page(request: HttpRequest) -> HttpResponse:
    """Every library, what needs it, under which licence it is, and builds that wait with what is different about them."""
    rows = [
        {"library": each, "waiting": _waiting(each), "licence": _licence(each), "needed_by": _needed_by(each)}
        for each in libraries.with_usage()
    ]
    return render(request, "media/libraries.html", {"rows": rows, "may_add": request.user.has_perm(ADDS)})


@require_POST
@permission_required([LOOKS_AFTER, ADDS])
def put_in(request: HttpRequest) -> HttpResponse:
    """Take in a package's libraries without any content."""
    upload = request.FILES.get("package")
    if upload is None or upload.file is None:
        messages.error(request, _("Choose a package first."))
        return redirect("media-libraries")
    try:
        told = import_libraries(cast("BinaryIO", upload.file), upload.name or "")
    except Refused as refused:
        for each in refused.problems:
            messages.error(request, each.in_language(get_language() or "en"))
        return redirect("media-libraries")
    for fate, words in _outcomes():
        if names := libraries.titles(told, fate):
            messages.success(request, f"{words} {', '.join(names)}")
    if not told:
        messages.warning(request, _("There is no library in this package."))
    return redirect("media-libraries")


@require_POST
@permission_required(LOOKS_AFTER)
def approve_build(request: HttpRequest, pk: int) -> HttpResponse:
    """Use a build that waits."""
    row = get_object_or_404(LibraryBuild.objects.select_related("library"), pk=pk)
    libraries.approve(row)
    messages.success(request, _("%(name)s now runs on this build.") % {"name": row.library})
    return redirect("media-libraries")


@require_POST
@permission_required(LOOKS_AFTER)
def restrict(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a type from new content, or let it be used again. What was made with it stays."""
    row = get_object_or_404(Library, pk=pk)
    row.restricted = not row.restricted
    row.save(update_fields=["restricted"])
    return redirect("media-libraries")


@require_POST
@permission_required([LOOKS_AFTER, "media.delete_library"])
def delete_unused(request: HttpRequest) -> HttpResponse:
    """Delete every library that no content needs."""
    gone = [str(name) for name in libraries.delete_unused()]
    messages.success(request, _("Deleted: %(names)s") % {"names": ", ".join(gone) or "–"})
    return redirect("media-libraries")


def _outcomes() -> list[tuple[Fate, str]]:
    return [
        (Fate.NEW, _("New:")),
        (Fate.PATCH, _("Brought up to date:")),
        (Fate.WAITING, _("Waiting to be approved:")),
        (Fate.KNOWN, _("Here already:")),
        (Fate.OLDER, _("Older than what is here, not used:")),
    ]


def _waiting(library: Library) -> list[dict[str, Any]]:
    here = library.approved
    builds = [each for each in library.builds.all() if here is None or each.pk != here.pk]
    return [{"build": each, "difference": difference(here.files if here else {}, each.files)} for each in builds]


def _licence(library: Library) -> str:
    """What its library.json says; nothing where it says nothing."""
    told = library.approved.metadata.get("license") if library.approved else ""
    return told if isinstance(told, str) and told != "U" else ""


def _needed_by(library: Library) -> list[InteractiveContent]:
    return list(InteractiveContent.objects.filter(versions__libraries=library).distinct())
