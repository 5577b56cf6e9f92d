"""The pack to print: everything a table needs on paper, for those who run the conference alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone

if TYPE_CHECKING:
    from people.models import User
    from simulations.models import Conference, ScenarioVersion

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference(ty_coed: ScenarioVersion, facilitator: User, officer: User) -> Conference:
    from simulations import actions

    return actions.plan_conference(
        facilitator=facilitator, version=ty_coed, planned_for=timezone.now(), people=[officer]
    )


def pack_for(person: User, conference: Conference) -> tuple[int, str]:
    client = Client()
    client.force_login(person)
    answer = client.get(f"/en/conferences/{conference.pk}/pack/")
    return answer.status_code, answer.content.decode()


def test_every_passage_is_there_with_boxes_to_tick_in_both_languages(conference: Conference, facilitator: User) -> None:
    from django.utils.html import escape

    status, page = pack_for(facilitator, conference)
    assert status == 200
    scenario = conference.scenario()
    passages = [passage for paper in scenario.papers.values() for passage in paper.passages]
    lacking = [
        (passage.id, language)
        for passage in passages
        for language in ("en", "cy")
        if escape(passage.text.in_language(language)).split("\n")[0] not in page
    ]
    assert lacking == []
    assert page.count("not said") >= len(passages)
    assert page.count("heb ei ddweud") >= len(passages)


def test_no_page_tells_which_passages_matter(conference: Conference, facilitator: User) -> None:
    _status, page = pack_for(facilitator, conference)
    gists = [
        fact.gist.in_language(language) for fact in conference.scenario().facts.values() for language in ("en", "cy")
    ]
    assert [gist for gist in gists if gist in page] == []


def test_who_takes_part_gets_no_pack(conference: Conference, officer: User) -> None:
    assert pack_for(officer, conference)[0] == 404


def test_what_a_child_said_stands_as_it_was_said_with_its_rendering_below(
    conference: Conference, facilitator: User
) -> None:
    from django.utils.html import escape

    _status, page = pack_for(facilitator, conference)
    english = page.partition('<div lang="en">')[2]
    scenario = conference.scenario()
    spoken = [each for paper in scenario.papers.values() for each in paper.passages if each.spoken or paper.spoken]
    assert spoken
    for passage in spoken:
        said = escape(passage.text.in_language("cy")).partition("\n")[0]
        rendering = escape(passage.text.in_language("en")).partition("\n")[0]
        assert english.index(f'lang="cy">{said}') < english.index(rendering)


def test_the_run_sheet_says_when_in_the_words_of_the_agenda_and_lists_are_lists(
    conference: Conference, facilitator: User
) -> None:
    _status, page = pack_for(facilitator, conference)
    assert "Agor + 8:00" in page
    assert "opening + " not in page
    assert "- Carys has co-operated" not in page
    assert "<li>Carys has co-operated" in page


def test_the_family_is_drawn_and_nobody_is_accused_in_it(conference: Conference, facilitator: User) -> None:
    _status, page = pack_for(facilitator, conference)
    assert page.count("genogram__picture") >= 2
    assert "Carys’s partner, Ianto’s father" in page
    assert "harm" not in page.partition("genogram__picture")[2].partition("</table>")[0]
