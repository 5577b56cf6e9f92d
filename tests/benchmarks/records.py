"""What the record store costs over HTTP, as one JSON object: `./run exec python tests/benchmarks/records.py --stored 10000`.

It wants a PostgreSQL server on which it may make a database (DIOGEL_TEST_DATABASE_URL), starts a server of ours on it, and asks it as
another system would, over one connection at a time with Basic credentials. Ralph is fetched and measured beside it, in turns, so that
what else the machine does falls on both (unless told `--without-ralph`); `--peer NAME ENDPOINT KEY SECRET` takes any other store, such
as ADL's, which wants a setting-up of its own. What marking and item statistics cost (marking.py) is told too.
`wanted` has what each must keep to; nothing here fails when it does not.

`--stored N` fills our store up to so many statements in batches of 500, tells the rate at each power of ten, and measures the filters at
the end and from 100,000 on. With `--peer-stored N` all stores are filled so far first and measured once more: some slow down as they grow.
"""

import argparse
import base64
import http.client
import json
import os
import platform
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).parents[1]))

import marking
from ralph_peer import ralph
from serving import HOST, free_port

WANTED = {
    "post_500": "at least 10 times that of ADL_LRS, ahead of ralph's appended file",
    "post_50": "at least 8 times that of ADL_LRS",
    "post_1": "at least 4 times that of ADL_LRS",
    "get_ms": "at 100,000: unfiltered and verb at most 1/10 of ADL_LRS's time, others at most 1/2",
    "actor_verb_since_p95_ms": "at most 50 with 1,000,000 stored",
    "filling": "as many a second at the end as at the beginning",
    **marking.WANTED,
}
PEOPLE, COURSES, PROGRAMMES = 5000, 300, 20
VERBS = ["completed", "answered", "passed", "attended", "initialized", "progressed"]
ADL = "http://adlnet.gov/expapi"
chance = random.Random(7)


