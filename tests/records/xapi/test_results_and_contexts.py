"""Outcomes and surroundings (2.0: 4.2.2.4, 4.2.2.5; 1.0.3: Data 2.4.5, 2.4.6), and in what the two versions differ there."""

import pytest
from sound import AGENT, changed, within

from records.xapi.problems import StatementProblem
from records.xapi.statements import check
from records.xapi.versions import ONE, TWO

GROUP = {"objectType": "Group", "member": [AGENT]}


@pytest.mark.parametrize(
    ("result", "where"),
    [
        ({"score": {"scaled": 1.01}}, "score.scaled"),
        ({"score": {"scaled": -2}}, "score.scaled"),
        ({"score": {"scaled": True}}, "score.scaled"),
        ({"score": {"raw": "5"}}, "score.raw"),
        ({"score": {"raw": 11, "max": 10}}, "score.raw"),
        ({"score": {"raw": -1, "min": 0}}, "score.raw"),
        ({"score": {"min": 5, "max": 5}}, "score.min"),
        ({"success": "yes"}, "success"),
        ({"completion": 1}, "completion"),
        ({"response": 5}, "response"),
        ({"duration": "an hour"}, "duration"),
        ({"duration": "2026-01-01T00:00:00"}, "duration"),
    ],
)
def test_a_broken_result_is_named(result: object, where: str) -> None:
    for statement, place in ((changed("result", result), "result."), (within("result", result), "object.result.")):
        with pytest.raises(StatementProblem) as problem:
            check(statement)
        assert problem.value.where == place + where


def test_a_sound_result_is_taken() -> None:
    score = {"scaled": -1, "raw": 5.5, "min": 0, "max": 10}
    assert check(changed("result", {"score": score, "success": True, "response": "", "duration": "PT0.12567S"})).verb


@pytest.mark.parametrize(
    ("context", "where"),
    [
        ({"registration": "7"}, "registration"),
        ({"instructor": {"name": "x"}}, "instructor"),
        ({"contextActivities": []}, "contextActivities"),
        ({"contextActivities": {"parent": "urn:x:a"}}, "contextActivities.parent"),
        ({"contextActivities": {"parent": [{"id": "a"}]}}, "contextActivities.parent[0].id"),
        ({"language": "not a tag"}, "language"),
        ({"statement": {"objectType": "Activity", "id": "urn:x:a"}}, "statement.objectType"),
        ({"contextAgents": [{"objectType": "agent", "agent": AGENT}]}, "contextAgents[0].objectType"),
        ({"contextAgents": [{"objectType": "contextAgent", "agent": GROUP}]}, "contextAgents[0].agent.objectType"),
        ({"contextAgents": [{"objectType": "contextAgent", "agent": AGENT, "relevantTypes": []}]},
         "contextAgents[0].relevantTypes"),
        ({"contextGroups": [{"objectType": "contextGroup", "group": GROUP, "relevantTypes": ["x"]}]},
         "contextGroups[0].relevantTypes[0]"),
        ({"contextGroups": [{"objectType": "contextGroup"}]}, "contextGroups[0].group"),
    ],
)  # fmt: skip
def test_a_broken_context_is_named(context: object, where: str) -> None:
    for statement, place in (
        (changed("context", context), "context."),
        (within("context", context), "object.context."),
    ):
        with pytest.raises(StatementProblem) as problem:
            check(statement)
        assert problem.value.where == place + where


@pytest.mark.parametrize("name", ["revision", "platform"])
def test_only_what_is_about_an_activity_has_a_revision_and_a_platform(name: str) -> None:
    assert check(changed("context", {name: "2"})).verb
    with pytest.raises(StatementProblem) as problem:
        check({**changed("context", {name: "2"}), "object": {"objectType": "Agent", **AGENT}})
    assert problem.value.where == f"context.{name}"


def test_people_around_are_named_in_2_0_alone() -> None:
    context = {
        "contextAgents": [{"objectType": "contextAgent", "agent": AGENT, "relevantTypes": ["urn:x:witness"]}],
        "contextGroups": [{"objectType": "contextGroup", "group": GROUP}],
    }
    assert check(changed("context", context), TWO).verb
    with pytest.raises(StatementProblem) as problem:
        check(changed("context", context), ONE)
    assert problem.value.where == "context.contextAgents"


@pytest.mark.parametrize(("said", "one", "two"), [("1.0.3", True, True), ("2.0.0", False, True), ("0.9", False, False)])
def test_a_statement_says_a_version_that_its_request_speaks(said: str, one: bool, two: bool) -> None:
    for version, fits in ((ONE, one), (TWO, two)):
        if fits:
            assert check(changed("version", said), version).version == said
        else:
            with pytest.raises(StatementProblem):
                check(changed("version", said), version)


def test_one_that_says_none_has_that_of_its_request() -> None:
    assert (check(changed("result", {}), ONE).version, check(changed("result", {}), TWO).version) == ("1.0.0", "2.0.0")
