"""How long the demonstration takes from a cold clone to serving, and the second time; prints JSON.

    ./run exec python tests/benchmarks/demonstration.py

Cold: a fresh clone, an empty home, empty caches, no uv on the path. The goals are 120 s and 10 s on two cores.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 600


def without_uv(path: str) -> str:
    return os.pathsep.join(folder for folder in path.split(os.pathsep) if not shutil.which("uv", path=folder))


def seconds_to_serving(clone: Path, surroundings: dict[str, str]) -> float:
    """Starts the demonstration, waits for its first page, stops it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    begun = time.monotonic()
    started = subprocess.Popen(
        [clone / "run", "demo", "--port", str(port)],
        cwd=clone,
        env=surroundings,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        while time.monotonic() - begun < LONGEST and started.poll() is None:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/en/account/login/", timeout=5).close()
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
            else:
                return round(time.monotonic() - begun, 1)
        raise SystemExit("the demonstration did not start")
    finally:
        os.killpg(started.pid, signal.SIGTERM)
        started.wait(30)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        home, clone = Path(folder) / "home", Path(folder) / "diogel"
        home.mkdir()
        subprocess.run(["git", "clone", "-q", ROOT, clone], check=True)
        kept = ("LANG", "PIP_CERT", "PIP_FIND_LINKS", "SSL_CERT_FILE", "TERM")
        surroundings = {name: os.environ[name] for name in kept if name in os.environ}
        surroundings |= {"HOME": str(home), "PATH": without_uv(os.environ["PATH"])}
        cold = seconds_to_serving(clone, surroundings)
        warm = seconds_to_serving(clone, surroundings)
    print(json.dumps({"cores": os.cpu_count(), "cold_seconds": cold, "warm_seconds": warm}))


if __name__ == "__main__":
    main()
