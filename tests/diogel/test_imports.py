"""Who may import whom: the contracts hold, and each is seen to fail when it is broken."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

SOURCES = ["site", "courses", "simulations", "assessments", "media"]


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": f"{folder}:{folder / 'site'}"}
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The packages and their contracts, in a folder where they may be spoilt."""
    leave = shutil.ignore_patterns("static", "templates", "__pycache__", "content", "scenarios", "locale")
    for name in SOURCES:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=leave)
    # The pure reader of scenarios is a package of that name too, and must come along.
    shutil.copytree(ROOT / "simulations/engine", tmp_path / "simulations/engine", dirs_exist_ok=True)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contracts_hold() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("site/people/models.py", "import courses"),
        ("simulations/engine/deciding.py", "from django.conf import settings"),
        ("assessments/models/papers.py", "import simulations.models"),
        ("courses/selectors.py", "import channels.layers"),
        ("site/boards/disclosure.py", "import django"),
        ("media/h5p/reader.py", "import media.models"),
    ],
)
def test_a_planted_violation_is_seen(copy: Path, module: str, line: str) -> None:
    path = copy / module
    path.write_text(path.read_text() + f"\n{line}\n")
    result = lint_imports(copy)
    assert result.returncode == 1, result.stdout
    assert "BROKEN" in result.stdout
