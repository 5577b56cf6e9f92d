"""What statements are about (2.0: 4.2.2.3; 1.0.3: Data 2.4.4, appendix C)."""

from uuid import UUID

import pytest
from sound import AGENT, changed, within

from records.xapi.activities import merged
from records.xapi.problems import StatementProblem
from records.xapi.statements import check
from records.xapi.vocabulary import VOIDED

TARGET = "1f0a9c3e-5c1b-4d0e-9b5e-0a4f6f1d2c3b"
REFERENCE = {"objectType": "StatementRef", "id": TARGET}
TWO = [{"id": "a", "description": {"cy": "Un"}}, {"id": "b"}]


@pytest.mark.parametrize(
    "definition",
    [
        {},
        {"type": "urn:x:t", "moreInfo": "https://x.example/more", "description": {"cy": "Cwrs"}, "extensions": {}},
        {"interactionType": "choice", "choices": TWO, "correctResponsesPattern": ["a[,]b"]},
        {"interactionType": "sequencing", "choices": TWO},
        {"interactionType": "likert", "scale": TWO},
        {"interactionType": "matching", "source": TWO, "target": TWO},
        {"interactionType": "performance", "steps": TWO},
        {"interactionType": "true-false", "correctResponsesPattern": ["true"]},
    ],
)
def test_a_definition_holds_what_its_kind_of_interaction_has(definition: object) -> None:
    assert check(changed("object.definition", definition)).activity
    assert check(within("object.definition", definition)).verb


@pytest.mark.parametrize(
    ("definition", "where"),
    [
        ([], ""),
        ({"type": "course"}, ".type"),
        ({"moreInfo": "more"}, ".moreInfo"),
        ({"interactionType": "essay"}, ".interactionType"),
        ({"choices": TWO}, ".interactionType"),
        ({"correctResponsesPattern": ["a"]}, ".interactionType"),
        ({"interactionType": "likert", "choices": TWO}, ".choices"),
        ({"interactionType": "choice", "choices": [{"description": {"en": "x"}}]}, ".choices[0].id"),
        ({"interactionType": "choice", "choices": [{"id": "a"}, {"id": "a"}]}, ".choices"),
        ({"interactionType": "choice", "choices": {}}, ".choices"),
        ({"interactionType": "choice", "correctResponsesPattern": "a"}, ".correctResponsesPattern"),
        ({"interactionType": "choice", "correctResponsesPattern": [1]}, ".correctResponsesPattern[0]"),
    ],
)
def test_any_other_definition_is_refused_with_its_place(definition: object, where: str) -> None:
    with pytest.raises(StatementProblem) as problem:
        check(changed("object.definition", definition))
    assert problem.value.where == "object.definition" + where


@pytest.mark.parametrize(
    ("thing", "where"),
    [
        ({"objectType": "Course", "id": "urn:x:a"}, "object.objectType"),
        ({"objectType": ["Activity"], "id": "urn:x:a"}, "object.objectType"),
        ({"objectType": "StatementRef", "id": "7"}, "object.id"),
        ({"objectType": "StatementRef"}, "object.id"),
        ({**REFERENCE, "more": 1}, "object.more"),
        ({"objectType": "Agent"}, "object"),
        ({"objectType": "SubStatement", "actor": AGENT, "verb": {"id": "urn:x:v"}}, "object.object"),
    ],
)
def test_a_thing_of_another_kind_is_refused(thing: object, where: str) -> None:
    with pytest.raises(StatementProblem) as problem:
        check(changed("object", thing))
    assert problem.value.where == where


def test_a_statement_may_speak_of_another() -> None:
    assert check(changed("object", REFERENCE)).target == UUID(TARGET)
    assert check(changed("context", {"statement": REFERENCE})).target is None


@pytest.mark.parametrize("name", ["id", "stored", "version", "authority"])
def test_what_only_a_whole_statement_has_stands_in_none_within_another(name: str) -> None:
    with pytest.raises(StatementProblem) as problem:
        check(within(name if name != "id" else "id2", "x") if name != "id" else changed("object", _with_id()))
    assert problem.value.where == f"object.{name}"


def _with_id() -> dict[str, object]:
    return {**within("result", {})["object"], "id": TARGET}


def test_a_statement_within_one_within_one_is_refused() -> None:
    with pytest.raises(StatementProblem) as problem:
        check(within("object", within("result", {})["object"]))
    assert problem.value.where == "object.object"


def test_only_a_reference_can_be_voided() -> None:
    with pytest.raises(StatementProblem) as problem:
        check(changed("verb", {"id": VOIDED}))
    assert problem.value.where == "object"
    assert check({**changed("verb", {"id": VOIDED}), "object": REFERENCE}).voids


def test_a_definition_grows_and_loses_nothing() -> None:
    known = {"name": {"cy": "Gwers"}, "type": "urn:x:a", "extensions": {"urn:x:1": 1}}
    said = {"name": {"en": "Lesson"}, "type": "urn:x:b", "extensions": {"urn:x:2": 2}}
    assert merged(known, said) == {
        "name": {"cy": "Gwers", "en": "Lesson"},
        "type": "urn:x:b",
        "extensions": {"urn:x:1": 1, "urn:x:2": 2},
    }
