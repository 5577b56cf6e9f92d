"""`diogel scenario run` and `scenario test`, as they are called."""

import io
import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).parents[3]
BRYN_AWEL = ROOT / "tests/files/scenarios/bryn-awel.yaml"
TY_COED = ROOT / "simulations/scenarios/ty-coed.yaml"


@dataclass
class Ran:
    """What a command printed, and how it ended."""

    returncode: int
    stdout: str
    stderr: str


def diogel(*words: object) -> Ran:
    out, err = io.StringIO(), io.StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("scenario", *map(str, words), stdout=out, stderr=err)
    return Ran(int(stopped.value.code or 0), out.getvalue(), err.getvalue())


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan beside a copy of its scenario."""
    (tmp_path / "bryn-awel.yaml").write_bytes(BRYN_AWEL.read_bytes())
    path = tmp_path / "bryn-awel.testplan.yaml"
    path.write_text("scenario: bryn-awel\nvariant: calm\nexpect: {measures: {pool_rate: 0.75}}\n")
    return path


def test_a_run_tells_what_happened_and_the_measures() -> None:
    ran = diogel("run", BRYN_AWEL, "--variant", "calm")
    assert ran.returncode == 0, ran.stderr
    assert "shared: p1, by: police" in ran.stdout
    assert "pool_rate: 0.75" in ran.stdout


def test_a_run_as_json_has_events_and_measures() -> None:
    ran = diogel("run", TY_COED, "--json")
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    assert {"pool_rate", "shared", "never_shared", "pitfalls", "decisions"} <= set(told["measures"])
    assert 0 <= told["measures"]["pool_rate"] <= 1
    assert set(told["measures"]["decisions"]) == {"mabli", "ianto"}
    assert any("shared" in event for event in told["events"])


def test_a_run_without_a_seat_leaves_it_empty() -> None:
    ran = diogel("run", BRYN_AWEL, "--json", "--without", "police", "health-visitor")
    assert json.loads(ran.stdout)["measures"]["never_shared"] == ["p1", "p2", "p3", "h1", "h2"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--variant", "windy"], "There is no variant `windy`; there are: calm, stormy."),
        (["--without", "chair"], "A seat that the conference needs is empty."),
        (["--without", "nobody"], "There is no seat 'nobody'; there are: chair"),
    ],
)
def test_what_cannot_be_run_says_why(words: list[str], told: str) -> None:
    ran = diogel("run", BRYN_AWEL, *words)
    assert ran.returncode == 1
    assert told in ran.stderr


def test_a_file_with_mistakes_or_no_file_is_not_run(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: conference/1\n")
    for file in (broken, tmp_path / "missing.yaml"):
        ran = diogel("run", file)
        assert ran.returncode == 1
        assert str(file) in ran.stderr
        assert "Traceback" not in ran.stderr


def test_a_plan_that_holds_ends_with_nothing(plan: Path) -> None:
    tested = diogel("test", plan)
    assert (tested.returncode, tested.stdout.strip()) == (0, f"{plan}: as expected")


def test_a_plan_that_does_not_hold_says_what_came_out(plan: Path) -> None:
    plan.write_text(plan.read_text().replace("0.75", "0.5"))
    tested = diogel("test", plan)
    assert tested.returncode == 1
    assert "pool_rate is 0.75, expected 0.5" in tested.stdout


def test_a_plan_that_cannot_be_used_says_why(plan: Path) -> None:
    for text, told in (("scenario: elsewhere\n", "Cannot be read"), ("expekt: 1\n", "There is no key `expekt`")):
        plan.write_text(text)
        tested = diogel("test", plan)
        assert tested.returncode == 1
        assert told in tested.stderr
