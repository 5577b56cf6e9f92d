"""What must hold through Daphne and a socket."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from another_system import System
from serving import HOST, PATIENCE, Server

pytestmark = pytest.mark.django_db(transaction=True)
LARGE = 300_000  # bytes, of which Daphne makes several pieces


@pytest.fixture
def server(transactional_db: None, tmp_path: Path) -> Iterator[Server]:
    running = Server(tmp_path)
    yield running
    running.stop()


def test_an_answer_to_head_has_no_content_however_large_the_answer_to_get_would_be(server: Server) -> None:
    hr = System()
    agent = json.dumps({"mbox": "mailto:a@b.example"})
    hr.ask("PUT", "agents/profile", b"x" * LARGE, "text/plain", {"If-None-Match": "*"}, agent=agent, profileId="large")
    path = f"/xapi/agents/profile?profileId=large&agent={agent.replace(' ', '')}"
    with socket.create_connection((HOST, server.port), PATIENCE) as wire:
        wire.sendall(
            f"HEAD {path} HTTP/1.1\r\nHost: {HOST}\r\nAuthorization: {hr.authorization}\r\n"
            "X-Experience-API-Version: 2.0.0\r\nConnection: close\r\n\r\n".encode()
        )
        answer = b"".join(iter(lambda: wire.recv(65536), b""))

    head, _line, content = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200"), answer[:300]
    assert f"content-length: {LARGE}".encode() in head.lower()
    assert content == b""
