"""PostgreSQL of one's own: a cluster that a test may stop and start, or a database on the machine's."""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from serving import free_port

SECONDS = 300
"""That any of its programs may take; starting again after a crash reads back all that was written."""
WAITING = ("-w", "-t", str(SECONDS))
PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin")) or [
    Path(path).parent for path in [shutil.which("pg_ctl")] if path
]


class Cluster:
    """In a folder of its own, on a port of its own, on loopback. `folder` given: one that another process has made."""

    def __init__(self, folder: str = "") -> None:
        self.folder = folder or self._made()

    @property
    def address(self) -> str:
        port = (Path(self.folder) / "port").read_text()
        return f"postgres://postgres@127.0.0.1:{port}/postgres"

    def crash(self) -> None:
        """As if the machine had lost its power: without a shutdown, and then it is back."""
        self._run("pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", *WAITING, "restart")

    def remove(self) -> None:
        self._run("pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", *WAITING, "stop")
        shutil.rmtree(self.folder)

    def _made(self) -> str:
        folder = tempfile.mkdtemp(prefix="diogel-cluster-")
        port = free_port()
        (Path(folder) / "port").write_text(str(port))
        if os.geteuid() == 0:  # the server refuses to be root
            shutil.chown(folder, "postgres")
        self._run("initdb", "-D", f"{folder}/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}"
        self._run("pg_ctl", "-D", f"{folder}/data", "-o", options, "-l", f"{folder}/log", *WAITING, "start")
        return folder

    def _run(self, program: str, *arguments: str) -> None:
        as_whom = {"user": "postgres"} if os.geteuid() == 0 else {}
        quiet = {"stdout": subprocess.DEVNULL, "cwd": "/"}
        subprocess.run([PROGRAMS[-1] / program, *arguments], check=True, timeout=2 * SECONDS, **quiet, **as_whom)  # type: ignore[call-overload]


@contextlib.contextmanager
def database_of_its_own(folder: Path) -> Iterator[str]:
    """The address of an empty database where DIOGEL_TEST_DATABASE_URL names a server, else of SQLite in this folder."""
    services = os.environ.get("DIOGEL_TEST_DATABASE_URL", "")
    if not services:
        yield f"sqlite:///{folder / 'own.sqlite3'}"
        return
    import psycopg

    name = f"diogel_own_{os.getpid()}"
    with psycopg.connect(services, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
    try:
        yield f"{services.rpartition('/')[0]}/{name}"
    finally:
        with psycopg.connect(services, autocommit=True) as server:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")
