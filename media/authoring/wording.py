"""What authors are told, in the language they read: mistakes at their fields, notes on who is kept out, files not taken."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from media.authoring.files import FileRefused
from media.h5p.mistakes import Mistake

MISTAKES = {
    "missing": gettext_lazy("Fill this in."),
    "too-long": gettext_lazy("Shorten this: there is room for %(limit)s characters."),
    "no-number": gettext_lazy("Write a number here."),
    "too-small": gettext_lazy("Write a number from %(limit)s up."),
    "too-large": gettext_lazy("Write a number up to %(limit)s."),
    "too-few": gettext_lazy("Add more: at least %(limit)s are needed."),
    "too-many": gettext_lazy("Take some out: there is room for %(limit)s."),
    "not-an-option": gettext_lazy("Choose one of those that are offered."),
}
NOTES = {
    "no-words": gettext_lazy("A picture has no words for those who do not see it"),
    "no-captions": gettext_lazy("A film has no captions"),
    "dragging": gettext_lazy("This type may ask for dragging: try it by keyboard, and by taps alone"),
}
REFUSED_FILES = {
    "wrong-kind": gettext_lazy("This file was not taken. Choose one of these kinds: %(allowed)s."),
    "file-too-large": gettext_lazy("This file was not taken. Choose one of %(allowed)s MB at most."),
    "no-picture": gettext_lazy("This file was not taken: no picture can be read from it. Save it anew and try again."),
}
RIGHTS = {
    "title": gettext_lazy("Title"),
    "author": gettext_lazy("Made by"),
    "year": gettext_lazy("Year"),
    "source": gettext_lazy("Source"),
    "license": gettext_lazy("Licence"),
    "version": gettext_lazy("Version of the licence"),
}


def mistake_in_words(mistake: Mistake) -> str:
    """What to do about a mistake."""
    code, limit = mistake
    return str(MISTAKES[code]) % {"limit": f"{limit:g}"}


def refusal_in_words(refused: FileRefused) -> str:
    """Why a file was not taken, and which would be."""
    return str(REFUSED_FILES[refused.code]) % {"allowed": refused.allowed}


def undisclosed() -> str:
    return _("Undisclosed")
