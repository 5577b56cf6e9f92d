"""Where no WebSocket gets through: the same room, by requests, with the same promises."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from guests import SOON, Guest, session_of
from polled import Polling
from serving import PATIENCE, Server

from people.models import User
from simulations.models import Commit, Conference, Event, Participant

Enter = Callable[..., Guest]


@pytest.fixture
def poll(server: Server, conference: Conference) -> Iterator[Callable[..., Polling]]:
    """Lets somebody in by requests."""
    guests: list[Polling] = []

    def let_in(person: User | None, *, on: Server = server, **asked: str) -> Polling:
        guests.append(Polling(on, conference.pk, person, **asked))
        return guests[-1]

    yield let_in
    for guest in guests:
        guest.socket.close()


Poll = Callable[..., Polling]


@pytest.fixture
def both(poll: Poll, enter: Enter, officer: User, health_visitor: User) -> tuple[Polling, Guest]:
    """The officer by requests, the health visitor by a socket, both seated."""
    police, health = poll(officer), enter(health_visitor).hello()
    police.hello()
    police.does("take-seat", seat="police")
    health.does("take-seat", seat="health-visitor")
    return police, health


def test_it_is_the_same_table(both: tuple[Polling, Guest]) -> None:
    police, health = both
    health.does("where-i-am", where="in-a-vehicle")
    police.sees(lambda sections: _where(sections, "health-visitor") == "in-a-vehicle")
    police.does("where-i-am", where="with-others")
    health.sees(lambda sections: _where(sections, "police") == "with-others")
    assert police.sections["papers"] != health.sections["papers"]


def test_in_html_it_brings_what_a_socket_brings(enter: Enter, poll: Poll, officer: User) -> None:
    by_socket = enter(officer, **{"as": "html"}).hello()
    by_requests = poll(officer, **{"as": "html"}).hello()
    assert set(by_requests.sections) == set(by_socket.sections)
    assert by_requests.sections["agenda"] == by_socket.sections["agenda"]


def test_what_was_missed_comes_and_nothing_twice(both: tuple[Polling, Guest]) -> None:
    police, health = both
    police.sees(lambda sections: _where(sections, "health-visitor") == "alone")
    before = police.number
    police.cut()
    for where in ("with-others", "in-a-vehicle", "alone"):
        health.does("where-i-am", where=where)
    police.come_back()
    missed = police.until(lambda message: message["type"] in ("hello", "change"))
    assert (missed["type"], missed["from"], missed["to"]) == ("change", before, before + 3)


def test_going_back_to_a_socket_takes_over_where_the_requests_were(
    both: tuple[Polling, Guest], enter: Enter, officer: User
) -> None:
    police, health = both
    police.sees(lambda sections: _where(sections, "health-visitor") == "alone")
    taken_over = enter(officer, after=str(police.number), viewer=police.viewer)
    taken_over.number = police.number
    assert police.goodbye() == ("elsewhere", 4409)
    first = taken_over.next()
    assert (first["type"], first["from"]) == ("change", police.number)
    health.does("where-i-am", where="with-others")
    taken_over.until(lambda message: message["type"] == "change" and message["to"] == police.number + 1)


def test_a_command_counts_once_and_in_its_order(both: tuple[Polling, Guest], conference: Conference) -> None:
    police, _health = both
    places = ["with-others", "alone"] * 10
    batch = [{"id": f"move-{each}", "do": "where-i-am", "where": where} for each, where in enumerate(places)]
    for _time in range(2):
        police.socket.put(batch)  # type: ignore[attr-defined]
    for _time in range(2):
        for each in range(len(places)):
            assert police.until(lambda message: message["type"] == "done")["id"] == f"move-{each}"
    moves = Commit.objects.filter(conference=conference, command_id__startswith="move-").order_by("first")
    assert list(moves.values_list("command_id", flat=True)) == [each["id"] for each in batch]


def test_only_a_page_of_ours_may_ask_and_others_are_logged(poll: Poll, officer: User, server: Server) -> None:
    line = poll(officer).hello().socket
    body = {"line": line.line, "send": [{"id": "1", "do": "take-seat", "seat": "police"}]}  # type: ignore[attr-defined]
    where = line.address.partition("?")[0]  # type: ignore[attr-defined]
    for wrong in ({"Origin": "https://elsewhere.example"}, {"Origin": "http://["}, {"Origin": "null"}, {"Origin": ""}):
        assert line.post(body, **wrong)[0] == 403, wrong  # type: ignore[attr-defined]
        assert f"At {where!r} a page of {wrong['Origin']!r} was turned away" in server.log()
    assert line.post(body, **{"Content-Type": "text/plain"})[0] == 403  # type: ignore[attr-defined]
    assert f"At {where!r} a request in b'text/plain' was turned away" in server.log()
    assert not Event.objects.exists()


def test_nobody_speaks_on_a_line_that_is_not_theirs_and_it_is_logged(
    poll: Poll, officer: User, health_visitor: User, server: Server, conference: Conference
) -> None:
    police: Any = poll(officer).hello()
    body = {"line": police.socket.line, "after": 0, "viewer": "public"}
    body |= {"send": [{"id": "1", "do": "take-seat", "seat": "police"}]}
    logged = f"Conference {conference.pk}: somebody asked on a line that this session did not open here"
    theirs = {"Cookie": session_of(health_visitor)}
    assert police.socket.post(body, **theirs)[0] == 410
    assert server.log().count(logged) == 1
    assert police.socket.post({**body, "line": "made-up"})[0] == 410
    assert server.log().count(logged) == 2
    police.socket.address = police.socket.address.replace("/polling", "9/polling")
    assert police.socket.post(body)[0] == 410
    assert logged.replace(str(conference.pk), f"{conference.pk}9") in server.log()
    assert not Event.objects.exists()


def test_who_is_not_on_the_list_or_not_signed_in_is_told_so(
    poll: Poll, teacher: User, conference: Conference, server: Server
) -> None:
    Participant.objects.filter(conference=conference, person=teacher).delete()
    for who in (teacher, None):
        turned_away = server.log().count("turned away somebody who is not signed in, or not on its list")
        assert poll(who).goodbye() == ("not-yours", 4403)
        assert server.log().count("turned away somebody who is not signed in, or not on its list") == turned_away + 1


@pytest.mark.slow
def test_who_is_taken_off_the_list_hears_nothing_more(
    both: tuple[Polling, Guest], conference: Conference, officer: User, server: Server
) -> None:
    from django.utils import timezone

    police, health = both
    Participant.objects.filter(conference=conference, person=officer).update(removed_at=timezone.now())
    status, answer = police.socket.post({"line": police.socket.line, "wait": True})  # type: ignore[attr-defined]
    assert (status, set(answer)) == (403, {"error"})
    assert f"Conference {conference.pk}: a request of somebody who may be here no longer" in server.log()
    health.sees(lambda sections: _presence(sections, "police") != "connected")


def test_what_is_no_request_of_the_protocol_is_refused_and_sizes_are_bounded(poll: Poll, officer: User) -> None:
    line: Any = poll(officer).hello().socket
    assert line.post({"line": line.line, "shout": 1})[0] == 400
    assert line.post({"line": line.line, "send": ["x" * 40_000]})[0] == 413
    assert line.post({"line": line.line, "send": ["no command"]})[0] == 200, "the room answers that one"


def test_a_flood_waits_and_holds_up_nobody(both: tuple[Polling, Guest]) -> None:
    police, health = both
    line: Any = police.socket
    flood = [{"id": f"f{each}", "do": "where-i-am", "where": "alone"} for each in range(100)]
    began = time.monotonic()
    flooding = threading.Thread(target=line.post, args=[{"line": line.line, "send": flood}])
    flooding.start()
    health.does("where-i-am", where="in-a-vehicle")
    assert flooding.is_alive(), "it is taken in no faster than anybody's"
    assert time.monotonic() - began < 5
    flooding.join()


def test_a_session_has_no_more_lines_than_it_needs(poll: Poll, officer: User) -> None:
    line: Any = poll(officer).hello().socket
    statuses = [line.post({})[0] for _each in range(9)]
    assert statuses[-1] == 429
    assert statuses[0] == 200


@pytest.mark.slow
def test_who_asks_no_more_is_gone_from_the_table(both: tuple[Polling, Guest]) -> None:
    police, health = both
    health.sees(lambda sections: _presence(sections, "police") == "connected")
    police.cut()
    until = time.monotonic() + 60
    while _presence(health.sections, "police") == "connected" and time.monotonic() < until:
        health.socket.send('{"do":"beat"}')
        health.next(within=SOON)
    assert _presence(health.sections, "police") == "reconnecting"


def test_a_server_that_is_stopped_says_so(
    tmp_path: Path, transactional_db: None, poll: Poll, officer: User, conference: Conference
) -> None:
    server = Server(tmp_path)
    guest = poll(officer, on=server).hello()
    line: Any = guest.socket
    assert line.asked.wait(SOON)
    # Until that request waits there, having come before these; between two, the server is simply not there.
    assert [line.post({"line": line.line})[0] for _each in range(5)] == [200] * 5
    server.process.terminate()
    assert guest.goodbye() == ("restart", 1012)
    assert server.process.wait(PATIENCE) == 0
    assert "Traceback" not in server.log()


def _where(sections: dict[str, Any], seat: str) -> str:
    return str(next(line["where"] for line in sections["roster"]["seats"] if line["seat"] == seat))


def _presence(sections: dict[str, Any], seat: str) -> str:
    person = next(line["person"] for line in sections["roster"]["seats"] if line["seat"] == seat)
    return str(sections["roster"]["people"][person]["presence"])
