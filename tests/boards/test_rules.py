"""A board's own rules for conferences: in the place of the defaults, in both languages, pinned from the next conference on."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from boards.models import LocalPractice, LocalRules
from boards.practice import EDITABLE, practice_of
from people.models import Region, User
from simulations.engine.practice import NATIONAL, Limit, is_working_day
from simulations.engine.scenario.vocabulary import Meeting, Sector
from simulations.practice import bank_holidays, from_json, practice_for, to_json

EDIT = "/en/boards/NWA/local-practice/rules/"
READ = "/en/boards/NWA/local-practice/"
DEFAULTS: dict[str, object] = {
    **{f"{clock.id}-number": clock.limit.number for clock in EDITABLE},
    **{f"{clock.id}-unit": clock.limit.unit for clock in EDITABLE},
    "min_agencies": 3,
    "required_agencies": ["childrens-services"],
    "chair_may_override": "on",
    "seen": "",
}
OWN = {
    **DEFAULTS,
    "first-core-group-number": 5,
    "min_agencies": 2,
    "required_agencies": ["childrens-services", "police"],
    "quorum_en": "Social services and the police.",
    "quorum_cy": "Y gwasanaethau cymdeithasol a’r heddlu.",
    "decides_en": "the conference manager",
    "decides_cy": "rheolwr y gynhadledd",
}


@pytest.fixture
def officers(client: Client, board_officer: User, gwent: Region) -> Client:
    """The browser of a board officer of North Wales."""
    client.force_login(board_officer)
    return client


def test_defaults_sent_back_as_they_are_are_not_the_boards_own(officers: Client, north_wales: Region) -> None:
    assert officers.post(EDIT, DEFAULTS)["Location"] == READ
    rules = LocalRules.objects.get()
    assert (rules.limits, rules.min_agencies, rules.required_agencies) == ({}, None, None)
    assert practice_of(north_wales, NATIONAL) == NATIONAL


def test_the_boards_rules_take_the_place_of_the_defaults_and_are_marked_as_its_own(
    officers: Client, north_wales: Region
) -> None:
    officers.post(EDIT, OWN)
    practice = practice_of(north_wales, NATIONAL)
    clock = practice.clock("first-core-group")
    assert (clock.limit, clock.footing.mark) == (Limit(5, "working-days"), "board")
    assert practice.clock("first-review") == NATIONAL.clock("first-review")
    assert practice.quorum.min_agencies == 2
    assert practice.quorum.required_agencies == (Sector.CHILDRENS_SERVICES, Sector.POLICE)
    assert practice.quorum.words.cy == "Y gwasanaethau cymdeithasol a’r heddlu."
    initial, review = practice.decides_in(Meeting.INITIAL), practice.decides_in(Meeting.REVIEW)
    assert initial is not None
    assert initial.who.en == "the conference manager"
    assert review == NATIONAL.decides_in(Meeting.REVIEW)


def test_everybody_reads_which_rules_were_changed_and_what_each_rests_on(officers: Client, officer: User) -> None:
    officers.post(EDIT, OWN)
    officers.force_login(officer)
    page = officers.get(READ).content.decode()
    assert page.count(">Changed<") == 1
    assert "10 working days" in page
    assert "https://safeguarding.wales/en/chi-i/chi-i-c4/c4-p8/" in page
    assert "The board’s own rule" in page
    assert "5 diwrnod gwaith" in officers.get("/cy/boards/NWA/local-practice/").content.decode()
    assert "Change the rules" not in page


def test_defaults_nobody_verified_are_shown_as_that(client: Client, officer: User, north_wales: Region) -> None:
    client.force_login(officer)
    assert client.get(READ).content.decode().count("A default of this platform, not verified. The board decides.") == 3


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"first-core-group-number": 0}, "greater than or equal to 1"),
        ({"first-core-group-unit": "fortnights"}, "fortnights"),
        ({"decides_cy": ""}, "Write this in Welsh too"),
        ({"quorum_en": "", "quorum_cy": ""}, "say in words what it is now"),
        ({"required_agencies": ["family"]}, "family"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_lost(officers: Client, change: dict[str, object], told: str) -> None:
    answer = officers.post(EDIT, {**OWN, **change})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert told in page
    assert "the conference manager" in page
    assert not LocalRules.objects.exists()


def test_two_officers_do_not_overwrite_each_other(officers: Client) -> None:
    officers.post(EDIT, OWN)
    answer = officers.post(EDIT, {**OWN, "min_agencies": 4})
    assert answer.status_code == 422
    assert "Somebody else saved this page while you were writing" in answer.content.decode()
    assert LocalRules.objects.get().min_agencies == 2


def test_only_the_regions_own_officers_change_its_rules(officers: Client, officer: User, gwent: Region) -> None:
    assert officers.post("/en/boards/GWE/local-practice/rules/", OWN).status_code == 403
    officers.force_login(officer)
    assert officers.post(EDIT, OWN).status_code == 403
    assert not LocalRules.objects.exists()


def test_a_conference_keeps_the_practice_it_was_planned_on(officers: Client, north_wales: Region) -> None:
    day = date(2026, 12, 21)
    pinned = from_json(to_json(practice_for(north_wales, day)))
    LocalPractice.objects.create(region=north_wales, escalation_en="Write to us.", escalation_cy="Ysgrifennwch atom.")
    officers.post(EDIT, OWN)
    assert pinned.clock("first-core-group").limit == Limit(10, "working-days")
    assert pinned.escalation is None
    later = practice_for(north_wales, day)
    assert later.clock("first-core-group").limit == Limit(5, "working-days")
    assert later.escalation is not None
    assert later.escalation.cy == "Ysgrifennwch atom."


def test_bank_holidays_of_england_and_wales_are_kept_with_the_conference() -> None:
    known = bank_holidays(2026)
    assert {date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1), date(2028, 4, 17)} <= known
    assert all(not is_working_day(day, known) for day in known)
    assert date(2026, 3, 2) not in known
    assert practice_for(None, datetime(2026, 5, 4, tzinfo=UTC).date()).holidays == known
