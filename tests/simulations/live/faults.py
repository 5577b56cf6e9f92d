"""What goes wrong in a building: workers die, the database restarts, connections break, clocks jump. Run by tests/services.

On a PostgreSQL of its own (DIOGEL_TEST_CLUSTER), since it is stopped here. Whatever happens, for everybody: nothing is
lost that was acknowledged, nothing comes twice, nothing out of order (a guest looks at each change's numbers).
"""

import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from cluster import Cluster
from django.utils import timezone
from guests import Guest, Message
from serving import PATIENCE, Server, started
from websockets.exceptions import ConnectionClosed

from people.models import User
from simulations.models import Commit, Conference, ConferenceHead, Event

Enter = Callable[..., Guest]
WHERE = ("with-others", "alone")
MOVES = 30
SOME = 10
LONG = 600.0
"""Seconds after which something stands still for ever."""


@pytest.fixture
def two(tmp_path: Path, transactional_db: None) -> Iterator[tuple[Server, Server]]:
    """Two workers without a clock, and a process beside them that has it."""
    one, other = started(2, tmp_path)
    command = [sys.executable, "-u", "-m", "diogel", "work"]
    with subprocess.Popen(command, env=one.environment(), stdout=subprocess.PIPE) as beside:
        assert beside.stdout is not None
        assert b"Diogel works" in beside.stdout.readline()
        yield one, other
        for server in (one, other):
            if server.process.poll() is None:
                server.kill()
        beside.terminate()
        try:
            assert beside.wait(PATIENCE) == 0
        finally:
            beside.kill()


@pytest.fixture
def pair(two: tuple[Server, Server], enter: Enter, officer: User, health_visitor: User) -> tuple[Guest, Guest]:
    """The officer on one worker, the health visitor on the other."""
    police, health = enter(officer, on=two[0]).hello(), enter(health_visitor, on=two[1]).hello()
    police.does("take-seat", seat="police")
    health.does("take-seat", seat="health-visitor")
    return police, health


def test_connections_that_break_all_the_time_lose_repeat_and_mix_up_nothing(
    two: tuple[Server, Server], pair: tuple[Guest, Guest], conference: Conference
) -> None:
    chance = random.Random(4)
    moving = [Mover(guest, two, chance) for guest in pair]
    _until_each_moved(moving, MOVES)
    _each_counted_once(conference, _stop(moving))
    _all_see_the_same(pair, conference)


def test_the_database_crashes_under_two_workers_and_nothing_acknowledged_is_lost(
    two: tuple[Server, Server], pair: tuple[Guest, Guest], conference: Conference
) -> None:
    moving = [Mover(guest, two) for guest in pair]
    _until_each_moved(moving, SOME)
    Cluster(os.environ["DIOGEL_TEST_CLUSTER"]).crash()
    _until_each_moved(moving, SOME)
    moves = _stop(moving)
    _connect_again()
    _each_counted_once(conference, moves)
    _all_see_the_same(pair, conference)


def test_a_worker_killed_in_the_middle_is_left_for_the_other(
    two: tuple[Server, Server], pair: tuple[Guest, Guest], conference: Conference
) -> None:
    moving = [Mover(guest, two) for guest in pair]
    _until_each_moved(moving, SOME)
    two[0].kill()
    _until_each_moved(moving, SOME)
    _each_counted_once(conference, _stop(moving))
    _all_see_the_same(pair, conference)


def test_the_process_beside_them_has_the_clock(
    pair: tuple[Guest, Guest], enter: Enter, facilitator: User, two: tuple[Server, Server]
) -> None:
    police, health = pair
    running = enter(facilitator, on=two[0]).hello()
    running.does("start")
    while running.sections["phase"]["phase"] != "analysis":
        running.does("next-phase")
    health.does("leave-seat", seat="health-visitor")
    police.does("ask", of="health-visitor", topic="growth")
    police.sees(lambda sections: "KQHEALTH0" in str(sections["log"]))


