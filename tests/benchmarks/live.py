"""What the live room costs, as one JSON object: `./run exec python tests/benchmarks/live.py [--seconds N] [--rooms N]`.

Real sockets on loopback to one `diogel serve` on a database of its own, which it makes and drops: PostgreSQL where
DIOGEL_TEST_DATABASE_URL names a server, else SQLite in a folder of its own. In every room ten people: somebody says
something, and it is timed until all ten have it, stored first. Peers (peers.py, and otree_peer.py, which is fetched from
the package index unless told `--without-otree`) are measured in the same run, in turns.

Times are of the wall and so of whatever else the machine does meanwhile (`load` tells); the server's processor time is
its own. `wanted` has what each number must keep to; nothing here fails when it does not, that is for a reader to judge.
"""

import argparse
import asyncio
import contextlib
import gzip
import itertools
import json
import os
import platform
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
import zlib
from functools import partial
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2]), str(Path(__file__).parents[2] / "site")]

from cluster import database_of_its_own  # noqa: E402 -- found only now, as what it stands beside
from crowd import TOKEN, Crowd, One, Timings, wire  # noqa: E402
from otree_peer import OTree  # noqa: E402
from processes import cpu_of, kib_of  # noqa: E402
from websockets.asyncio.client import ClientConnection  # noqa: E402

PLACES = 10
TURNS = 3
OTREE_ROOMS = 4
"""It carries no more in time; what it costs for each message hardly changes with their number."""
SCENARIO = Path(__file__).parents[2] / "simulations" / "scenarios" / "ty-coed.yaml"
SAID = "Mae hi wedi colli dau gilo ers mis Medi, ac nid yw wedi bod yn yr ysgol. ~{}~"
WANTED = {
    "latency_ms": "stored and delivered, 2 events a second in each: p50 at most 15, p95 60, p99 100, none missing",
    "latency_twice_the_rooms_ms": "1 event a second in each: p99 at most 250, none missing",
    "durable_events_per_second": "at least 400",
    "cpu_to_bare_json": "at most 10",
    "cpu_to_bare_html": "at most 14",
    "cpu_to_channels_layer": "at most 0.25",
    "cpu_of_otree_to_ours": "at least 5",
    "kib_per_socket": "at most 40",
    "reconnected": "all, in at most 5 seconds",
    "first_view_kb": "at most 100, as sent",
}
Numbers = dict[str, Any]


