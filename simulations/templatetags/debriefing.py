"""How names of the engine's lists, times and the debrief's findings are put into words."""

from datetime import date
from typing import Literal, NamedTuple, cast

from django import template
from django.template import Context
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext, ngettext

from simulations import wording
from simulations.engine.scenario.values import Day
from simulations.engine.sections import (
    ChildLine,
    ControlSection,
    DatedLine,
    DebriefSection,
    EarlierLine,
    FactLine,
    GroupLine,
    LogLine,
    NoteLine,
    NoticeLine,
    PhaseLine,
    PlanLine,
    ReviewedLine,
    ReviewSection,
    ViewsOn,
)
from simulations.templatetags.table import own, seat_named

register = template.Library()
Unit = Literal["days", "weeks", "months"]
ROUND_THE_MEETING = ("prebrief", "chair-prepares", "reading", "leaving-role", "debrief")


@register.simple_tag
def agenda_name(agenda: str) -> str:
    return wording.named(wording.AGENDA, agenda or "")


@register.simple_tag
def option(key: str) -> str:
    return wording.named(wording.OPTIONS, key)


@register.filter
def counted(number: int) -> range:
    """From one to that number."""
    return range(1, number + 1)


@register.simple_tag
def first_question(question: str) -> str:
    return wording.named(wording.FIRST_QUESTIONS, question)


@register.simple_tag
def passage_state(state: str) -> str:
    return wording.named(wording.PASSAGES, state)


@register.simple_tag
def step_name(step: str) -> str:
    return wording.named(wording.STEPS, step)


@register.simple_tag
def how_shared(line: LogLine) -> str:
    return wording.named(wording.SHARED_HOW, line.how) if line.how else ""


@register.simple_tag
def notice_kind(line: NoticeLine) -> str:
    return wording.named(wording.NOTICES, line.kind)


@register.simple_tag(takes_context=True)
def note(context: Context, line: LogLine) -> SafeString | str:
    """A thing that happened, in a line: which item began, who came or went, what arrived."""
    if line.kind == "phase":
        return phase_name(context, line.what or "")
    if line.kind == "inject":
        return own(line.text)
    if line.kind == "closed":
        return format_html("{} {}", gettext("A closed part begins:"), ground(line.what))
    if line.kind == "reopened":
        return gettext("The closed part is over.")
    seat = seat_named(context, line.other if line.kind == "called" else line.seat)
    title = own(seat.title) if seat else ""
    words = wording.NOTES["on-the-line"] if line.kind == "called" else wording.named(wording.NOTES, line.what or "")
    return format_html("{}: {}", title, words)


@register.simple_tag(takes_context=True)
def child_named(context: Context, child_id: str) -> ChildLine | None:
    papers = context["sections"].papers
    return next((child for child in papers.common.children if child.id == child_id), None) if papers else None


@register.simple_tag
def age(child: ChildLine | None) -> str:
    return age_in_words(child.age, child.age_unit) if child else ""


def age_in_words(number: int, unit: str) -> str:
    """`7`, `10 months`, `11 weeks`, or not yet born."""
    if unit == "unborn":
        return gettext("not yet born")
    if unit == "weeks":
        return ngettext("%(age)s week", "%(age)s weeks", number) % {"age": number}
    if unit == "months":
        return ngettext("%(age)s month", "%(age)s months", number) % {"age": number}
    return str(number)


@register.simple_tag
def day(line: DatedLine) -> str:
    """The day of a line of the chronology."""
    return date_format(_by_calendar((line.number, line.unit), line.on), "j M")


def _by_calendar(told: tuple[int, str], on: date | None) -> date:
    """The day as the conference tells it; before it has begun, counted from today, so that a scenario never grows old."""
    number, unit = told
    return on or Day(number, cast(Unit, unit)).on(localdate())


@register.filter
def ground(key: str | None) -> str:
    """On what ground a part is closed."""
    return wording.named(wording.GROUNDS, key or "")


@register.simple_tag
def due_on(line: PlanLine) -> str:
    """The day by which an action is to be done."""
    return date_format(_by_calendar(line.due or (0, "days"), line.due_on), "j M")


@register.simple_tag
def since(line: EarlierLine) -> str:
    """Since which day a child's name is on the register; empty where nobody says."""
    return date_format(_by_calendar(line.since, line.since_on), "j F Y") if line.since is not None else ""


@register.simple_tag
def looked_back_on(review: ReviewSection, child: str) -> list[ReviewedLine]:
    """The actions for one child that this viewer may know of."""
    return [line for line in review.actions if line.child == child]


