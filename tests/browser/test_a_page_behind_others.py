"""A room's page behind other windows, as beside a call: browsers let its timers run only once a minute there."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, WebSocket, expect

from browser.holding import SETTLED, plan

pytestmark = pytest.mark.slow
ONCE_A_MINUTE = (
    "const every = setInterval; window.setInterval = (act, ms, ...more) => every(act, Math.max(ms, 60000), ...more);"
)
CUT_AFTER = 30
"""Seconds after which the server takes somebody for gone who sent nothing."""


def test_whose_timers_are_held_back_stays_in_the_room(visit: Callable[..., Page]) -> None:
    trainer = visit("/en/conferences/", person="trainer")
    plan(trainer)
    trainer.add_init_script(ONCE_A_MINUTE)
    sockets: list[WebSocket] = []
    trainer.on("websocket", lambda each: sockets.append(each))
    trainer.goto(trainer.url.rstrip("/") + "/room/")
    expect(trainer.get_by_role("button", name="Start the conference")).to_be_visible(timeout=SETTLED)
    trainer.wait_for_timeout((CUT_AFTER + 12) * 1000)
    assert len(sockets) == 1, "it came back instead of staying"
    assert not sockets[0].is_closed()