class House:
    """Our server, and the conferences and people laid out for it."""

    def __init__(self, folder: Path, rooms: int) -> None:
        from django.core.management import call_command
        from guests import session_of
        from serving import Server

        say("laying out")
        self.folder = folder
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        self.facilitator, *self.people = self._everybody()
        self.cookies = [session_of(person) for person in [*self.people, self.facilitator]]
        version = self._version()
        self.conferences = [self._conference(version) for _room in range(rooms)]
        self.server = Server(folder, with_clock=True)

    def _everybody(self) -> list[Any]:
        from people.models import Right, User

        languages = {"writing_language": "cy", "speaking_language": "cy"}
        everybody = [
            User.objects.create_user(f"p{n}@diogel.example", None, reading_language=("cy", "en")[n % 2], **languages)
            for n in range(PLACES)
        ]
        Right.objects.create(person=everybody[0], kind="trainer")
        return everybody

    def _version(self) -> Any:
        import hashlib

        from simulations.models import Scenario, ScenarioVersion

        text = SCENARIO.read_text(encoding="utf-8")
        named = {"text": text, "sha256": hashlib.sha256(text.encode()).hexdigest(), "title_en": "T", "title_cy": "T"}
        return ScenarioVersion.objects.create(scenario=Scenario.objects.create(slug="t"), status="sample", **named)

    def _conference(self, version: Any) -> Any:
        """In the open discussion: a person on every seat that is at the table from the start, and others who observe."""
        from django.utils import timezone

        from simulations.actions import carry_out, plan_conference, put_on_list, take_seat
        from simulations.engine import commands as do
        from simulations.engine.actors import Facilitator
        from simulations.engine.scenario.vocabulary import Agenda, Attendance
        from simulations.selectors import proceedings_of

        conference = plan_conference(facilitator=self.facilitator, version=version, planned_for=timezone.now())
        seats = [
            seat.id
            for seat in conference.scenario().seats.values()
            if "learner" in seat.played_by and seat.attends is Attendance.ROOM
        ]
        for person, seat in itertools.zip_longest(self.people, seats[: len(self.people)]):
            listed = put_on_list(conference, person, role="learner" if seat else "observer")
            if seat:
                take_seat(listed, seat, volunteers=True)
        carry_out(conference, "facilitator", do.Start(by=Facilitator()))
        carry_out(conference, "facilitator", do.SitIn(by=Facilitator()))  # else they hear nothing of the table
        open_floor = next(phase.id for phase in conference.scenario().phases if phase.agenda is Agenda.ANALYSIS)
        while proceedings_of(conference).state.phase.id != open_floor:
            carry_out(conference, "facilitator", do.NextPhase(by=Facilitator()))
        return conference

    async def open(self, one: One, encoding: str, **more: str) -> ClientConnection:
        query = "&".join(f"{key}={value}" for key, value in {"as": encoding, **more}.items())
        return await wire(
            f"ws://127.0.0.1:{self.server.port}/conferences/{self.conferences[one.room].pk}/socket/?{query}",
            additional_headers={"Cookie": self.cookies[one.place]},
            origin=self.server.origin,
            subprotocols=["diogel.conference.1"],
            open_timeout=30,
        )

    def fetch(self, address: str) -> tuple[int, bytes]:
        """How many bytes are sent for an address, compressed as browsers take it, and what they are."""
        asked = urllib.request.Request(self.server.origin + address)
        asked.add_header("Cookie", self.cookies[0])
        asked.add_header("Accept-Encoding", "gzip")
        with urllib.request.urlopen(asked, timeout=30) as answer:
            sent: bytes = answer.read()
            packed = answer.headers["Content-Encoding"] == "gzip"
        return len(sent), gzip.decompress(sent) if packed else sent

    def crowd(self, encoding: str) -> Crowd:
        return Crowd(partial(self.open, encoding=encoding), _speak, greets=True)


def _speak(number: int, _place: int) -> str:
    words = {"text": SAID.format(number), "language": "cy"}
    return json.dumps({"id": f"said-{number}-{os.getpid()}", "do": "speak", "words": words})


class Peer:
    """One of the servers of peers.py, which sends as many bytes for each thing said as ours does."""

    def __init__(self, *arguments: str, size: int) -> None:
        from serving import free_port

        self.port = free_port()
        script = str(Path(__file__).with_name("peers.py"))
        kind, *rest = arguments
        self.process = subprocess.Popen([sys.executable, script, kind, str(self.port), *rest])
        self.size = size

    async def open(self, one: One, **_more: str) -> ClientConnection:
        for _try in range(100):
            with contextlib.suppress(OSError):
                return await wire(f"ws://127.0.0.1:{self.port}/?room={one.room}&size={self.size}")
            await asyncio.sleep(0.1)
        raise AssertionError("the peer did not start")

    def crowd(self) -> Crowd:
        return Crowd(self.open, _speak, greets=False)


class Cost:
    """Processor time and deliveries of one server, over the stretches in which it was its turn."""

    def __init__(self, process: "subprocess.Popen[bytes]", crowd: Crowd) -> None:
        self.process, self.crowd = process, crowd
        self.cpu = 0.0
        self.stretches: list[Timings] = []

    async def stretch(self, seconds: float, a_second: float) -> None:
        before = cpu_of(self.process)
        self.stretches.append(await self.crowd.talk(seconds, a_second))
        self.cpu += cpu_of(self.process) - before

    def forget(self) -> None:
        """The stretch so far was to warm up."""
        self.stretches, self.cpu = [], 0.0

    @property
    def delivered(self) -> int:
        return sum(each.delivered for each in self.stretches)

    @property
    def us(self) -> float:
        """Microseconds of processor time for each message delivered."""
        return self.cpu / max(1, self.delivered) * 1e6

    @property
    def size(self) -> int:
        """The mean size of a message that carried something said."""
        return sum(each.bytes_delivered for each in self.stretches) // max(1, self.delivered)

    def latency(self) -> Numbers:
        whole = Timings(latencies=[each for stretch in self.stretches for each in stretch.latencies])
        expected = sum(each.expected for each in self.stretches)
        return {
            **{f"p{share}": whole.ms(share / 100) for share in (50, 95, 99)},
            "delivered": whole.delivered,
            "missing": expected - whole.delivered,
            "out_of_order": sum(each.disorder for each in self.stretches),
            "refused": [text for each in self.stretches for text in each.refused][:3],
        }


