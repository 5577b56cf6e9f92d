"""Planning a conference that takes up another, and the page from which one rehearses alone."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone

if TYPE_CHECKING:
    from people.models import User
    from simulations.models import Conference, ScenarioVersion

pytestmark = pytest.mark.django_db
FILES = Path(__file__).parents[2] / "files/scenarios"


def kept(name: str) -> ScenarioVersion:
    from simulations.models import Scenario, ScenarioVersion

    text = (FILES / f"{name}.yaml").read_text()
    scenario = Scenario.objects.create(slug=name)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return ScenarioVersion.objects.create(
        scenario=scenario, text=text, sha256=sha256, title_en=name, title_cy=name, status="sample"
    )


@pytest.fixture
def review(db: None) -> ScenarioVersion:
    return kept("bryn-awel-review")


@pytest.fixture
def before(facilitator: User) -> Conference:
    """A conference of the trainer's on Bryn Awel, held by scripts and closed."""
    from simulations.actions import FACILITATOR, carry_out, plan_conference
    from simulations.engine.actors import Facilitator
    from simulations.engine.commands import Close, End, Start

    conference = plan_conference(
        facilitator=facilitator, version=kept("bryn-awel"), variant="calm", planned_for=timezone.now()
    )
    for command in (Start, End, Close):
        carry_out(conference, FACILITATOR, command(by=Facilitator()))
    conference.refresh_from_db()
    return conference


@pytest.fixture
def other_facilitator(db: None) -> User:
    from conftest import give, person

    return give(person("Huw Parry"), "trainer")


def signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def form(version: ScenarioVersion, **changes: str) -> dict[str, str]:
    whole = {
        "version": str(version.pk), "setting": "text", "arrangement": "bilingual", "planned_for": "2027-03-01T10:00",
        "people": "", "joining": "list",
    }  # fmt: skip
    return {**whole, **changes}


def test_a_trainer_chooses_which_closed_conference_is_taken_up(
    review: ScenarioVersion, before: Conference, facilitator: User
) -> None:
    from simulations.models import Conference

    client = signed_in(facilitator)
    assert "bryn-awel, " in client.get("/en/conferences/plan/").content.decode()
    answer = client.post("/en/conferences/plan/", form(review, continues=str(before.pk)))
    assert answer.status_code == 302
    planned = Conference.objects.get(version=review)
    assert planned.continues == before
    earlier = planned.terms().earlier
    assert earlier is not None
    assert earlier.scenario == "bryn-awel"


def test_none_is_taken_up_unless_one_is_chosen(review: ScenarioVersion, before: Conference, facilitator: User) -> None:
    from simulations.models import Conference

    signed_in(facilitator).post("/en/conferences/plan/", form(review))
    assert Conference.objects.get(version=review).terms().earlier is None


def test_another_trainers_conference_is_not_offered_and_not_taken(
    review: ScenarioVersion, before: Conference, other_facilitator: User
) -> None:
    client = signed_in(other_facilitator)
    assert "Takes up" not in client.get("/en/conferences/plan/").content.decode()
    client.post("/en/conferences/plan/", form(review, continues=str(before.pk)))
    from simulations.models import Conference

    assert not Conference.objects.filter(continues=before).exists()


def test_a_scenario_that_continues_another_or_none_says_so(
    review: ScenarioVersion, before: Conference, facilitator: User
) -> None:
    answer = signed_in(facilitator).post(
        "/en/conferences/plan/", form(before.version, variant="calm", continues=str(before.pk))
    )
    assert answer.status_code == 422
    assert "does not continue that conference" in answer.content.decode()


def test_one_that_is_not_closed_is_not_offered(review: ScenarioVersion, before: Conference, facilitator: User) -> None:
    from simulations.models import Conference

    Conference.objects.filter(pk=before.pk).update(state=Conference.State.RUNNING)
    assert "Takes up" not in signed_in(facilitator).get("/en/conferences/plan/").content.decode()


def test_what_is_in_it_and_where_to_turn_stand_before_anything_else(review: ScenarioVersion, officer: User) -> None:
    page = signed_in(officer).get("/en/conferences/alone/").content.decode()
    assert page.index("KQNOTE") < page.index("KQSUPPORT") < page.index("A small review") < page.index("Rehearse this")
    assert "nobody has reviewed this scenario yet" in page


def test_a_learner_begins_from_the_page_and_takes_a_seat(review: ScenarioVersion, officer: User) -> None:
    from simulations.models import Conference

    client = signed_in(officer)
    answer = client.post("/en/conferences/alone/", {"version": str(review.pk)})
    alone = Conference.objects.get(alone=True)
    assert answer.headers["Location"] == f"/en/conferences/{alone.pk}/"
    lobby = client.get(answer.headers["Location"]).content.decode()
    assert lobby.index("KQNOTE") < lobby.index("Your seat")
    assert "nobody facilitates" in lobby
    assert client.post(answer.headers["Location"], {"seat": "police", "where": "alone"}).status_code == 302
    assert client.get(f"/en/conferences/{alone.pk}/room/").status_code == 200
    assert "You have begun" in client.get("/en/conferences/alone/").content.decode()


def test_what_may_not_be_rehearsed_alone_is_refused(review: ScenarioVersion, before: Conference, officer: User) -> None:
    from simulations.models import Conference

    answer = signed_in(officer).post("/en/conferences/alone/", {"version": str(before.version_id)})
    assert answer.status_code == 409
    assert not Conference.objects.filter(alone=True).exists()


def test_who_comes_back_by_the_lobby_an_hour_later_finds_it_where_it_was(
    review: ScenarioVersion, officer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    from simulations import actions, presence
    from simulations.engine.actors import Seated
    from simulations.engine.commands import NextPhase, Start
    from simulations.engine.scenario.values import SeatId
    from simulations.models import Conference
    from simulations.selectors import participant_in, proceedings_of

    client = signed_in(officer)
    lobby = client.post("/en/conferences/alone/", {"version": str(review.pk)}).headers["Location"]
    client.post(lobby, {"seat": "police", "where": "alone"})
    alone = Conference.objects.get(alone=True)
    listed = participant_in(alone, officer)
    assert listed is not None
    for command in (Start, NextPhase):
        actions.carry_out(alone, listed.reference, command(by=Seated(SeatId("police"))))
    now = timezone.now()
    presence.came([presence.Connection(alone.pk, listed.reference, "here", now)])
    monkeypatch.setattr(actions.timezone, "now", lambda: now + timedelta(hours=1))
    client.post(lobby, {"seat": "police", "where": "with-others"})
    state = proceedings_of(alone).state
    assert state.seats[SeatId("police")].where == "with-others"
    assert state.phase.id == "opening"
    assert state.clock.read(now + timedelta(hours=1)) < timedelta(seconds=30)


def test_somebody_elses_rehearsal_is_nobody_elses(review: ScenarioVersion, officer: User, teacher: User) -> None:
    from simulations.models import Conference

    signed_in(officer).post("/en/conferences/alone/", {"version": str(review.pk)})
    alone = Conference.objects.get(alone=True)
    assert signed_in(teacher).get(f"/en/conferences/{alone.pk}/").status_code == 403


def test_the_list_of_conferences_leads_there_where_there_is_one_to_rehearse(
    review: ScenarioVersion, officer: User
) -> None:
    assert "/en/conferences/alone/" in signed_in(officer).get("/en/conferences/").content.decode()
    review.status = "retired"
    review.save()
    assert "/en/conferences/alone/" not in signed_in(officer).get("/en/conferences/").content.decode()
