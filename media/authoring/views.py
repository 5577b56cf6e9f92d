"""Writing a content: begun, typed, tried, compared with what is there, published. Every page works by posting alone.

What was typed is saved with whatever else is done, an item added or a file put in, so that nothing is lost on the way.
"""

from __future__ import annotations

from typing import Any, cast

from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from wagtail.admin import messages

from media import keeping, libraries
from media.authoring import drafts, upgrading
from media.authoring.comparing import newer_types
from media.authoring.forms import BeginForm
from media.authoring.wording import refusal_in_words
from media.h5p import Refused
from media.h5p.entries import Entry, TooMuch
from media.h5p.forms import Deed
from media.models import ContentDraft, ContentVersion, InteractiveContent
from media.serving import SHOWN, member_response
from people.models import User

EDITS = "media.change_interactivecontent"
ADDS = "media.add_interactivecontent"
DEEDS = frozenset({"add", "remove", "up", "down"})
FOR_TODAY = "private, max-age=86400"


@require_http_methods(["GET", "POST"])
@permission_required(ADDS)
def write(request: HttpRequest) -> HttpResponse:
    """A new content, of a type that is here."""
    form = BeginForm(request.POST or None, initial={"language": get_language()})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        with transaction.atomic():
            content = InteractiveContent.objects.create(title=told["title"])
            draft = drafts.begin(content, told["language"], told["library"], cast("User", request.user))
        return redirect("media-draft", draft.pk)
    return render(request, "media/authoring/begin.html", {"form": form})


@require_POST
@permission_required(EDITS)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """A draft of a version: in its own language or the other, in its type or a later version of it."""
    version = get_object_or_404(ContentVersion.objects.select_related("content", "main"), pk=pk)
    language = request.POST.get("language", "")
    wanted = request.POST.get("library", "")
    later = next((each for each in newer_types(version) if str(each.pk) == wanted), None)
    if language not in {"", "cy", "en"}:
        raise Http404
    if version.content.drafts.filter(language=language or version.language).exists():
        messages.warning(request, _("This draft was begun before. Go on with it, or let it go to begin another."))
    made = upgrading.upgraded(request.POST.get("upgraded", ""), later) if later else None
    if later and upgrading.has_steps(later) and not made:
        words = _(
            "This type’s own program for earlier contents could not be run. Fields were kept by their names: look closely at what is different."
        )
        messages.warning(request, words)
    by = cast("User", request.user)
    draft = drafts.begin_from(version, by, language=language, library=later, upgraded=made)
    return redirect("media-draft", draft.pk)


@require_http_methods(["GET", "POST"])
@permission_required(EDITS)
def write_draft(request: HttpRequest, pk: int) -> HttpResponse:
    """The form of a draft."""
    draft = get_object_or_404(ContentDraft.objects.select_related("content", "main", "based_on__main"), pk=pk)
    try:
        return _saved(request, draft) if request.method == "POST" else _form(request, draft, drafts.laid_out(draft))
    except TooMuch:
        messages.error(request, _("This content is too large for a form. Change it where it was made, and put it in."))
        return redirect("media-try", draft.content_id)


def _saved(request: HttpRequest, draft: ContentDraft) -> HttpResponse:
    """What was typed is kept; then what was asked for is done."""
    told = request.POST.get("do", "")
    verb, _bar, name = told.partition("|")
    deed = Deed(verb, name) if verb in DEEDS else None
    try:
        refused = drafts.save(draft, request.POST, request.FILES, _revision(request), deed)
    except drafts.Overtaken:
        draft.part = drafts.as_typed(draft, request.POST)
        words = _(
            "This was saved in another window meanwhile. What you see is what you typed here: save it to keep it."
        )
        messages.warning(request, words)
        return _form(request, draft, drafts.laid_out(draft))
    if refused:
        return _form(
            request, draft, drafts.laid_out(draft), {key: refusal_in_words(each) for key, each in refused.items()}
        )
    if verb == "try":
        return _tried(request, draft)
    if not deed:
        messages.success(request, _("Saved. Learners see it once it is published."))
    at = moved_to(deed, drafts.laid_out(draft)) if deed else name
    return redirect(f"{reverse('media-draft', args=[draft.pk])}?{urlencode({'at': at})}#{at}")


def _tried(request: HttpRequest, draft: ContentDraft) -> HttpResponse:
    """A version that waits, where nothing is left to mend."""
    laid = drafts.laid_out(draft)
    wrong = drafts.to_mend(draft, laid)
    if wrong:
        return _form(request, draft, laid, wrong=wrong)
    try:
        version = drafts.try_out(draft, cast("User", request.user))
    except Refused as refused:
        for each in refused.problems:
            messages.error(request, each.in_language(get_language() or "en"))
        return _form(request, draft, laid)
    if version.number is not None:
        messages.warning(request, _("Nothing is different from the version that learners see."))
        return redirect("media-draft", draft.pk)
    return redirect("media-waiting", version.pk)


def _form(
    request: HttpRequest, draft: ContentDraft, laid: Entry, refused: dict[str, str] | None = None,
    wrong: list[Entry] | None = None,
) -> HttpResponse:  # fmt: skip
    titles = {str(name): libraries.build(digest).metadata.title for name, digest in libraries.approved().items()}
    context = {
        "draft": draft, "whole": laid, "refused": refused or {}, "wrong": wrong or [], "titles": titles,
        "at": request.GET.get("at", ""),
    }  # fmt: skip
    return render(request, "media/authoring/draft.html", context)


@require_POST
@permission_required(EDITS)
def discard_draft(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a draft go, with the version that was tried of it; what learners see stays."""
    draft = get_object_or_404(ContentDraft.objects.select_related("content", "tried"), pk=pk)
    content = draft.content
    with transaction.atomic():
        draft.delete()
        if draft.tried and draft.tried.number is None:
            draft.tried.delete()
        if not content.versions.exists() and not content.drafts.exists():
            content.delete()
            return redirect("wagtailsnippets_media_interactivecontent:list")
    return redirect("media-try", content.pk)


@require_GET
@permission_required(EDITS)
def draft_picture(request: HttpRequest, pk: int, path: str) -> HttpResponseBase:
    """A picture of a draft, for its author to see: newly put in, or from the version that it was made from."""
    draft = get_object_or_404(ContentDraft.objects.select_related("based_on"), pk=pk)
    kind = SHOWN.get(path.rpartition(".")[2].lower(), "")
    response: HttpResponseBase
    if not kind.startswith("image/"):
        raise Http404
    if path in draft.files:
        response = FileResponse(keeping.packages().open(draft.files[path]), content_type=kind)
    elif draft.based_on:
        key = draft.based_on.package
        response = member_response(request, lambda: keeping.package(key), f"content/{path}", caching=FOR_TODAY)
    else:
        raise Http404
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def moved_to(deed: Deed, laid: Entry) -> str:
    """Where the reader goes on after something was done to a list: at what was added or moved."""
    if deed.verb == "add":
        grown = next((each for each in laid.walk() if each.name == deed.name), None)
        return grown.parts[-1].name if grown and grown.parts else deed.name
    of, _dot, place = deed.name.rpartition(".")
    step = {"up": -1, "down": 1}.get(deed.verb)
    if step is None or not place.isdecimal():
        return of if deed.verb == "remove" else deed.name
    return f"{of}.{max(0, int(place) + step)}"


def _revision(request: HttpRequest) -> int:
    told: Any = request.POST.get("revision", "")
    return int(told) if told.isdecimal() and len(told) < 10 else -1
