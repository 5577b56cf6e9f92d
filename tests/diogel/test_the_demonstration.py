"""The demonstration from nothing, a second time, and from a wheel in an empty folder."""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

pytestmark = pytest.mark.slow


def free_port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


def clean() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(("DIOGEL_", "DJANGO_", "PYTHON"))}


def demo(command: list[str], data: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    whole = [*command, "demo", "--check", "--port", free_port(), "--data", str(data)]
    return subprocess.run(whole, cwd=folder, capture_output=True, text=True, check=False, env=clean(), timeout=300)


def people(data: Path) -> list[tuple[str, str]]:
    with sqlite3.connect(data / "diogel.sqlite3") as database:
        return database.execute("select email, password from people_user order by email").fetchall()


def test_it_serves_and_a_second_start_does_nothing_again_and_loses_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "diogel"]
    first = demo(command, tmp_path, ROOT)
    assert first.returncode == 0, first.stdout + first.stderr
    assert " 101 /conferences/" in first.stdout
    before = people(tmp_path)
    second = demo(command, tmp_path, ROOT)
    assert second.returncode == 0, second.stdout + second.stderr
    assert people(tmp_path) == before
    steps = [line for line in second.stdout.splitlines() if line.startswith("· ")]
    assert steps == [f"· Everything is kept in {tmp_path}"], "a step was taken again"


def test_the_wheel_runs_from_an_empty_folder(tmp_path: Path) -> None:
    uv = shutil.which("uv") or str(ROOT / ".uv/bin/uv")
    build = [uv, "build", "--wheel", "--out-dir", tmp_path / "wheel", ROOT]
    subprocess.run(build, check=True, capture_output=True, env=clean())
    (wheel,) = (tmp_path / "wheel").glob("*.whl")
    subprocess.run([uv, "venv", "-q", "--python", sys.executable, tmp_path / "venv"], check=True, env=clean())
    python = tmp_path / "venv/bin/python"
    # With the versions that are installed here, so that this tests our wheel and not today's releases.
    pins = subprocess.run(
        [uv, "pip", "freeze", "--exclude-editable"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    (tmp_path / "pins.txt").write_text("\n".join(line for line in pins.splitlines() if "diogel" not in line))
    install = [uv, "pip", "install", "-q", "--python", python, "-c", tmp_path / "pins.txt", wheel]
    subprocess.run(install, check=True, env=clean())
    empty = tmp_path / "empty"
    empty.mkdir()
    answer = demo([str(tmp_path / "venv/bin/diogel")], empty / "var", empty)
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.mark.django_db
def test_every_model_has_its_migration() -> None:
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
