"""What those who run a conference see at a glance: facts by child as blocks and in words, worry as a line, who is where."""

from django import template
from django.template import Context
from django.utils.formats import number_format
from django.utils.translation import gettext

from simulations.engine.sections import CriticalLine, HeldLine, RosterSection, SeatLine, WorryLine
from simulations.templatetags.debriefing import child_named
from simulations.templatetags.figures import out_of

register = template.Library()
MOST_WORRIED = 10
EDGE = 5
"""Per cent that the scale keeps free at either end, so that no dot is cut off."""


@register.simple_tag(takes_context=True)
def about(context: Context, line: CriticalLine) -> str:
    """The children that facts are about, by name; all of them in a word."""
    everybody = context["sections"].papers.common.children
    if len(line.children) == len(everybody) > 1:
        return gettext("Both children") if len(everybody) == 2 else gettext("All the children")
    named = (child_named(context, child) for child in line.children)
    return ", ".join(child.name for child in named if child)


@register.filter
def blocks(line: CriticalLine) -> list[str]:
    """A block a fact: said, not known, or not said yet."""
    left = line.critical - line.said - line.not_known
    return [*["said"] * line.said, *["unknown"] * line.not_known, *["not-said"] * left]


@register.simple_tag
def how_many(line: CriticalLine) -> str:
    """`2 of 5`, or a range where nobody can tell yet."""
    if not line.not_known:
        return out_of(line.said, line.critical)
    numbers = {"said": line.said, "most": line.said + line.not_known, "all": line.critical}
    return gettext("%(said)s to %(most)s of %(all)s") % numbers


@register.filter
def along(level: float) -> str:
    """Where a level of concern lies on its line."""
    return f"{EDGE + level / MOST_WORRIED * (100 - 2 * EDGE):.1f}%"


@register.simple_tag
def moved(line: WorryLine) -> str:
    """`4 to 6`."""
    return gettext("%(first)s to %(now)s") % {"first": _level(line.first), "now": _level(line.now)}


def _level(level: float | None) -> str:
    return "–" if level is None else number_format(level, 0 if level == int(level) else 1)


@register.filter
def numbered(held: HeldLine) -> list[tuple[int, int, bool]]:
    """Each passage: its number from 0 and from 1, and whether this seat has put it on the table."""
    return [(number, number + 1, number in held.shared) for number in range(held.passages)]


@register.simple_tag(takes_context=True)
def little_table(context: Context, roster: RosterSection) -> list[tuple[int, int, str]]:
    """Every seat on a little table: how far along its edge in per cent, how far down in pixels, and its state."""
    half = (len(roster.seats) + 1) // 2
    edges = ((roster.seats[:half], 8), (roster.seats[half:], 64))
    return [
        (round(100 * (place + 0.5) / len(edge)), down, _dot(context, seat))
        for edge, down in edges
        for place, seat in enumerate(edge)
    ]


def _dot(context: Context, seat: SeatLine) -> str:
    floor = context["sections"].floor
    if floor and floor.holder == seat.seat:
        return "floor"
    if floor and seat.seat in floor.hands:
        return "hand"
    if seat.filled in ("script", "statement"):
        return "script"
    if seat.filled is None or seat.state != "here":
        return "empty"
    return "here" if seat.seat in context["present"] else "lost"


@register.simple_tag
def who_is_here(roster: RosterSection) -> dict[str, int]:
    """How many people and scripts are at the table, and how many seats stand empty."""
    filled = [seat.filled for seat in roster.seats]
    return {"people": filled.count("person"), "scripts": filled.count("script"), "empty": filled.count(None)}
