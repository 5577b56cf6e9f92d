"""The pages round a conference: who may plan one, what a wrong form is told, and sitting down from the lobby."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client

if TYPE_CHECKING:
    from people.models import User
    from simulations.models import Conference, ScenarioVersion

pytestmark = pytest.mark.django_db
WHEN = "2027-03-01T10:00"


@pytest.fixture
def ty_coed(ty_coed: ScenarioVersion) -> int:
    """Tŷ Coed, the only scenario left; the id of its version."""
    from simulations.models import ScenarioVersion

    ScenarioVersion.objects.exclude(pk=ty_coed.pk).delete()
    return ty_coed.pk


@pytest.fixture
def conference(ty_coed: int, facilitator: User, officer: User, health_visitor: User) -> Conference:
    from django.utils import timezone

    from simulations.actions import plan_conference
    from simulations.models import ScenarioVersion

    version = ScenarioVersion.objects.get(pk=ty_coed)
    people = [officer, health_visitor]
    return plan_conference(facilitator=facilitator, version=version, planned_for=timezone.now(), people=people)


def signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def form(of: int, **changes: str) -> dict[str, str]:
    whole = {
        "version": str(of),
        "setting": "text",
        "arrangement": "bilingual",
        "planned_for": WHEN,
        "people": "",
        "joining": "list",
    }
    return {**whole, **changes}


def test_a_trainer_plans_a_conference_with_people_on_its_list(ty_coed: int, facilitator: User, officer: User) -> None:
    from simulations.models import Conference

    answer = signed_in(facilitator).post("/en/conferences/plan/", form(ty_coed, people=f"{officer.email.upper()}\n"))
    conference = Conference.objects.get()
    assert answer.headers["Location"] == f"/en/conferences/{conference.pk}/"
    assert [listed.person for listed in conference.participants.all()] == [officer]


def test_addresses_may_come_in_a_row_as_calendars_write_them(
    ty_coed: int, facilitator: User, officer: User, health_visitor: User
) -> None:
    from simulations.models import Conference

    row = f"{officer.email}; {health_visitor.email}, {officer.email}"
    signed_in(facilitator).post("/en/conferences/plan/", form(ty_coed, people=row))
    assert {listed.person for listed in Conference.objects.get().participants.all()} == {officer, health_visitor}


def test_scenarios_are_offered_by_their_titles_alone(ty_coed: int, facilitator: User) -> None:
    page = signed_in(facilitator).get("/cy/conferences/plan/").content.decode()
    assert f'<option value="{ty_coed}" selected>Tŷ Coed</option>' in page


def test_what_is_wrong_is_summed_up_once(ty_coed: int, facilitator: User) -> None:
    answer = signed_in(facilitator).post("/en/conferences/plan/", form(ty_coed, setting="moon"))
    assert answer.content.decode().count("govuk-error-summary__title") == 1


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"people": "nobody@diogel.example"}, "Nobody here has this address: nobody@diogel.example."),
        ({"people": "\n".join(f"a{n}@b.example" for n in range(81))}, "At most 80 people."),
        ({"planned_for": "tomorrow"}, "Enter a valid date/time."),
        ({"setting": "moon"}, "Select a valid choice."),
        ({"version": "999999"}, "Select a valid choice."),
    ],
)
def test_a_wrong_plan_is_told_what_is_wrong_and_keeps_the_rest(
    ty_coed: int, facilitator: User, changes: dict[str, str], told: str
) -> None:
    answer = signed_in(facilitator).post("/en/conferences/plan/", form(ty_coed, **changes))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert told in page
    if "planned_for" not in changes:
        assert WHEN in page, "what was right is still in the form"


def test_an_unfinished_scenario_is_not_offered_and_not_taken(ty_coed: int, facilitator: User) -> None:
    from simulations.models import Conference, ScenarioVersion

    ScenarioVersion.objects.filter(pk=ty_coed).update(status="draft")
    client = signed_in(facilitator)
    assert "There is no scenario yet that runs." in client.get("/en/conferences/plan/").content.decode()
    assert client.post("/en/conferences/plan/", form(ty_coed)).status_code == 422
    assert not Conference.objects.exists()


def test_only_trainers_may_plan(officer: User) -> None:
    assert signed_in(officer).get("/en/conferences/plan/").status_code == 403
    assert b"/en/conferences/plan/" not in signed_in(officer).get("/en/conferences/").content


def test_without_a_scenario_the_form_says_so(ty_coed: int, facilitator: User) -> None:
    from simulations.models import ScenarioVersion

    ScenarioVersion.objects.get(pk=ty_coed).delete()
    page = signed_in(facilitator).get("/en/conferences/plan/").content.decode()
    assert "There is no scenario yet that runs." in page


def test_a_person_on_the_list_takes_a_seat_and_comes_into_the_room(conference: Conference, officer: User) -> None:
    client = signed_in(officer)
    address = f"/en/conferences/{conference.pk}/"
    assert client.get(f"{address}room/").headers["Location"] == address, "without a seat, to the lobby"
    answer = client.post(address, {"seat": "police", "where": "alone"})
    assert answer.headers["Location"] == f"{address}room/"
    assert 'data-kind="seat"' in client.get(f"{address}room/").content.decode()


@pytest.mark.parametrize(
    ("language", "choice", "told"),
    [
        ("en", {"seat": "king", "where": "alone"}, "Choose the seat you want to take."),
        ("cy", {"seat": "king", "where": "alone"}, "Dewiswch y sedd"),
        ("en", {"seat": "police", "where": "the moon"}, "Say where you are"),
        ("en", {"seat": "mabli", "where": "alone"}, "seat"),
    ],
)
def test_a_wrong_choice_is_told_in_the_readers_language(
    conference: Conference, officer: User, language: str, choice: dict[str, str], told: str
) -> None:
    answer = signed_in(officer).post(f"/{language}/conferences/{conference.pk}/", choice)
    assert answer.status_code == 409
    assert told in answer.content.decode()
    assert not conference.seats.filter(filled="person").exists()


def test_a_seat_that_is_taken_stays_whose_it_is(conference: Conference, officer: User, health_visitor: User) -> None:
    address = f"/en/conferences/{conference.pk}/"
    signed_in(officer).post(address, {"seat": "police", "where": "alone"})
    answer = signed_in(health_visitor).post(address, {"seat": "police", "where": "alone"})
    assert answer.status_code == 409
    assert conference.seats.get(seat="police").participant.person == officer


def test_who_is_not_on_the_list_does_not_come_in(conference: Conference, teacher: User) -> None:
    for page in ("", "room/"):
        assert signed_in(teacher).get(f"/en/conferences/{conference.pk}/{page}").status_code == 403


def test_an_unknown_conference_is_not_found(officer: User) -> None:
    assert signed_in(officer).get("/en/conferences/99999/").status_code == 404


def test_the_facilitator_adds_people_by_address(conference: Conference, facilitator: User, teacher: User) -> None:
    address = f"/en/conferences/{conference.pk}/list/"
    client = signed_in(facilitator)
    assert client.post(address, {"email": teacher.email}).status_code == 302
    assert conference.participants.filter(person=teacher).exists()
    answer = client.post(address, {"email": "nobody@diogel.example"})
    assert answer.status_code == 409
    assert "Nobody here has this address." in answer.content.decode()


def test_only_its_facilitator_adds_people(conference: Conference, officer: User, teacher: User) -> None:
    answer = signed_in(officer).post(f"/en/conferences/{conference.pk}/list/", {"email": teacher.email})
    assert answer.status_code == 404


def test_the_rooms_page_holds_nothing_private(conference: Conference, officer: User) -> None:
    """Private words come over the socket alone, so that the page's address gives nothing away."""
    client = signed_in(officer)
    client.post(f"/en/conferences/{conference.pk}/", {"seat": "police", "where": "alone"})
    page = client.get(f"/en/conferences/{conference.pk}/room/").content.decode()
    scenario = conference.scenario()
    private = [passage.text for paper in scenario.papers.values() for passage in paper.passages]
    private += [fact.gist for fact in scenario.facts.values()]
    private += [seat.brief for seat in scenario.seats.values() if seat.brief]
    assert not [text for text in private if text.in_language("en") in page or text.in_language("cy") in page]


