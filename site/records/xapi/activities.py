"""What about: activities and their definitions (2.0: 4.2.2.3; 1.0.3: Data 2.4.4.1), and how one definition grows."""

from collections.abc import Mapping
from typing import Any

from records.xapi.identifiers import iri_of
from records.xapi.languages import map_of
from records.xapi.problems import StatementProblem
from records.xapi.shapes import Rule, at, check_object, list_of, one_of, text

# Which lists an interaction of each kind may have (1.0.3: Data, appendix C).
COMPONENTS = {
    "true-false": (),
    "choice": ("choices",),
    "fill-in": (),
    "long-fill-in": (),
    "matching": ("source", "target"),
    "performance": ("steps",),
    "sequencing": ("choices",),
    "likert": ("scale",),
    "numeric": (),
    "other": (),
}
LISTS = ("choices", "scale", "source", "target", "steps")


def extensions(value: object, where: str) -> None:
    """Keys are IRIs; values are anybody's, null too (2.0: 4.2.7; 1.0.3: Data 4.1)."""
    if type(value) is not dict:
        raise StatementProblem(where, "must be an object")
    for key in value:
        iri_of(key, at(where, key[:100]))


def component(value: object, where: str) -> None:
    check_object(value, where, {"id": text, "description": map_of}, ("id",))


def components(value: object, where: str) -> None:
    """A list whose ids differ."""
    list_of(component)(value, where)
    ids = [each["id"] for each in value] if isinstance(value, list) else []
    if len(set(ids)) != len(ids):
        raise StatementProblem(where, "must not have the same id twice")


DEFINITION: dict[str, Rule] = {
    "name": map_of,
    "description": map_of,
    "type": iri_of,
    "moreInfo": iri_of,
    "extensions": extensions,
    "interactionType": one_of(*COMPONENTS),
    "correctResponsesPattern": list_of(text),
    **dict.fromkeys(LISTS, components),
}


def definition(value: object, where: str) -> None:
    check_object(value, where, DEFINITION)
    given: dict[str, Any] = value if isinstance(value, dict) else {}
    about = [name for name in (*LISTS, "correctResponsesPattern") if name in given]
    if about and "interactionType" not in given:
        raise StatementProblem(at(where, "interactionType"), f"is required beside {about[0]}")
    for name in about:
        if name in LISTS and name not in COMPONENTS[given["interactionType"]]:
            raise StatementProblem(at(where, name), f"does not belong to {given['interactionType']}")


ACTIVITY: dict[str, Rule] = {"objectType": one_of("Activity"), "id": iri_of, "definition": definition}


def activity(value: object, where: str) -> None:
    check_object(value, where, ACTIVITY, ("id",))


def merged(known: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """A definition after somebody said more of it: what is new is added, languages and extensions one by one."""
    grown = {**known, **said}
    for name in ("name", "description", "extensions"):
        if name in known and name in said:
            grown[name] = {**known[name], **said[name]}
    return grown
