"""Somebody where no WebSocket gets through: a client of the requests, with the face of one at a socket.

Each request may go to another of several servers, as a proxy before them may have it.
"""

import itertools
import json
import queue
import threading
from collections.abc import Sequence
from http.client import HTTPConnection, HTTPException
from typing import Any

import pytest
from guests import SOON, Guest, Message
from serving import Server

from people.models import User

JSON = {"Content-Type": "application/json"}


class Line:
    """A client of the requests with the face of a socket."""

    def __init__(self, guest: "Polling", **asked: str) -> None:
        query = "&".join(f"{key}={value}" for key, value in asked.items())
        self.address = f"/conferences/{guest.conference}/polling/?{query}"
        self._guest = guest
        self.turns = itertools.cycle(guest.servers)
        self._headers = {**JSON, "Cookie": guest.cookie}
        self._came: queue.Queue[str | int] = queue.Queue()
        self._over = False
        self._taking = threading.Lock()
        self._reached: dict[str, Any] = (
            {"after": int(asked["after"]), "viewer": asked["viewer"]} if "after" in asked else {}
        )
        self.asked = threading.Event()
        self.line = self._take(self.post({})[1])
        self.asked.clear()
        threading.Thread(target=self._listen, daemon=True).start()

    def post(self, body: dict[str, Any], **headers: str) -> tuple[int, dict[str, Any]]:
        """One request: its status and what came back."""
        server = next(self.turns)
        wire = HTTPConnection("127.0.0.1", server.port, timeout=SOON)
        try:
            wire.request("POST", self.address, json.dumps(body), {**self._headers, "Origin": server.origin, **headers})
            self.asked.set()
            answer = wire.getresponse()
            return answer.status, json.loads(answer.read())
        finally:
            wire.close()

    def send(self, text: str) -> None:
        self.put([json.loads(text)])

    def put(self, messages: list[Message]) -> None:
        """Several in one request; what came back is taken in."""
        status, answer = self.post({"line": self.line, "send": messages, **self._reached})
        assert status == 200, answer
        self._take(answer)

    def recv(self, timeout: float) -> str:
        try:
            came = self._came.get(timeout=timeout)
        except queue.Empty:
            raise TimeoutError from None
        if isinstance(came, int):
            raise ConnectionError(came)
        return came

    def close(self) -> None:
        self._over = True

    def _listen(self) -> None:
        while not self._over:
            try:
                status, answer = self.post({"line": self.line, "wait": True, **self._reached})
            except (OSError, HTTPException):
                return
            if status != 200 or self._over:
                return
            self._take(answer)
            self._over = "closed" in answer

    def _take(self, answer: dict[str, Any]) -> str:
        with self._taking:
            for message in answer.get("messages", ()):
                if self._is_new(message):
                    self._came.put(json.dumps(message))
            if "closed" in answer:
                self._came.put(answer["closed"])
        return str(answer.get("line", ""))

    def _is_new(self, message: Message) -> bool:
        """Two requests on their way at once may bring the same, or one of them what was before: neither is taken in."""
        reached = self._reached.get("after", -1)
        if message["type"] == "hello":
            if message["viewer"] == self._reached.get("viewer") and message["number"] < reached:
                return False
            self._reached = {"after": message["number"], "viewer": message["viewer"]}
        elif message["type"] == "change":
            if message["to"] < reached or message["from"] < message["to"] == reached:
                return False
            self._reached = {**self._reached, "after": message["to"]}
        return True


class Polling(Guest):
    """A guest on such a line; `also` are the servers that take its requests in turn with the first."""

    def __init__(
        self, server: Server, conference: int, person: User | None, also: Sequence[Server] = (), **asked: str
    ) -> None:
        self.servers = [server, *also]
        super().__init__(server, conference, person, **asked)

    def connect(self, **more: str) -> None:
        self.socket = Line(self, **{**self.asked, **more})  # type: ignore[assignment]

    def cut(self) -> None:
        self.socket.close()

    def say_here(self) -> None:
        """Each request says so."""

    def goodbye(self) -> tuple[str, int]:
        with pytest.raises(ConnectionError) as closed:
            self.until(lambda message: False)
        return json.loads(self.received[-1])["why"], closed.value.args[0]

    def _take_in(self, message: Message) -> None:
        if message["type"] == "change" and message["from"] < self.number:
            message = {**message, "from": self.number}  # it begins with what they have, and goes further
        super()._take_in(message)