def test_a_closed_conference_lets_nobody_in(conference: Conference, officer: User) -> None:
    conference.state = "closed"
    conference.save()
    assert "This conference is closed." in signed_in(officer).get(f"/en/conferences/{conference.pk}/").content.decode()


def test_a_learner_takes_a_family_seat_only_by_volunteering_for_it(conference: Conference, officer: User) -> None:
    client, lobby = signed_in(officer), f"/en/conferences/{conference.pk}/"
    page = client.get(lobby).content.decode()
    assert "I volunteer for a seat on the family’s side" in page
    assert 'value="mother"' in page
    assert 'value="father"' not in page, "whoever is said to have done harm is no learner's to play"
    refused = client.post(lobby, {"seat": "mother", "where": "alone"})
    assert (refused.status_code, "Say that you volunteer" in refused.content.decode()) == (409, True)
    assert client.post(lobby, {"seat": "mother", "where": "alone", "volunteers": "on"}).status_code == 302
    assert conference.seats.get(seat="mother").participant.person == officer  # type: ignore[union-attr]


def test_whoever_comes_as_an_actor_is_not_asked_to_volunteer(conference: Conference, officer: User) -> None:
    conference.participants.filter(person=officer).update(role="actor")
    client, lobby = signed_in(officer), f"/en/conferences/{conference.pk}/"
    assert "I volunteer for a seat" not in client.get(lobby).content.decode()
    assert client.post(lobby, {"seat": "mother", "where": "alone"}).status_code == 302


def test_another_seat_may_be_chosen_in_the_lobby_until_it_begins(conference: Conference, officer: User) -> None:
    from simulations import actions
    from simulations.engine.actors import Facilitator
    from simulations.engine.commands import CoverSeat, Start
    from simulations.engine.scenario.values import SeatId

    client, lobby = signed_in(officer), f"/en/conferences/{conference.pk}/"
    for seat in ("police", "housing"):
        assert client.post(lobby, {"seat": seat, "where": "alone"}).status_code == 302
    assert [row.seat for row in conference.seats.filter(participant__person=officer)] == ["housing"]
    refused = client.post(lobby, {"seat": "mother", "where": "alone"})
    assert refused.status_code == 409
    assert [row.seat for row in conference.seats.filter(participant__person=officer)] == ["housing"], "still theirs"
    for seat in ("chair", "social-worker"):
        actions.carry_out(conference, "facilitator", CoverSeat(by=Facilitator(), seat=SeatId(seat)))
    actions.carry_out(conference, "facilitator", Start(by=Facilitator()))
    late = client.post(lobby, {"seat": "police", "where": "alone"})
    assert "after that, ask the facilitator" in late.content.decode()
    assert [row.seat for row in conference.seats.filter(participant__person=officer)] == ["housing"]
