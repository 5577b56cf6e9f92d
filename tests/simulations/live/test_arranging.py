"""Over sockets: the core group and its day, the procedural limit in each reader's language, and an adjournment."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from guests import Guest

from people.models import User

LATE, WHY = "KQLATE the school is shut until then", "KQWHY the doctor is not here"
Seated = tuple[Guest, Guest]


@pytest.fixture
def planning(enter: Callable[..., Guest], seated: Seated, facilitator: User) -> Guest:
    """The facilitator, with the plan on."""
    guest = enter(facilitator).hello()
    guest.does("start")
    while guest.sections["phase"]["phase"] != "plan":
        guest.does("next-phase")
    return guest


def in_days(days: int) -> str:
    return (timezone.now() + timedelta(days=days)).date().isoformat()


def test_a_late_day_is_refused_in_ones_own_language_and_taken_with_a_reason_that_all_at_the_table_read(
    planning: Guest, seated: Seated
) -> None:
    police, health = seated
    refused = health.ask("core-group", members=["police", "nia"], on=in_days(40))
    assert refused["code"] == "beyond-limit"
    assert "10 diwrnod gwaith" in refused["message"]
    assert "10 working days" in police.ask("core-group", members=["police"], on=in_days(40))["message"]
    police.does("core-group", members=["police", "nia"], on=in_days(40), words={"text": LATE, "language": "en"})
    health.sees(lambda sections: (sections["arrangements"]["core_group"] or {}).get("date", {}).get("late"))
    assert LATE in health.texts()


def test_the_page_shows_the_limit_its_source_and_what_is_late(
    planning: Guest, seated: Seated, enter: Callable[..., Guest], officer: User
) -> None:
    police, _health = seated
    police.does("core-group", members=["police"], on=in_days(40), words={"text": LATE, "language": "en"})
    page = enter(officer, **{"as": "html"}).hello().texts()
    assert "Beyond the limit" in page
    assert LATE in page
    assert "https://safeguarding.wales/en/chi-i/chi-i-c4/c4-p4/" in page


def test_an_adjournment_reaches_everybody_with_its_reason(planning: Guest, seated: Seated) -> None:
    planning.does("adjourn", words={"text": WHY, "language": "en"})
    for guest in seated:
        guest.sees(lambda sections: sections["arrangements"]["adjourned"])
        assert WHY in guest.texts()
