"""Another way to meet the outcome: said in the lobby in the reader's language, chosen without a reason, written by those who run it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone

if TYPE_CHECKING:
    from people.models import User
    from simulations.models import Conference, ScenarioVersion

pytestmark = pytest.mark.django_db
OWN = {
    "other_way_cy": "Darllenwch yr achos gyda mi.",
    "other_way_en": "Read the case with me.",
    "other_way_link": "/en/courses/",
}


@pytest.fixture
def conference(ty_coed: ScenarioVersion, facilitator: User, officer: User) -> Conference:
    from simulations import actions

    return actions.plan_conference(
        facilitator=facilitator, version=ty_coed, planned_for=timezone.now(), people=[officer]
    )


def signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def lobby(person: User, conference: Conference, language: str = "en") -> str:
    return signed_in(person).get(f"/{language}/conferences/{conference.pk}/").content.decode()


def test_the_lobby_names_another_way_before_anybody_has_written_one(conference: Conference, officer: User) -> None:
    assert "Watch without a seat" in lobby(officer, conference)
    assert "Gwyliwch heb sedd" in lobby(officer, conference, "cy")


def test_those_who_run_it_write_their_own_and_each_reads_it_in_their_language(
    conference: Conference, facilitator: User, officer: User
) -> None:
    answer = signed_in(facilitator).post(f"/en/conferences/{conference.pk}/other-way/", OWN)
    assert answer.status_code == 302
    assert OWN["other_way_en"] in lobby(officer, conference)
    welsh = lobby(officer, conference, "cy")
    assert OWN["other_way_cy"] in welsh
    assert 'href="/en/courses/"' in welsh


def test_what_is_written_in_one_language_only_says_so_to_those_who_read_the_other(
    conference: Conference, facilitator: User, officer: User
) -> None:
    signed_in(facilitator).post(f"/en/conferences/{conference.pk}/other-way/", {**OWN, "other_way_en": ""})
    assert f'<p lang="cy">{OWN["other_way_cy"]}' in lobby(officer, conference)


@pytest.mark.parametrize("link", ["javascript:alert(1)", "http://example.org/", "//example.org/", "/a b", "x" * 301])
def test_a_page_for_it_is_one_of_ours_or_begins_with_https(
    conference: Conference, facilitator: User, link: str
) -> None:
    answer = signed_in(facilitator).post(f"/en/conferences/{conference.pk}/other-way/", {**OWN, "other_way_link": link})
    assert answer.status_code == 422
    assert OWN["other_way_en"] in answer.content.decode()  # nothing typed is lost


def test_somebody_takes_the_other_way_without_a_reason_and_those_who_run_it_see_that(
    conference: Conference, facilitator: User, officer: User
) -> None:
    signed_in(officer).post(f"/en/conferences/{conference.pk}/answer/", {"coming": "other-way"})
    assert "Takes the other way" in lobby(facilitator, conference)
    assert "You can still change your mind" in lobby(officer, conference)


@pytest.mark.parametrize("said", ["", "perhaps", "x" * 500])
def test_nothing_else_is_an_answer(conference: Conference, officer: User, said: str) -> None:
    answer = signed_in(officer).post(f"/en/conferences/{conference.pk}/answer/", {"coming": said})
    assert answer.status_code == 409


def test_only_those_who_run_it_write_it(conference: Conference, officer: User) -> None:
    assert signed_in(officer).post(f"/en/conferences/{conference.pk}/other-way/", OWN).status_code == 404


def test_who_gets_ready_says_which_language_they_speak_here(conference: Conference, officer: User) -> None:
    from simulations.models import Participant

    for language, kept in (("cy", "cy"), ("fr", "cy"), ("en", "en")):
        said = {"read": "on", "private": "on", "invented": "on", "reach": "204", "language": language}
        signed_in(officer).post(f"/en/conferences/{conference.pk}/ready/", said)
        assert Participant.objects.get(conference=conference, person=officer).language == kept


@pytest.mark.parametrize(("setting", "asked"), [("text", False), ("one-room", False), ("call-beside", True)])
def test_headphones_are_asked_for_where_people_talk_at_their_own_screens(
    conference: Conference, officer: User, setting: str, asked: bool
) -> None:
    conference.setting = setting
    conference.save()
    assert ("I have headphones" in lobby(officer, conference)) is asked
