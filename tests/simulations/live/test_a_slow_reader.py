"""Somebody who does not read what they are sent is cut, with a word, and never buffered for without end."""

import asyncio
import json
from datetime import UTC, datetime
from typing import Any

import pytest

from simulations.live import consumer
from simulations.live.consumer import Socket
from simulations.live.membership import Membership
from simulations.live.protocol import Beat, Bye
from simulations.live.viewers import MOST_BYTES, MOST_MESSAGES, Viewer

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def viewer() -> Viewer:
    return Viewer(
        membership=Membership(1, 1, "somebody", "learner", "Some Body", "en", "en", "somebody"),
        session_key="",
        door="",
        language="en",
        encoding="json",
        since=NOW,
        heard_at=NOW,
    )


async def test_more_messages_than_are_kept_end_it(viewer: Viewer) -> None:
    for number in range(MOST_MESSAGES + 1):
        viewer.send(Beat(number, NOW))
    assert viewer.leaving == "slow"
    assert await viewer.next_message() == Bye("slow"), "the rest is thrown away: it comes again with `after`"


async def test_more_bytes_than_are_kept_end_it(viewer: Viewer) -> None:
    viewer.send_encoded(b"x" * (MOST_BYTES - 10))
    assert viewer.leaving is None
    viewer.send_encoded(b"x" * 11)
    assert viewer.leaving == "slow"


async def test_who_reads_on_is_never_cut(viewer: Viewer) -> None:
    for _time in range(10):
        viewer.send_encoded(b"x" * (MOST_BYTES // 2))
        await viewer.next_message()
    assert viewer.leaving is None


async def test_nothing_is_sent_after_the_reason(viewer: Viewer) -> None:
    viewer.cut("elsewhere")
    viewer.cut("gone")
    viewer.send(Beat(1, NOW))
    viewer.end()
    assert [await viewer.next_message(), await viewer.next_message()] == [Bye("elsewhere"), None]


async def test_a_stalled_connection_is_closed_though_its_reader_hears_no_goodbye(
    viewer: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(consumer, "STALLED", 0.02)
    monkeypatch.setattr(consumer, "LAST_WORD", 0.02)
    sent: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)
        if message["type"] == "websocket.send":
            await asyncio.Event().wait()

    socket = Socket({"query_string": b""}, None, send)
    viewer.send(Beat(1, NOW))
    await socket._deliver(viewer)
    assert [message["type"] for message in sent] == ["websocket.send", "websocket.send", "websocket.close"]
    assert json.loads(sent[1]["text"]) == {"type": "bye", "why": "slow"}
    assert sent[2]["code"] == 1013
