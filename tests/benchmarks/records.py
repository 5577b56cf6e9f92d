"""What the record store costs over HTTP, as one JSON object: `./run exec python tests/benchmarks/records.py --stored 10000`.

It wants a PostgreSQL server on which it may make a database (DIOGEL_TEST_DATABASE_URL), starts a server of ours on it, and asks it as
another system would, over one connection at a time with Basic credentials. Ralph is fetched and measured beside it, in turns, so that
what else the machine does falls on both (unless told `--without-ralph`); `--peer NAME ENDPOINT KEY SECRET` takes any other store, such
as ADL's, which wants a setting-up of its own. What marking and item statistics cost (marking.py) is told too.
`wanted` has what each must keep to; nothing here fails when it does not.

`--stored N` fills our store up to so many statements in batches of 500, tells at each power of ten the rate and the microseconds that a
statement costs the server's processor and the database's (where that runs on this machine), and measures the filters at the end and from
100,000 on. With `--peer-stored N` all stores are filled so far first and measured once more, their filters too: some slow down
as they grow. Filling one over HTTP may take half an hour: `--peer-has N` says how many a named one holds already.
"""

import argparse
import base64
import http.client
import json
import os
import platform
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).parents[1]))

import marking
import processor
from learning_platform import ADL, COURSES, PEOPLE, PROGRAMMES, VERBS, actor, chance, statement
from ralph_peer import ralph
from serving import HOST, free_port

WANTED = {
    "post_500": "at least 10 times that of ADL_LRS, ahead of ralph's appended file",
    "post_50": "at least 8 times that of ADL_LRS",
    "post_1": "at least 4 times that of ADL_LRS",
    "get_ms": "at 100,000: unfiltered and verb at most 1/10 of ADL_LRS's time, others at most 1/2",
    "actor_verb_since_p95_ms": "at most 50 with 1,000,000 stored",
    "filling": "as many a second at the end as at the beginning, and as little of the processors for each",
    **marking.WANTED,
}


@dataclass
class Store:
    """A record store to ask, over one connection at a time."""

    name: str
    endpoint: str
    key: str
    secret: str
    stored: int = 0
    busy: Callable[[], tuple[float, float]] | None = None
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


def fill(store: Store, mark: int) -> dict[str, float]:
    """Statements a second over the last tenth of the way to so many stored, and what each cost the processors of our store."""
    last = mark - max(mark // 10, 500)
    while store.stored < last:
        store.post(500)
    spent, counted, before = 0.0, 0, store.busy and store.busy()
    while store.stored < mark:
        spent, counted = spent + store.post(500), counted + 500
    if not counted:
        return {}
    told = {"a_second": round(counted / spent, 1)}
    if store.busy and before:
        server, database = (now - then for now, then in zip(store.busy(), before, strict=True))
        told |= {"server_us": round(server / counted * 1e6, 1), "database_us": round(database / counted * 1e6, 1)}
    return told


def grown(store: Store, upto: int, rounds: int) -> dict[str, Any]:
    """What our store does at each power of ten on the way there, and at the end."""
    told: dict[str, Any] = {"filling": {}, "get_ms": {}}
    for mark in [*(10**power for power in range(4, 10) if 10**power < upto), upto]:
        if cost := fill(store, mark):  # none where it was fuller already
            told["filling"][str(mark)] = cost
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
            yield Store(
                "diogel", f"http://{HOST}:{port}/xapi", key, secret, busy=partial(busy, process.pid, server, name)
            )
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(60)
            with psycopg.connect(server, autocommit=True) as admin:
                admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def busy(process: int, server: str, database: str) -> tuple[float, float]:
    """Seconds that the server, and the database's processes that serve it, have kept a processor busy."""
    return processor.seconds([process]), processor.seconds(processor.of_the_database(server, database))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stored", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peer-stored", type=int, default=0)
    parser.add_argument("--peer-has", type=int, default=0, help="statements in the stores named with --peer")
    parser.add_argument("--peer", nargs=4, action="append", default=[], metavar=("NAME", "ENDPOINT", "KEY", "SECRET"))
    parser.add_argument("--without-ralph", action="store_true", help="fetch nothing from the package index")
    given = parser.parse_args()
    server = os.environ.get("DIOGEL_TEST_DATABASE_URL") or parser.error("set DIOGEL_TEST_DATABASE_URL")
    told: dict[str, Any] = marking.measured()
    with ours(server) as store, ExitStack() as peers:
        fetched = [] if given.without_ralph else [peers.enter_context(ralph())]
        named = [Store(*peer, stored=given.peer_has) for peer in given.peer]
        stores = [store, *(Store(*peer) for peer in fetched), *named]
        told["posts_a_second"] = measure_posts(stores, given.rounds)
        if given.peer_stored:
            for each in stores:
                fill(each, given.peer_stored)
            told[f"posts_a_second_at_{given.peer_stored}"] = measure_posts(stores, given.rounds)
            reads = {each.name: measure_reads(each, given.rounds) for each in [store, *named]}
            told[f"get_ms_at_{given.peer_stored}"] = reads
        told |= grown(store, given.stored, given.rounds * 10)
    measured = {**told, "stored": given.stored, "python": platform.python_version(), "load": os.getloadavg()}
    print(json.dumps({"wanted": WANTED, "measured": measured}, indent=2))


if __name__ == "__main__":
    main()
