"""A socket that a test can cut, as a dead spot would, and that keeps every text the server sent through it."""

import html
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page, WebSocketRoute

Sent = str | bytes


@dataclass
class Wire:
    """All the sockets of a page; while it is not open, new ones are closed at once."""

    open: bool = True
    sockets: list[WebSocketRoute] = field(default_factory=list)
    received: list[str] = field(default_factory=list, repr=False)
    held_back: str = ""
    _holding: list[tuple[WebSocketRoute, Sent]] = field(default_factory=list, repr=False)

    def attach(self, page: Page) -> None:
        """To be done before the page opens its room."""
        page.route_web_socket("**/socket/**", self._through)

    def cut(self) -> None:
        self.open = False
        for socket in self.sockets:
            socket.close(code=4000)
        self.sockets.clear()

    def hold_back(self, type: str) -> None:
        """From now on, messages of this type wait on the way to the page, and only they."""
        self.held_back = type

    def holds_one(self) -> bool:
        """Whether one of them waits."""
        return bool(self._holding)

    def let_go(self) -> None:
        """What waited arrives."""
        self.held_back = ""
        for socket, message in self._holding:
            socket.send(message)
        self._holding.clear()

    def has_brought(self, words: str) -> bool:
        """Whether these words came to the page, drawn or not."""
        return any(words in message for message in self.received)

    def _through(self, socket: WebSocketRoute) -> None:
        if not self.open:
            socket.close(code=4000)
            return
        socket.connect_to_server().on_message(self._keeping(socket))
        self.sockets.append(socket)

    def _keeping(self, socket: WebSocketRoute) -> Callable[[Sent], None]:
        def hand_on(message: Sent) -> None:
            told = json.loads(message)
            self.received.append(html.unescape("\n".join(texts_in(told))))
            if told["type"] == self.held_back:
                self._holding.append((socket, message))
            else:
                socket.send(message)

        return hand_on


def texts_in(value: Any) -> Iterator[str]:
    """Every string in a message, whatever it is nested in."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield key
            yield from texts_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts_in(each)
