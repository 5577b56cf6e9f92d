"""A real server in a process of its own, on the tests' database; for whatever must hold through Daphne and sockets."""

import contextlib
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

HOST = "127.0.0.1"
PATIENCE = 180.0
"""Seconds to wait for a server on a machine however busy."""


class Server:
    """`diogel serve` on a free port, on the database that this test session made."""

    def __init__(
        self,
        folder: Path,
        *,
        with_clock: bool = False,
        entrance: Sequence[str] = ("-m", "diogel"),
        **environment: str,
    ) -> None:
        self.port = free_port()
        self._with_clock = with_clock
        self._entrance = entrance
        self._more = environment
        self._folder = folder
        self._log = folder / f"server-{self.port}.log"
        self.process = self._start()

    @property
    def origin(self) -> str:
        return f"http://{HOST}:{self.port}"

    def log(self) -> str:
        """What it has printed."""
        return self._log.read_text()

    def stop(self) -> int:
        """As an operator stops it; returns its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)

    def kill(self) -> None:
        """As a machine stops it."""
        self.process.kill()
        self.process.wait(PATIENCE)

    def start_again(self) -> None:
        """On the same port."""
        self.process = self._start()

    def _start(self) -> "subprocess.Popen[bytes]":
        command = [sys.executable, *self._entrance, "serve", "--port", str(self.port)]
        with self._log.open("a") as log:
            process = subprocess.Popen(
                [*command, *(["--with-work"] if self._with_clock else [])],
                env=self.environment(),
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        until = time.monotonic() + PATIENCE
        while not _answers(self.port):
            if process.poll() is not None or time.monotonic() > until:
                process.kill()
                raise AssertionError(f"the server did not start:\n{self.log()}")
            time.sleep(0.05)
        return process

    def environment(self) -> dict[str, str]:
        """What such a server's process finds set."""
        from django.conf import settings

        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "diogel.settings",
            "DIOGEL_SECRET_KEY": settings.SECRET_KEY,
            "DIOGEL_DATABASE_URL": database_address(),
            "DIOGEL_DATA": str(self._folder),
            **self._more,
        }


def started(number: int, folder: Path, **more: Any) -> list[Server]:
    """Several at once, since each takes some seconds to start."""
    with ThreadPoolExecutor() as pool:
        return list(pool.map(lambda _each: Server(folder, **more), range(number)))


def database_address() -> str:
    """Of the database that this test session made."""
    from django.db import connection

    where = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{where['NAME']}"
    return f"postgres://{where['USER']}:{where['PASSWORD']}@{where['HOST']}:{where['PORT'] or 5432}/{where['NAME']}"


def free_port() -> int:
    """A port that nothing listens on just now, below those that a machine gives to connections it opens.

    Among those, one might be taken by a connection between two starts of a server, or before the first; and whoever
    knocks at it while nobody listens may even reach themselves.
    """
    for port in random.sample(range(15_000, 32_000), 100):
        with socket.socket() as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with contextlib.suppress(OSError):
                trial.bind((HOST, port))
                return port
    raise AssertionError("no free port among a hundred")


def _answers(port: int) -> bool:
    with socket.socket() as trial:
        trial.settimeout(1)
        return trial.connect_ex((HOST, port)) == 0