def say(what: str) -> None:
    """To whoever waits; the numbers alone go to the standard output."""
    print(f"{time.strftime('%H:%M:%S')} {what}", file=sys.stderr, flush=True)


async def measured(house: House, database: str, seconds: float, rooms: int, *, with_otree: bool) -> Numbers:
    """Every number by its name in `WANTED`, and what it was made of."""
    say("everybody comes in")
    coming = await came(house, rooms)
    json_crowd = coming.pop("crowd")
    say("in turns with the peers")
    ours, bare, layer, *otree = await beside_peers(house, json_crowd, seconds, database, with_otree=with_otree)
    await json_crowd.go()  # a second connection of somebody would end their first
    seen = await first_view(house)
    await json_crowd.come(range(rooms), range(PLACES))
    say("as fast as it is stored")
    fastest = await json_crowd.talk_as_fast_as_stored(seconds)
    say("the server restarts")
    back = await restarted(house, json_crowd)
    await json_crowd.go()
    say("the same in HTML")
    html_crowd = house.crowd("html")
    await html_crowd.come(range(rooms), range(PLACES))
    drawn, bare_drawn = await beside_peers(house, html_crowd, seconds)
    await html_crowd.go()
    say("twice as many rooms")
    many = Cost(house.server.process, house.crowd("json"))
    await many.crowd.come(range(len(house.conferences)), range(PLACES))
    await many.stretch(seconds, 1)
    await many.crowd.go()
    return {
        "latency_ms": ours.latency(),
        "latency_html_ms": drawn.latency(),
        "latency_twice_the_rooms_ms": many.latency(),
        "latency_channels_layer_ms": layer.latency(),
        "durable_events_per_second": round(fastest.said / fastest.seconds),
        "cpu_us_per_delivered": {
            "ours_json": round(ours.us),
            "ours_html": round(drawn.us),
            "bare_websockets": [round(bare.us, 1), round(bare_drawn.us, 1)],
            "channels_in_memory_layer": round(layer.us),
            "otree": round(otree[0].us) if otree else None,
        },
        "bytes_per_delivered": {"json": ours.size, "html": drawn.size},
        "cpu_to_bare_json": round(ours.us / bare.us, 1),
        "cpu_to_bare_html": round(drawn.us / bare_drawn.us, 1),
        "cpu_to_channels_layer": round(ours.us / layer.us, 2),
        "cpu_of_otree_to_ours": round(otree[0].us / ours.us, 1) if otree else None,
        **coming,
        "reconnected": back,
        "first_view_kb": seen,
    }


async def came(house: House, rooms: int) -> Numbers:
    """Everybody comes in, and what that takes of the server's memory: first one in each room, then the others."""
    process, crowd = house.server.process, house.crowd("json")
    empty = kib_of(process)
    await crowd.come(range(rooms), range(1))
    opened = kib_of(process)
    await crowd.come(range(rooms), range(1, PLACES))
    await asyncio.sleep(1)
    per_socket = (kib_of(process) - opened) / (rooms * (PLACES - 1))
    return {
        "crowd": crowd,
        "kib_per_room": round((opened - empty) / rooms, 1),
        "kib_per_socket": round(per_socket, 1),
    }


async def beside_peers(
    house: House, crowd: Crowd, seconds: float, database: str = "", *, with_otree: bool = False
) -> list[Cost]:
    """Ours, `websockets` alone, where there is a database Channels' layer, and oTree: each several stretches, in turns."""
    ours = Cost(house.server.process, crowd)
    await ours.stretch(seconds / 2, 2)
    size, rooms, costs = ours.size, len(crowd.people), [ours]
    peers: list[Peer | OTree] = []
    try:
        for kind in [("bare",), *([("layer", database)] if database else [])]:
            peers.append(peer := Peer(*kind, size=size))
            costs.append(Cost(peer.process, peer.crowd()))
            await costs[-1].crowd.come(range(rooms), range(PLACES))
        if with_otree:
            peers.append(otree := await asyncio.to_thread(OTree, house.folder / "otree", OTREE_ROOMS, PLACES, size))
            costs.append(Cost(otree.process, otree.crowd(_speak)))
            await otree.everybody_sits_down()
            await costs[-1].crowd.come(range(OTREE_ROOMS), range(PLACES))
        for cost in costs:
            await cost.stretch(1, 2)
            cost.forget()
        for _turn in range(TURNS):
            for cost in costs:
                await cost.stretch(seconds / TURNS, 2)
        for cost in costs[1:]:
            await cost.crowd.go()
    finally:
        for peer in peers:
            peer.process.kill()
            peer.process.wait()
    return costs


