"""A conference is held on the practice of the day it was planned: the region's rules, and bank holidays."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from people.models import Region, User
    from simulations.models import ScenarioVersion

pytestmark = pytest.mark.django_db
CHRISTMAS = datetime(2026, 12, 18, 10, 0, tzinfo=UTC)


@pytest.fixture
def version(ty_coed: ScenarioVersion) -> ScenarioVersion:
    return ty_coed


def five_days_here(region: Region) -> None:
    from boards.models import LocalRules

    limits = {"first-core-group": {"number": 5, "unit": "working-days"}}
    LocalRules.objects.update_or_create(region=region, defaults={"limits": limits})


def test_it_keeps_the_rules_of_the_trainers_region_and_bank_holidays(version: ScenarioVersion, officer: User) -> None:
    from people.models import Right
    from people.selectors import regions_served_by
    from simulations.actions import plan_conference
    from simulations.engine.practice import last_day

    Right.objects.create(person=officer, kind=Right.Kind.TRAINER)
    [region] = regions_served_by(officer)
    before = plan_conference(facilitator=officer, version=version, planned_for=CHRISTMAS)
    five_days_here(region)
    after = plan_conference(facilitator=officer, version=version, planned_for=CHRISTMAS)
    for conference, last in ((before, date(2027, 1, 6)), (after, date(2026, 12, 29))):
        conference.refresh_from_db()
        practice = conference.terms().practice
        limit = practice.clock("first-core-group").limit
        assert last_day(limit, CHRISTMAS.date(), practice.holidays) == last


def test_a_trainer_of_no_one_region_has_the_national_practice(version: ScenarioVersion, facilitator: User) -> None:
    from msgspec import structs

    from simulations.actions import plan_conference
    from simulations.engine.practice import NATIONAL
    from simulations.practice import bank_holidays

    conference = plan_conference(facilitator=facilitator, version=version, planned_for=CHRISTMAS)
    conference.refresh_from_db()
    assert conference.terms().practice == structs.replace(NATIONAL, holidays=bank_holidays(2026))
