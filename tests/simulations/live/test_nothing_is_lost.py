"""Connections break and servers are killed: what was acknowledged stays, what was missed comes, nothing comes twice."""

import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from guests import Guest
from serving import PATIENCE, Server
from websockets.exceptions import ConnectionClosed

from people.models import User
from simulations.models import Commit, Conference, ConferenceHead, Event
from simulations.selectors import proceedings_of

Enter = Callable[..., Guest]


@pytest.fixture
def own_server(tmp_path: Path, transactional_db: None) -> Iterator[Server]:
    """A server that the test may kill."""
    running = Server(tmp_path)
    yield running
    if running.process.poll() is None:
        running.kill()


def test_reloading_the_page_shows_the_very_same(enter: Enter, seated: tuple[Guest, Guest], officer: User) -> None:
    police, health = seated
    health.does("where-i-am", where="in-a-vehicle")
    police.sees(lambda sections: _where(sections, "health-visitor") == "in-a-vehicle")
    police.socket.close()
    reloaded = enter(officer).hello()
    assert (reloaded.viewer, reloaded.number) == (police.viewer, police.number)
    assert reloaded.sections["papers"] == police.sections["papers"]
    assert reloaded.log() == police.log()


def test_whoever_comes_back_gets_what_they_missed_and_nothing_twice(seated: tuple[Guest, Guest]) -> None:
    police, health = seated
    police.sees(lambda sections: _where(sections, "health-visitor") == "alone")
    before = police.number
    police.cut()
    for where in ("with-others", "in-a-vehicle", "alone"):
        health.does("where-i-am", where=where)
    police.come_back()
    missed = police.next()
    assert (missed["type"], missed["from"], missed["to"]) == ("change", before, before + 3)
    assert "papers" not in missed["sections"], "nothing of theirs changed"
    assert police.number == health.number


def test_whoever_comes_back_to_another_place_gets_everything(enter: Enter, officer: User) -> None:
    guest = enter(officer).hello()
    guest.does("take-seat", seat="police")
    guest.cut()
    guest.connect(after="0", viewer="public")
    assert guest.next()["type"] == "hello"


def test_a_number_that_never_was_gets_everything(seated: tuple[Guest, Guest]) -> None:
    police, _health = seated
    police.cut()
    police.connect(after="999999999", viewer=police.viewer)
    assert police.next()["type"] == "hello"


def test_an_old_message_sent_again_does_nothing_and_from_somebody_else_it_is_their_own(
    tmp_path: Path, enter: Enter, officer: User, health_visitor: User, conference: Conference
) -> None:
    server = Server(tmp_path, DIOGEL_LOG_LEVEL="INFO")
    police, health = enter(officer, on=server).hello(), enter(health_visitor, on=server).hello()
    police.does("take-seat", seat="police")
    health.does("take-seat", seat="health-visitor")
    police.does("where-i-am", id="old", where="in-a-vehicle")
    police.does("where-i-am", where="alone")
    police.cut()
    police.come_back()
    police.does("where-i-am", id="old", where="in-a-vehicle")
    assert Commit.objects.filter(conference=conference, command_id="old").count() == 1
    assert re.search(rf"Conference {conference.pk}: \S+ sent 'old' again", server.log())
    health.does("where-i-am", id="old", where="in-a-vehicle")
    health.sees(lambda sections: _where(sections, "health-visitor") == "in-a-vehicle")
    assert _where(health.sections, "police") == "alone"
    server.kill()


def test_gaps_in_ones_numbers_do_not_tell_of_what_others_do_privately(
    enter: Enter, seated: tuple[Guest, Guest], facilitator: User
) -> None:
    police, health = seated
    running = enter(facilitator).hello()
    running.does("start")
    police.sees(lambda sections: sections["phase"]["phase"] == "prebrief")
    running.does("next-phase")
    police.sees(lambda sections: sections["phase"]["phase"] == "reading")
    health.sees(lambda sections: sections["phase"]["phase"] == "reading")
    number, received = health.number, len(health.received)
    police.does("concern", child="gwen", level=9)
    running.does("whisper", to="police", words={"text": "Take your time.", "language": "en"})
    running.does("deal-paper", paper="late-note", to="police")
    health.does("where-i-am", where="alone")
    assert health.number == number
    told = [text for text in health.received[received:] if '"type":"beat"' not in text and '"type":"done"' not in text]
    assert told == []


def test_a_worker_killed_in_the_middle_loses_nothing_it_acknowledged(
    enter: Enter, own_server: Server, conference: Conference, officer: User, health_visitor: User
) -> None:
    police, health = enter(officer, on=own_server).hello(), enter(health_visitor, on=own_server).hello()
    police.does("take-seat", seat="police")
    health.does("take-seat", seat="health-visitor")
    acknowledged = _until_killed(police, own_server)
    own_server.start_again()
    police.connect()
    police.hello()
    stored = set(Commit.objects.filter(conference=conference).values_list("command_id", flat=True))
    assert acknowledged
    assert acknowledged <= stored
    for number in range(MOVES):
        police.does("where-i-am", id=f"move-{number}", where=WHERE[number % 2])
    _each_counted_once(conference)
    health.cut()
    health.come_back()
    health.sees(lambda sections: _where(sections, "police") == proceedings_of(conference).state.seats["police"].where)  # type: ignore[index]


MOVES = 30
WHERE = ("with-others", "alone")


def _until_killed(guest: Guest, server: Server) -> set[str]:
    """Send commands, kill the server among them; the ids of those that it acknowledged."""
    acknowledged: set[str] = set()
    with pytest.raises((ConnectionClosed, OSError)):
        _move_until_killed(guest, server, acknowledged)
    server.process.wait()
    return acknowledged


def _move_until_killed(guest: Guest, server: Server, acknowledged: set[str]) -> None:
    for number in range(MOVES):
        guest.send("where-i-am", id=f"move-{number}", where=WHERE[number % 2])
        if number == MOVES // 2:
            server.process.send_signal(signal.SIGKILL)
        message = guest.until(lambda each: each["type"] in ("done", "refused"))
        acknowledged.add(message["id"])


def _each_counted_once(conference: Conference) -> None:
    moves = Commit.objects.filter(conference=conference, command_id__startswith="move-")
    assert moves.count() == MOVES
    numbers = list(Event.objects.filter(conference=conference).values_list("number", flat=True))
    assert numbers == list(range(1, ConferenceHead.objects.get(conference=conference).number + 1))


def test_a_server_that_is_stopped_tells_everybody_to_come_back(enter: Enter, own_server: Server, officer: User) -> None:
    guest = enter(officer, on=own_server).hello()
    own_server.process.terminate()
    assert guest.goodbye() == ("restart", 1012)
    assert own_server.process.wait(PATIENCE) == 0
    assert "Traceback" not in own_server.log()


def test_a_taken_port_is_said_in_one_line_with_what_to_do(server: Server) -> None:
    command = [sys.executable, "-m", "diogel", "serve", "--port", str(server.port)]
    tried = subprocess.run(command, env=server.environment(), capture_output=True, text=True, check=False)
    assert tried.returncode == 1
    assert tried.stderr.strip() == (
        f"CommandError: Port {server.port} is taken by another program. "
        f"Stop that one, or choose another: --port {server.port + 1}"
    )


def _where(sections: dict[str, object], seat: str) -> str | None:
    roster = sections["roster"]
    return next(line["where"] for line in roster["seats"] if line["seat"] == seat)  # type: ignore[index]
