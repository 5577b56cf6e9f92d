"""Trainers and board officers arrange more time for those whom they answer for, and for nobody else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from assessments.actions import begin
from assessments.models import ExtraTime, Paper
from people.models import Region, User
from simulations import actions, shipped
from simulations.models import ScenarioVersion
from tests.assessments.taking import CHOICE, marker, paper_of

pytestmark = pytest.mark.django_db
PAGE = "/en/assessments/more-time/"
REFUSED = "Nobody for whom you may arrange this has this address."


def arrange(giver: User, email: str, percent: object = 50) -> str:
    client = Client()
    client.force_login(giver)
    return client.post(PAGE, {"email": email, "percent": percent}, follow=True).content.decode()


@pytest.fixture
def listed(facilitator: User, teacher: User) -> User:
    """The teacher, on the list of a conference that the facilitator runs."""
    shipped.load()
    version = ScenarioVersion.objects.get(scenario__slug="ty-coed")
    actions.plan_conference(facilitator=facilitator, version=version, planned_for=timezone.now(), people=[teacher])
    return teacher


def test_a_trainer_arranges_it_for_who_is_on_the_list_of_a_conference_they_run(
    facilitator: User, listed: User, officer: User
) -> None:
    page = arrange(facilitator, listed.email.upper())
    assert "Arranged." in page
    assert listed.email in page
    kept = ExtraTime.objects.get()
    assert (kept.person, kept.percent, kept.granted_by) == (listed, 50, facilitator)
    assert REFUSED in arrange(facilitator, officer.email)
    assert ExtraTime.objects.count() == 1


def test_a_board_officer_arranges_it_for_who_has_a_post_in_their_region(
    board_officer: User, other_board_officer: User, officer: User
) -> None:
    assert REFUSED in arrange(other_board_officer, officer.email)
    assert "Arranged." in arrange(board_officer, officer.email)


def test_whether_there_is_somebody_with_an_address_is_not_told(board_officer: User, gwent: Region) -> None:
    told = [
        arrange(board_officer, email).count(REFUSED) for email in ("nobody@diogel.example", marker("Olwen Price").email)
    ]
    assert told[0] == told[1] > 0


def test_nobody_arranges_it_for_themselves(board_officer: User) -> None:
    assert REFUSED in arrange(board_officer, board_officer.email)


@pytest.mark.parametrize("percent", ["4", "301", "much"])
def test_how_much_is_bounded(board_officer: User, officer: User, percent: str) -> None:
    assert "Problem" in arrange(board_officer, officer.email, percent)
    assert not ExtraTime.objects.exists()


def test_a_learner_does_not_reach_the_page(client: Client, officer: User) -> None:
    client.force_login(officer)
    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE, {"email": officer.email, "percent": 50}).status_code == 403


def test_it_lengthens_a_paper_under_way_and_shortens_none(board_officer: User, officer: User) -> None:
    paper = paper_of(CHOICE, pass_mark=1)
    Paper.objects.filter(pk=paper.pk).update(limit_minutes=60)
    attempt = begin(officer, paper)
    for percent, minutes in ((50, 90), (25, 90)):
        arrange(board_officer, officer.email, percent)
        attempt.refresh_from_db()
        assert attempt.ends_at == attempt.begun_at + timedelta(minutes=minutes)


def test_only_who_arranged_it_takes_it_back(facilitator: User, board_officer: User, officer: User) -> None:
    arrange(board_officer, officer.email)
    address = f"{PAGE}{ExtraTime.objects.get().pk}/take-back/"
    for giver, left in ((facilitator, 1), (board_officer, 0)):
        client = Client()
        client.force_login(giver)
        client.post(address)
        assert ExtraTime.objects.count() == left
