"""Scoring a group on a page of its own: apart while it runs, together once it is closed, never a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.utils import timezone

if TYPE_CHECKING:
    from people.models import User
    from simulations.models import Conference, ScenarioVersion

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference(
    ty_coed: ScenarioVersion, facilitator: User, teacher: User, officer: User, health_visitor: User
) -> Conference:
    """Tŷ Coed, begun; the teacher and the officer are on its list to watch, the health visitor to take part."""
    from simulations import actions
    from simulations.engine.actors import Facilitator
    from simulations.engine.commands import Start
    from simulations.models import Participant

    planned = actions.plan_conference(
        facilitator=facilitator, version=ty_coed, planned_for=timezone.now(), people=[health_visitor]
    )
    for person in (teacher, officer):
        actions.put_on_list(planned, person, Participant.Role.OBSERVER)
    actions.carry_out(planned, actions.FACILITATOR, Start(by=Facilitator()))
    planned.refresh_from_db()
    return planned


def criteria(conference: Conference) -> list[str]:
    return list(conference.scenario().debrief.rubric)


def score(person: User, conference: Conference, levels: dict[str, Any] | None = None, language: str = "en") -> Any:
    client = Client()
    client.force_login(person)
    place = f"/{language}/conferences/{conference.pk}/scoring/"
    return client.get(place) if levels is None else client.post(place, levels, follow=True)


def scores(conference: Conference) -> list[int]:
    from simulations.selectors import proceedings_of

    return sorted(proceedings_of(conference).state.scores.values())


def close(conference: Conference) -> None:
    from simulations.actions import FACILITATOR, carry_out
    from simulations.engine.actors import Facilitator
    from simulations.engine.commands import Close, End

    for command in (End(by=Facilitator()), Close(by=Facilitator())):
        carry_out(conference, FACILITATOR, command)


def test_two_who_watch_score_apart_and_neither_sees_the_other(
    conference: Conference, teacher: User, officer: User
) -> None:
    line = criteria(conference)[0]
    assert "Your scores are kept." in score(teacher, conference, {line: "1"}).content.decode()
    page = score(officer, conference).content.decode()
    assert " checked" not in page.replace('value="0" checked', "")
    assert "The same level" not in page
    score(officer, conference, {line: "2"})
    assert scores(conference) == [1, 2]


def test_scores_can_be_changed_while_it_runs(conference: Conference, teacher: User) -> None:
    line = criteria(conference)[0]
    for level in ("1", "2", "2"):
        score(teacher, conference, {line: level})
    assert scores(conference) == [2]


def test_those_who_run_it_see_how_far_they_agree_with_how_many(
    conference: Conference, facilitator: User, teacher: User, officer: User
) -> None:
    first, second = criteria(conference)[:2]
    assert "No line has been scored by two people yet." in score(facilitator, conference).content.decode()
    score(teacher, conference, {first: "1", second: "1"})
    score(officer, conference, {first: "1", second: "2"})
    page = score(facilitator, conference).content.decode()
    assert "each two of them counted once</dt><dd>2</dd>" in page
    assert "The same level</dt><dd>50 %</dd>" in page
    assert "too few to tell" in page


def test_what_they_came_to_together_is_kept_once_it_is_closed_and_those_who_watched_read_it(
    conference: Conference, facilitator: User, teacher: User, officer: User
) -> None:
    from simulations.models import AgreedScore

    line = criteria(conference)[0]
    score(teacher, conference, {line: "1"})
    score(officer, conference, {line: "3"})
    close(conference)
    page = score(facilitator, conference).content.decode()
    assert "What did you come to together?" in page
    assert f"Levels given apart differ at 1 of {len(criteria(conference))} lines" in page
    assert "Given apart: 1, 3" in page
    for level in ("1", "2"):
        score(facilitator, conference, {line: level})
    assert [(each.criterion, each.level) for each in AgreedScore.objects.all()] == [(line, 2)]
    page = score(teacher, conference).content.decode()
    assert "1, 3" in page
    assert "Keep" not in page
    assert not any(name in page for name in ("Tom", "Meg"))


def test_after_it_is_closed_nobody_who_watched_scores_any_more(conference: Conference, teacher: User) -> None:
    close(conference)
    score(teacher, conference, {criteria(conference)[0]: "1"})
    assert scores(conference) == []


def test_nobody_on_the_list_to_take_part_scores(conference: Conference, health_visitor: User) -> None:
    assert score(health_visitor, conference).status_code == 403


@pytest.mark.parametrize("level", ["9", "-1", "many"])
def test_a_level_that_the_rubric_does_not_have_is_refused(conference: Conference, teacher: User, level: str) -> None:
    assert score(teacher, conference, {criteria(conference)[0]: level}).status_code == 422
    assert scores(conference) == []


def test_a_line_left_for_later_is_no_level_and_nothing_to_complain_of(conference: Conference, teacher: User) -> None:
    first, second = criteria(conference)[:2]
    page = score(teacher, conference, {first: "0", second: "2"}).content.decode()
    assert "(optional)" not in page
    assert scores(conference) == [2]


def test_the_page_is_whole_in_welsh(conference: Conference, facilitator: User) -> None:
    page = score(facilitator, conference, language="cy").content.decode()
    line = next(iter(conference.scenario().debrief.rubric.values()))
    assert line.text.in_language("cy") in page
    assert "Sgorio’r grŵp" in page
