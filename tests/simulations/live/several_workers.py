"""One conference on two workers, over PostgreSQL and Redis. Run by tests/services, where both answer.

Not named `test_…`: on SQLite one process serves a conference, and there is nothing here to show.
"""

import itertools
import os
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from guests import Guest
from polled import Polling
from serving import Server, free_port, started
from websockets.exceptions import ConnectionClosed

from people.models import User
from simulations.models import Commit, Conference, ConferenceHead, Event, Participant

Enter = Callable[..., Guest]
Two = tuple[Server, Server]
Pair = tuple[Guest, Guest]


@pytest.fixture
def two(tmp_path: Path, transactional_db: None) -> Iterator[Two]:
    """Two workers, each with a clock."""
    one, other = started(2, tmp_path, with_clock=True)
    yield one, other
    for server in (one, other):
        if server.process.poll() is None:
            server.kill()


@pytest.fixture
def pair(two: Two, enter: Enter, officer: User, health_visitor: User) -> tuple[Guest, Guest]:
    """The officer on one worker, the health visitor on the other."""
    police, health = enter(officer, on=two[0]).hello(), enter(health_visitor, on=two[1]).hello()
    police.does("take-seat", seat="police")
    health.does("take-seat", seat="health-visitor")
    return police, health


def test_people_on_two_workers_sit_at_one_table(pair: tuple[Guest, Guest]) -> None:
    police, health = pair
    health.does("where-i-am", where="in-a-vehicle")
    police.sees(lambda sections: _where(sections, "health-visitor") == "in-a-vehicle")
    police.sees(lambda sections: len(sections["roster"]["people"]) == 2)


def test_both_asking_at_once_are_both_heard_in_one_order(pair: tuple[Guest, Guest], conference: Conference) -> None:
    asking = [threading.Thread(target=_move_about, args=[guest, 25]) for guest in pair]
    for each in asking:
        each.start()
    for each in asking:
        each.join()
    head = ConferenceHead.objects.get(conference=conference).number
    assert list(Event.objects.filter(conference=conference).values_list("number", flat=True)) == list(
        range(1, head + 1)
    )
    asked = Commit.objects.filter(conference=conference, answer="where-i-am")
    assert asked.values("by").distinct().count() == 2
    police, health = pair
    police.sees(lambda sections: police.number == head)
    health.sees(lambda sections: health.number == head)


def test_the_same_command_on_both_workers_counts_once(
    two: Two, pair: tuple[Guest, Guest], officer: User, enter: Enter, conference: Conference
) -> None:
    police, _health = pair
    police.does("where-i-am", id="once", where="in-a-vehicle")
    elsewhere = enter(officer, on=two[1]).hello()
    assert police.goodbye() == ("elsewhere", 4409)
    elsewhere.does("where-i-am", id="once", where="in-a-vehicle")
    assert Commit.objects.filter(conference=conference, command_id="once").count() == 1


@pytest.fixture
def in_turn(two: Two, conference: Conference, officer: User, enter: Enter, health_visitor: User) -> Iterator[Pair]:
    """The officer by requests, of which each goes to the other worker than the one before; the health visitor at a socket."""
    police = Polling(two[0], conference.pk, officer, also=[two[1]]).hello()
    health = enter(health_visitor, on=two[1]).hello()
    police.does("take-seat", seat="police")
    health.does("take-seat", seat="health-visitor")
    yield police, health
    police.cut()


def test_requests_that_go_now_to_one_worker_now_to_the_other_are_one_line(
    in_turn: Pair, conference: Conference
) -> None:
    police, health = in_turn
    line = police.socket.line  # type: ignore[attr-defined]
    asking = [threading.Thread(target=_move_about, args=[guest, 25]) for guest in in_turn]
    for each in asking:
        each.start()
    for each in asking:
        each.join()
    assert Commit.objects.filter(conference=conference, answer="where-i-am").count() == 50
    head = ConferenceHead.objects.get(conference=conference).number
    for guest in in_turn:
        guest.sees(lambda sections, guest=guest: guest.number == head)  # type: ignore[misc]
    for seat in ("police", "health-visitor"):
        assert _where(police.sections, seat) == _where(health.sections, seat) == "with-others"
    assert police.socket.line == line, "it was never lost"  # type: ignore[attr-defined]
    assert "reconnecting" not in health.texts()


def test_requests_to_either_worker_with_one_id_count_once(in_turn: Pair, conference: Conference) -> None:
    police, _health = in_turn
    for _worker in range(2):
        police.does("where-i-am", id="once", where="in-a-vehicle")
    assert Commit.objects.filter(conference=conference, command_id="once").count() == 1


def test_another_device_takes_over_from_requests_wherever_they_go(
    in_turn: Pair, two: Two, enter: Enter, officer: User
) -> None:
    police, health = in_turn
    later = enter(officer, on=two[1]).hello()
    assert police.goodbye() == ("elsewhere", 4409)
    later.does("where-i-am", where="in-a-vehicle")
    health.sees(lambda sections: _where(sections, "police") == "in-a-vehicle")


