"""`diogel h5p check`: what it prints, and how it ends."""

import json
import re
from pathlib import Path

import pytest
from conftest import ROOT
from django.core.management import call_command
from h5p_packages import packed, sound_with

Printed = pytest.CaptureFixture[str]


def check(*arguments: str) -> int:
    with pytest.raises(SystemExit) as end:
        call_command("h5p", "check", *arguments)
    return int(end.value.code or 0)


@pytest.fixture
def sound(tmp_path: Path) -> str:
    path = tmp_path / "sound.h5p"
    path.write_bytes(packed(sound_with()))
    return str(path)


@pytest.fixture
def hostile(tmp_path: Path) -> str:
    path = tmp_path / "hostile.h5p"
    path.write_bytes(packed(sound_with(**{"content/../x.txt": b"x"})))
    return str(path)


def test_a_sound_package_ends_well(sound: str, capsys: Printed) -> None:
    assert check(sound, "--language", "en") == 0
    assert capsys.readouterr().out == f"{sound}: can be taken in\n"


def test_one_refused_among_several_ends_ill_and_says_why(sound: str, hostile: str, capsys: Printed) -> None:
    assert check(sound, hostile, "--language", "cy") == 1
    first, second = capsys.readouterr().out.splitlines()
    assert first == f"{sound}: gellir ei dderbyn"
    assert second.startswith(f"{hostile}: unsafe-name: Gallai’r enw content/../x.txt arwain")


def test_programs_get_json(sound: str, hostile: str, tmp_path: Path, capsys: Printed) -> None:
    gone = str(tmp_path / "gone.h5p")
    assert check(sound, hostile, gone, "--json") == 1
    rows = json.loads(capsys.readouterr().out)
    assert [(row["file"], row["accepted"]) for row in rows] == [(sound, True), (hostile, False), (gone, False)]
    assert [each["code"] for row in rows for each in row["problems"]] == ["unsafe-name", "cannot-open"]
    assert rows[1]["problems"][0]["where"] == "content/../x.txt"


def test_the_example_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    (tmp_path / "quiz.h5p").write_bytes(packed(sound_with(**{"content/video.mp4": b"film" * 600})))
    monkeypatch.chdir(tmp_path)
    example = re.search(r"```python\n(.*?)```", (ROOT / "media/h5p/README.md").read_text(), re.S)
    assert example
    exec(example[1], {})  # noqa: S102 - our own text
    assert capsys.readouterr().out == "T.Probe 1.0 1 ()\n"
