"""`diogel scenario check`: lines or a list, and an exit code that a script can go by."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

FILES = Path(__file__).parents[2] / "files" / "scenarios"
SMALL, BROKEN = str(FILES / "small.yaml"), str(FILES / "broken" / "wrong-value.yaml")


def run(*arguments: str) -> tuple[int, str]:
    out = io.StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("scenario", *arguments, stdout=out)
    return int(stopped.value.code or 0), out.getvalue()


def test_a_file_without_mistakes_says_nothing_and_ends_well() -> None:
    assert run("check", SMALL) == (0, "")


def test_a_mistake_is_a_line_with_file_line_column_severity_code_and_message() -> None:
    code, said = run("check", SMALL, BROKEN)

    assert code == 1
    assert said.startswith(f"{BROKEN}:16:67: error: wrong-value: “practioner” is not allowed here.")


def test_a_warning_alone_ends_well() -> None:
    code, said = run("check", str(FILES / "broken" / "postcode.yaml"))

    assert code == 0
    assert ": warning: postcode: " in said


def test_as_json_it_is_one_list_of_objects() -> None:
    code, said = run("check", "--json", BROKEN, SMALL)
    (problem,) = json.loads(said)

    assert code == 1
    assert set(problem) == {"file", "line", "column", "severity", "code", "message"}
    assert (problem["file"], problem["line"], problem["column"]) == (BROKEN, 16, 67)


def test_for_publishing_all_that_is_missing_is_told() -> None:
    code, said = run("check", "--publish", SMALL)

    assert code == 1
    assert "“authorship.reviewed_by”" in said


def test_the_messages_come_in_welsh_when_asked_for() -> None:
    assert "Ni chaniateir “practioner” yma." in run("check", "--language", "cy", BROKEN)[1]


def test_a_file_that_is_not_there_is_told() -> None:
    code, said = run("check", "/nowhere/at-all.yaml")

    assert code == 1
    assert said.startswith("/nowhere/at-all.yaml:1:1: error: cannot-open: ")


BY_ITSELF = """
import sys
from django.apps import apps
from diogel.__main__ import main
sys.argv = ["diogel", "scenario", "check", sys.argv[1]]
try:
    main()
finally:
    print("apps:", apps.apps_ready, "settings:", "diogel.settings" in sys.modules)
"""


def test_a_file_is_checked_without_apps_and_settings_so_that_a_trainer_need_neither_wait_nor_set_anything() -> None:
    checked = subprocess.run([sys.executable, "-c", BY_ITSELF, BROKEN], capture_output=True, text=True, check=False)

    assert checked.returncode == 1, checked.stderr
    assert checked.stdout.startswith(f"{BROKEN}:16:67: error: wrong-value: ")
    assert checked.stdout.endswith("apps: False settings: False\n")
