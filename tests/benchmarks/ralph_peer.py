"""Ralph, a record store in Python, to measure ours against: from the package index, with the backend that appends to a file.

It keeps no index and no conflict is looked up in one: for each batch posted it reads its whole file. So it is quick while
that file is small, and told apart by how much is stored.
"""

import json
import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from from_the_index import installed
from serving import HOST, free_port

VERSION = "ralph-malph[full]==5.1.0"
NAME, SECRET = "benchmark", "of a benchmark"
PATIENCE = 60
APPENDING = """
from ralph.backends.data.base import BaseOperationType
from ralph.backends.data.fs import FSDataBackend
from ralph.backends.lrs.fs import FSLRSBackend

FSDataBackend.default_operation_type = FSLRSBackend.default_operation_type = BaseOperationType.APPEND
from ralph.api import app
"""
MADE = "import bcrypt, sys; print(bcrypt.hashpw(sys.argv[1].encode(), bcrypt.gensalt()).decode())"
"""Its own way to keep a secret; it remembers one that it has checked."""


@contextmanager
def ralph() -> Iterator[tuple[str, str, str, str]]:
    """Its name, endpoint, key and secret while it serves. Raises CalledProcessError or OSError where it can't be had."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        python = installed(folder, VERSION)
        hashed = subprocess.run([python, "-c", MADE, SECRET], check=True, capture_output=True, text=True).stdout.strip()
        person = {"agent": {"mbox": "mailto:somebody@diogel.example", "objectType": "Agent"}, "scopes": ["all"]}
        (folder / "auth.json").write_text(json.dumps([{**person, "hash": hashed, "username": NAME}]))
        (folder / "appending.py").write_text(APPENDING)
        (folder / "store").mkdir()
        port = free_port()
        process = subprocess.Popen(
            [python, "-m", "uvicorn", "appending:app", "--port", str(port), "--log-level", "error"],
            cwd=folder,
            env={
                "PATH": os.environ["PATH"],
                "RALPH_APP_DIR": made,
                "RALPH_AUTH_FILE": str(folder / "auth.json"),
                "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(folder / "store"),
                "RALPH_RUNSERVER_BACKEND": "fs",
            },
        )
        try:
            _wait(port)
            yield "ralph", f"http://{HOST}:{port}/xAPI", NAME, SECRET
        finally:
            process.kill()
            process.wait()


def _wait(port: int) -> None:
    for _try in range(PATIENCE * 10):
        with suppress(OSError):
            socket.create_connection((HOST, port), 1).close()
            return
        time.sleep(0.1)
    raise OSError("ralph did not start")
