"""Somebody at a socket: a client that is not ours (`websockets`), and keeps every byte it was sent."""

import contextlib
import json
import time
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from serving import Server
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from people.models import User

SUBPROTOCOL = "diogel.conference.1"
SOON = 90.0
"""Seconds after which something will never come, however busy the machine is."""
BEAT = 5.0
"""Seconds after which somebody who waits says that they are there, as the browser does for its reader."""
Message = dict[str, Any]
met: list["Guest"] = []
"""Everybody of the test that is running: at its end, what each was sent is searched for what was not for them (taint.py)."""


class Guest:
    """A person with a browser session, in one conference."""

    def __init__(self, server: Server, conference: int, person: User | None, **asked: str) -> None:
        self.server = server
        self.conference = conference
        self.asked = {"as": "json", **asked}
        self.cookie = session_of(person) if person else ""
        self.received: list[str] = []
        self.sections: dict[str, Any] = {}
        self.number = -1
        self.viewer = ""
        self.looked_from: set[str] = set()
        self._heard_at = time.monotonic()
        met.append(self)
        self.connect()

    def connect(self, **more: str) -> None:
        """Open the socket; `more` goes into its address."""
        self.socket = open_socket(self.server, self.conference, self.cookie, **{**self.asked, **more})

    def come_back(self) -> None:
        """After a lost connection: from the number last seen."""
        self.connect(after=str(self.number), viewer=self.viewer)

    def cut(self) -> None:
        """Lose the connection without a goodbye."""
        self.socket.socket.close()

    def next(self, within: float = SOON) -> Message:
        """The next message, taken in."""
        until = time.monotonic() + within
        while (text := self._came(until - time.monotonic())) is None:
            self.say_here()
        assert isinstance(text, str)
        self.received.append(text)
        message: Message = json.loads(text)
        self._take_in(message)
        return message

    def until(self, wanted: Callable[[Message], bool], within: float = SOON) -> Message:
        """Take in messages up to one that is wanted, saying now and then that they are there."""
        until = time.monotonic() + within
        while not wanted(message := self.next(until - time.monotonic())):
            if time.monotonic() - self._heard_at > BEAT:
                self.say_here()
        return message

    def hello(self) -> "Guest":
        """Wait for everything."""
        self.until(lambda message: message["type"] == "hello")
        return self

    def say_here(self) -> None:
        """A sign of life. Should the connection be gone, what was sent before is still to be read."""
        self._heard_at = time.monotonic()
        with contextlib.suppress(ConnectionClosed, OSError):
            self.socket.send('{"do":"beat"}')

    def send(self, do: str, *, id: str = "", **fields: Any) -> str:
        """Send a command without waiting; returns its id."""
        command_id = id or uuid4().hex
        self.socket.send(json.dumps({"id": command_id, "do": do, **fields}))
        return command_id

    def ask(self, do: str, *, id: str = "", **fields: Any) -> Message:
        """Send a command; returns its `done` or `refused`."""
        command_id = self.send(do, id=id, **fields)
        return self.until(lambda message: message.get("id") == command_id)

    def does(self, do: str, **fields: Any) -> None:
        """As `ask`, where anything but done is a fault of the test."""
        answer = self.ask(do, **fields)
        assert answer["type"] == "done", answer

    def sees(self, wanted: Callable[[dict[str, Any]], bool], within: float = SOON) -> None:
        """Wait until what this guest sees is so."""
        if not wanted(self.sections):
            self.until(lambda message: wanted(self.sections), within)

    def goodbye(self) -> tuple[str, int]:
        """Wait for the end: the reason given, and the close code."""
        with pytest.raises(ConnectionClosed) as closed:
            self.until(lambda message: False)
        assert closed.value.rcvd is not None, "the connection broke"
        return json.loads(self.received[-1]).get("why", ""), closed.value.rcvd.code

    def take_in_the_rest(self) -> None:
        """What came and was not asked for, also before the connection was closed."""
        with contextlib.suppress(ConnectionClosed, OSError, TimeoutError):
            while True:
                self.received.append(str(self.socket.recv(timeout=0)))

    def texts(self) -> str:
        """Every byte this guest ever received, in one text."""
        return "\n".join(self.received)

    def log(self) -> list[Message]:
        """The items of the log as this guest knows them, in order."""
        return list(self.sections["log"]["items"].values())

    def _came(self, within: float) -> str | bytes | None:
        """What comes; None if it is time to say that they are there."""
        try:
            return self.socket.recv(timeout=max(0.0, min(BEAT, within)))
        except TimeoutError:
            if within <= BEAT:
                raise
        return None

    def _take_in(self, message: Message) -> None:
        if message["type"] == "hello":
            self.sections, self.viewer, self.number = {}, message["viewer"], message["number"]
            self.looked_from.add(self.viewer)
        elif message["type"] == "change":
            assert message["from"] == self.number, "a gap, or something twice"
            self.number = message["to"]
        for name, section in message.get("sections", {}).items():
            if name in ("log", "notices") and isinstance(section, dict):
                items = self.sections.setdefault(name, {"items": {}})["items"]
                items.update({item["key"]: item for item in section["items"]})
            else:
                self.sections[name] = section


def session_of(person: User) -> str:
    """The cookie of a browser in which this person has signed in."""
    client = Client()
    client.force_login(person)
    return f"sessionid={client.cookies['sessionid'].value}"


def open_socket(
    server: Server,
    conference: int,
    cookie: str,
    *,
    origin: str | None = "",
    subprotocol: str = SUBPROTOCOL,
    **asked: str,
) -> ClientConnection:
    """A connection; `origin` is the server's own unless told."""
    query = "&".join(f"{key}={value}" for key, value in asked.items())
    opening = connect(
        f"ws://127.0.0.1:{server.port}/conferences/{conference}/socket/?{query}",
        additional_headers={"Cookie": cookie},
        origin=server.origin if origin == "" else origin,
        subprotocols=[subprotocol],
        proxy=None,
        max_size=None,
        max_queue=None,  # else who leaves with more than a few messages unread waits ten seconds for the goodbye behind them
        open_timeout=SOON,
    )
    # A test closes it when its guest leaves, which is not where it was opened.
    return opening.__enter__()
