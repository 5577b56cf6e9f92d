"""Where editors put into Welsh what H5P types say to learners: every type that is here, and every text of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods
from wagtail.admin import messages

from media import runtime_texts
from media.h5p.overlay import placeholders
from media.models import Library, RuntimeText
from people.models import User

EDITS = "media.change_interactivecontent"
LONGEST, LONGEST_PATH = 2000, 255


@dataclass(slots=True)
class Line:
    """One text: what the type says, the Welsh, whether a translator has read it, and what is wrong."""

    name: str
    path: str
    english: str
    welsh: str
    read: bool
    mistake: str = ""


@require_GET
@permission_required(EDITS)
def types(request: HttpRequest) -> HttpResponse:
    """The libraries that say something to learners, with how much of it has Welsh."""
    rows = [row for library in _libraries() if (row := _counted(library))["said"]]
    return render(request, "media/authoring/welsh_types.html", {"rows": rows})


@require_http_methods(["GET", "POST"])
@permission_required(EDITS)
def texts(request: HttpRequest, pk: int) -> HttpResponse:
    """Every text of one library. What is right is kept even where something beside it is not."""
    library = get_object_or_404(_libraries(), pk=pk)
    lines = lines_of(library)
    if request.method == "POST":
        told = [_told(request, line) for line in lines]
        _keep(library, lines, told, cast("User", request.user))
        if not any(line.mistake for line in told):
            messages.success(request, _("Saved. Contents in Welsh say it from now on."))
            return redirect("media-welsh-texts", library.pk)
        lines = told
    return render(request, "media/authoring/welsh_texts.html", {"library": library, "lines": lines})


def lines_of(library: Library) -> list[Line]:
    """What a library says, with the Welsh that there is."""
    digest = library.approved.digest if library.approved else ""
    welsh = runtime_texts.words(library.machine_name, digest)
    rows = RuntimeText.objects.filter(machine_name=library.machine_name)
    read = set(rows.filter(awaits_translator=False).values_list("path", flat=True))
    said = runtime_texts.said_in_english(digest).items()
    return [
        Line(f"t{place}", path, english, welsh.get(path, ""), path in read)
        for place, (path, english) in enumerate(said)
        if len(path) <= LONGEST_PATH
    ]


def _told(request: HttpRequest, line: Line) -> Line:
    """A line as it was typed, with what is wrong with it."""
    welsh = request.POST.get(line.name, line.welsh).replace("\r\n", "\n").strip()
    told = Line(line.name, line.path, line.english, welsh, request.POST.get(f"{line.name}.read") == "on")
    if len(welsh) > LONGEST:
        told.mistake = _("Shorten this: there is room for %(limit)s characters.") % {"limit": LONGEST}
    elif welsh and placeholders(welsh) != placeholders(line.english):
        kept = " ".join(placeholders(line.english)) or "–"
        told.mistake = _("These must stand in the Welsh as in the English, and nothing else of the kind: %(kept)s") % {
            "kept": kept
        }
    return told


@transaction.atomic
def _keep(library: Library, lines: list[Line], told: list[Line], by: User) -> None:
    for old, new in zip(lines, told, strict=True):
        if not new.mistake and (old.welsh, old.read) != (new.welsh, new.read):
            runtime_texts.write(library.machine_name, new.path, new.english, new.welsh, read=new.read, by=by)


def _counted(library: Library) -> dict[str, object]:
    lines = lines_of(library)
    missing, unread = sum(not each.welsh for each in lines), sum(not each.read for each in lines)
    return {"library": library, "said": len(lines), "missing": missing, "unread": unread}


def _libraries() -> QuerySet[Library]:
    return Library.objects.filter(approved__isnull=False).select_related("approved")
