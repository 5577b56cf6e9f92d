"""`scenario new` gives an example that reads without a problem and runs, in either language, and overwrites nothing."""

import io
from pathlib import Path

import pytest
from django.core.management import call_command

from simulations.engine.alone import run_by_itself
from simulations.engine.scenario import read
from simulations.engine.scenario.beginning import NotAnId, example
from simulations.engine.scenario.publishing import BY_PEOPLE
from simulations.engine.telling import told_measures


def new(*arguments: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("scenario", "new", *arguments, stdout=out, stderr=err)
    return int(str(stopped.value.code)), out.getvalue(), err.getvalue()


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_example_reads_without_a_problem(language: str) -> None:
    reading = read(example("bryn-coch", language))

    assert reading.problems == ()
    assert reading.scenario is not None
    assert reading.scenario.id == "bryn-coch"


def test_only_what_people_vouch_for_is_missing_for_publishing() -> None:
    missing = {each.path for each in read(example("bryn-coch", "en")).missing_for("published")}

    assert missing == {f"authorship.{name}" for name in (*BY_PEOPLE, "fiction")} | {"authorship"} & missing


def test_the_example_runs_to_a_decision_and_shows_what_was_not_asked() -> None:
    scenario = read(example("bryn-coch", "en")).scenario
    assert scenario is not None
    measures = told_measures(run_by_itself(scenario))

    assert measures["undecided"] == []
    assert measures["never_shared"] == ["no-power"]
    assert measures["pitfalls"] == ["home-unasked"]


def test_the_comments_are_in_one_language_and_the_rest_is_the_same() -> None:
    english, welsh = (example("a", language).splitlines() for language in ("en", "cy"))
    comments = [[line for line in lines if line.lstrip().startswith("#")] for lines in (english, welsh)]

    assert len(comments[0]) == len(comments[1]) > 15
    assert not set(comments[0]) & set(comments[1])
    assert [line for line in english if line not in comments[0]] == [line for line in welsh if line not in comments[1]]


@pytest.mark.parametrize("name", ["", "Bryn", "1st", "bryn coch", "tŷ", "a" * 41, "../a"])
def test_what_cannot_be_an_id_is_refused(name: str) -> None:
    with pytest.raises(NotAnId):
        example(name, "en")


def test_the_command_writes_the_file_and_says_where(tmp_path: Path) -> None:
    path = tmp_path / "bryn-coch.yaml"

    assert new("bryn-coch", "-o", str(path)) == (0, f"{path}\n", "")
    assert path.read_text(encoding="utf-8") == example("bryn-coch", "en")


def test_a_file_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("work of a week", encoding="utf-8")
    code, _, complaint = new("bryn-coch", "-o", str(path), "--language", "cy")

    assert code == 1
    assert "Mae ffeil o'r enw hwn yno eisoes" in complaint
    assert path.read_text(encoding="utf-8") == "work of a week"


def test_an_id_that_cannot_be_one_and_a_folder_that_is_not_there_are_told(tmp_path: Path) -> None:
    assert "cannot be an id" in new("Bryn Coch")[2]
    assert "folder is there" in new("bryn", "-o", str(tmp_path / "nowhere" / "bryn.yaml"))[2]
