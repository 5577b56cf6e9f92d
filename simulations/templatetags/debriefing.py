"""How names of the engine's lists, times and the debrief's findings are put into words."""

from typing import Any, Literal, NamedTuple, cast

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
    FactLine,
    LogLine,
    NoticeLine,
    PhaseLine,
    PlanLine,
    PoolRate,
    TimelineLine,
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
    """The day of a line of the chronology, counted from today so that a scenario never grows old."""
    return date_format(Day(line.number, cast(Unit, line.unit)).on(localdate()), "j M")


@register.filter
def ground(key: str | None) -> str:
    """On what ground a part is closed."""
    return wording.named(wording.GROUNDS, key or "")


@register.simple_tag
def due_on(line: PlanLine) -> str:
    """The day by which an action is to be done, counted from today."""
    number, unit = line.due or (0, "days")
    return date_format(Day(number, cast(Unit, unit)).on(localdate()), "j M")


@register.simple_tag(takes_context=True)
def owner_named(context: Context, owner: str) -> SafeString | str:
    """Who carries an action out: a seat's title, or the name of an adult of the family."""
    seat, papers = seat_named(context, owner), context["sections"].papers
    if seat is not None:
        return own(seat.title)
    return next((adult.name for adult in papers.common.adults if adult.id == owner), owner) if papers else owner


@register.simple_tag
def given(decision: ViewsOn, child: str) -> tuple[str, ...]:
    return decision.given.get(child, ())


@register.simple_tag
def level(concerns: dict[str, int], child: str) -> int | None:
    return concerns.get(child)


@register.filter
def critical_blocks(control: ControlSection) -> list[bool]:
    return [at < control.critical_said for at in range(control.critical)]


@register.filter
def pool_blocks(pool: PoolRate) -> list[str]:
    """A block a critical fact: said in time, not known, not said in time."""
    left = pool.critical - pool.shared - pool.not_known
    return ["said"] * pool.shared + ["unknown"] * pool.not_known + ["not-said"] * left


@register.simple_tag
def pool_sentence(pool: PoolRate) -> str:
    """The finding as a heading; whole sentences, numbers only."""
    numbers = {"said": pool.shared, "most": pool.shared + pool.not_known, "all": pool.critical}
    if not pool.critical:
        return gettext("This scenario has nothing marked as critical")
    if pool.not_known:
        return (
            gettext("Before the first view, %(said)s to %(most)s of the %(all)s things that mattered were on the table")
            % numbers
        )
    return gettext("Before the first view, %(said)s of the %(all)s things that mattered were on the table") % numbers


@register.simple_tag
def pool_words(pool: PoolRate) -> str:
    if pool.lowest is None or pool.highest is None:
        return ""
    low, high = round(pool.lowest * 100), round(pool.highest * 100)
    about = gettext("It describes the group, never a person.")
    if low == high:
        return gettext("Pool rate %(rate)s%%.") % {"rate": low} + " " + about
    why = gettext("It is a range because not everything was reconciled, so nobody can say.")
    return gettext("Pool rate %(low)s to %(high)s%%.") % {"low": low, "high": high} + f" {why} {about}"


@register.simple_tag
def outcome_words(fact: FactLine) -> str:
    return wording.named(wording.OUTCOMES, fact.outcome)


@register.simple_tag
def minutes_in(seconds: int) -> str:
    """Minutes and seconds from the start."""
    return f"{seconds // 60}:{seconds % 60:02}"


@register.simple_tag(takes_context=True)
def timeline_words(context: Context, line: TimelineLine) -> Any:
    """What happened at that moment."""
    if line.text:
        return own(line.text)
    return phase_name(context, line.what) if line.kind == "phase" else wording.named(wording.OPTIONS, line.what)


def phase_name(context: Context, phase_id: str) -> str:
    """A phase by the name that its part of the agenda has."""
    phases = context["sections"].phase.phases
    return next((wording.named(wording.AGENDA, line.agenda) for line in phases if line.id == phase_id), phase_id)


@register.filter
def in_the_bar(line: PhaseLine) -> bool:
    """The meeting itself always; what is round it, while it is on."""
    return line.state == "now" or line.agenda not in ROUND_THE_MEETING


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
