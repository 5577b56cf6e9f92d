"""The door by which the page around a frame tells what happens in it: JSON in, JSON out, bounded before it is read.

The frame itself has no session and reaches nothing here; the page checks that what it tells came out of its own frame.
"""

from __future__ import annotations

import json
from typing import Any, cast
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from media import attempts
from media.h5p import UserData
from media.models import ContentVersion
from media.reasons import in_words
from people.models import User

BODY_BYTES = 600_000
STATE = 256_000  # characters
STATEMENT = 60_000
AT_ONCE = 50
BIGGEST = 2**53  # of a number that a browser counts to


class NotUnderstood(Exception):
    """What was sent is no packet; the message says which part."""


@require_POST
def tell(request: HttpRequest, version: int) -> JsonResponse:
    """Keep what happened since the last time."""
    if not isinstance(request.user, User):
        return JsonResponse(
            {"problem": _("You are signed out. Sign in again and you return to this page.")}, status=401
        )
    found = get_object_or_404(shown_to_learners(), pk=version)
    try:
        attempt, judgement = attempts.tell(request.user, found, packet_of(request))
    except NotUnderstood as fault:
        return JsonResponse(
            {"problem": _("This could not be kept. Load the page again."), "fault": str(fault)}, status=400
        )
    except attempts.Overtaken:
        said = _("You went on with this in another window. Load the page again to see it as you left it there.")
        return JsonResponse({"problem": said}, status=409)
    at = date_format(timezone.localtime(attempt.touched_at), "H:i")
    told = {"attempt": str(attempt.key), "sequence": attempt.sequence, "saved": _("Saved %(time)s") % {"time": at}}
    return JsonResponse({**told, "complete": attempt.completed_at is not None, "reason": in_words(judgement)})


@require_POST
@login_required
def again(request: HttpRequest, version: int) -> HttpResponse:
    """Begin anew, and go back to where the content stands. What was done before is kept."""
    attempts.begin(cast("User", request.user), get_object_or_404(shown_to_learners(), pk=version))
    back = request.POST.get("back", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return redirect(back if safe else "home")


def shown_to_learners() -> QuerySet[ContentVersion]:
    """Versions that are published, or were: nobody completes one that waits."""
    return ContentVersion.objects.filter(number__isnull=False).select_related("content", "main")


def packet_of(request: HttpRequest) -> attempts.Packet:
    """The packet that was sent. Raises NotUnderstood."""
    try:
        told = json.loads(body_of(request))
    except (ValueError, RecursionError):
        raise NotUnderstood("no JSON") from None
    if not isinstance(told, dict):
        raise NotUnderstood("no object")
    state, said = told.get("state"), told.get("said", [])
    if not (state is None or (isinstance(state, str) and len(state) <= STATE)):
        raise NotUnderstood("state")
    if not isinstance(said, list) or len(said) > AT_ONCE:
        raise NotUnderstood("said")
    attempt = told.get("attempt", "")
    user_data = UserData(
        sequence=_whole(told, "sequence"),
        state=None if state is None else _kept(state),
        seconds=_whole(told, "seconds"),
        seen_end=told.get("end") is True,
    )
    return attempts.Packet(
        user_data, attempt if isinstance(attempt, str) else "", tuple(_statement(each) for each in said)
    )


def body_of(request: HttpRequest) -> bytes:
    """What was sent, where its length is announced and bounded. Raises NotUnderstood."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not (length.isascii() and length.isdigit() and len(length) < 10 and int(length) <= BODY_BYTES):
        raise NotUnderstood("too large")
    return request.body


def _kept(text: str) -> str:
    """Without what no database keeps: NUL, and halves of characters."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()


def _whole(told: dict[str, Any], name: str) -> int:
    value = told.get(name, 0)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < BIGGEST:
        raise NotUnderstood(name)
    return value


def _statement(each: Any) -> tuple[UUID, str]:
    """A statement with its key, as the text that is kept: without what PostgreSQL cannot keep."""
    if not isinstance(each, dict) or not isinstance(each.get("statement"), dict):
        raise NotUnderstood("statement")
    text = json.dumps(each["statement"])
    if len(text) > STATEMENT:
        raise NotUnderstood("statement too long")
    try:
        return UUID(str(each.get("key"))[:36]), text
    except ValueError:
        raise NotUnderstood("key") from None
