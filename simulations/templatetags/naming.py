"""Words for what stands in the record and in what a conference arranges: names of closed lists, limits, ages, attendance."""

from collections.abc import Mapping
from typing import cast

from django import template
from django.utils.translation import get_language

from simulations import wording
from simulations.engine.practice import Limit, Unit
from simulations.engine.practice.wording import limit_in_both
from simulations.engine.scenario.values import Age
from simulations.engine.sections import AttendanceLine, ClockLine, DateLimitLine, RecordVersion
from simulations.templatetags.debriefing import age_in_words

register = template.Library()
LISTS: Mapping[str, wording.Names] = {
    "sector": wording.SECTORS,
    "arrangement": wording.ARRANGEMENTS,
    "part of the record": wording.RECORD_PARTS,
    "task": wording.TASKS,
}


@register.filter
def named(key: str, among: str) -> str:
    """A word of a closed list by its name: `{{ key|named:"sector" }}`."""
    return wording.named(LISTS[among], key)


@register.filter
def in_words(age: Age) -> str:
    """A child's age."""
    return age_in_words(age.number, age.unit)


@register.simple_tag
def within(line: DateLimitLine | ClockLine) -> str:
    """A limit in words: `10 working days`."""
    words = limit_in_both(Limit(line.number, cast(Unit, line.unit)))
    return words.cy if get_language() == "cy" else words.en


@register.simple_tag
def by_attendance(version: RecordVersion) -> list[tuple[str, list[AttendanceLine]]]:
    """Who was there, who sent something, and who did not come: each with its heading, empty ones left out."""
    groups = (
        (name, [line for line in version.attendance if line.how == how]) for how, name in wording.ATTENDANCE.items()
    )
    return [(str(name), lines) for name, lines in groups if lines]
