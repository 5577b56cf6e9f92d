"""What is served under /media/h5p/: the page inside the frame, files of contents and libraries, bundles. No session is read."""

from __future__ import annotations

import gzip

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from media import keeping
from media.addresses import opened
from media.framing import frame
from media.h5p.validator import CONTENT
from media.models import AssetBundle, ContentVersion, LibraryBuild
from media.serving import FOR_GOOD, FOR_TODAY, accepts_gzip, answer, described, member_response, read_only


@require_safe
def play(request: HttpRequest, token: str) -> HttpResponse:
    """The page of a content, the same for everybody: who plays it is known to the page around the frame."""
    version = get_object_or_404(ContentVersion.objects.select_related("main"), pk=opened(token) or 0)
    context, policy = frame(version, token, request)
    response = render(request, "media/frame.html", context)
    response.frame_policy = policy  # type: ignore[attr-defined]
    response["Cache-Control"] = "private, no-cache"
    return response


@read_only
def content_file(request: HttpRequest, token: str, path: str) -> HttpResponseBase:
    """A content's own file, to whoever was given today's address. What the content says is told to its page alone."""
    key = ContentVersion.objects.filter(pk=opened(token) or 0).values_list("package", flat=True).first()
    name = f"content/{path}"
    if key is None or name == CONTENT:
        raise Http404
    return member_response(request, lambda: keeping.package(key), name, caching=FOR_TODAY)


@read_only
def library_file(request: HttpRequest, digest: str, path: str) -> HttpResponseBase:
    """A library's file, to anybody: its address says its bytes, so that it may be kept for good."""
    package, folder = where(digest)
    return member_response(request, lambda: keeping.package(package), f"{folder}/{path}", caching=FOR_GOOD)


@read_only
def bundle_file(request: HttpRequest, digest: str, kind: str) -> HttpResponseBase:
    """All scripts, or all styles, of one set of builds; compressed when it was made."""
    row = get_object_or_404(AssetBundle, pk=digest)
    with keeping.packages().open(row.scripts if kind == "js" else row.styles) as file:
        raw = file.read()
    zipped = accepts_gzip(request)
    raw = raw if zipped else gzip.decompress(raw)
    response = answer(request, (piece for piece in [raw]), len(raw))
    if zipped:
        response["Content-Encoding"] = "gzip"
    described(response, f"bundle.{kind}", FOR_GOOD)
    return response


def not_there(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Said inside a frame, where there is room for a line: today's address is on the page around it."""
    return HttpResponse(
        _("This is no longer here. Load the page again."), status=404, content_type="text/plain; charset=utf-8"
    )


def where(digest: str) -> tuple[str, str]:
    """The package and folder in which a build lies. Raises Http404."""
    row = get_object_or_404(LibraryBuild.objects.only("package", "folder"), digest=digest)
    return row.package, row.folder
