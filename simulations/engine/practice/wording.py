"""Limits and dates in both languages, for messages that name them."""

from datetime import date

from simulations.engine.practice.kinds import InBoth, Limit, Unit

MONTHS = (
    ("January", "Ionawr"), ("February", "Chwefror"), ("March", "Mawrth"), ("April", "Ebrill"), ("May", "Mai"),
    ("June", "Mehefin"), ("July", "Gorffennaf"), ("August", "Awst"), ("September", "Medi"), ("October", "Hydref"),
    ("November", "Tachwedd"), ("December", "Rhagfyr"),
)  # fmt: skip
UNITS: dict[Unit, tuple[str, str, str, str]] = {
    "hours": ("hour", "hours", "awr", "awr"),
    "working-days": ("working day", "working days", "diwrnod gwaith", "ddiwrnod gwaith"),
    "days": ("day", "days", "diwrnod", "ddiwrnod"),
    "weeks": ("week", "weeks", "wythnos", "wythnos"),
    "months": ("month", "months", "mis", "fis"),
}
"""English singular and plural; Welsh, which keeps the singular after a number, and as it is after 2."""


def date_in_both(day: date) -> InBoth:
    """`7 December 2026`, `7 Rhagfyr 2026`."""
    english, welsh = MONTHS[day.month - 1]
    return InBoth(f"{day.day} {english} {day.year}", f"{day.day} {welsh} {day.year}")


def limit_in_both(limit: Limit) -> InBoth:
    """`10 working days`, `10 diwrnod gwaith`; 0 hours is at once."""
    if limit.number == 0:
        return InBoth("at once", "ar unwaith")
    one, many, welsh, after_two = UNITS[limit.unit]
    english = one if limit.number == 1 else many
    return InBoth(f"{limit.number} {english}", f"{limit.number} {after_two if limit.number == 2 else welsh}")