def test_a_line_goes_on_at_the_other_worker_when_its_own_is_killed(
    two: Two, conference: Conference, officer: User, health_visitor: User, enter: Enter
) -> None:
    police: Any = Polling(two[0], conference.pk, officer).hello()
    health = enter(health_visitor, on=two[1]).hello()
    police.does("take-seat", seat="police")
    health.does("take-seat", seat="health-visitor")
    police.sees(lambda sections: _where(sections, "health-visitor") == "alone")
    police.cut()
    two[0].kill()
    for where in ("with-others", "in-a-vehicle"):
        health.does("where-i-am", where=where)
    police.socket.turns = itertools.cycle([two[1]])
    asked = {"line": police.socket.line, "wait": True, "after": police.number, "viewer": police.viewer}
    status, answer = police.socket.post(asked)
    missed = answer["messages"][0]
    assert (status, answer["line"]) == (200, police.socket.line)
    assert (missed["type"], missed["from"], missed["to"]) == ("change", police.number, police.number + 2)


def test_who_is_taken_off_the_list_is_turned_away_at_the_worker_they_never_asked(
    two: Two, conference: Conference, officer: User
) -> None:
    police: Any = Polling(two[0], conference.pk, officer).hello()
    police.cut()
    asked = {"line": police.socket.line, "wait": True, "after": police.number, "viewer": police.viewer}
    police.socket.turns = itertools.cycle([two[1]])
    Participant.objects.filter(conference=conference, person=officer).update(removed_at=timezone.now())
    status, answer = police.socket.post(asked)
    assert (status, set(answer)) == (403, {"error"})
    assert "may be here no longer" in two[1].log()


def test_what_is_so_already_is_looked_up_before_it_is_answered(
    tmp_path: Path, enter: Enter, officer: User, health_visitor: User, conference: Conference
) -> None:
    """No bell rings between these two, so each knows of what the other stored only after a while."""
    both = started(2, tmp_path, DIOGEL_REDIS_URL="")
    try:
        police, health = enter(officer, on=both[0]).hello(), enter(health_visitor, on=both[1]).hello()
        police.does("take-seat", seat="police")
        health.does("take-seat", seat="health-visitor")
        for move in range(12):
            police.server, before = both[move % 2], police.number
            police.come_back()
            told = police.until(lambda message: message["type"] in ("hello", "change"))
            assert told.get("to", told.get("number")) >= before, "nobody is sent back to what was before"
            police.does("where-i-am", id=f"move-{move}", where=("with-others", "alone")[move % 2])
        assert Commit.objects.filter(conference=conference, answer="where-i-am").count() == 12
    finally:
        for server in both:
            server.kill()


def test_whose_worker_is_killed_goes_on_at_the_other_with_what_they_missed(two: Two, pair: tuple[Guest, Guest]) -> None:
    police, health = pair
    police.sees(lambda sections: _where(sections, "health-visitor") == "alone")
    two[0].kill()
    with pytest.raises(ConnectionClosed):
        police.until(lambda message: False)
    for where in ("with-others", "in-a-vehicle"):
        health.does("where-i-am", where=where)
    before = police.number
    police.server = two[1]
    police.come_back()
    missed = police.next()
    assert (missed["type"], missed["from"], missed["to"]) == ("change", before, before + 2)


def test_two_clocks_play_a_beat_once(
    two: Two, pair: tuple[Guest, Guest], enter: Enter, facilitator: User, conference: Conference
) -> None:
    police, health = pair
    running = enter(facilitator, on=two[0]).hello()
    running.does("start")
    while running.sections["phase"]["phase"] != "analysis":
        running.does("next-phase")
    health.does("leave-seat", seat="health-visitor")
    police.does("ask", of="health-visitor", topic="growth")
    police.sees(lambda sections: "KQHEALTH0" in str(sections["log"]))
    beats = list(Event.objects.filter(conference=conference, type="beat-played").values_list("payload", flat=True))
    assert len(beats) == len({_beat(payload) for payload in beats})


def test_losing_redis_loses_nothing(
    tmp_path: Path, transactional_db: None, enter: Enter, officer: User, health_visitor: User
) -> None:
    port = free_port()
    redis = subprocess.Popen(
        ["redis-server", "--port", str(port), "--save", "", "--appendonly", "no"], stdout=subprocess.DEVNULL
    )
    both = started(2, tmp_path, DIOGEL_REDIS_URL=f"redis://127.0.0.1:{port}/0")
    try:
        police, health = enter(officer, on=both[0]).hello(), enter(health_visitor, on=both[1]).hello()
        police.does("take-seat", seat="police")
        health.sees(lambda sections: _where(sections, "police") == "alone")
        redis.kill()
        redis.wait()
        police.does("where-i-am", where="in-a-vehicle")
        health.sees(lambda sections: _where(sections, "police") == "in-a-vehicle")
        health.does("take-seat", seat="health-visitor")
        police.sees(lambda sections: _where(sections, "health-visitor") == "alone")
    finally:
        for server in both:
            server.kill()
        if redis.poll() is None:
            redis.kill()


def test_this_run_is_on_the_services() -> None:
    from django.db import connection

    assert connection.vendor == "postgresql"
    assert os.environ["DIOGEL_REDIS_URL"].startswith("redis://")


def _move_about(guest: Guest, times: int) -> None:
    for number in range(times):
        guest.does("where-i-am", id=f"{number}", where=("with-others", "alone")[number % 2])


def _where(sections: dict[str, object], seat: str) -> str | None:
    roster = sections["roster"]
    return next(line["where"] for line in roster["seats"] if line["seat"] == seat)  # type: ignore[index]


def _beat(payload: str) -> str:
    import json

    return str(json.loads(payload)["beat"])
