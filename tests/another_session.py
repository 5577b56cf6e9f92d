"""Tests that run again in a session of their own, in other surroundings."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


def run_again(*paths: Path, **surroundings: str) -> None:
    """With what it printed where one of them fails."""
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *(str(path) for path in paths)],
        env={**os.environ, **surroundings},
        capture_output=True,
        text=True,
        check=False,
        timeout=2400,
    )
    assert ran.returncode == 0, ran.stdout[-8000:] + ran.stderr[-2000:]


def services(*names: str) -> list[str]:
    """Where these environment variables say that services answer. Without one of them CI fails, and elsewhere it is skipped."""
    addresses = [os.environ.get(name, "") for name in names]
    if not all(addresses):
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"wants {' and '.join(names)}")
    return addresses
