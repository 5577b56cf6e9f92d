"""Words for the record and for the tasks after the conference."""

from django import template

from simulations import wording
from simulations.engine.sections import AttendanceLine, RecordVersion

register = template.Library()


@register.simple_tag
def record_part(key: str) -> str:
    """A part of the record by its name."""
    return wording.named(wording.RECORD_PARTS, key)


@register.simple_tag
def task_name(key: str) -> str:
    """A task after the conference by its name."""
    return wording.named(wording.TASKS, key)


@register.simple_tag
def by_attendance(version: RecordVersion) -> list[tuple[str, list[AttendanceLine]]]:
    """Who was there, who sent something, and who did not come: each with its heading, empty ones left out."""
    groups = (
        (name, [line for line in version.attendance if line.how == how]) for how, name in wording.ATTENDANCE.items()
    )
    return [(str(name), lines) for name, lines in groups if lines]
