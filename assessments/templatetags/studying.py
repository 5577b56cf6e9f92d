"""How figures are written: whole per cent, two decimals, and a dash where nothing is said."""

from __future__ import annotations

from django import template

register = template.Library()
NOTHING = "–"


@register.filter
def percent(share: object) -> str:
    return f"{round(100 * share)} %" if isinstance(share, float) else NOTHING


@register.filter
def decimal(number: object) -> str:
    return f"{round(number, 2) + 0.0:.2f}".replace("-", "−") if isinstance(number, float) else NOTHING


@register.filter
def unlocalized(number: float) -> str:
    """As a drawing wants it, whatever the reader's language."""
    return f"{number:g}"
