"""The debrief's timeline for a template: its drawing, what its marks mean, and its rows in words."""

from typing import NamedTuple

from django import template
from django.template import Context
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from simulations import wording
from simulations.debriefs.timeline import Drawn, Names, Stretch, drawn, has_room_for
from simulations.engine.sections import DebriefSection, Sections, TimelineLine
from simulations.templatetags.table import own

register = template.Library()


class Row(NamedTuple):
    """One thing that happened, in words."""

    seconds: int
    what: str
    words: SafeString | str
    about: str


class Told(NamedTuple):
    """The drawing, what its marks mean, and the same as rows."""

    drawing: Drawn
    legend: list[tuple[str, str]]
    rows: list[Row]


@register.simple_tag(takes_context=True)
def drawn_timeline(context: Context) -> Told | None:
    """The timeline of the debrief that this viewer sees."""
    return told_of(context["sections"])


def told_of(sections: Sections) -> Told | None:
    """The same, of what somebody sees; None before the step is open."""
    debrief, papers, phase = sections.debrief, sections.papers, sections.phase
    if debrief is None or not debrief.timeline or papers is None or phase is None:
        return None
    names = Names(gettext("All the children"), gettext("Events"), gettext("Pitfalls"))
    drawing = drawn(debrief, papers.common.children, phase.phases, names)
    return Told(drawing, legend(), rows(sections, debrief))


def legend() -> list[tuple[str, str]]:
    """The kinds of marks, each with its meaning."""
    return [
        ("said", gettext("said before the first view")),
        ("late", gettext("said later")),
        ("not-known", gettext("not known")),
        ("never-shared", gettext("not said")),
        ("decided", gettext("decided")),
        ("inject", gettext("happened to the table")),
        ("pitfall", gettext("a pitfall")),
    ]


def rows(sections: Sections, debrief: DebriefSection) -> list[Row]:
    """What happened, in order, pitfalls among it."""
    found = (line for line in debrief.pitfalls if line.found and line.seconds is not None)
    pitfalls = [Row(line.seconds or 0, gettext("A pitfall"), own(line.text), "") for line in found]
    told = [_row(sections, line) for line in debrief.timeline]
    return sorted([*told, *pitfalls], key=lambda row: row.seconds)


def _row(sections: Sections, line: TimelineLine) -> Row:
    kinds = {
        "phase": gettext("Began"),
        "shared": gettext("Said late") if line.late else gettext("Said"),
        "view": gettext("First view"),
        "decided": gettext("Decided"),
        "inject": gettext("It happened"),
        "adjourned": gettext("The conference is adjourned"),
    }
    words = phase_named(sections, line.what) if line.kind == "phase" else own(line.text) if line.text else ""
    return Row(line.seconds, kinds[line.kind], words, _about(sections, line.about))


def _about(sections: Sections, about: tuple[str, ...]) -> str:
    children = sections.papers.common.children if sections.papers else ()
    if len(about) > 1 and len(about) == len(children):
        return gettext("All the children")
    return ", ".join(child.name for child in children if child.id in about)


def phase_named(sections: Sections, phase: str) -> str:
    """A phase by the name that its part of the agenda has."""
    lines = sections.phase.phases if sections.phase else ()
    return next((wording.named(wording.AGENDA, line.agenda) for line in lines if line.id == phase), phase)


@register.simple_tag
def phase_label(stretch: Stretch) -> str:
    """The phase's name, where there is room for it on the drawing."""
    name = wording.named(wording.AGENDA, stretch.agenda)
    return name if has_room_for(stretch, name) else ""
