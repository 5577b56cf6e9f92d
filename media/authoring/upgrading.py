"""A content carried over by its type's own upgrades.js: a program, so it runs in the author's browser, in a frame that can
reach nothing, never here. What comes back is no more trusted than what an author types: it becomes a draft, and is filtered.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_GET

from media import libraries
from media.authoring.asked import asked_in
from media.authoring.comparing import newer_types, part_of
from media.framing import PREFIX
from media.h5p import DEFAULT_LIMITS, LibraryName, Refused
from media.h5p.carrying import carried
from media.h5p.entries import library_of
from media.h5p.jsonfile import NotJson, parse
from media.models import ContentVersion, Library, LibraryBuild
from media.preparing import Prepared, prepare

EDITS = "media.change_interactivecontent"
STEPS = "upgrades.js"


@require_GET
@permission_required(EDITS)
@xframe_options_exempt
def upgrade_page(request: HttpRequest, pk: int, library: int) -> HttpResponse:
    """The page in which a version's type brings it to a later one of itself; its policy confines it, wherever it is opened."""
    version = get_object_or_404(ContentVersion.objects.select_related("content", "main"), pk=pk)
    later = next((each for each in newer_types(version) if each.pk == library), None)
    if later is None:
        raise Http404
    response = render(request, "media/authoring/upgrade.html", {"plan": plan(version, later)})
    origin = f"{request.scheme}://{request.get_host()}"
    response["Content-Security-Policy"] = (
        "sandbox allow-scripts; default-src 'none'; worker-src blob:; frame-ancestors 'self'; "
        f"script-src {origin}{settings.STATIC_URL}media/ {origin}{PREFIX}library/"
    )
    return response


def plan(version: ContentVersion, later: Library) -> dict[str, Any]:
    """What the frame needs: the content, the version it is to reach, the later types' fields and the addresses of their steps."""
    part = part_of(version)
    machines = {name.machine_name for name in _libraries_in(part)}
    builds = _builds(machines)
    newest = {name.machine_name: row for name, row in sorted(builds.items()) if STEPS in row.files}
    return {
        "part": part,
        "to": str(later.name),
        "fields": {str(name): row.semantics for name, row in builds.items()},
        "scripts": [reverse("h5p:library", kwargs={"digest": row.digest, "path": STEPS}) for row in newest.values()],
    }


def upgraded(text: str, later: Library) -> Prepared | None:
    """What the frame made, filtered as any content is. None where it made nothing that is a content of the later version."""
    of = asked_in("en")
    try:
        part = parse(text.encode(), DEFAULT_LIMITS)
        if part["library"] != str(later.name) or not isinstance(part["params"], dict):
            return None
        params = carried(of(later.name) or (), part["params"], of)
        return prepare(later.name, params, part.get("metadata"))
    except (NotJson, Refused, LookupError, TypeError, UnicodeEncodeError):
        return None


def has_steps(later: Library) -> bool:
    """Whether a type comes with a program for earlier contents."""
    return later.approved is not None and STEPS in later.approved.files


def _builds(machines: set[str]) -> dict[LibraryName, LibraryBuild]:
    """The builds in use of these types, in all their versions that are here."""
    digests = {name: digest for name, digest in libraries.approved().items() if name.machine_name in machines}
    rows = {row.digest: row for row in LibraryBuild.objects.filter(digest__in=digests.values())}
    return {name: rows[digest] for name, digest in digests.items()}


def _libraries_in(value: Any) -> Iterator[LibraryName]:
    """Every library that a part, or something in it, is written for."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            with suppress(ValueError):
                yield LibraryName.parse(library_of(each))
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)
