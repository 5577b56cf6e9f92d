"""What editors do with interactive contents beside filling a form: try one and see what it tells, take it out, approve builds.

Trying keeps nothing. What the content says is shown as it says it, with what it would come to by the content's rule.
"""

from __future__ import annotations

import json
import tempfile
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import permission_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_POST

from media import libraries
from media.attempting import NotUnderstood, body_of
from media.attempts import rule_of
from media.authoring.comparing import newer_types, notes_on
from media.exporting import export_content
from media.h5p import Evidence, LibraryName, Refused, grade, judge, licences, parts_of, said
from media.models import ContentVersion, InteractiveContent
from media.preparing import prepared
from media.reasons import in_words

EDITS = "media.change_interactivecontent"
LOOKS_AFTER = "media.change_library"
STATEMENTS = 500


@require_GET
@permission_required(EDITS)
def try_out(request: HttpRequest, pk: int) -> HttpResponse:
    """The content as a learner sees it, in each language, beside what it tells."""
    content = get_object_or_404(InteractiveContent, pk=pk)
    versions = [_shown(each) for _language, each in sorted(content.newest.items())]
    unwritten = [each for each in settings.LANGUAGES if each[0] not in content.newest]
    context = {
        "content": content,
        "versions": versions,
        "waiting": content.versions.filter(number=None),
        "drafts": content.drafts.select_related("main"),
        "unwritten": unwritten,
    }
    response = render(request, "media/try.html", context)
    response["Content-Security-Policy"] = "frame-src 'self'"
    return response


@require_POST
@permission_required(EDITS)
def judge_it(request: HttpRequest, pk: int) -> JsonResponse:
    """What would come of the statements that a trial told, by the content's rule. Keeps nothing."""
    version = get_object_or_404(ContentVersion.objects.select_related("content", "main"), pk=pk)
    try:
        told = json.loads(body_of(request))
        heard = [said(each) for each in told["said"][:STATEMENTS]]
        seconds, seen_end = int(told["seconds"]), told["end"] is True
    except (NotUnderstood, ValueError, KeyError, TypeError, RecursionError):
        return JsonResponse({}, status=400)
    made = prepared(version)
    main, parameters = LibraryName.parse(made.main), json.loads(made.parameters)
    marked = grade(main, parameters, heard)
    evidence = Evidence(heard, seconds, seen_end, marked.share if marked else None)
    judgement = judge(rule_of(version.content), parts_of(main, parameters), evidence)
    points = f"{marked.raw:g}/{marked.most:g}" if marked else ""
    return JsonResponse({"complete": judgement.complete, "reason": in_words(judgement), "marked": points})


@require_GET
@permission_required(EDITS)
def download(request: HttpRequest, pk: int, language: str) -> FileResponse:
    """The newest version in a language as an .h5p file."""
    version = get_object_or_404(InteractiveContent, pk=pk).version_in(language)
    if version is None:
        raise Http404
    out = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    export_content(ContentVersion.objects.get(pk=version.pk), out)
    out.seek(0)
    return FileResponse(out, as_attachment=True, filename=f"{pk}.{language}.h5p", content_type="application/zip")


def _shown(version: ContentVersion) -> dict[str, Any]:
    """A version with what an editor is told of it."""
    whole = ContentVersion.objects.select_related("main").get(pk=version.pk)
    try:
        made = prepared(whole)
    except Refused as refused:
        return {"version": whole, "problems": refused.problems}
    described = [libraries.build(each).metadata for each in made.builds]
    told = licences(made.metadata, json.loads(made.parameters), described)
    there = ContentVersion.objects.filter(content=version.content_id, language=version.language, number__isnull=False)
    return {
        "version": whole,
        "hosts": made.hosts,
        "licences": told,
        "notes": notes_on(whole),
        "newer": newer_types(whole),
        "earlier": there.exclude(pk=version.pk).select_related("main", "made_by").defer("parameters", "prepared"),
    }
