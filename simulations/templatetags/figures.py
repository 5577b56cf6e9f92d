"""The debrief's figures in words: whole sentences, ranges as ranges, and beside each the way to what it counts."""

from collections.abc import Mapping
from typing import NamedTuple

from django import template
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext, pgettext

from simulations.debriefs.definitions import DEFINITIONS
from simulations.engine.sections import DebriefSection, FactLine, PitfallLine, PoolRate, RateRange, StepLine
from simulations.models import Confidence, Reaction
from simulations.reflecting.counting import Counted, Group
from simulations.reflecting.statements import STATEMENTS, SURE, USED, USEFUL
from simulations.templatetags.debriefing import minutes_in

register = template.Library()


class Count(NamedTuple):
    """So many of a kind of facts, in words."""

    kind: str
    words: str


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
def pool_short(pool: PoolRate) -> str:
    """`4 of 7`, or `4 to 5 of 7` where not all is known."""
    if pool.not_known:
        numbers = {"said": pool.shared, "most": pool.shared + pool.not_known, "all": pool.critical}
        return gettext("%(said)s to %(most)s of %(all)s") % numbers
    return out_of(pool.shared, pool.critical)


@register.simple_tag
def out_of(part: int, whole: int) -> str:
    """`4 of 7`."""
    return gettext("%(part)s of %(all)s") % {"part": part, "all": whole}


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
def pool_counts(debrief: DebriefSection) -> list[Count]:
    """What became of the critical facts: each kind that there is, counted."""
    became = [fact.outcome for fact in _facts(debrief) if fact.critical]
    counts = {outcome: became.count(outcome) for outcome in ("shared", "not-known", "late", "never-shared")}
    words = {
        "shared": ngettext("%(n)s said in time", "%(n)s said in time", counts["shared"]),
        "not-known": ngettext("%(n)s not known", "%(n)s not known", counts["not-known"]),
        "late": ngettext("%(n)s said late", "%(n)s said late", counts["late"]),
        "never-shared": ngettext("%(n)s not said", "%(n)s not said", counts["never-shared"]),
    }
    return [Count(kind, words[kind] % {"n": number}) for kind, number in counts.items() if number]


def _facts(debrief: DebriefSection) -> list[FactLine]:
    every = (
        fact
        for known in debrief.by_child
        for fact in (*known.shared, *known.late, *known.not_known, *known.never_shared)
    )
    return list({fact.fact: fact for fact in every}.values())


@register.filter
def pitfalls_by_finding(debrief: DebriefSection) -> list[PitfallLine]:
    """What happened here first, by its moment; then what the group has to say; then what did not happen."""
    rank = {True: 0, None: 1, False: 2}
    return sorted(debrief.pitfalls, key=lambda line: (rank[line.found], line.seconds is None, line.seconds or 0))


@register.simple_tag
def rate_words(rate: RateRange | None) -> str:
    """`40%`, or `40 to 60%`; empty where there is nothing to count."""
    if rate is None or rate.lowest is None or rate.highest is None:
        return ""
    low, high = round(rate.lowest * 100), round(rate.highest * 100)
    return f"{low}%" if low == high else gettext("%(low)s to %(high)s%%") % {"low": low, "high": high}


@register.simple_tag
def moment_at(seconds: int) -> SafeString:
    """A moment of the conference, which leads to its place on the timeline once that is open."""
    return format_html(
        '<button type="button" class="button--link moment" data-moment="{}">{} {}</button>',
        seconds, pgettext("a moment", "at"), minutes_in(seconds),
    )  # fmt: skip


@register.simple_tag
def definition(name: str) -> SafeString:
    """The way to what a figure counts, and what it does not."""
    return format_html(
        '<a class="govuk-link definition" href="{}#{}" target="_blank">{}<span class="govuk-visually-hidden">: {}</span></a>',
        reverse("simulations:measures"), name, gettext("What this counts"), DEFINITIONS[name].title,
    )  # fmt: skip


class Row(NamedTuple):
    """A row of a table of counts."""

    name: str | Promise
    cells: list[int | str]


class CountTable(NamedTuple):
    """How many chose what."""

    title: str | Promise
    definition: str
    first: str
    heads: list[str | Promise]
    rows: list[Row]


@register.simple_tag
def counted_tables(group: Group) -> list[CountTable]:
    """What a group answered, as tables: only what enough people answered."""
    tables = [_confidence_table(statement, by_when) for statement, by_when in group.confidence.items()]
    used = group.used.chosen
    return [
        *(table for table in tables if table.rows),
        *_one_column(gettext("How useful it was"), group.useful, {str(level): name for level, name in USEFUL.items()}),
        *_one_column(
            gettext("Could people use the language they wanted?"), group.served, dict(Reaction.Served.choices)
        ),
        *(_one_column(gettext("What people used within two weeks"), group.used, USED) if used else ()),
    ]


def _confidence_table(statement: str, by_when: Mapping[str, Counted]) -> CountTable:
    rows = [
        Row(str(label), [by_when[when].chosen[str(level)] for level in SURE])  # type: ignore[index]
        for when, label in Confidence.When.choices
        if by_when[when].chosen is not None
    ]
    return CountTable(STATEMENTS[statement], "confidence", gettext("When"), list(SURE.values()), rows)


def _one_column(title: str, counted: Counted, names: Mapping[str, object]) -> list[CountTable]:
    if counted.chosen is None:
        return []
    rows = [Row(str(names[key]), [number]) for key, number in counted.chosen.items()]
    return [CountTable(title, "reactions", gettext("Answer"), [gettext("People")], rows)]


@register.filter
def part_template(step: StepLine) -> str:
    """What belongs to a step of the debrief."""
    return f"simulations/debrief/{step.step}.html"
