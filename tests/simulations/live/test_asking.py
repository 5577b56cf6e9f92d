"""Commands over a socket: each is answered, counts once, and is judged by what the server knows of who asks."""

import contextlib
import json
import socket
from collections.abc import Callable
from typing import Any

import pytest
from guests import SOON, Guest
from serving import Server
from websockets.exceptions import ConnectionClosed

from people.models import User
from simulations.models import Commit, Conference, ConferenceHead, Event, Utterance

Enter = Callable[..., Guest]


@pytest.fixture
def at_the_table(enter: Enter, seated: tuple[Guest, Guest], facilitator: User) -> tuple[Guest, Guest, Guest]:
    """The officer, the health visitor and the facilitator, in the open discussion; scripts in the other seats."""
    police, health = seated
    running = enter(facilitator).hello()
    running.does("start")
    while running.sections["phase"]["phase"] != "analysis":
        running.does("next-phase")
    police.sees(lambda sections: sections["phase"]["phase"] == "analysis")
    health.sees(lambda sections: sections["phase"]["phase"] == "analysis")
    return police, health, running


def test_what_is_said_in_welsh_reaches_the_others_as_it_was_typed(at_the_table: tuple[Guest, Guest, Guest]) -> None:
    police, health, _running = at_the_table
    health.does("speak", words={"text": "Mae Ifan wedi colli pwysau.", "language": "cy"})
    police.sees(lambda sections: _said(police) == [("health-visitor", "Mae Ifan wedi colli pwysau.", "cy")])


def test_it_is_stored_before_anybody_is_told(at_the_table: tuple[Guest, Guest, Guest], conference: Conference) -> None:
    police, health, _running = at_the_table
    health.send("speak", id="said-once", words={"text": "Bore da", "language": "cy"})
    police.until(lambda message: "log" in message.get("sections", {}))
    stored = Commit.objects.get(conference=conference, command_id="said-once")
    assert Event.objects.filter(conference=conference, number=stored.first).get().type == "spoke"
    assert ConferenceHead.objects.get(conference=conference).number >= stored.last


def test_the_same_command_sent_twice_counts_once_and_is_answered_twice(
    at_the_table: tuple[Guest, Guest, Guest], conference: Conference
) -> None:
    police, health, _running = at_the_table
    for _time in range(2):
        police.does("speak", id="one-and-the-same", words={"text": "Once.", "language": "en"})
    health.does("speak", id="one-and-the-same", words={"text": "Mine.", "language": "en"})
    assert [text for _seat, text, _language in _said(health)] == ["Once.", "Mine."]
    assert Utterance.objects.filter(conference=conference).count() == 2


def test_a_refused_command_changes_nothing_and_may_be_sent_again(
    at_the_table: tuple[Guest, Guest, Guest], conference: Conference
) -> None:
    police, _health, running = at_the_table
    running.does("pause")
    answer = police.ask("speak", id="again", words={"text": "Now?", "language": "en"})
    assert answer["code"] == "paused"
    assert not Utterance.objects.filter(conference=conference).exists()
    running.does("resume")
    police.does("speak", id="again", words={"text": "Now.", "language": "en"})
    assert [text for _seat, text, _language in _said(police)] == ["Now."]


def test_a_decision_out_of_turn_is_refused_in_the_readers_language(at_the_table: tuple[Guest, Guest, Guest]) -> None:
    police, health, _running = at_the_table
    asked = {"decision": "registration", "child": "gwen", "option": "registered"}
    in_english, in_welsh = police.ask("decide", **asked), health.ask("decide", **asked)
    assert in_english["code"] == in_welsh["code"]
    assert in_english["message"] != in_welsh["message"]
    assert "cadeirydd" in in_welsh["message"].lower()


def test_another_seats_passage_can_not_be_shared_and_the_servers_log_tells_that_somebody_tried(
    at_the_table: tuple[Guest, Guest, Guest], server: Server, health_visitor: User, conference: Conference
) -> None:
    police, health, _running = at_the_table
    assert health.ask("share", passage="log.1", how="said")["code"] == "not-your-passage"
    who = conference.participants.get(person=health_visitor).reference
    assert f"Conference {conference.pk}: {who} asked for 'share': not-your-passage" in server.log()
    assert "KQPOLICE1" not in server.log()
    police.does("share", passage="log.1", how="said")
    health.sees(lambda sections: "KQPOLICE1" in json.dumps(sections["log"]))


def test_no_client_can_have_a_place_in_the_scenario_read_out(at_the_table: tuple[Guest, Guest, Guest]) -> None:
    police, health, _running = at_the_table
    pointing = {"from": "scenario", "path": "facts.p1.gist"}
    assert police.ask("speak", words=pointing)["code"] == "not-a-command"
    health.does("speak", words={"text": "Ie.", "language": "cy"})
    assert "KQGISTP1" not in police.texts() + health.texts()


def test_no_client_is_the_clock_or_somebody_else(at_the_table: tuple[Guest, Guest, Guest]) -> None:
    police, health, _running = at_the_table
    assert police.ask("tick", by={"who": "clock"})["code"] == "not-a-command"
    assert police.ask("outage", since="2020-01-01T00:00:00Z")["code"] == "not-a-command"
    assert police.ask("pause", by={"who": "facilitator"})["type"] == "refused"
    police.does("speak", by={"who": "seat", "seat": "health-visitor"}, words={"text": "It is me.", "language": "en"})
    health.sees(lambda sections: _said(health) == [("police", "It is me.", "en")])


