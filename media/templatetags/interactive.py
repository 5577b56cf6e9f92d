"""`{% interactive content %}`: an interactive content where it stands, with the reader's own place in it."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from media import attempts
from media.addresses import capability
from media.h5p import LibraryName, Need
from media.h5p.parts import ends_by_itself
from media.half_done import state_for
from media.models import ContentVersion, InteractiveContent
from media.reasons import in_words
from people.models import User

register = template.Library()


@register.inclusion_tag("media/interactive.html", takes_context=True)
def interactive(context: dict[str, Any], content: InteractiveContent | None) -> dict[str, Any]:
    """The content in the reader's language, else in the other; signed out or in a preview, nothing is kept of it."""
    version = content.version if content else None
    if content is None or version is None:
        return {"version": None}
    request = context.get("request")
    user = getattr(request, "user", None)
    person = user if isinstance(user, User) and not context.get("preview") else None
    attempt = attempts.latest(person, version) if person else None
    return {
        **place(version.pk, version.main.name, content.need),
        "content": content,
        "version": version,
        "title": version.metadata.get("a11yTitle") or version.metadata.get("title") or content.title,
        "in_other_language": version.language != get_language(),
        "person": person,
        "attempt": attempt,
        "state": state_for(person, version) if person else "",
        "reason": in_words(attempts.judged(attempt)) if attempt else "",
        "is_complete": bool(person and attempts.was_completed(person, content)),
        "back": request.get_full_path() if request else "",
        "unsaved": _("Not saved yet. It is kept on this device and sent when you are connected."),
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("media/interactive.html")
def interactive_version(version: ContentVersion) -> dict[str, Any]:
    """One version, for an editor to try: nothing is kept of it."""
    return {
        **place(version.pk, version.main.name, version.content.need),
        "version": version,
        "title": version.metadata.get("title") or version.content.title,
        "state": "",
        "unsaved": "",
    }


def place(version: int, main: LibraryName, need: str) -> dict[str, Any]:
    """What the script around a frame needs to know of the content itself."""
    return {
        "token": capability(version),
        "has_length": ends_by_itself(main),
        "counts_time": need == Need.TIME,
        "ends": need == Need.END,
        "is_ours": main.machine_name.startswith("Diogel."),
    }
