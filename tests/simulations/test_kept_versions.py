"""A version of a scenario that was taken in once stays readable, whatever checks come later; a broken file does not become one."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulations.engine.alone import run_by_itself
from simulations.engine.scenario import NotOfTheFormat, read, read_accepted

SHIPPED = Path(__file__).parents[2] / "simulations" / "scenarios" / "ty-coed.yaml"
BROKEN = Path(__file__).parents[1] / "files" / "scenarios" / "broken"
REFUSED_LATER = "fact-not-held", "never-fires", "undefined-fact", "phase-cannot-decide", "casting-practitioner"
"""Files in the place of ones that a stricter check refuses: what each says is of the format."""


@pytest.mark.parametrize("name", REFUSED_LATER)
def test_what_a_later_check_refuses_stays_readable(name: str) -> None:
    content = (BROKEN / f"{name}.yaml").read_bytes()
    assert read(content).scenario is None
    assert read_accepted(content).seats


@pytest.mark.parametrize(
    "name", ["unknown-key", "bad-id", "wrong-type-list", "tag", "empty-file", "not-a-mapping", "not-utf-8"]
)
def test_what_is_not_of_the_format_is_never_half_read(name: str) -> None:
    with pytest.raises(NotOfTheFormat):
        read_accepted((BROKEN / f"{name}.yaml").read_bytes())


def test_a_file_without_mistakes_reads_the_same_either_way() -> None:
    content = SHIPPED.read_bytes()
    assert read_accepted(content) == read(content).scenario


@pytest.mark.django_db
def test_a_kept_version_that_todays_checks_refuse_can_still_be_held() -> None:
    from simulations.models import Scenario, ScenarioVersion

    text = SHIPPED.read_text(encoding="utf-8")
    beat = "\nscripts:\n  chair:\n    - {when: {all: [{phase: reports}, {not: {phase: reports}}]}, hand: true}\n"
    refused = text.replace("\nscripts:\n  chair:\n", beat, 1)
    assert [each.code for each in read(refused).errors] == ["never-fires"]
    scenario = Scenario.objects.create(slug="ty-coed")
    kept = ScenarioVersion(
        scenario=scenario, text=refused, sha256="0" * 64, title_en="T", title_cy="T", status="sample"
    )
    kept.save()
    held = ScenarioVersion.objects.get(pk=kept.pk).read()
    run = run_by_itself(held, next(iter(held.variants), None))
    assert run.state.status == "closed"
