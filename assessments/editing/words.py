"""What each field of a question or a paper is called on the page."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, str | Promise] = {
    "prompt": _("What is asked"),
    "case": _("The case before it (may be left out)"),
    "more": _("Further parts of the case"),
    "options": _("Answers to choose from"),
    "text": _("Text"),
    "right": _("This one is right"),
    "why": _("Why"),
    "sources": _("Sources"),
    "url": _("Address"),
    "says": _("What stands there"),
    "holds": _("The statement is true"),
    "when_true": _("Why, for those who said true"),
    "when_false": _("Why, for those who said false"),
    "reasons": _("Reasons to choose from"),
    "items": _("What is put in order, in the right order"),
    "missing": _("What is missing (may be left out)"),
    "stems": _("What is to be matched"),
    "target": _("Number of what belongs to it"),
    "targets": _("What it can be matched with"),
    "accepted": _("Answers that are accepted, one a line"),
    "en": "English",
    "cy": "Cymraeg",
    "capitals_matter": _("Capitals matter"),
    "accents_matter": _("Accents matter"),
    "steps": _("Steps of the scale (3 to 10)"),
    "least": _("The lower end"),
    "most": _("The upper end"),
    "panel": _("An expert panel that has really judged it (may be left out)"),
    "entered_by": _("Who enters this"),
    "who": _("Who the panel were, and when"),
    "counts": _("How many chose what: a line each, number of the answer or step, colon, how many"),
    "rubric": _("How it is marked"),
    "criteria": _("Criteria"),
    "name": _("Name"),
    "levels": _("Levels"),
    "points": _("Points"),
    "tolerance": _("By how many points two markers may differ"),
    "ours": _("Our own wording: nobody in the field has agreed to it yet"),
    "example": _("An example, shown afterwards (may be left out)"),
    "due": _("The last day, as 2026-09-23; with a time as 2026-09-23T16:40"),
    "rule": _("The rule"),
    "near_misses": _("Wrong days that come of a known mistake"),
    "title": _("Title"),
    "lead": _("What it is"),
    "content_note": _("What is hard in it"),
    "counts_for": _("What it counts for"),
    "counts_not": _("What it does not count for"),
    "slug": _("Short name, in small letters and hyphens"),
    "purpose": _("What it is for"),
    "asks": _("Questions asked in every attempt"),
    "question": _("The question’s number in the list of questions"),
    "draws": _("Questions drawn anew for each attempt"),
    "bank": _("Short name of the bank"),
    "outcome": _("Short name of the outcome (empty: all)"),
    "count": _("How many"),
    "shuffled": _("Questions and answers in another order for each attempt"),
    "pass_mark": _("Points needed to pass"),
    "outcome_marks": _("Share of an outcome’s points that is needed: a line each, short name, colon, 0 to 1"),
    "tries": _("Tries"),
    "wait_hours": _("Hours between two tries"),
    "limit_minutes": _("Time limit in minutes (empty: none)"),
    "minutes": _("Minutes of credit"),
    "welsh": _("The Welsh"),
    "closing": _("Closes a course"),
    "practice": _("Practice: each answer is explained at once, and nothing counts"),
    "before": _("Before a course: shows what somebody may skip"),
    "later": _("Some weeks afterwards: shows what has stayed"),
    "awaiting-translator": _("waits for a translator"),
    "reviewed": _("read by a translator"),
}


def label_of(path: str) -> str:
    """By the last step of a path that has words: `options.1.text` is a text."""
    *_way, last = (step for step in path.split(".") if not step.isdigit())
    return str(WORDS.get(last, last))


KIND_NAMES: dict[str, str | Promise] = {
    "single-choice": _("One answer of several"),
    "multiple-choice": _("Several answers of several"),
    "true-false": _("True or false"),
    "order": _("Put in order"),
    "match": _("Match"),
    "short-text": _("A word or two"),
    "judgement": _("A place on a scale"),
    "vignette": _("A case: decision and reason"),
    "risk-sentence": _("A sentence about risk, marked by people"),
    "timeline": _("A course of events, and what is missing"),
    "clock": _("A time limit"),
}
