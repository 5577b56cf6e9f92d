"""What a board sees of its region: who is counted, where, and what is left out."""

import csv
import datetime
import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.utils import timezone
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries

from boards import sentences, tables
from boards.disclosure import TOTAL, Figure, Published
from boards.models import Board
from boards.reports import RegionReport, region_report
from people.models import Agency, Membership, Partnership, Region, User
from records.actions import record_many
from records.authorities import Ours
from records.xapi.events import Activity, Event
from records.xapi.vocabulary import ActivityKind, Verb

DAY = datetime.date(2026, 11, 22)
COURSE = Activity("urn:x-diogel:course", ActivityKind.COURSE, {"en": "A course", "cy": "Cwrs"})

Staff = Callable[..., list[User]]


def agency(region: Region, code: str, sector: str, parent: Agency | None = None, **partnership: object) -> Agency:
    place = Agency.objects.create(
        code=code, name_en=code.title(), name_cy=f"{code.title()} (cy)", sector=sector, parent=parent
    )
    Partnership.objects.create(agency=place, region=region, **partnership)
    return place


@pytest.fixture
def staff(north_wales: Region) -> Staff:
    """People of a group at an agency, the first few of whom learned enough a year ago."""

    def hire(place: Agency, group: str, number: int, learned: int = 0, days_ago: int = 365) -> list[User]:
        people = User.objects.bulk_create(
            User(email=f"{place.code}-{group}-{each}@diogel.example") for each in range(number)
        )
        starts = DAY - datetime.timedelta(days=700)
        post = {"agency": place, "region": north_wales, "role": "Role", "group": group, "starts": starts}
        Membership.objects.bulk_create(Membership(person=person, **post) for person in people)
        at = timezone.make_aware(datetime.datetime.combine(DAY, datetime.time(9))) - datetime.timedelta(days=days_ago)
        told = [(person, Event(Verb.COMPLETED, COURSE, at, minutes=480)) for person in people[:learned]]
        record_many(told, authority=Ours.COURSES)
        return people

    return hire


@pytest.fixture
def police(north_wales: Region) -> Agency:
    return agency(north_wales, "police", "police", people_in_scope=80)


@pytest.fixture
def health(north_wales: Region) -> Agency:
    return agency(north_wales, "health", "health")


@pytest.fixture
def filled(north_wales: Region, police: Agency, health: Agency, staff: Staff) -> RegionReport:
    staff(police, "B", 30, 24)
    staff(police, "C", 20, 10)
    staff(health, "B", 20, 19)
    staff(health, "C", 25, 20)
    agency(north_wales, "practices", "general-practice")
    return region_report(north_wales, DAY)


def test_shares_are_counted_by_agency_and_group(filled: RegionReport) -> None:
    figure = filled.published.figure("police", "C")
    assert (figure.people, figure.in_date, figure.percent) == (20, 10, 50)
    assert (filled.whole.people, filled.whole.in_date) == (95, 73)
    assert filled.published.figure(TOTAL, "B").percent == 86
    assert filled.published.figure("police", "E").people == 0


def test_coverage_counts_the_agencies_that_supply_people_of_those_expected(filled: RegionReport) -> None:
    assert [row.code for row in filled.expected_supplying] == ["police", "health"]
    assert [row.code for row in filled.unknown] == ["practices"]


def test_an_agency_nobody_counts_on_is_shown_only_when_it_supplies_people(north_wales: Region, staff: Staff) -> None:
    quiet = agency(north_wales, "trust", "health", expected=False)
    assert region_report(north_wales, DAY).rows == ()
    staff(quiet, "A", 12)
    report = region_report(north_wales, DAY)
    assert [row.code for row in report.rows] == ["trust"]
    assert report.expected == ()


def test_schools_are_counted_under_their_authority(north_wales: Region, staff: Staff) -> None:
    council = agency(north_wales, "council", "local-authority")
    for name in ("school-one", "school-two"):
        staff(agency(north_wales, name, "school", parent=council, people_in_scope=10), "B", 10)
    report = region_report(north_wales, DAY)
    (row,) = report.supplying
    assert (row.name, row.people_in_scope) == ("Council: Schools", 20)
    assert report.published.figure(row.code, "B").people == 20


def test_somebody_with_two_posts_is_counted_once_at_the_higher_group(
    north_wales: Region, police: Agency, health: Agency, staff: Staff
) -> None:
    for person in staff(police, "B", 12):
        starts = DAY - datetime.timedelta(days=30)
        Membership.objects.create(
            person=person, agency=health, region=north_wales, role="Role", group="C", starts=starts
        )
    report = region_report(north_wales, DAY)
    assert report.whole.people == 12
    assert report.published.figure("health", "C").people == 12