@register.simple_tag
def by_when(line: ReviewedLine) -> str:
    """By when an action under review was to be done: a day, or so long after the conference before."""
    number, unit = line.by or (0, "days")
    if not line.since_then:
        return gettext("by %(day)s") % {"day": date_format(_by_calendar((number, unit), line.by_on), "j M")}
    if unit == "weeks":
        return ngettext("within %(n)s week of that conference", "within %(n)s weeks of that conference", number) % {
            "n": number
        }
    if unit == "months":
        return ngettext("within %(n)s month of that conference", "within %(n)s months of that conference", number) % {
            "n": number
        }
    return ngettext("within %(n)s day of that conference", "within %(n)s days of that conference", number) % {
        "n": number
    }


@register.simple_tag
def became(key: str) -> str:
    """What became of an action of the plan."""
    return wording.named(wording.BECAME, key)


@register.simple_tag(takes_context=True)
def owner_named(context: Context, owner: str) -> SafeString | str:
    """A seat's title, or the name of somebody of the family who has none."""
    seat, papers = seat_named(context, owner), context["sections"].papers
    if seat is not None:
        return own(seat.title)
    family = (*papers.common.adults, *papers.common.children) if papers else ()
    return next((person.name for person in family if person.id == owner), owner)


@register.simple_tag
def given(decision: ViewsOn, child: str) -> tuple[str, ...]:
    return decision.given.get(child, ())


@register.simple_tag
def level(concerns: dict[str, int], child: str) -> int | None:
    return concerns.get(child)


@register.filter
def happened(control: ControlSection) -> int:
    """How many of the injects have come."""
    return sum(inject.fired for inject in control.injects)


@register.simple_tag
def outcome_words(fact: FactLine) -> str:
    return wording.named(wording.OUTCOMES, fact.outcome)


@register.simple_tag
def minutes_in(seconds: int) -> str:
    """Minutes and seconds from the start."""
    return f"{seconds // 60}:{seconds % 60:02}"


def phase_name(context: Context, phase_id: str) -> str:
    """A phase by the name that its part of the agenda has."""
    phases = context["sections"].phase.phases
    return next((wording.named(wording.AGENDA, line.agenda) for line in phases if line.id == phase_id), phase_id)


@register.filter
def in_the_bar(line: PhaseLine) -> bool:
    """The meeting itself always; what is round it, while it is on."""
    return line.state == "now" or line.agenda not in ROUND_THE_MEETING


class Column(NamedTuple):
    """What hangs together on the wall; without a group what is in none."""

    group: GroupLine | None
    notes: list[NoteLine]


@register.simple_tag
def wall(debrief: DebriefSection) -> list[Column]:
    """The groups in their order, what matters to most first, and then what is in none."""
    notes = sorted(debrief.notes, key=lambda note: -note.votes)
    columns = [Column(group, [note for note in notes if note.group == group.key]) for group in debrief.groups]
    loose = [note for note in notes if note.group is None]
    return [*columns, Column(None, loose)] if loose else columns


@register.simple_tag
def votes(note: NoteLine) -> str:
    """To how many a note matters."""
    return ngettext("Matters to %(n)s person", "Matters to %(n)s people", note.votes) % {"n": note.votes}


@register.filter
def opened(debrief: DebriefSection, step: str) -> bool:
    """Whether a step of the debrief is open."""
    return any(line.open for line in debrief.steps if line.step == step)


class Known(NamedTuple):
    """What was known about one child, or about all of them (`child` is None); what mattered most stands first."""

    child: ChildLine | None
    critical: list[FactLine]
    others: list[FactLine]


@register.simple_tag(takes_context=True)
def known_facts(context: Context, debrief: DebriefSection) -> list[Known]:
    """The facts by child, each once: what is about all children has a column of its own."""
    facts: dict[str, FactLine] = {}
    for child in debrief.by_child:
        facts |= {line.fact: line for line in (*child.shared, *child.late, *child.not_known, *child.never_shared)}
    children = [child.child for child in debrief.by_child]
    whole = len(children) > 1
    columns = [
        (child_named(context, child), [line for line in facts.values() if _only(line, child, whole)])
        for child in children
    ]
    columns += [(None, [line for line in facts.values() if whole and len(line.about) == len(children)])]
    return [
        Known(child, [line for line in lines if line.critical], [line for line in lines if not line.critical])
        for child, lines in columns
        if lines
    ]


def _only(line: FactLine, child: str, whole: bool) -> bool:
    """Whether a fact belongs in this child's own column."""
    return child in line.about and not (whole and len(line.about) > 1)
