"""What the engine's closed lists are called on the page. Statutory terms stand exactly as in the glossary."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Names = Mapping[str, Promise]

AGENDA: Names = {
    "prebrief": _("Before we begin"),
    "chair-prepares": _("The chair prepares"),
    "reading": _("Reading"),
    "opening": _("Opening"),
    "reports": _("Reports"),
    "plan-progress": _("What was done"),
    "changes-since": _("What has changed"),
    "family-views": _("The family’s views"),
    "childs-day": _("The child’s day"),
    "analysis": _("Analysis"),
    "chair-sums-up": _("Summing up"),
    "decision": _("Decision"),
    "plan": _("Plan"),
    "close": pgettext_lazy("part of the agenda", "Close"),
    "after": _("Afterwards"),
    "break": _("Break"),
    "leaving-role": _("Leaving the role"),
    "debrief": _("Debrief"),
}
MEETINGS: Names = {
    "initial": _("Initial child protection conference"),
    "review": _("Review conference"),
    "transfer-in": _("Transfer-in conference"),
    "core-group": _("Core group"),
    "strategy": _("Strategy meeting"),
}
SECTORS: Names = {
    "police": _("Police"),
    "health": _("Health"),
    "education": _("Education"),
    "childrens-services": _("Children’s services"),
    "housing": _("Housing"),
    "probation": _("Probation"),
    "youth-justice": _("Youth justice"),
    "adult-services": _("Adult services"),
    "third-sector": _("Third sector"),
    "family": _("Family"),
}
ARRANGEMENTS: Names = {
    "name-coordinator": _("the plan co-ordinator"),
    "core-group": _("the core group and its day"),
    "next-conference": _("the day of the next conference"),
}
PLACES: Names = {
    "alone": _("Alone, nobody can hear or look on"),
    "with-others": _("Others are with me"),
    "in-a-vehicle": _("In a vehicle"),
}
OPTIONS: Names = {
    "registered": _("Name on the child protection register"),
    "not-registered": _("Name not on the child protection register"),
    "remain": _("Name stays on the register"),
    "remove": _("Name comes off the register"),
    "physical": _("Physical abuse"),
    "emotional-psychological": _("Emotional or psychological abuse"),
    "sexual": _("Sexual abuse"),
    "financial": _("Financial abuse"),
    "neglect": _("Neglect"),
}
PASSAGES: Names = {
    "shown": _("Shown"),
    "said": _("Said"),
    "own-words": _("Said in your own words"),
    "heard": _("Said by somebody else"),
}
SHARED_HOW: Names = {
    "shown": _("shows a paper"),
    "said": _("from a paper"),
    "own-words": _("in their own words"),
}
NOTICES: Names = {
    "inject": _("Something has happened."),
    "papers": _("A paper for you."),
    "whisper": _("From the facilitator, to you alone:"),
    "broadcast": _("From the facilitator, to everybody:"),
    "word-to-chair": _("A word to the chair, only you see it:"),
    "minutes-used": _("The minutes planned for this item are used up."),
    "minute-asked": _("You asked the facilitator for a minute. Nobody else is told."),
    "note": _("Note:"),
    "closed-part-asked": _("A closed part is asked for:"),
    "to-read": _("The chair asks you to read a statement out. It is among your papers."),
    "catch-up": _("While you were away:"),
}
GROUNDS: Names = {
    "live-investigation": _("A live investigation"),
    "third-party": _("Information about somebody else"),
    "risk-of-harm": _("A risk of harm to somebody"),
    "confidence": _("Told in confidence"),
}
NOTES: Names = {
    "taken": _("takes the seat"),
    "filled": _("is played by a script"),
    "left": _("has left"),
    "stepped-out": _("stepped out"),
    "came-back": _("is back"),
    "on-the-line": _("is on the telephone"),
    "sent-out": _("goes out for a closed part"),
    "arrived": _("comes in"),
    "disconnected": _("has lost the connection"),
    "reconnected": _("is connected again"),
    "reading": _("takes the seat, and reads first"),
    "came-in": _("comes in"),
    "stood-in": _("the facilitator speaks for this seat"),
    "script-again": _("its script plays it again"),
}
FIRST_QUESTIONS: Names = {
    "childs-day": _("What is an ordinary day like for this child?"),
    "adults-elsewhere": _("Which adults who do not live in the home matter, for better or worse?"),
    "child-seen": _("Who has seen this child, when, and what did the child say?"),
}
REMOVALS: Names = {
    "real-person": _("It was about a real person."),
    "hurtful": _("It was hurtful."),
    "by-mistake": _("It was sent by mistake."),
    "asked-for": _("Whoever wrote it asked for that."),
    "period-over": _("Words are kept for a time only, and that time is over."),
}
STEPS: Names = {
    "leaving-the-role": _("Leaving the role"),
    "how-was-it": _("How was it"),
    "childs-day": _("The child’s day"),
    "known-and-not-said": _("Known and not said"),
    "own-row": _("Your own row"),
    "named-rows": _("Rows by name, if all agree"),
    "views": _("Views and reasons"),
    "timeline": _("Timeline"),
    "rooms": _("Room by room"),
    "wall": _("The wall without names"),
    "what-i-will-do": _("What I will do"),
}
OUTCOMES: Names = {
    "shared": _("Said"),
    "late": _("Said late"),
    "not-known": _("Not known"),
    "never-shared": _("Not said"),
}
BECAME: Names = {
    "done": _("Done"),
    "partly": _("Partly done"),
    "not-done": _("Not done"),
}
RECORD_PARTS: Names = {
    "essential-facts": _("Essential facts"),
    "summary": _("Summary"),
    "strengths": _("Strengths"),
    "risk-analysis": _("Analysis of risk"),
    "reasons": _("Reasons"),
}
ATTENDANCE: Names = {
    "attended": pgettext_lazy("attendance", "Present"),
    "on-the-line": _("On the telephone"),
    "statement": _("By a statement"),
    "report": _("Report only"),
    "apologies": _("Apologies"),
}
TASKS: Names = {
    "explain": _("Explain the decision"),
    "circulate": _("Send the record"),
    "dissent": _("Say what became of a dissent"),
}
RECONCILING: Names = {
    "said": _("Said"),
    "partly": _("Partly"),
    "not-said": _("Not said"),
}


def named(names: Names, key: str) -> str:
    """The name, or the key itself where a scenario has an option of its own."""
    return str(names.get(key, key))