def test_who_left_and_who_works_in_another_region_is_not_counted(
    north_wales: Region, gwent: Region, police: Agency, staff: Staff
) -> None:
    people = staff(police, "B", 24)
    Membership.objects.filter(person=people[0]).update(ends=DAY - datetime.timedelta(days=1))
    Membership.objects.filter(person=people[1]).update(region=gwent)
    User.objects.filter(pk=people[2].pk).update(is_active=False)
    assert region_report(north_wales, DAY).whole.people == 21


def test_any_day_can_be_asked_about(filled: RegionReport, north_wales: Region) -> None:
    assert region_report(north_wales, DAY - datetime.timedelta(days=366)).whole.in_date == 0
    assert region_report(north_wales, DAY + datetime.timedelta(days=365 * 3)).whole.in_date == 0


def test_those_who_fall_out_of_date_within_ninety_days_are_counted(
    north_wales: Region, police: Agency, staff: Staff
) -> None:
    staff(police, "B", 15, 15, days_ago=1060)
    staff(police, "C", 30, 30)
    assert region_report(north_wales, DAY).lapsing == 15


def test_a_few_who_fall_out_of_date_are_hidden(north_wales: Region, police: Agency, staff: Staff) -> None:
    staff(police, "B", 4, 4, days_ago=1060)
    staff(police, "C", 30, 30)
    assert region_report(north_wales, DAY).lapsing is None


def test_a_board_may_choose_a_threshold(north_wales: Region, police: Agency, staff: Staff) -> None:
    staff(police, "B", 7, 3)
    assert region_report(north_wales, DAY).whole.people is None
    Board.objects.create(region=north_wales, threshold=5)
    assert region_report(north_wales, DAY).whole.people == 7


def test_it_takes_four_queries_however_many_people(
    filled: RegionReport, north_wales: Region, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(4):
        region_report(north_wales, DAY)


def test_the_answer_is_whole_sentences_in_both_languages(filled: RegionReport) -> None:
    with override("en"):
        assert sentences.answer(filled) == [
            "About four in five of the people we can see are in date.",
            "Furthest behind: Police, Group C.",
            "We cannot see GPs.",
        ]
    with override("cy"):
        assert sentences.furthest_behind(filled).endswith("Police (cy), Grŵp C.")


def test_every_share_has_its_sentence(filled: RegionReport) -> None:
    for percent in range(101):
        report = replace(filled, published=Published({(TOTAL, TOTAL): Figure(100, percent, percent)}))
        assert sentences.share(report).endswith("in date.") or (percent == 0 and "yet" in sentences.share(report))


def test_an_empty_region_says_so(north_wales: Region) -> None:
    report = region_report(north_wales, DAY)
    assert sentences.answer(report) == ["No agency here has supplied its people yet."]


def test_hours_are_told_only_of_groups_whose_share_is(filled: RegionReport) -> None:
    assert filled.hours["police", "C"] == 4.0
    assert all(filled.published.figure(*cell).percent is not None for cell in filled.hours)


def lines(report: RegionReport) -> list[dict[str, str]]:
    text = io.StringIO()
    csv.writer(text).writerows(tables.csv_lines(report))
    return list(csv.DictReader(io.StringIO(text.getvalue())))


def test_the_csv_says_what_the_page_says(filled: RegionReport) -> None:
    told = {(line["Agency"], line["Group"]): line for line in lines(filled)}
    assert told["Police", "C"]["In date, per cent"] == "50"
    assert told["Police", "All groups"]["People in scope, as the agency says"] == "80"
    assert told["All agencies", "All groups"]["People supplied"] == "95"
    assert told["Practices", "All groups"]["Note"] == "Unknown: no people supplied"


def test_what_is_hidden_on_the_page_is_hidden_in_the_csv(
    north_wales: Region, police: Agency, health: Agency, staff: Staff
) -> None:
    staff(police, "B", 30, 20)
    staff(police, "C", 4, 2)
    staff(health, "B", 28, 20)
    staff(health, "C", 33, 20)
    report = region_report(north_wales, DAY)
    hidden = {
        (row.name, group)
        for row in report.supplying
        for group in "BC"
        if report.published.figure(row.code, group).people is None
    }
    assert ("Police", "C") in hidden
    told = {(line["Agency"], line["Group"]): line for line in lines(report)}
    for cell in hidden:
        assert (told[cell]["People supplied"], told[cell]["In date"], told[cell]["In date, per cent"]) == (
            "[c]",
            "[c]",
            "[c]",
        )
        assert told[cell]["Hours credited to a person in three years, on average"] == ""


@pytest.mark.parametrize("name", ["=1+1", "+44", "-1", "@cmd"])
def test_a_spreadsheet_takes_no_name_for_a_formula(name: str) -> None:
    assert tables.plain(name) == f"'{name}"
    assert tables.plain("Police") == "Police"
