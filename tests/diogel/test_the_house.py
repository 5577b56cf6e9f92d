"""The traps this tree has: each was fallen into once, and each has its guard here."""

import re
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
from conftest import ROOT

PACKAGES = {
    "diogel": "site", "boards": "site", "people": "site", "records": "site", "design": "site",
    "courses": "", "simulations": "", "assessments": "", "media": "",
}  # fmt: skip


def git(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


def tracked_files() -> list[Path]:
    return [ROOT / name for name in git("ls-files", "-z").stdout.split("\0") if name]


@pytest.mark.parametrize(
    "folder", ["site", "site/diogel", "media", "media/h5p", "courses", "tests/files", "docs", ".ci"]
)
def test_git_ignores_none_of_the_source_folders(folder: str) -> None:
    assert git("check-ignore", "-q", f"{folder}/anything.py").returncode == 1


def test_every_source_file_is_tracked_or_new_but_never_ignored() -> None:
    ignored = git(
        "ls-files", "--others", "--ignored", "--exclude-standard", "--", "*.py", "*.html", "*.css", "*.yaml"
    ).stdout
    ours = [name for name in ignored.splitlines() if not re.match(r"(\.venv|\.uv|var|node_modules|dist)/", name)]
    assert [name for name in ours if "/vendor/" not in name] == []


def test_site_is_a_source_root_and_no_package() -> None:
    assert not (ROOT / "site" / "__init__.py").exists(), "it would shadow the standard library's `site`"


@pytest.mark.parametrize(("name", "folder"), PACKAGES.items())
def test_packages_load_from_this_tree(name: str, folder: str) -> None:
    found = Path(import_module(name).__file__ or "")
    assert found == ROOT / folder / name / "__init__.py"


LOADS_WITHOUT = """
import os, sys, pkgutil, importlib
for name in {absent}: sys.modules[name] = None
import django
django.setup()
for name in {packages}:
    package = importlib.import_module(name)
    for found in pkgutil.walk_packages(package.__path__, name + "."):
        if "migrations" not in found.name and not found.name.endswith("__main__"):
            importlib.import_module(found.name)
"""


def test_the_demonstration_loads_without_what_only_tests_and_servers_install() -> None:
    absent = ["psycopg", "psycopg2", "channels_redis", "redis", "pytest", "hypothesis", "playwright", "spylls"]
    command = [sys.executable, "-c", LOADS_WITHOUT.format(absent=absent, packages=list(PACKAGES))]
    surroundings = {"DIOGEL_DEMO": "1", "DJANGO_SETTINGS_MODULE": "diogel.settings", "PATH": "/usr/bin:/bin"}
    surroundings["PYTHONPATH"] = f"{ROOT / 'site'}:{ROOT}"
    answer = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=surroundings)
    assert answer.returncode == 0, answer.stderr[-2000:]


def test_no_tracked_file_names_a_package_host() -> None:
    # The shapes that locks and configurations write, rather than the names, so that this file names none itself.
    shapes = re.compile(
        r"(?i)(registry\s*=\s*[\"']?https?:|\"resolved\"\s*:|--(extra-)?index-url|index-url\s*=|"
        r"https?://[\w.-]*(pypi|pythonhosted|npmjs|unpkg|jsdelivr|cdnjs|esm\.sh)[\w.-]*)"
    )
    this = Path(__file__)
    found = []
    for path in tracked_files():
        if path == this or not path.is_file() or path.suffix in {".png", ".ico", ".woff2", ".zip", ".h5p"}:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if shapes.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}")
    assert found == []


def test_no_lock_with_addresses_is_tracked() -> None:
    assert not {"uv.lock", "pylock.toml"} & {path.name for path in tracked_files()}


def test_what_servers_install_is_pinned_by_hash_and_names_no_address() -> None:
    text = (ROOT / "requirements.txt").read_text()
    pinned = re.findall(r"^([a-z0-9._-]+)==\S+.*?\\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n?)+)", text, re.M)
    named = re.findall(r"^[a-z0-9]", text, re.M)
    assert len(pinned) == len(named) > 50
    assert "://" not in text
    direct = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = [*direct["dependencies"], *direct["optional-dependencies"]["server"]]
    names = {re.match(r"[A-Za-z0-9._-]+", each)[0].lower().replace("_", "-").replace(".", "-") for each in wanted}  # type: ignore[index]
    assert names <= {name.replace("_", "-").replace(".", "-") for name, _hashes in pinned}, (
        "make it anew: docs/set-up.md"
    )


def test_no_migration_has_a_made_up_name() -> None:
    assert [str(path) for path in tracked_files() if "_auto_" in path.name and "migrations" in path.parts] == []


def test_no_module_is_longer_than_400_lines() -> None:
    """Migrations are written by Django, and as long as it makes them."""
    long = {
        str(path.relative_to(ROOT)): count
        for path in tracked_files()
        if path.suffix == ".py"
        and "migrations" not in path.parts
        and path.is_file()
        and (count := len(path.read_text().splitlines())) > 400
    }
    assert long == {}
