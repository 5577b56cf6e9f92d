"""`diogel h5p build`, and other programs that open what it wrote: our own check, and Lumi's importer from npm."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT, UNDER_CI
from django.core.management import CommandError, call_command

from design import vendor
from media.content_types.contents import contents

LUMI = "@lumieducation/h5p-server@10.0.4"
NODE = shutil.which("node")
SECONDS = 300


def test_every_exercise_is_written_in_both_languages_and_passes_the_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("h5p", "build", "--to", str(tmp_path / "new" / "folder"), "--json")
    rows = json.loads(capsys.readouterr().out)
    written = sorted((tmp_path / "new" / "folder").iterdir())
    assert sorted(Path(row["file"]) for row in rows) == written
    assert all(row["size"] == Path(row["file"]).stat().st_size for row in rows)
    assert [path.name for path in written] == sorted(f"{each.name}.{each.language}.h5p" for each in contents())
    with pytest.raises(SystemExit) as end:
        call_command("h5p", "check", *map(str, written))
    assert end.value.code == 0


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CommandError, match="file"):
        call_command("h5p", "build", "--to", str(tmp_path / "file"))


@pytest.mark.slow
def test_lumi_imports_every_package(tmp_path: Path) -> None:
    call_command("h5p", "build", "--to", str(tmp_path / "built"))
    lumi = installed(tmp_path / "lumi")
    (tmp_path / "kept").mkdir()
    packages = sorted(str(path) for path in (tmp_path / "built").iterdir())
    command = [str(NODE), str(Path(__file__).parent / "lumi.js"), str(tmp_path / "kept"), *packages]
    surroundings = os.environ | {"NODE_PATH": str(lumi / "node_modules")}
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, timeout=SECONDS, check=True)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    wanted = {f"{each.name}.{each.language}.h5p": (each.title, each.language) for each in contents()}
    assert {each["file"]: (each.get("title"), each.get("language")) for each in told} == wanted, told


def installed(folder: Path) -> Path:
    """Lumi's server from npm, in a folder of this test's own; without node or a registry the test is skipped."""
    folder.mkdir()
    shutil.copy(ROOT / ".npmrc", folder)
    (folder / "package.json").write_text("{}")
    reason = "node and npm, and a registry, are needed here"
    try:
        command = [*vendor.npm_command(), "install", "--no-progress", LUMI]
        done = subprocess.run(command, cwd=folder, capture_output=True, timeout=SECONDS, check=False)
    except (vendor.BrowserFilesMissing, subprocess.TimeoutExpired):
        done = None
    if (done is None or done.returncode or NODE is None) and not UNDER_CI:
        pytest.skip(reason)
    assert done is not None and done.returncode == 0 and NODE, reason  # noqa: PT018
    return folder
