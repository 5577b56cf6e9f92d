"""Words for what a conference arranges: sectors, limits, what is still missing."""

from typing import cast

from django import template
from django.utils.translation import get_language

from simulations import wording
from simulations.engine.practice import Limit, Unit
from simulations.engine.practice.wording import limit_in_both
from simulations.engine.sections import ClockLine, DateLimitLine

register = template.Library()


@register.simple_tag
def sector(key: str) -> str:
    """An agency by its sector."""
    return wording.named(wording.SECTORS, key)


@register.simple_tag
def arrangement(key: str) -> str:
    """What is still to be arranged, by the name of its command."""
    return wording.named(wording.ARRANGEMENTS, key)


@register.simple_tag
def within(line: DateLimitLine | ClockLine) -> str:
    """A limit in words: `10 working days`."""
    words = limit_in_both(Limit(line.number, cast(Unit, line.unit)))
    return words.cy if get_language() == "cy" else words.en
