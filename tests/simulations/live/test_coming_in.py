"""Who gets into a conference's room, and who is put out of it."""

from collections.abc import Callable

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from guests import Guest, open_socket, session_of
from serving import Server
from websockets.exceptions import InvalidStatus

from people.models import User
from simulations.actions import plan_conference, put_on_list, take_off_list
from simulations.models import Conference, ScenarioVersion
from simulations.selectors import participant_in

Enter = Callable[..., Guest]


def test_somebody_on_the_list_sees_the_lobby_and_takes_a_seat(enter: Enter, officer: User) -> None:
    guest = enter(officer).hello()
    assert guest.viewer == "public"
    assert set(guest.sections) == {"phase", "roster", "me"}
    guest.does("take-seat", seat="police")
    assert guest.viewer == "seat:police"
    assert [paper["id"] for paper in guest.sections["papers"]["papers"]] == ["log"]


def test_a_seat_taken_is_seen_by_everybody_with_a_name_and_no_more(enter: Enter, officer: User, teacher: User) -> None:
    watching, guest = enter(teacher).hello(), enter(officer).hello()
    guest.does("take-seat", seat="police")
    watching.sees(lambda sections: _on(sections, "police") == ("Tom Rees", "connected"))
    assert officer.email not in watching.texts()


def test_who_takes_a_seat_moves_there_and_those_beside_them_in_the_lobby_stay(
    enter: Enter, officer: User, teacher: User, health_visitor: User
) -> None:
    waiting = [enter(someone).hello() for someone in (teacher, health_visitor)]
    guest = enter(officer).hello()
    guest.does("take-seat", seat="police")
    assert guest.viewer == "seat:police"
    for each in waiting:
        each.sees(lambda sections: _on(sections, "police") is not None)
        assert each.viewer == "public"


def test_a_stranger_is_told_that_this_is_not_theirs_and_nothing_else(enter: Enter, board_officer: User) -> None:
    stranger = enter(board_officer)
    assert stranger.goodbye() == ("not-yours", 4403)
    assert stranger.received == ['{"type":"bye","why":"not-yours"}']


def test_nobody_comes_in_without_signing_in(enter: Enter, server: Server) -> None:
    assert enter(None).goodbye() == ("not-yours", 4403)
    assert "turned away somebody who is not signed in" in server.log()


def test_the_list_of_one_conference_opens_no_other(
    enter: Enter, server: Server, board_officer: User, bryn_awel: ScenarioVersion, facilitator: User
) -> None:
    own = plan_conference(
        facilitator=facilitator,
        version=bryn_awel,
        variant="calm",
        planned_for=timezone.now(),
        people=[board_officer],
    )
    assert Guest(server, own.pk, board_officer).hello().viewer == "public"
    stranger = enter(board_officer)
    assert stranger.goodbye() == ("not-yours", 4403)
    assert f"Conference {stranger.conference}: turned away somebody" in server.log()


def test_a_conference_that_is_not_there_answers_as_one_that_is_not_yours(server: Server, officer: User) -> None:
    assert Guest(server, 999_999, officer).goodbye() == ("not-yours", 4403)


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", None])
def test_a_page_of_another_host_may_open_no_socket_and_it_is_logged(
    server: Server, conference: Conference, officer: User, origin: str | None
) -> None:
    with pytest.raises(InvalidStatus) as refused:
        open_socket(server, conference.pk, session_of(officer), origin=origin)
    assert refused.value.response.status_code == 403
    where = f"/conferences/{conference.pk}/socket/"
    assert f"At {where!r} a page of {origin or ''!r} was turned away" in server.log()


def test_a_client_of_another_protocol_is_turned_away(server: Server, conference: Conference, officer: User) -> None:
    with pytest.raises(InvalidStatus) as refused:
        open_socket(server, conference.pk, session_of(officer), subprotocol="diogel.conference.0")
    assert refused.value.response.status_code == 403


