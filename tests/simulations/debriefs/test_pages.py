"""The pages beside a debrief: the conference again, rooms side by side, the file for evaluation. Nothing too early, nobody's name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone

if TYPE_CHECKING:
    from django.http import HttpResponse

    from people.models import User
    from simulations.models import Conference, ScenarioVersion

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference(ty_coed: ScenarioVersion, facilitator: User, officer: User) -> Conference:
    """Tŷ Coed by scripts with an officer on the police's seat, ended early and not yet debriefed."""
    from simulations import actions
    from simulations.engine.actors import Facilitator
    from simulations.engine.commands import End, Start

    conference = actions.plan_conference(
        facilitator=facilitator, version=ty_coed, planned_for=timezone.now(), people=[officer]
    )
    actions.take_seat(conference.participants.get(), "police")
    for command in (Start(by=Facilitator()), End(by=Facilitator())):
        actions.carry_out(conference, actions.FACILITATOR, command)
    return conference


@pytest.fixture
def outsider(db: None) -> User:
    from conftest import give, person

    return give(person("Huw Parry"), "trainer")


def open_up_to(conference: Conference, last: str) -> None:
    from simulations import actions
    from simulations.engine.actors import Facilitator
    from simulations.engine.commands import NextPhase, OpenStep
    from simulations.engine.reconciling import STEPS
    from simulations.selectors import proceedings_of

    while (now := proceedings_of(conference).state.phase.id) != "debrief":
        actions.carry_out(conference, actions.FACILITATOR, NextPhase(by=Facilitator(), leaving=now))
    for step in STEPS[: STEPS.index(last) + 1]:
        actions.carry_out(conference, actions.FACILITATOR, OpenStep(by=Facilitator(), step=step))


def get(person: User, conference: Conference, page: str, language: str = "en") -> HttpResponse:
    client = Client()
    client.force_login(person)
    answer: HttpResponse = client.get(f"/{language}/conferences/{conference.pk}/{page}")
    return answer


def test_the_conference_is_gone_through_again_from_ones_own_seat(conference: Conference, officer: User) -> None:
    open_up_to(conference, "timeline")
    answer = get(officer, conference, "again/?at=5")
    page = answer.content.decode()
    assert answer.status_code == 200
    held = next(paper for paper in conference.scenario().papers.values() if "police" in paper.held_by)
    assert held.title.in_language("en") in page
    assert 'type="range"' in page
    room = page.split('class="room again__room"')[1]
    assert "<button" not in room.split("</main>")[0]


def test_it_is_not_gone_through_before_the_timeline_is_open(
    conference: Conference, officer: User, facilitator: User
) -> None:
    open_up_to(conference, "views")
    for person in (officer, facilitator):
        answer = get(person, conference, "again/")
        assert answer.status_code == 403
        assert "opened the timeline" in answer.content.decode()


def test_another_seat_is_not_looked_from_unless_it_agreed(conference: Conference, officer: User) -> None:
    open_up_to(conference, "timeline")
    answer = get(officer, conference, "again/?seat=health-visitor")
    assert answer.status_code == 403
    assert "has not agreed" in answer.content.decode()


@pytest.mark.parametrize("at", ["-5", "x", "99999999999999999999", "²"])
def test_a_moment_that_is_none_is_the_beginning(conference: Conference, officer: User, at: str) -> None:
    open_up_to(conference, "timeline")
    answer = get(officer, conference, f"again/?at={at}")
    assert answer.status_code == 200
    assert 'value="0"' in answer.content.decode()


def test_rooms_are_shown_in_figures_once_the_step_is_open(conference: Conference, officer: User) -> None:
    open_up_to(conference, "timeline")
    assert get(officer, conference, "side-by-side/").status_code == 403
    open_up_to(conference, "rooms")
    page = get(officer, conference, "side-by-side/").content.decode()
    assert "Room 1 (yours)" in page
    assert officer.get_full_name() not in page.split("<main")[1]


def test_a_room_whose_debrief_has_not_come_as_far_shows_no_figures(
    conference: Conference, facilitator: User, officer: User
) -> None:
    from simulations import actions
    from simulations.debriefs.figures import side_by_side
    from simulations.models import Conference

    beside = actions.plan_conference(
        facilitator=facilitator, version=conference.version, planned_for=conference.planned_for, people=[]
    )
    Conference.objects.filter(pk=beside.pk).update(gathering=conference.gathering)
    open_up_to(conference, "rooms")
    shown = {room.own: room.pool for room in side_by_side(conference)}
    assert shown[True] is not None
    assert shown[False] is None


def test_the_file_for_evaluation_has_figures_and_nobodys_name_or_words(
    conference: Conference, facilitator: User, officer: User
) -> None:
    open_up_to(conference, "views")
    answer = get(facilitator, conference, "evaluation.json")
    told = json.loads(answer.content)
    assert told["schema"] == "diogel.evaluation.1"
    assert (told["scenario"], told["people"], told["setting"]) == ("ty-coed", 1, "text")
    assert "pool_rate" in told["measures"]
    assert told["answers"]["useful"] == {"answers": None, "chosen": None}
    assert {line["agreed"] for line in told["rubric"].values()} == {None}
    text = answer.content.decode()
    scenario = conference.scenario()
    seats = set(map(str, scenario.seats)) - set(map(str, scenario.family.children))
    private = [officer.get_full_name(), officer.email, conference.participants.get().reference]
    words = [fact.gist.in_language(language) for fact in scenario.facts.values() for language in ("en", "cy")]
    assert [
        each for each in (*private, *words, *seats) if f'"{each}"' in text or (each in private and each in text)
    ] == []


def test_what_those_who_scored_came_to_together_is_in_the_file(conference: Conference, facilitator: User) -> None:
    from simulations.scoring.sheets import agree_on

    open_up_to(conference, "views")
    line, other = list(conference.scenario().debrief.rubric)[:2]
    agree_on(conference, {line: 2})
    rubric = json.loads(get(facilitator, conference, "evaluation.json").content)["rubric"]
    assert rubric[line] == {"agreed": 2, "levels": 3}
    assert rubric[other]["agreed"] is None


def test_nobody_else_has_any_of_it(conference: Conference, officer: User, outsider: User, facilitator: User) -> None:
    assert get(facilitator, conference, "evaluation.json").status_code == 403
    open_up_to(conference, "what-i-will-do")
    assert get(officer, conference, "evaluation.json").status_code == 404
    for page in ("again/", "side-by-side/"):
        assert get(outsider, conference, page).status_code == 403


def test_the_pages_speak_welsh(conference: Conference, officer: User) -> None:
    open_up_to(conference, "rooms")
    assert "Y gynhadledd eto" in get(officer, conference, "again/", "cy").content.decode()
    assert "Fesul ystafell" in get(officer, conference, "side-by-side/", "cy").content.decode()
