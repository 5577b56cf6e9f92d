"""Why something is or is not complete, in words for whoever does it or answers for it."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from media.h5p import Judgement


def in_words(judgement: Judgement) -> str:
    """The reason, in the reader's language."""
    words = WORDS[judgement.reason](judgement)
    return words % {"have": _number(judgement, judgement.have), "want": _number(judgement, judgement.want)}


WORDS: dict[str, Callable[[Judgement], str]] = {
    "score-reached": lambda told: _("Done: %(have)s%% of the points, of %(want)s%% needed."),
    "score-short": lambda told: _("Not done yet: %(have)s%% of the points, of %(want)s%% needed."),
    "no-score": lambda told: _("Not done yet: no points were reported. %(want)s%% are needed."),
    "all-answered": lambda told: _("Done: every part is answered."),
    "not-answered": lambda told: _("Not done yet: it is not answered."),
    "parts-missing": lambda told: _("Not done yet: %(have)s of %(want)s parts are answered."),
    "nothing-to-answer": lambda told: _("This has nothing to answer. Another rule has to be chosen for it."),
    "end-reached": lambda told: _("Done: seen to the end."),
    "end-not-reached": lambda told: _("Not done yet: not seen to the end."),
    "time-reached": lambda told: _("Done: open for %(have)s seconds."),
    "time-short": lambda told: _("Not done yet: open for %(have)s of %(want)s seconds."),
}


def _number(judgement: Judgement, value: float) -> str:
    """A share as a whole per cent, rounded down so that 100 means all; anything else as it is counted."""
    return str(int(value * 100 + 1e-9)) if judgement.reason.startswith(("score", "no-score")) else str(int(value))