@pytest.mark.parametrize(
    "broken",
    [
        "not JSON at all",
        "[]",
        '{"do": "speak"}',
        '{"id": "x", "do": 5}',
        '{"id": "x", "do": "fly"}',
        '{"id": "x", "do": "concern", "child": "gwen", "level": 11}',
        '{"id": "x", "do": "speak", "words": {"text": "", "language": "en"}}',
        json.dumps({"id": "x", "do": "speak", "words": {"text": "a" * 4001, "language": "en"}}),
        '{"id": "x", "do": "speak", "words": {"text": "a", "language": "fr"}}',
        "[" * 5000,
    ],
)
def test_a_message_that_is_no_command_is_refused_and_the_room_goes_on(
    at_the_table: tuple[Guest, Guest, Guest], broken: str
) -> None:
    police, _health, _running = at_the_table
    police.socket.send(broken)
    answer = police.until(lambda message: message["type"] == "refused")
    assert answer["code"] == "not-a-command"
    assert answer["message"] == "The room did not understand this. Reload the page and try again."
    police.does("where-i-am", where="with-others")


def test_a_message_beyond_the_bound_ends_the_connection(at_the_table: tuple[Guest, Guest, Guest]) -> None:
    police, health, _running = at_the_table
    police.socket.send(json.dumps({"id": "x", "do": "speak", "words": {"text": "a" * 40_000, "language": "en"}}))
    with pytest.raises(ConnectionClosed):
        police.until(lambda message: False)
    health.does("speak", words={"text": "Rydw i yma.", "language": "cy"})


def test_a_flood_from_one_client_slows_that_client_alone(at_the_table: tuple[Guest, Guest, Guest]) -> None:
    police, health, _running = at_the_table
    for number in range(200):
        police.send("concern", child="gwen", level=number % 11)
    health.until(lambda message: message["type"] == "beat")
    health.does("speak", words={"text": "Fy nhro i.", "language": "cy"})
    answered = sum('"type":"done"' in text or '"type":"refused"' in text for text in police.received)
    assert answered < 200
    police.cut()


@pytest.mark.slow
def test_who_never_reads_is_cut_and_nobody_else_waits_for_them(
    at_the_table: tuple[Guest, Guest, Guest], server: Server, conference: Conference
) -> None:
    police, health, _running = at_the_table
    with socket.socket() as deaf:
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        deaf.settimeout(SOON)
        deaf.connect(("127.0.0.1", server.port))
        deaf.sendall(HANDSHAKE.format(conference.pk, server.port, police.cookie, server.origin).encode())
        assert police.goodbye() == ("elsewhere", 4409)
        for said in range(MANY):
            if said % 20 == 0:
                deaf.sendall(BEAT)  # it is there, and speaks: all it does not do is read
            health.does("speak", words={"text": "Rwy’n siarad. " * 250, "language": "cy"})
            if _presence(health, "police") == "reconnecting":
                break
        assert _presence(health, "police") == "reconnecting"
        with contextlib.suppress(ConnectionResetError):
            while deaf.recv(65536):
                pass  # and then it is closed


MANY = 3000
BEAT = b'\x81\x8d\0\0\0\0{"do":"beat"}'
HANDSHAKE = (
    "GET /conferences/{}/socket/?as=json HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Cookie: {}\r\nOrigin: {}\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: c29tZXNpeHRlZW5ieXRlcw==\r\n"
    "Sec-WebSocket-Protocol: diogel.conference.1\r\n\r\n"
)


def _presence(guest: Guest, seat: str) -> str:
    roster = guest.sections["roster"]
    person = next(line["person"] for line in roster["seats"] if line["seat"] == seat)
    return str(roster["people"][person]["presence"])


def _said(guest: Guest) -> list[tuple[str, str, str]]:
    """What was typed at the table, as this guest sees it."""
    spoken = [item for item in guest.log() if item["kind"] == "said" and item["words"]]
    return [(item["seat"], item["words"]["text"], item["words"]["language"]) for item in spoken]


def test_everything_typed_for_an_action_of_the_plan_is_kept_as_words(at_the_table: tuple[Guest, Guest, Guest]) -> None:
    police, health, running = at_the_table
    while running.sections["phase"]["phase"] != "plan":
        running.does("next-phase")
    police.sees(lambda sections: sections["phase"]["phase"] == "plan")
    typed = {name: {"text": f"My {name}", "language": "en"} for name in ("words", "risk", "if_not")}
    whole = {"child": "gwen", "kind": "safety", "owner": "nia", "due": {"number": 7}, **typed}
    police.does("add-action", **whole)
    health.sees(lambda sections: any(line["seat"] == "police" and line["owner"] == "nia" for line in _plan(health)))
    line = next(line for line in _plan(health) if line["owner"] == "nia")
    said = [line["action"]["words"]["text"], line["risk"]["words"]["text"], line["if_not"]["words"]["text"]]
    assert said == ["My words", "My risk", "My if_not"]
    for name in ("risk", "if_not"):
        secret = {"from": "scenario", "path": "seats.chair.brief"}
        police.send("add-action", id=f"secret-{name}", **{**whole, name: secret})
        police.until(lambda message: message.get("type") == "refused")


def _plan(guest: Guest) -> list[dict[str, Any]]:
    actions: list[dict[str, Any]] = guest.sections["plan"]["actions"]
    return actions
