"""The JSON Schema agrees with the reader on every file there is: what it can know, it says; what is right, it leaves alone."""

import io
import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from simulations.engine.scenario import read
from simulations.engine.scenario.schema import schema
from simulations.engine.scenario.typed import ACTION_PARTS, CONDITION_PARTS

ROOT = Path(__file__).parents[3]
TEST_FILES = ROOT / "tests" / "files" / "scenarios"
SOUND = [
    *TEST_FILES.glob("*.yaml"),
    *(path for path in (ROOT / "simulations" / "scenarios").glob("*.yaml") if "testplan" not in path.name),
]
OF_SHAPE = {
    "bad-age", "bad-date", "bad-day", "bad-duration", "bad-id", "beat-does-nothing", "empty-text", "missing-key", "mixed-text", "text-with-comma",
    "named-twice", "out-of-range", "unknown-key", "wrong-count", "wrong-format", "wrong-type", "wrong-value",
}  # fmt: skip
"""What a schema can know: the others need the whole file."""
NOT_OF_SHAPE_HERE = {"decision-without-children", "variant-misspelt-in-text"}
"""Files whose mistake has such a code, and yet follows from what stands elsewhere."""
OF_YAML = {"empty-file", "key-not-a-word", "merge-key", "too-deep", "yaml-lone-colon"}
"""Files that are wrong before anybody asks for their shape; the schema may say so or not."""


def plain(value: object) -> object:
    """What an editor makes of YAML 1.2, which has no dates."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


@cache
def validator() -> Draft7Validator:
    return Draft7Validator(schema())


def mistakes(path: Path) -> list[str] | None:
    """What the schema says of a file; None where it is no YAML at all."""
    try:
        content = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    except (YAMLError, UnicodeDecodeError):
        return None
    return [f"{list(each.path)}: {each.message[:200]}" for each in validator().iter_errors(plain(content))]


def test_it_is_a_schema_of_draft_7() -> None:
    Draft7Validator.check_schema(schema())

    assert schema()["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_everything_it_refers_to_is_defined() -> None:
    text, definitions = json.dumps(schema()), schema()["definitions"]
    assert isinstance(definitions, dict)

    assert {part.split('"')[0] for part in text.split("#/definitions/")[1:]} == set(definitions)


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.name)
def test_a_sound_file_is_valid(path: Path) -> None:
    assert mistakes(path) == []


BROKEN = {path.stem: path for path in sorted((TEST_FILES / "broken").glob("*.yaml")) if path.stem not in OF_YAML}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_invalid_just_where_its_mistake_is_one_of_shape(name: str) -> None:
    said, codes = mistakes(BROKEN[name]), {each.code for each in read(BROKEN[name].read_bytes()).problems}
    of_shape = bool(codes & OF_SHAPE) and name not in NOT_OF_SHAPE_HERE

    if said is None:
        assert codes, "what is no YAML at all has no shape to speak of, and the reader says so"
    else:
        assert bool(said) == of_shape


COMPLETE = json.dumps(
    plain(YAML(typ="safe", pure=True).load((TEST_FILES / "complete.yaml").read_text(encoding="utf-8")))
)
ODD_VALUES: list[object] = [[], {}, [["x"]], {"zzz": [1]}, "Zzz zzz!", "", -5, 1_000_000, ["neglect", "neglect"]]
"""Under a key of its own a list stands, since words there could be a text by a variant's name, which only the reader knows."""
FOLLOWS = {"missing-key"}
"""Codes that may also follow from what stands elsewhere: a decision needs children."""


def places_in(tree: object) -> list[tuple[dict[str, object] | list[object], str | int]]:
    """Every place in a tree that has a value: the mapping or list, and the key or number in it."""
    found: list[tuple[dict[str, object] | list[object], str | int]] = []
    inside = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for name, value in inside:
        assert isinstance(tree, dict | list)
        found.append((tree, name))
        found.extend(places_in(value))
    return found


@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_reader_and_schema_agree_on_any_file_with_one_thing_changed(data: st.DataObject) -> None:
    tree = json.loads(COMPLETE)
    # Which variants there are only the reader knows, and so whether a text by variant names one.
    places = [each for each in places_in(tree) if each[0] is not tree["variants"] and each[1] != "variants"]
    inside, name = places[data.draw(st.integers(0, len(places) - 1))]
    change = data.draw(st.sampled_from(["value", "value", "lose", "add"]))
    if change == "lose":
        del inside[name]  # type: ignore[arg-type]
    elif change == "add" and isinstance(inside, dict):
        inside["zzz"] = data.draw(st.sampled_from(ODD_VALUES))
    else:
        inside[name] = data.draw(st.sampled_from(ODD_VALUES))  # type: ignore[index]
    reading = read(json.dumps(tree, ensure_ascii=False))
    said = [f"{list(each.path)}: {each.message[:200]}" for each in validator().iter_errors(tree)]
    of_shape = {each.code for each in reading.problems} & OF_SHAPE

    assert said or not of_shape - FOLLOWS, "the reader finds fault with the shape, and the schema does not"
    assert reading.errors or not said, "the schema finds fault, and the reader does not"


def test_it_has_every_condition_and_every_action() -> None:
    definitions = json.loads(json.dumps(schema()))["definitions"]

    assert set(definitions["Condition"]["properties"]) == set(CONDITION_PARTS)
    assert set(ACTION_PARTS) < set(definitions["Beat"]["properties"])


def test_the_command_prints_it() -> None:
    out = io.StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("scenario", "schema", stdout=out)

    assert stopped.value.code == 0
    assert json.loads(out.getvalue()) == json.loads(json.dumps(schema()))
