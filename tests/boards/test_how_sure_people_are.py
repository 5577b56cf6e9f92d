"""A board sees how sure people say they are as counts, small ones hidden, and nothing of anybody else's region."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone

from boards.sureness import OF_FIVE, OF_TEN, Said, band_of, lines_of
from courses.content_files import load
from courses.models import Sureness
from people.models import Agency, Membership, Region, User
from simulations import actions, shipped
from simulations.models import Conference, Confidence, Participant, ScenarioVersion
from simulations.reflecting.actions import say_how_sure
from tests.courses.conftest import COURSE, FILES

PAGE, SHEET = "/en/boards/NWA/how-sure/", "/en/boards/NWA/how-sure.csv"
OUTCOMES = [UUID(f"40000000-0000-4000-8000-00000000000{number}") for number in (1, 2)]


def colleagues(region: Region, number: int) -> list[User]:
    people = [User.objects.create(email=f"{uuid4()}@diogel.example") for _ in range(number)]
    for each in people:
        employ(each, region)
    return people


def employ(someone: User, region: Region) -> None:
    agency, _new = Agency.objects.get_or_create(
        code="sure-agency", defaults={"name_en": "A school", "name_cy": "Ysgol", "sector": "school"}
    )
    post = {"group": "C", "role": "Teacher", "starts": timezone.localdate()}
    Membership.objects.create(person=someone, agency=agency, region=region, **post)


def say(people: list[User], when: str, *levels: int) -> None:
    Sureness.objects.bulk_create(
        Sureness(person=each, course_key=COURSE, outcome=outcome, when=when, level=level)
        for each in people
        for outcome, level in zip(OUTCOMES, levels, strict=True)
    )


def rows(client: Client) -> dict[tuple[str, str], list[str]]:
    text = client.get(SHEET).content.decode("utf-8-sig")
    return {(row[2], row[3]): [each for each in row[4:] if each] for row in list(csv.reader(io.StringIO(text)))[1:]}


@pytest.fixture
def board(client: Client, board_officer: User, gwent: Region) -> Client:
    client.force_login(board_officer)
    return client


@pytest.mark.parametrize(
    ("mean", "limits", "band"),
    [(1, OF_TEN, "less"), (4.9, OF_TEN, "less"), (5, OF_TEN, "fairly"), (8, OF_TEN, "very"), (3.5, OF_FIVE, "fairly")],
)
def test_the_bands_begin_where_the_page_says(mean: float, limits: tuple[int, int], band: str) -> None:
    assert band_of(mean, limits) == band


def test_a_hidden_count_cannot_be_worked_out_from_the_total() -> None:
    [line] = lines_of(said(less=range(3), fairly=range(3, 33), very=range(33, 53)), {"before": "B"}, 10)
    assert line.bands[0] == "[c]"
    assert [line.answers, *line.bands].count("[c]") >= 2


def test_many_answers_of_few_people_are_hidden_too() -> None:
    few = [*said(very=range(6)), *said(very=range(6), conference=2), *said(very=range(6), conference=3)]
    [line] = lines_of(few, {"before": "B"}, 10)
    assert (line.conferences, line.answers, line.bands[2]) == ("3", "[c]", "[c]")
    [line] = lines_of([*few, *said(very=range(6, 12))], {"before": "B"}, 10)
    assert (line.answers, line.bands) == ("24", ("0", "0", "24"))


def said(conference: int = 1, **bands: Iterable[int]) -> list[Said]:
    return [Said("before", band, ("person", who), conference) for band, people in bands.items() for who in people]


@pytest.mark.django_db
def test_counts_of_a_course_are_of_people_by_the_mean_of_what_they_said(board: Client, north_wales: Region) -> None:
    load(FILES)
    people = colleagues(north_wales, 24)
    say(people[:12], "before", 2, 5)
    say(people[12:], "before", 4, 6)
    say(people, "after", 8, 9)
    found = rows(board)
    assert found["Two lessons", "Before"] == ["24", "12", "12", "0"]
    assert found["Two lessons", "Afterwards"] == ["24", "0", "0", "24"]
    page = board.get(PAGE).content.decode()
    assert "Two lessons" in page
    assert "Being sure is not being right." in page
    assert "Dwy wers" in board.get(PAGE.replace("/en/", "/cy/")).content.decode()


@pytest.mark.django_db
def test_few_people_are_hidden_and_so_are_those_of_another_region(
    board: Client, north_wales: Region, gwent: Region
) -> None:
    load(FILES)
    say(colleagues(gwent, 40), "before", 9, 9)
    assert "Nobody here has said yet" in board.get(PAGE).content.decode()
    say(colleagues(north_wales, 4), "before", 9, 9)
    assert rows(board)["Two lessons", "Before"][0] == "[c]"
    assert not {"4", "40", "44"} & set(rows(board)["Two lessons", "Before"])


@pytest.mark.django_db
def test_of_conferences_each_answer_counts_and_so_it_stays_when_names_are_forgotten(
    board: Client, facilitator: User, north_wales: Region
) -> None:
    people = colleagues(north_wales, 12)
    employ(facilitator, north_wales)
    for level in (1, 5):
        say_of(held(facilitator, people), level)
    watching = held(facilitator, people[:1])
    Participant.objects.filter(conference=watching).update(role=Participant.Role.ACTOR)
    say_of(watching, 3)
    say_of(held(facilitator, people, began_at=None), 3)
    counted = ["2", "24", "12", "0", "12"]
    assert rows(board)["Conferences", "Before"] == counted
    Participant.objects.update(person=None)
    assert rows(board)["Conferences", "Before"] == counted


def held(facilitator: User, people: list[User], **changes: object) -> Conference:
    """A conference of the region that its facilitator works in."""
    shipped.load()
    version = ScenarioVersion.objects.get(scenario__slug="ty-coed")
    conference = actions.plan_conference(
        facilitator=facilitator, version=version, planned_for=timezone.now(), people=people
    )
    Conference.objects.filter(pk=conference.pk).update(**{"began_at": timezone.now(), **changes})
    return conference


def say_of(conference: Conference, level: int) -> None:
    for listed in Participant.objects.filter(conference=conference):
        say_how_sure(listed, Confidence.When.BEFORE, {"say": level, "ask": level})


@pytest.mark.django_db
@pytest.mark.parametrize("address", [PAGE, SHEET])
def test_another_board_and_a_learner_do_not_see_it(
    client: Client, officer: User, other_board_officer: User, address: str
) -> None:
    for person in (officer, other_board_officer):
        client.force_login(person)
        assert client.get(address).status_code == 403
