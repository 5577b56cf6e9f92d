"""The practice that a new conference is held on: the procedures' defaults, what the region's board put in their place, and
the bank holidays of the years that matter.

A board's part is asked of whoever keeps it, by the setting `PRACTICE_OF_REGION`: a function that takes a region and the
national practice and returns the region's own.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
from django.conf import settings
from django.utils.module_loading import import_string
from holidays import country_holidays
from msgspec import structs

from people.models import Region
from simulations.engine.practice import NATIONAL, Practice

YEARS_BEFORE, YEARS_AFTER = 1, 2
"""How far around the day of a conference bank holidays are kept: no limit is longer than a year."""


def bank_holidays(year: int) -> frozenset[date]:
    """Those of England and Wales, which are the same, from the year before to two years after."""
    years = range(year - YEARS_BEFORE, year + YEARS_AFTER + 1)
    return frozenset(country_holidays("GB", subdiv="WLS", years=years))


def practice_for(region: Region | None, day: date) -> Practice:
    """What a conference planned now for this day is held on; the national practice where nobody's region is told."""
    practice = NATIONAL
    if region is not None:
        of_region: Callable[[Region, Practice], Practice] = import_string(settings.PRACTICE_OF_REGION)
        practice = of_region(region, practice)
    return structs.replace(practice, holidays=bank_holidays(day.year))


def to_json(practice: Practice) -> dict[str, Any]:
    """As it is kept with a conference."""
    kept: dict[str, Any] = msgspec.to_builtins(practice, order="deterministic")
    return kept


def from_json(kept: dict[str, Any]) -> Practice:
    """As it was kept."""
    return msgspec.convert(kept, Practice)


def national() -> dict[str, Any]:
    """The national practice, for what is planned by nobody in particular and for conferences of before there was one."""
    return to_json(NATIONAL)