def test_who_signs_out_is_out_at_their_next_word(seated: tuple[Guest, Guest]) -> None:
    police, health = seated
    Session.objects.get(pk=police.cookie.removeprefix("sessionid=")).delete()
    police.send("raise-hand")
    assert police.goodbye() == ("gone", 4403)
    health.does("need-a-minute") if health.sections["phase"]["status"] == "running" else health.does("step-out")


def test_who_is_deactivated_is_put_out_without_saying_a_word(
    seated: tuple[Guest, Guest], officer: User, server: Server
) -> None:
    User.objects.filter(pk=officer.pk).update(is_active=False)
    assert seated[0].goodbye() == ("gone", 4403)
    assert "may be here no longer and was sent out" in server.log()


def test_who_is_taken_off_the_list_is_out_and_their_seat_free(
    seated: tuple[Guest, Guest], conference: Conference, officer: User, server: Server
) -> None:
    police, health = seated
    listed = participant_in(conference, officer)
    assert listed is not None
    take_off_list(listed)
    assert police.goodbye() == ("gone", 4403)
    sent_out = f"Conference {conference.pk}: {listed.reference} may be here no longer and was sent out"
    assert sent_out in server.log()
    health.sees(lambda sections: _on(sections, "police") is None)


def test_a_second_device_takes_over_from_the_first(enter: Enter, seated: tuple[Guest, Guest], officer: User) -> None:
    first, _health = seated
    second = enter(officer).hello()
    assert first.goodbye() == ("elsewhere", 4409)
    assert second.viewer == "seat:police"
    second.does("where-i-am", where="with-others")


def test_a_second_person_on_one_seat_is_told_so_in_their_language(
    enter: Enter, seated: tuple[Guest, Guest], teacher: User
) -> None:
    third = enter(teacher, language="cy").hello()
    answer = third.ask("take-seat", seat="police")
    assert answer["code"] == "seat-taken"
    assert answer["message"].startswith("Mae rhywun")


def test_a_learner_gets_no_seat_that_is_not_for_learners(enter: Enter, officer: User) -> None:
    guest = enter(officer).hello()
    assert guest.ask("take-seat", seat="father")["type"] == "refused"
    assert guest.ask("take-seat", seat="gwen-seat")["type"] == "refused"
    assert guest.viewer == "public"


def test_an_observer_takes_no_seat(enter: Enter, conference: Conference, board_officer: User) -> None:
    put_on_list(conference, board_officer, role="observer")
    guest = enter(board_officer).hello()
    assert guest.viewer == "observer"
    assert guest.ask("take-seat", seat="police")["code"] == "only-watching"


def test_the_facilitator_seats_people_who_then_see_their_papers(
    enter: Enter, facilitator: User, officer: User, conference: Conference
) -> None:
    running, guest = enter(facilitator).hello(), enter(officer).hello()
    assert running.viewer == "facilitator"
    listed = participant_in(conference, officer)
    assert listed is not None
    running.does("take-seat", seat="police", person=listed.reference)
    guest.until(lambda message: message["type"] == "hello")
    assert guest.viewer == "seat:police"


def test_nobody_seats_somebody_else(enter: Enter, officer: User, teacher: User, conference: Conference) -> None:
    guest = enter(officer).hello()
    other = participant_in(conference, teacher)
    assert other is not None
    guest.does("take-seat", seat="police", person=other.reference, played_by="actor", by={"who": "facilitator"})
    guest.sees(lambda sections: _on(sections, "police") == ("Tom Rees", "connected"))


def test_a_lost_connection_is_seen_as_reconnecting(seated: tuple[Guest, Guest]) -> None:
    police, health = seated
    police.cut()
    health.sees(lambda sections: _on(sections, "police") == ("Tom Rees", "reconnecting"))
    police.come_back()
    health.sees(lambda sections: _on(sections, "police") == ("Tom Rees", "connected"))


def _on(sections: dict[str, dict[str, object]], seat: str) -> tuple[str, str] | None:
    """The name of the person on a seat, and their connection."""
    roster = sections["roster"]
    person = next(line["person"] for line in roster["seats"] if line["seat"] == seat)  # type: ignore[attr-defined, index]
    return (roster["people"][person]["name"], roster["people"][person]["presence"]) if person else None  # type: ignore[index]
