"""`./run` and `diogel` on machines that lack something: one line that says what to do."""

import io
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from django.core.management.base import CommandError

TOOLS = ("sh", "dirname", "printf", "tail", "mkdir", "env")


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A path with a shell's few tools and nothing else."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in TOOLS:
        found = next((Path(place) / name for place in ("/bin", "/usr/bin") if (Path(place) / name).exists()), None)
        if found:
            (folder / name).symlink_to(found)
    return folder


def script(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def door(copy: Path, path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [copy / "run", *arguments], capture_output=True, text=True, check=False, env={"PATH": str(path)}
    )


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The door alone, in a folder without `.uv`."""
    folder = tmp_path / "clone"
    folder.mkdir()
    (folder / "run").write_text((ROOT / "run").read_text())
    (folder / "run").chmod(0o755)
    return folder


def test_a_machine_whose_python_is_too_old_is_told_what_to_install(clone: Path, bare: Path) -> None:
    script(bare, "python3", "exit 1")
    answer = door(clone, bare, "demo")
    assert answer.returncode == 1
    assert answer.stderr.startswith("Diogel needs Python 3.11 or later")
    assert "apt install python3" in answer.stderr
    assert answer.stderr.count("\n") == 1


def test_a_machine_with_neither_venv_nor_network_is_told_so(clone: Path, bare: Path) -> None:
    script(bare, "python3", 'case "$1" in -c) exit 0;; *) echo "no way out" >&2; exit 1;; esac')
    answer = door(clone, bare, "demo")
    assert answer.returncode == 1
    assert "If this machine is offline, connect it" in answer.stderr.splitlines()[-1]
    assert "apt install python3-venv" in answer.stderr.splitlines()[-1]


def diogel(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DIOGEL_", "DJANGO_"))}
    command = [sys.executable, "-m", "diogel", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env={**kept, **environment})


def test_a_taken_port_is_told_with_a_free_one(tmp_path: Path) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        answer = diogel("demo", "--port", str(port), "--data", str(tmp_path))
    assert answer.returncode == 1
    assert f"Port {port} is taken. Choose another: ./run demo --port {port + 1}" in answer.stderr


def test_a_machine_without_network_for_the_browser_files_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    from design import vendor
    from diogel.management.commands.demo import Command

    def no_network() -> str:
        raise vendor.BrowserFilesMissing("npm could not fetch the browser files (ENOTFOUND). Connect, then run again.")

    monkeypatch.setattr(vendor, "gather", no_network)
    with pytest.raises(CommandError, match=r"^npm could not fetch the browser files .* run again\.$"):
        Command(stdout=io.StringIO()).handle(port=0, check=False)


def test_a_server_without_a_secret_is_told_in_one_line() -> None:
    answer = diogel("check")
    assert answer.returncode == 1
    assert answer.stderr == (
        "diogel: Set DIOGEL_SECRET_KEY (or DIOGEL_SECRET_KEY_FILE), or DIOGEL_DEBUG=1 while developing.\n"
    )


@pytest.mark.parametrize(
    "asked",
    [
        ("scenario", "check", "simulations/scenarios/ty-coed.yaml"),
        ("assessments", "check", "assessments/content/significant-harm.yaml"),
        ("h5p", "check", "--help"),
    ],
)
def test_files_are_checked_where_nothing_is_set(asked: tuple[str, ...]) -> None:
    answer = diogel(*asked)
    assert (answer.returncode, answer.stderr) == (0, "")


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("DIOGEL_DEBUG", "flase", "DIOGEL_DEBUG is 'flase'; write 1 or 0."),
        ("DIOGEL_EMAIL_PORT", "smtp", "DIOGEL_EMAIL_PORT is 'smtp'; write a whole number."),
        ("DIOGEL_SECRET_KEY_FILE", "/nowhere", "DIOGEL_SECRET_KEY_FILE: /nowhere cannot be read"),
    ],
)
def test_an_odd_setting_is_refused_by_name(name: str, value: str, told: str) -> None:
    surroundings = {"DIOGEL_SECRET_KEY": "x"} if name != "DIOGEL_SECRET_KEY_FILE" else {}
    answer = diogel("check", **surroundings, **{name: value})
    assert answer.returncode == 1
    assert told in answer.stderr
