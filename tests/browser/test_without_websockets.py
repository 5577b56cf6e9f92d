"""A network that lets no WebSocket through: the room works all the same, says so, and goes back to a socket when one gets
through.
"""

import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import Visit
from browser.holding import SETTLED, plan, sit_down

FORBIDDEN = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


@dataclass
class Network:
    """Stands between browsers and the site, as a company's proxy does."""

    site: str
    takes_sockets: bool = False
    refused: int = 0

    def __post_init__(self) -> None:
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.listening.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                client, _address = self.listening.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=[client], daemon=True).start()

    def _carry(self, client: socket.socket) -> None:
        asked = client.recv(65536)
        if b"upgrade: websocket" in asked.lower() and not self.takes_sockets:
            self.refused += 1
            client.sendall(FORBIDDEN)
            client.close()
            return
        site = socket.create_connection(("127.0.0.1", urlsplit(self.site).port or 80))
        site.sendall(asked)
        threading.Thread(target=_pass_on, args=[site, client], daemon=True).start()
        _pass_on(client, site)


def _pass_on(one: socket.socket, other: socket.socket) -> None:
    try:
        while data := one.recv(65536):
            other.sendall(data)
    except OSError:
        pass
    for end in (one, other):
        end.close()


@pytest.fixture
def network(site: str) -> Iterator[Network]:
    between = Network(site)
    yield between
    between.listening.close()


def test_the_room_works_by_requests_and_goes_back_to_a_socket(
    visit: Visit, browser: Browser, network: Network, signed_in: Visit
) -> None:
    trainer = visit("/en/conferences/", person="trainer")
    path = plan(trainer)
    context = browser.new_context(storage_state=signed_in("officer"))  # type: ignore[arg-type]
    page = context.new_page()
    page.clock.install()
    page.goto(f"{network.address}/en/conferences/{path}")
    sit_down(page, "police")
    expect(page.locator("#connection")).to_have_text("Connected, more slowly")
    expect(page.locator("#band-words")).to_contain_text("This network blocks")
    assert network.refused == 2
    _health_visitor_sees_the_officer_move(page, visit, path)

    network.takes_sockets = True
    page.clock.fast_forward(61_000)
    expect(page.locator("#connection")).to_have_text("Connected", timeout=SETTLED)
    expect(page.locator("#band")).to_be_hidden()
    context.close()


def _health_visitor_sees_the_officer_move(officer: Page, visit: Visit, path: str) -> None:
    health = visit(f"/cy/conferences/{path}", person="health-visitor")
    sit_down(health, "health-visitor")
    officer.get_by_label("Where I am").select_option("in-a-vehicle")
    officer.get_by_role("button", name="Say so").click()
    expect(health.locator('.place-card[data-seat="police"]')).to_contain_text("Mewn cerbyd", timeout=SETTLED)