async def restarted(house: House, crowd: Crowd) -> Numbers:
    """Stop the server and start it: how long after it answers until everybody is back, with what they missed."""
    house.server.process.send_signal(signal.SIGTERM)
    stopped = time.monotonic()
    await asyncio.to_thread(house.server.process.wait, 30)
    await asyncio.to_thread(house.server.start_again)
    began = time.monotonic()
    everybody = crowd.everybody()
    while any(one.resumed_at < stopped for one in everybody) and time.monotonic() < began + 60:
        await asyncio.sleep(0.05)
    back = [one.resumed_at for one in everybody if one.resumed_at > stopped]
    return {"sockets": len(everybody), "back": len(back), "seconds": round(max(back) - began, 2) if back else None}


async def first_view(house: House) -> Numbers:
    """What a browser fetches to show the room: its page, styles, scripts and the first message, in kB as sent; and how many
    things were said in it by then, since all of them are shown.
    """
    page = f"/cy/conferences/{house.conferences[0].pk}/room/"
    sizes, texts = {}, {page: b""}
    while wanted := [address for address in texts if address not in sizes]:
        for address in wanted:
            sizes[address], texts[address] = await asyncio.to_thread(house.fetch, address)
            texts.update(dict.fromkeys(_named(address, texts[address].decode()) - set(texts), b""))
    opened = await house.open(One(house.crowd("html"), 0, 0), "html")
    first = str(await opened.recv())
    hello = len(zlib.compress(first.encode()))  # as the server packs it for a browser
    await opened.close()
    parts = {"page": sizes.pop(page), "files": sum(sizes.values()), "hello": hello}
    kb = {name: round(size / 1000, 1) for name, size in {**parts, "whole": sum(parts.values())}.items()}
    return {**kb, "said": len(TOKEN.findall(first))}


def _named(address: str, text: str) -> set[str]:
    """The styles and scripts that a page or a script names."""
    here = address.rpartition("/")[0]
    named = set(re.findall(r'(?:href|src)="(/static/[^"]+\.(?:css|js))"', text)) if "/static/" not in address else set()
    scripts = re.findall(r'from\s*"(\.[^"]+\.js)"', text) if address.endswith(".js") else []
    return named | {os.path.normpath(f"{here}/{script}") for script in scripts}


def main() -> None:
    """Lay everything out, measure, and print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--seconds", type=float, default=20.0, help="of each measurement (default: 20)")
    arguments.add_argument("--rooms", type=int, default=50, help="half of the most rooms (default: 50)")
    arguments.add_argument("--without-otree", action="store_true", help="fetch nothing from the package index")
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as made, database_of_its_own(Path(made)) as database:
        os.environ.update(DIOGEL_DATA=made, DIOGEL_DATABASE_URL=database, DIOGEL_SECRET_KEY="of a benchmark")
        os.environ["DJANGO_SETTINGS_MODULE"] = "diogel.settings"
        import django

        django.setup()
        house = House(Path(made), asked.rooms * 2)
        before = os.getloadavg()
        try:
            with_otree = not asked.without_otree
            numbers = asyncio.run(measured(house, database, asked.seconds, asked.rooms, with_otree=with_otree))
        finally:
            house.server.kill()
            django.db.connections.close_all()
        load = {"before": before[0], "after": os.getloadavg()[0]}
        machine = {"python": platform.python_version(), "machine": platform.machine(), "cores": os.cpu_count()}
        on = {
            **machine,
            "database": database.partition(":")[0],
            "load": load,
            "seconds": asked.seconds,
            "rooms": asked.rooms,
        }
        print(json.dumps({"measured": numbers, "wanted": WANTED, "on": on}, indent=2))


if __name__ == "__main__":
    main()