def test_a_clock_that_jumps_an_hour_ahead_and_back_fires_nothing_and_loses_nobody(
    tmp_path: Path, transactional_db: None, enter: Enter, facilitator: User, officer: User, conference: Conference
) -> None:
    ahead = tmp_path / "seconds-ahead"
    ahead.write_text("0")
    server = Server(tmp_path, with_clock=True, entrance=["-c", JUMPING], AHEAD=str(ahead))
    police, running = enter(officer, on=server).hello(), enter(facilitator, on=server).hello()
    police.does("take-seat", seat="police")
    running.does("start")
    running.does("next-phase")
    police.sees(lambda sections: sections["phase"]["phase"] == "reading")
    for seconds in (3600, 0):
        before = ConferenceHead.objects.get(conference=conference).number
        ahead.write_text(str(seconds))
        for guest in (police, running):
            _until_looked_round(guest, seconds)
        police.does("where-i-am", where="in-a-vehicle")
        police.does("where-i-am", where="alone")
        happened = Event.objects.filter(conference=conference, number__gt=before).order_by("number")
        assert set(happened.values_list("type", flat=True)) <= {"where-said", "outage-noted"}, list(happened)
        assert running.sections["phase"]["phase"] == "reading"
    times = list(Event.objects.filter(conference=conference).order_by("number").values_list("at", flat=True))
    assert times == sorted(times)
    server.kill()


JUMPING = """
import os, runpy
from datetime import timedelta
from django.utils import timezone
from simulations.live import instants
really = timezone.now
timezone.now = instants.now = lambda: really() + timedelta(seconds=int(open(os.environ["AHEAD"]).read() or 0))
runpy.run_module("diogel", run_name="__main__", alter_sys=True)
"""


class Mover(threading.Thread):
    """Asks for one move after another, each until it is acknowledged, whatever breaks on the way; with `chance`, breaks it too."""

    def __init__(self, guest: Guest, servers: tuple[Server, Server], chance: random.Random | None = None) -> None:
        super().__init__()
        self.moved = 0
        self.enough = threading.Event()
        self._guest, self._servers, self._chance = guest, servers, chance
        self.start()

    def run(self) -> None:
        while not self.enough.is_set():
            while not _moved(self._guest, f"{self._guest.viewer}-{self.moved}", WHERE[self.moved % 2]):
                self._go_elsewhere()
            self.moved += 1
            if self._chance is not None and self._chance.random() < 0.3:
                self._guest.cut()

    def _go_elsewhere(self) -> None:
        alive = [each for each in self._servers if each.process.poll() is None]
        self._guest.server = next((each for each in alive if each is not self._guest.server), self._guest.server)
        _come_back(self._guest)


def _until_each_moved(moving: list[Mover], more: int) -> None:
    """Wait until each has moved so often since now."""
    wanted = {each: each.moved + more for each in moving}
    until = time.monotonic() + LONG
    while any(each.moved < number for each, number in wanted.items()):
        assert all(each.is_alive() for each in moving), "one of them gave up"
        assert time.monotonic() < until, "one of them waits for ever"
        time.sleep(0.02)


def _stop(moving: list[Mover]) -> int:
    """Returns how often they moved together."""
    for each in moving:
        each.enough.set()
    for each in moving:
        each.join()
    return sum(each.moved for each in moving)


def _moved(guest: Guest, command_id: str, where: str) -> bool:
    try:
        return guest.ask("where-i-am", id=command_id, where=where)["type"] == "done"
    except (ConnectionClosed, OSError, TimeoutError):
        return False


def _come_back(guest: Guest) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            guest.come_back()
            guest.until(lambda message: message["type"] in ("hello", "change"))
        except (ConnectionClosed, OSError, TimeoutError):
            assert time.monotonic() < until
            time.sleep(0.2)
        else:
            return


def _until_looked_round(guest: Guest, seconds_ahead: int) -> None:
    """Until the server, its clock so far ahead, had its look at who is there: it beats, or cuts whom it takes for gone."""

    def by_the_new_time(message: Message) -> bool:
        off = datetime.fromisoformat(message["at"]) - timezone.now() if message["type"] == "beat" else None
        return off is not None and abs(off.total_seconds() - seconds_ahead) < 1800

    try:
        guest.until(by_the_new_time)
    except ConnectionClosed:
        _come_back(guest)


def _connect_again() -> None:
    """This test's own connection broke with the database."""
    from django.db import connection

    connection.close()


def _each_counted_once(conference: Conference, moves: int) -> None:
    assert Commit.objects.filter(conference=conference, answer="where-i-am").count() == moves
    numbers = list(Event.objects.filter(conference=conference).order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, ConferenceHead.objects.get(conference=conference).number + 1))


def _all_see_the_same(pair: tuple[Guest, Guest], conference: Conference) -> None:
    head = ConferenceHead.objects.get(conference=conference).number
    for guest in pair:
        _come_back(guest)
        guest.sees(lambda sections, guest=guest: guest.number == head)  # type: ignore[misc]
    ours, theirs = ([(line["seat"], line["where"]) for line in guest.sections["roster"]["seats"]] for guest in pair)
    assert ours == theirs
