"""What settings read, set before they are read, since settings are read once."""

import argparse
import os
import secrets
import socket
from pathlib import Path

OLDEST_SQLITE = (3, 31)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, help="the port on 127.0.0.1 (8000)")
    parser.add_argument("--data", default=os.environ.get("DIOGEL_DATA", "var"), help="where everything is kept (./var)")
    parser.add_argument("--check", action="store_true", help="start, visit the main pages in both languages, stop")


def prepare(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(add_help=False)
    add_arguments(parser)
    options, _others = parser.parse_known_args(arguments)
    data = Path(options.data).resolve()
    data.mkdir(parents=True, exist_ok=True)
    os.environ["DIOGEL_DATA"] = str(data)
    os.environ.setdefault("DIOGEL_DEMO", "1")
    os.environ.setdefault("DIOGEL_SECRET_KEY", secret(data / "secret-key"))
    os.environ.setdefault("DIOGEL_URL", f"http://127.0.0.1:{options.port}")


def secret(path: Path) -> str:
    """A secret of this demonstration's own, so that sign-ins outlast a restart and hold nowhere else."""
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48))
    return path.read_text()


def taken(port: int) -> bool:
    """Whether something listens on that port already."""
    with socket.socket() as attempt:
        attempt.settimeout(1)
        return attempt.connect_ex(("127.0.0.1", port)) == 0
