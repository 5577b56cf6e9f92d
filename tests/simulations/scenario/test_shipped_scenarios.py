"""The scenarios that come with the code read without a word, as samples, and every text in them can be found again."""

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from pathlib import Path

import pytest

from simulations.engine.scenario import Scenario, Status, read
from simulations.engine.scenario.keys import Origin, keys_of
from simulations.engine.scenario.scripts import BARE, Beat
from simulations.engine.scenario.values import Text

ROOT = Path(__file__).parents[3]
SHIPPED = sorted(
    path for path in (ROOT / "simulations/scenarios").glob("*.yaml") if not path.name.endswith(".testplan.yaml")
)
COMPLETE = ROOT / "tests/files/scenarios/complete.yaml"


def texts(value: object, path: str = "") -> Iterator[tuple[str, Text]]:
    """Every text of the model below a value, with its path of keys."""
    if isinstance(value, Text):
        yield path, value
        return
    for name, member in members(value):
        yield from texts(member, f"{path}.{name}" if path else name)


def members(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, Mapping):
        yield from ((str(name), member) for name, member in value.items())
    elif isinstance(value, tuple):
        yield from ((number(member, place), member) for place, member in enumerate(value))
    elif is_dataclass(value) and not isinstance(value, type):
        for action in value.actions if isinstance(value, Beat) else ():
            bare = isinstance(action, BARE)
            yield action.written, getattr(action, next(iter(keys_of(type(action))))) if bare else action
        for key in keys_of(type(value)).values():
            if key.key.origin is Origin.WRITTEN:
                yield key.written, getattr(value, key.field)


def number(member: object, place: int) -> str:
    """An item's number in the file, which its id tells where a variant could have left something out."""
    name = str(getattr(member, "id", ""))
    return name.rpartition(".")[2] if "." in name else str(place)


def test_there_are_shipped_scenarios() -> None:
    assert SHIPPED


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_scenario_has_no_problems_and_is_a_sample(path: Path) -> None:
    reading = read(path.read_bytes())

    assert reading.problems == ()
    assert reading.status is Status.SAMPLE


@pytest.mark.parametrize("path", [*SHIPPED, COMPLETE], ids=lambda path: path.stem)
def test_every_text_is_found_by_its_path_in_every_variant(path: Path) -> None:
    whole = read(path.read_bytes()).scenario
    assert whole is not None

    for scenario in [whole.for_variant(name) for name in whole.variants or [None]]:
        found = list(texts(scenario))
        assert len(found) > 50
        assert [where for where, text in found if scenario.text_at(where) != text] == []


@pytest.mark.parametrize("path", [*SHIPPED, COMPLETE], ids=lambda path: path.stem)
def test_a_text_keeps_its_path_whatever_the_variant_leaves_out(path: Path) -> None:
    whole = read(path.read_bytes()).scenario
    assert whole is not None

    for name in whole.variants or [None]:
        scenario = whole.for_variant(name)
        assert [where for where, text in texts(scenario) if not _is_worded_so(whole, where, name, text)] == []


def _is_worded_so(whole: Scenario, where: str, variant: str | None, text: object) -> bool:
    in_file = whole.text_at(where)
    return (dict(in_file.by_variant).get(variant, in_file) if in_file.by_variant else in_file) == text  # type: ignore[call-overload]