@dataclass
class Store:
    """A record store to ask, over one connection at a time."""

    name: str
    endpoint: str
    key: str
    secret: str
    stored: int = 0
    rates: dict[str, list[float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        place = urlsplit(self.endpoint)
        self.connection = http.client.HTTPConnection(place.hostname or HOST, place.port, timeout=120)
        self.path = place.path.rstrip("/")
        told = base64.b64encode(f"{self.key}:{self.secret}".encode()).decode()
        self.headers = {"Authorization": f"Basic {told}", "X-Experience-API-Version": "1.0.3"}

    def ask(self, method: str, query: dict[str, str], body: bytes | None = None) -> bytes:
        headers = {**self.headers, **({"Content-Type": "application/json"} if body else {})}
        self.connection.request(method, f"{self.path}/statements?{urlencode(query)}".rstrip("?"), body, headers)
        answer = self.connection.getresponse()
        told = answer.read()
        if answer.status != 200:
            raise SystemExit(f"{self.name} answered {answer.status}: {told[:300]!r}")
        return told

    def post(self, count: int) -> float:
        """Seconds that a batch takes; it is made, and the connection opened, beforehand."""
        batch = [statement() for _ in range(count)]
        body = json.dumps(batch if count > 1 else batch[0]).encode()
        self.stored += count
        self.connection.close()  # while a slower store had its turn, this one may have grown tired of waiting
        self.connection.connect()
        return timed(lambda: self.ask("POST", {}, body))


def statement() -> dict[str, Any]:
    """Of the size and kind that a learning platform sends."""
    course = chance.randrange(COURSES)
    return {
        "id": str(uuid4()),
        "actor": actor(chance.randrange(PEOPLE)),
        "verb": {"id": f"{ADL}/verbs/{chance.choice(VERBS)}", "display": {"en": "did", "cy": "gwnaeth"}},
        "object": {
            "objectType": "Activity",
            "id": f"https://hr.example/course/{course}",
            "definition": {"type": f"{ADL}/activities/course", "name": {"en": "A course", "cy": "Cwrs"}},
        },
        "result": {"completion": True, "success": True, "score": {"scaled": 0.8}, "duration": "PT25M"},
        "context": {
            "registration": str(uuid4()),
            "language": "cy",
            "contextActivities": {"parent": [{"id": f"https://hr.example/programme/{course % PROGRAMMES}"}]},
        },
        "timestamp": "2026-11-22T09:30:00Z",
    }


def actor(number: int) -> dict[str, Any]:
    return {"objectType": "Agent", "account": {"homePage": "https://hr.example", "name": f"person-{number}"}}


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure_posts(stores: list[Store], rounds: int) -> dict[str, dict[str, float]]:
    """Statements a second, the best of several rounds, the stores in turns."""
    for store in stores:
        store.rates = {}
    for _round in range(rounds):
        for count in (500, 50, 1):
            for store in stores:
                store.rates.setdefault(f"post_{count}", []).append(count / store.post(count))
    return {store.name: {name: round(max(rates), 1) for name, rates in store.rates.items()} for store in stores}


def fill(store: Store, mark: int) -> float:
    """Statements a second over the last tenth of the way to so many stored."""
    last, spent, counted = mark - max(mark // 10, 500), 0.0, 0
    while store.stored < mark:
        seconds = store.post(500)
        if store.stored > last:
            spent, counted = spent + seconds, counted + 500
    return round(counted / spent, 1) if spent else 0.0


def grown(store: Store, upto: int, rounds: int) -> dict[str, Any]:
    """What our store does at each power of ten on the way there, and at the end."""
    told: dict[str, Any] = {"filling": {}, "get_ms": {}}
    for mark in [*(10**power for power in range(4, 10) if 10**power < upto), upto]:
        if rate := fill(store, mark):  # none where it was fuller already
            told["filling"][str(mark)] = rate
        if mark >= 100_000 or mark == upto:
            told["get_ms"][str(mark)] = measure_reads(store, rounds)
    return told


def measure_reads(store: Store, rounds: int) -> dict[str, float]:
    """The median milliseconds of each filter, and of the last also what only one in twenty takes longer than."""
    since = json.loads(store.ask("GET", {"limit": "1"}))["statements"][0]["stored"][:10] + "T00:00:00Z"
    filters: dict[str, Callable[[], dict[str, str]]] = {
        "none": dict,
        "verb": lambda: {"verb": f"{ADL}/verbs/{chance.choice(VERBS)}"},
        "agent": lambda: {"agent": json.dumps(actor(chance.randrange(PEOPLE)))},
        "activity": lambda: {"activity": f"https://hr.example/course/{chance.randrange(COURSES)}"},
        "registration": lambda: {"registration": str(uuid4())},
        "related_activities": lambda: {
            "activity": f"https://hr.example/programme/{chance.randrange(PROGRAMMES)}",
            "related_activities": "true",
        },
        "related_agents": lambda: {"agent": json.dumps(actor(chance.randrange(PEOPLE))), "related_agents": "true"},
        "actor_verb_since": lambda: {
            "agent": json.dumps(actor(chance.randrange(PEOPLE))),
            "verb": f"{ADL}/verbs/{chance.choice(VERBS)}",
            "since": since,
        },
    }
    told: dict[str, float] = {}
    for name, query in filters.items():
        taken = sorted(timed(lambda: store.ask("GET", {**query(), "limit": "100"})) for _ in range(rounds))  # noqa: B023
        told[name] = round(taken[len(taken) // 2] * 1000, 1)
    told["actor_verb_since_p95"] = round(taken[int(len(taken) * 0.95)] * 1000, 1)
    return told


@contextmanager
def ours(server: str) -> Iterator[Store]:
    """A server of ours on a database of its own, which goes when it is stopped."""
    import psycopg

    name, port = f"diogel_benchmark_{os.getpid()}", free_port()
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}")
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "diogel.settings",
            "DIOGEL_SECRET_KEY": "benchmark",
            "DIOGEL_DATA": folder,
            "DIOGEL_DATABASE_URL": f"{server.rpartition('/')[0]}/{name}",
        }
        diogel = [sys.executable, "-m", "diogel"]
        subprocess.run([*diogel, "migrate", "-v0"], env=environment, check=True)
        made = [*diogel, "records", "credential", "benchmark", "--scope", "all"]
        told = subprocess.run(made, env=environment, check=True, capture_output=True, text=True).stdout
        key, secret = told.split()
        process = subprocess.Popen(
            [*diogel, "serve", "--port", str(port)], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        try:
            next(line for line in process.stdout or () if b"serves on" in line)
            yield Store("diogel", f"http://{HOST}:{port}/xapi", key, secret)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(60)
            with psycopg.connect(server, autocommit=True) as admin:
                admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stored", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peer-stored", type=int, default=0)
    parser.add_argument("--peer", nargs=4, action="append", default=[], metavar=("NAME", "ENDPOINT", "KEY", "SECRET"))
    parser.add_argument("--without-ralph", action="store_true", help="fetch nothing from the package index")
    given = parser.parse_args()
    server = os.environ.get("DIOGEL_TEST_DATABASE_URL") or parser.error("set DIOGEL_TEST_DATABASE_URL")
    told: dict[str, Any] = marking.measured()
    with ours(server) as store, ExitStack() as peers:
        fetched = [] if given.without_ralph else [peers.enter_context(ralph())]
        stores = [store, *(Store(*peer) for peer in [*fetched, *given.peer])]
        told["posts_a_second"] = measure_posts(stores, given.rounds)
        if given.peer_stored:
            for each in stores:
                fill(each, given.peer_stored)
            told[f"posts_a_second_at_{given.peer_stored}"] = measure_posts(stores, given.rounds)
        told |= grown(store, given.stored, given.rounds * 10)
    measured = {**told, "stored": given.stored, "python": platform.python_version(), "load": os.getloadavg()}
    print(json.dumps({"wanted": WANTED, "measured": measured}, indent=2))


if __name__ == "__main__":
    main()
