"""A peer to measure against, installed from the package index into a folder of its own: no part of ours."""

import subprocess
import sys
from pathlib import Path

PATIENCE = 600
"""Seconds that fetching may take."""


def installed(folder: Path, *packages: str) -> Path:
    """The Python that has them. Raises CalledProcessError, TimeoutExpired or OSError where they can't be had."""
    uv = next((each for each in (Path(sys.prefix).parent / ".uv" / "bin" / "uv", Path("uv")) if each.exists()), "uv")
    python = folder / "its" / "bin" / "python"
    subprocess.run([uv, "venv", "-q", "-p", sys.executable, folder / "its"], check=True, timeout=PATIENCE)
    subprocess.run([uv, "pip", "install", "-q", "-p", python, *packages], check=True, timeout=PATIENCE)
    return python
