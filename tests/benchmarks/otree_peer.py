"""A live page of oTree, to measure the live room against: installed from the package index into a folder of its own, and no
part of ours. Whoever says something, it is kept on their row, and everybody in their group of ten is sent it.

oTree carries one thing said after another in the whole process, so it is asked for a few rooms only; and it keeps its
database in memory here, which costs it less than ours pays for being durable.
"""

import asyncio
import contextlib
import json
import os
import socket
import subprocess
import urllib.request
from pathlib import Path
from typing import Any

from crowd import Crowd, One, Say, wire
from from_the_index import installed
from serving import free_port
from websockets.asyncio.client import ClientConnection

VERSION = "otree==6.0.15"
PATIENCE = 120
SETTINGS = """
SESSION_CONFIGS = [dict(name="said", app_sequence=["said"], num_demo_participants=10)]
SESSION_CONFIG_DEFAULTS = dict(real_world_currency_per_point=1, participation_fee=0)
LANGUAGE_CODE, REAL_WORLD_CURRENCY_CODE, SECRET_KEY = "en", "GBP", "of a benchmark"
ADMIN_USERNAME, ADMIN_PASSWORD = "admin", ""
"""
APP = """
from otree.api import BaseConstants, BaseGroup, BasePlayer, BaseSubsession, Page, models


class C(BaseConstants):
    NAME_IN_URL, PLAYERS_PER_GROUP, NUM_ROUNDS = "said", 10, 1


class Subsession(BaseSubsession):
    pass


class Group(BaseGroup):
    pass


class Player(BasePlayer):
    said = models.LongStringField()


class Table(Page):
    @staticmethod
    def live_method(player, data):
        player.said = data["words"]["text"]
        return {0: player.said.ljust(SIZE)}


page_sequence = [Table]
"""


class OTree:
    """Its server, and ten people in each of so many rooms. Raises CalledProcessError or OSError where it can't be had."""

    def __init__(self, folder: Path, rooms: int, places: int, size: int) -> None:
        self.port = free_port()
        folder.mkdir()
        python = installed(folder, VERSION)
        (folder / "settings.py").write_text(SETTINGS)
        for each in ("said", "_static", "_templates"):
            (folder / each).mkdir()
        (folder / "said" / "__init__.py").write_text(f"SIZE = {size}\n{APP}")
        (folder / "said" / "Table.html").write_text("{{ block content }}{{ endblock }}")
        command = [python.with_name("otree"), "devserver_inner", f"127.0.0.1:{self.port}"]
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "HOME") if name in os.environ}
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen(command, cwd=folder, env=kept, **quiet)  # type: ignore[call-overload]
        self._rooms, self._places = rooms, places

    async def everybody_sits_down(self) -> None:
        """Everybody is on their page."""
        await self._until_it_answers()
        how_many = self._rooms * self._places
        made = await asyncio.to_thread(
            self._ask, "/api/sessions", session_config_name="said", num_participants=how_many
        )
        self._session = made["code"]
        found = await asyncio.to_thread(self._ask, f"/api/get_session/{self._session}")
        self._people = [each["code"] for each in found["participants"]]
        for code in self._people:
            page = f"http://127.0.0.1:{self.port}/InitializeParticipant/{code}"
            (await asyncio.to_thread(urllib.request.urlopen, page, timeout=PATIENCE)).close()

    async def _until_it_answers(self) -> None:
        for _try in range(PATIENCE * 10):
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            await asyncio.sleep(0.1)
        raise OSError("oTree did not start")

    def _ask(self, address: str, **asked: Any) -> Any:
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{address}", json.dumps(asked).encode(), headers)
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.load(answer)

    async def open(self, one: One, **_more: str) -> ClientConnection:
        code = self._people[one.room * self._places + one.place]
        where = f"participant_code={code}&page_name=Table&page_index=1&session_code={self._session}"
        return await wire(f"ws://127.0.0.1:{self.port}/live?{where}", open_timeout=PATIENCE)

    def crowd(self, words: Say) -> Crowd:
        return Crowd(self.open, words, greets=False)
