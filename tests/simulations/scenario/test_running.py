"""`diogel scenario run` and `scenario test`, as they are called."""

import io
import json
import zipfile
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
        (["--without", "nobody"], "There is no seat `nobody`; there are: chair"),
        (["--without", "nobody", "--language", "cy"], "Nid oes sedd `nobody`; mae'r rhain: chair"),
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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("scenario: elsewhere\nexpect: {events: [{phase: reports}]}\n", "not beside the plan, as elsewhere.yaml"),
        ("expekt: 1\n", ":1:1: There is no key `expekt`"),
        ("scenario: bryn-awel\nvariant: calm\n", ":1:1: The plan expects nothing, so it could not fail"),
        (
            "scenario: bryn-awel\nvariant: calm\nexpect: {unseen: [{seat: mother, fact: p99}]}\n",
            ":3:40: The scenario has no fact `p99`; it has: p1",
        ),
        (
            "scenario: bryn-awel\nvariant: calm\nplay: [{as: police, phase: raports, share: p1}]\nexpect: {measures: {pool_rate: 1}}\n",
            ":3:28: The scenario has no phase `raports`",
        ),
        ("scenario: bryn-awel\nexpect: {unseen: [{seat: mother}]}\n", "The key `fact` is missing."),
        ("expect: {measures: {pool_rate: 1}}\n", ":1:1: The key `scenario` is missing."),
        (
            "scenario: bryn-awel\nplay: [{as: gwen-seat, phase: reports, say: a}]\nexpect: {measures: {pool_rate: 1}}\n",
            ":2:13: A child is played by nobody, in a test plan neither",
        ),
        ("scenario: bryn-awel\nvariant: windy\nexpect: {events: [{phase: a}]}\n", "There is no variant `windy`"),
    ],
)
def test_a_plan_that_cannot_be_used_says_why_and_where(plan: Path, text: str, told: str) -> None:
    plan.write_text(text)
    tested = diogel("test", plan)
    assert tested.returncode == 1
    assert told in tested.stderr


def test_a_plan_that_names_no_variant_is_run_on_the_first_as_a_run_is(plan: Path) -> None:
    plan.write_text("scenario: bryn-awel\nexpect: {measures: {pool_rate: 0.75}}\n")
    assert diogel("test", plan).returncode == 0, "calm is the first"


def test_a_plan_stands_for_people_in_a_seat_that_no_script_may_play(plan: Path) -> None:
    plan.write_text("""
scenario: bryn-awel
play: [{as: father, phase: reports, after: 1m, say: "Helo"}]
expect: {events: [{spoken: father}]}
""")
    assert diogel("test", plan).stdout.strip() == f"{plan}: as expected"


def test_a_single_one_may_stand_without_brackets_in_what_a_plan_expects(plan: Path) -> None:
    plan.write_text("""
scenario: bryn-awel
expect:
  measures:
    pitfalls: bail-unsaid
    decisions:
      gwen: {decision: registered, categories: emotional-psychological}
      ifan: {decision: registered, categories: neglect}
""")
    assert diogel("test", plan).stdout.strip() == f"{plan}: as expected"
    plan.write_text(plan.read_text().replace("neglect", "physical"))
    assert "decisions is" in diogel("test", plan).stdout


def test_a_meeting_that_has_nothing_to_decide_is_not_told_to_have_ended_undecided(tmp_path: Path) -> None:
    undecided = "The chair's script decided nothing"
    text = (ROOT / "tests/files/scenarios/small.yaml").read_text(encoding="utf-8")
    conference, core_group = tmp_path / "conference.yaml", tmp_path / "core-group.yaml"
    conference.write_text(text, encoding="utf-8")
    nothing_to_decide = text.partition("decisions:")[0].replace("agenda: decision", "agenda: analysis")
    core_group.write_text(nothing_to_decide.replace(", decide: [registration]", ""), encoding="utf-8")
    assert undecided in diogel("run", conference).stdout
    assert undecided not in diogel("run", core_group).stdout


def test_a_plan_is_told_of_in_welsh_too(plan: Path) -> None:
    plan.write_text(plan.read_text().replace("0.75", "0.5"))
    assert "pool_rate yw 0.75, disgwyliwyd 0.5" in diogel("test", plan, "--language", "cy").stdout


def test_a_scenario_in_a_zip_is_run_and_tested(plan: Path) -> None:
    with zipfile.ZipFile(plan.parent / "bryn-awel.zip", "w") as archive:
        archive.write(plan.parent / "bryn-awel.yaml", "scenario.yaml")
    (plan.parent / "bryn-awel.yaml").unlink()

    assert diogel("test", plan).returncode == 0
    assert "pool_rate: 0.75" in diogel("run", plan.parent / "bryn-awel.zip", "--variant", "calm").stdout


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    for action in ("run", "test"):
        ran = diogel(action, tmp_path)
        assert (ran.returncode, ran.stderr.strip()) == (
            1,
            f"{tmp_path}: The file cannot be opened. Check its name, and that you may read it.",
        )


def test_one_plan_that_fails_among_several_ends_in_1_and_each_is_told(plan: Path) -> None:
    other = plan.with_name("bryn-awel.other.testplan.yaml")
    other.write_text(plan.read_text().replace("0.75", "0.5"))
    tested = diogel("test", other, plan)

    assert tested.returncode == 1
    assert tested.stdout.splitlines() == [f"{other}: pool_rate is 0.75, expected 0.5", f"{plan}: as expected"]
