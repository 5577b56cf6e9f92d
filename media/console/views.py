"""The console's pages in the editors' site: one of a content, one of an attempt at it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from media.console.telling import NEWEST, Became, became, going
from media.h5p import Need, Refused, Said
from media.models import ContentAttempt, InteractiveContent

EDITS = "media.change_interactivecontent"
VERBS = {
    "attempted": gettext_lazy("began"),
    "interacted": gettext_lazy("did something in it"),
    "answered": gettext_lazy("gave an answer"),
    "completed": gettext_lazy("finished it"),
    "progressed": gettext_lazy("went on"),
    "passed": gettext_lazy("passed it"),
    "failed": gettext_lazy("did not pass it"),
}


@require_GET
@permission_required(EDITS)
def content_console(request: HttpRequest, pk: int) -> HttpResponse:
    """What became of a content."""
    content = get_object_or_404(InteractiveContent, pk=pk)
    try:
        told: Became | None = became(content)
    except Refused:
        told = None
    rule = _rule(content)
    return render(
        request, "media/console/content.html", {"content": content, "told": told, "rule": rule, "most": NEWEST}
    )


@require_GET
@permission_required(EDITS)
def attempt_console(request: HttpRequest, key: UUID) -> HttpResponse:
    """What one going-through sent. Not what was answered: that is the learner's."""
    rows = ContentAttempt.objects.select_related("content", "version__main")
    attempt = get_object_or_404(rows, key=key)
    told = going(attempt)
    sent = [_line(each, told.titles) for each in told.told]
    return render(request, "media/console/attempt.html", {"told": told, "sent": sent, "rule": _rule(attempt.content)})


def _line(each: Said, titles: Mapping[str, str]) -> dict[str, Any]:
    """One thing that was sent, without the answer."""
    points = f"{each.raw:g} / {each.most:g}" if each.raw is not None and each.most is not None else ""
    part = titles.get(each.part, each.part) if each.is_child else ""
    return {
        "verb": VERBS.get(each.verb, each.verb),
        "part": part or (_("a part without a name") if each.is_child else ""),
        "points": points,
        "has_answer": bool(each.response),
    }


def _rule(content: InteractiveContent) -> str:
    told = {
        Need.SCORE: _("Complete when the score reaches %(percent)s%%.") % {"percent": content.percent},
        Need.ANSWERED: _("Complete when every part is answered."),
        Need.END: _("Complete when it is seen to the end."),
        Need.TIME: _("Complete when it was open for %(seconds)s seconds.") % {"seconds": content.seconds},
    }
    return told[Need(content.need)]
