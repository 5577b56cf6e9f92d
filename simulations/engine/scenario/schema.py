"""The format as a JSON Schema (draft 7), made from the model alone, for editors that help while a file is being written.

It knows shapes, words and patterns; what only the reader knows (whether an id is defined, who holds a fact, what
can never fire) it leaves to `scenario check`, which has the last word. Editors tell numbers and truth from words by YAML
1.2's core schema, so a whole number in quotation marks is no number here, though the reader takes it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from datetime import date
from enum import Enum, StrEnum
from types import NoneType, UnionType
from typing import NewType, TypeAlias, Union, cast, get_args, get_origin

from simulations.engine.scenario import conditions, scripts
from simulations.engine.scenario.conditions import Condition
from simulations.engine.scenario.keys import Key, KeyOfSection, keys_of, written_in
from simulations.engine.scenario.model import FORMAT, ByReviewer, Scenario
from simulations.engine.scenario.papers import Topic
from simulations.engine.scenario.scripts import Beat, SumUp
from simulations.engine.scenario.small_types import AGE, DAY, DURATION, ID, ISO_DATE
from simulations.engine.scenario.typed import ACTION_PARTS, CONDITION_PARTS, NO_KEY
from simulations.engine.scenario.values import Age, Day, Duration, Text
from simulations.engine.scenario.vocabulary import Language

Schema: TypeAlias = dict[str, object]

OF_SOMETHING: Schema = {"not": {"enum": [[], {}]}}
"""No condition and no action is about nothing."""


def schema() -> Schema:
    """The whole schema, as what `json.dumps` takes."""
    sections = {section.__name__: _section(section) for section in _sections()}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"A scenario file of the format {FORMAT}",
        **_section(Scenario),
        "definitions": {**SMALL, "Condition": _condition(), "Beat": _beat(), "Topic": _topic(), **sections},
    }


def _matching(pattern: str) -> Schema:
    return {"type": "string", "pattern": f"^(?:{pattern})$"}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _either(*schemas: Schema) -> Schema:
    return {"anyOf": list(schemas)}


WORD: Schema = {"type": ["string", "number"], "pattern": r"\S"}
IN_LANGUAGES: Schema = {
    "type": "object",
    "properties": {language.value: WORD for language in Language},
    "additionalProperties": False,
    "minProperties": 1,
}
BY_VARIANT: Schema = {
    "type": "object",
    "propertyNames": {**_matching(ID.pattern), "not": {"enum": [language.value for language in Language]}},
    "additionalProperties": _either(WORD, IN_LANGUAGES),
    "minProperties": 1,
}
SMALL: Mapping[str, Schema] = {
    "Text": _either(WORD, IN_LANGUAGES, BY_VARIANT),
    "Id": _matching(ID.pattern),
    "Duration": _matching(DURATION.pattern),
    "Day": _matching(DAY.pattern),
    "Age": _either({"type": "integer", "minimum": 0, "maximum": 99}, _matching(f"unborn|{AGE.pattern}")),
}
PLAIN: Mapping[object, Schema] = {
    Text: _ref("Text"),
    Duration: _ref("Duration"),
    Day: _ref("Day"),
    Age: _ref("Age"),
    Beat: _ref("Beat"),
    Topic: _ref("Topic"),
    bool: {"type": "boolean"},
    str: WORD,
    date: _matching(ISO_DATE.pattern),
}


def _sections() -> Iterator[type]:
    """Every section below the file, once."""
    seen: set[object] = {Scenario, *PLAIN}
    waiting: list[object] = [
        *(key.hint for part in (Scenario, Beat) for key in keys_of(part).values()),
        *CONDITION_PARTS.values(),
        *ACTION_PARTS.values(),
    ]
    while waiting:
        kind = waiting.pop(0)
        if isinstance(kind, type) and is_dataclass(kind):
            if kind in seen:
                continue
            seen.add(kind)
            if not hasattr(kind, "written"):
                yield kind
            waiting.extend(key.hint for key in keys_of(kind).values())
        elif set(get_args(kind)).isdisjoint(get_args(Condition)):
            waiting.extend(get_args(kind))


def _section(section: type) -> Schema:
    """A mapping with the keys of a section, and no others."""
    written = written_in(section)
    properties: Schema = {name: _described(key) for name, key in written.items()}
    if section is Scenario:
        properties["format"] = {"const": FORMAT}
    return {
        "description": (section.__doc__ or "").splitlines()[0],
        "type": "object",
        "properties": properties,
        "required": [name for name, key in written.items() if not key.has_default],
        "additionalProperties": False,
    }


def _described(key: KeyOfSection) -> Schema:
    value = _ref("Id") if key.field == "id" else _value(key.hint, key.key)
    if not key.key.meaning:
        return value
    return {"description": key.key.meaning, **({"allOf": [value]} if "$ref" in value else value)}


def _value(hint: object, key: Key = NO_KEY) -> Schema:
    """What may stand under a key of this type."""
    given = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    kinds = [kind for kind in given if kind is not NoneType]
    if set(kinds) == set(get_args(Condition)):
        return _ref("Condition")
    schemas = [_one(kind, key) for kind in kinds]
    return schemas[0] if len(schemas) == 1 else _either(*schemas)


def _one(kind: object, key: Key) -> Schema:
    if kind in PLAIN:
        return PLAIN[kind]
    if kind is ByReviewer:
        return _either({"const": False}, _ref(ByReviewer.__name__))
    if kind is int:
        return {"type": "integer", **_bounds("minimum", "maximum", key)}
    if get_origin(kind) is tuple:
        return _list(get_args(kind)[0], key)
    if isinstance(get_origin(kind), type):
        key_kind, value_kind = get_args(kind)
        return _mapping(key_kind, value_kind, key)
    if isinstance(kind, NewType):
        return _ref("Id")
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {"enum": [word.value for word in kind]}
    return _ref(getattr(kind, "__name__", ""))


def _bounds(least: str, most: str, key: Key) -> Schema:
    return {name: bound for name, bound in ((least, key.least), (most, key.most)) if bound is not None}


def _list(kind: object, key: Key) -> Schema:
    """A list; a single id or word may stand without brackets."""
    items: Schema = {"type": "array", "items": _value(kind), **_bounds("minItems", "maxItems", key)}
    if not (isinstance(kind, NewType) or (isinstance(kind, type) and issubclass(kind, StrEnum))):
        return items
    items["uniqueItems"] = True
    return items if (key.least or 0) > 1 else _either(_value(kind), items)


def _mapping(key_kind: object, value_kind: object, key: Key) -> Schema:
    names = _value(key_kind) if isinstance(key_kind, type) and issubclass(key_kind, Enum) else _ref("Id")
    counted = {} if value_kind is int else _bounds("minProperties", "maxProperties", key)
    values = _value(value_kind, key if value_kind is int else NO_KEY)
    return {"type": "object", "propertyNames": names, "additionalProperties": values, **counted}


def _condition() -> Schema:
    """One mapping of at least one part."""
    properties = {name: _part(part) for name, part in CONDITION_PARTS.items()}
    return {"type": "object", "properties": properties, "additionalProperties": False, "minProperties": 1}


def _part(part: type) -> Schema:
    """What stands under the key of a condition or an action."""
    described: Schema = {"description": (part.__doc__ or "").splitlines()[0]}
    if part in scripts.FLAGS:
        return {**described, "const": True}
    if part in (*conditions.MAPPED, *scripts.MAPPED):
        return {**_section(part), **OF_SOMETHING}
    bare = next(iter(keys_of(part).values()))
    value = _value(bare.hint, bare.key)
    alternatives = [value, {"const": True}] if part is SumUp else [value]
    return {**described, "anyOf": alternatives, **OF_SOMETHING}


def _beat() -> Schema:
    """A beat's own keys, with at least one action."""
    section = _section(Beat)
    actions = {name: _part(part) for name, part in ACTION_PARTS.items()}
    return {
        **section,
        "properties": {**_properties(section), **actions},
        "anyOf": [{"required": [name]} for name in ACTION_PARTS],
    }


def _topic() -> Schema:
    """A text, with `variants` beside its languages where it has any."""
    only_in = _properties(_section(Topic))["variants"]
    languages = {"variants": only_in, **_properties(IN_LANGUAGES)}
    within: Schema = {"type": "object", "required": ["variants"], "minProperties": 2}
    return _either(
        _ref("Text"),
        {**within, "properties": languages, "additionalProperties": False},
        {**within, "properties": {"variants": only_in}, "additionalProperties": _either(WORD, IN_LANGUAGES)},
    )


def _properties(section: Schema) -> Schema:
    return cast(Schema, section["properties"])
