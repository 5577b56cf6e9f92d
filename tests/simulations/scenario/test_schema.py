"""The JSON Schema agrees with the reader on every file there is: what it can know, it says; what is right, it leaves alone."""

import io
import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from django.core.management import call_command
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
    "bad-age", "bad-date", "bad-day", "bad-duration", "bad-id", "beat-does-nothing", "empty-text", "missing-key",
    "named-twice", "out-of-range", "unknown-key", "wrong-count", "wrong-format", "wrong-type", "wrong-value",
}  # fmt: skip
"""What a schema can know: the others need the whole file."""
NOT_OF_SHAPE_HERE = {"no-seats", "decision-without-children"}
"""Files whose mistake has such a code, and yet follows from what stands elsewhere."""
OF_YAML = {"empty-file", "key-not-a-word", "merge-key", "too-deep"}
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


@pytest.mark.parametrize("name", [name for name, path in BROKEN.items() if mistakes(path) is not None])
def test_a_broken_file_is_invalid_just_where_its_mistake_is_one_of_shape(name: str) -> None:
    codes = {each.code for each in read(BROKEN[name].read_bytes()).problems}
    of_shape = bool(codes & OF_SHAPE) and name not in NOT_OF_SHAPE_HERE

    assert bool(mistakes(BROKEN[name])) == of_shape


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
