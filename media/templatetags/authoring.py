"""How the form of a draft is drawn: `{% ask entry %}` draws one field, with everything in it."""

from __future__ import annotations

from typing import Any

from django import template

from media.authoring.files import FOLDERS, KINDS
from media.authoring.wording import NOTES, RIGHTS, mistake_in_words, undisclosed
from media.h5p.descriptions import VERSIONS
from media.h5p.entries import Entry
from media.h5p.sanitizing import allowed_tags
from media.h5p.shapes import LICENSES

register = template.Library()
LINE = 60  # characters that are seen at once


@register.inclusion_tag("media/authoring/entry.html", takes_context=True)
def ask(context: dict[str, Any], entry: Entry) -> dict[str, Any]:
    """One field: its label and hint, its input, what is wrong with it, and what is in it."""
    told = {key: context[key] for key in ("draft", "refused", "titles", "at")}
    return told | {
        "entry": entry,
        "mistake": context["refused"].get(entry.name) or (mistake_in_words(entry.mistake) if entry.mistake else ""),
        "options": _options(entry, context["titles"]),
        "accept": ",".join(f".{each}" for each in sorted(KINDS[entry.kind])) if entry.kind in FOLDERS else "",
        "is_open": _is_filled(entry),
        "is_long": entry.asked.long
        or "\n" in str(entry.shown)
        or (entry.kind == "text" and len(str(entry.shown)) > LINE),
        "tags": " ".join(sorted(allowed_tags(entry.asked.by.tags or frozenset()))),
    }


@register.inclusion_tag("media/authoring/rights.html")
def rights_of(entry: Entry, *, title_stands_above: bool = False) -> dict[str, Any]:
    """Whose a file or a part is."""
    licences = [(each, undisclosed() if each == "U" else each) for each in LICENSES]
    asked = [key for key in RIGHTS if not (key == "title" and title_stands_above)]
    fields = [(key, RIGHTS[key], entry.rights.get(key, "")) for key in asked]
    return {"entry": entry, "fields": fields, "licences": licences, "versions": VERSIONS}


@register.filter
def in_words(entry: Entry) -> str:
    """What is wrong with a field."""
    return mistake_in_words(entry.mistake) if entry.mistake else ""


@register.filter
def note_in_words(kind: str) -> str:
    """What may keep somebody from a content."""
    return str(NOTES[kind])


@register.filter
def file_name(path: str) -> str:
    """A file's name without its folder."""
    return path.rpartition("/")[2]


def _options(entry: Entry, titles: dict[str, str]) -> list[tuple[str, str]]:
    """What can be chosen: of types of parts, those that are here."""
    if entry.kind == "library":
        return [(each, f"{titles[each]} ({each})") for each in entry.asked.by.options if each in titles]
    return list(entry.asked.choices)


def _is_filled(entry: Entry) -> bool:
    """Whether a group that may be left out is drawn open: something stands in it, or is wrong."""
    inside = [each for part in entry.parts for each in part.walk()]
    return any(each.mistake or (each.kind in {"text", "number"} and each.value not in (None, "")) for each in inside)
