"""What people are asked: the same five statements each time, a scale that praises nothing, and what might have been used.

The statements and the list are Diogel's own and have not been validated; the page says so.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Names = Mapping[str, Promise]

STATEMENTS: Names = {
    "say": _("I can say in a conference what my service knows, and what it does not know."),
    "ask": _("I can ask other services for what I need to know."),
    "child": _("I can bring the child’s own words and day into the talk."),
    "reason": _("I can say how I come to my view, and what would change it."),
    "disagree": _("I can disagree in the room, and have it recorded."),
}
SURE: Mapping[int, Promise] = {
    1: pgettext_lazy("how sure", "Not sure at all"),
    2: pgettext_lazy("how sure", "Not very sure"),
    3: pgettext_lazy("how sure", "Fairly sure"),
    4: pgettext_lazy("how sure", "Very sure"),
    5: pgettext_lazy("how sure", "Completely sure"),
}
USEFUL: Mapping[int, Promise] = {
    1: pgettext_lazy("how useful", "Not useful at all"),
    2: pgettext_lazy("how useful", "Not very useful"),
    3: pgettext_lazy("how useful", "Fairly useful"),
    4: pgettext_lazy("how useful", "Very useful"),
    5: pgettext_lazy("how useful", "Extremely useful"),
}
LEFT_OUT = "left-out"
USED: Names = {
    "shared-earlier": _("I shared something earlier than I would have"),
    "asked": _("I asked another service for something"),
    "childs-words": _("I brought in a child’s own words"),
    "reasons": _("I said how I came to my view"),
    "disagreed": _("I disagreed, and it was recorded"),
    "language": _("I saw to it that somebody could use their language"),
    "no-occasion": _("There was no occasion yet"),
    "nothing": _("Nothing of it"),
}
