"""States and profiles (2.0: 4.1.4, 4.1.6.2, 4.1.6.5, 4.1.6.6; 1.0.3: Communication 2.2, 2.3, 2.6, 2.7, 3.1)."""

from typing import Any
from uuid import uuid4

import pytest
from another_system import System
from sound import AGENT

pytestmark = pytest.mark.django_db
ACTIVITY = "https://lrs.example/course"
STATE = ("activities/state", {"activityId": ACTIVITY, "agent": AGENT, "stateId": "place"})
AGENT_PROFILE = ("agents/profile", {"agent": AGENT, "profileId": "likes"})
ACTIVITY_PROFILE = ("activities/profile", {"activityId": ACTIVITY, "profileId": "notes"})
RESOURCES = pytest.mark.parametrize(("resource", "given"), [STATE, AGENT_PROFILE, ACTIVITY_PROFILE])
NONE = {"If-None-Match": "*"}


def met(answer: Any) -> dict[str, str]:
    return {"If-Match": answer["ETag"]}


@RESOURCES
def test_a_document_is_kept_byte_for_byte_and_deleted(resource: str, given: dict[str, Any]) -> None:
    hr = System()
    content = b"\0\xff anything"
    assert hr.ask("GET", resource, **given).status_code == 404
    assert hr.ask("PUT", resource, content, "image/x-own", headers=NONE, **given).status_code == 204
    found = hr.ask("GET", resource, **given)
    assert (found.content, found["Content-Type"]) == (content, "image/x-own")
    assert found["Last-Modified"]
    assert hr.ask("DELETE", resource, **given).status_code == 204
    assert hr.ask("GET", resource, **given).status_code == 404


@RESOURCES
def test_only_who_has_seen_a_document_writes_over_it(resource: str, given: dict[str, Any]) -> None:
    hr = System()
    hr.ask("PUT", resource, {"a": 1}, headers=NONE, **given)
    seen = hr.ask("GET", resource, **given)
    assert hr.ask("PUT", resource, {"a": 2}, headers=NONE, **given).status_code == 412
    assert hr.ask("PUT", resource, {"a": 2}, headers={"If-Match": '"other"'}, **given).status_code == 412
    assert hr.ask("PUT", resource, {"a": 2}, **given).status_code == 409
    assert hr.ask("POST", resource, {"a": 2}, headers={"If-Match": '"other"'}, **given).status_code == 412
    assert hr.ask("DELETE", resource, headers={"If-Match": '"other"'}, **given).status_code == 412
    assert hr.ask("GET", resource, **given).json() == {"a": 1}
    assert hr.ask("PUT", resource, {"a": 2}, headers=met(seen), **given).status_code == 204
    assert hr.ask("PUT", resource, {"a": 3}, headers=met(seen), **given).status_code == 412
    weak = {"If-Match": f"W/{hr.ask('GET', resource, **given)['ETag']}"}
    assert hr.ask("PUT", resource, {"a": 3}, headers=weak, **given).status_code == 204


@RESOURCES
def test_what_is_posted_is_merged_at_the_top(resource: str, given: dict[str, Any]) -> None:
    hr = System()
    hr.ask("POST", resource, {"a": {"x": 1}, "b": 1}, **given)
    assert hr.ask("POST", resource, {"a": {"y": 2}, "c": "ŵ"}, **given).status_code == 204
    assert hr.ask("GET", resource, **given).json() == {"a": {"y": 2}, "b": 1, "c": "ŵ"}


@RESOURCES
def test_what_cannot_be_merged_changes_nothing(resource: str, given: dict[str, Any]) -> None:
    hr = System()
    hr.ask("POST", resource, {"a": 1}, **given)
    for body, content_type in (("[1]", "application/json"), ("x", "text/plain"), ("{", "application/json")):
        assert hr.ask("POST", resource, body, content_type, **given).status_code == 400
    assert hr.ask("GET", resource, **given).json() == {"a": 1}


@RESOURCES
def test_names_are_listed_and_those_changed_since(resource: str, given: dict[str, Any]) -> None:
    hr = System()
    name = "stateId" if "stateId" in given else "profileId"
    scope = {key: value for key, value in given.items() if key != name}
    hr.ask("POST", resource, {}, **scope, **{name: "first"})
    between = hr.get(limit=1)["X-Experience-API-Consistent-Through"]
    hr.ask("POST", resource, {}, **scope, **{name: "second"})
    assert hr.ask("GET", resource, **scope).json() == ["first", "second"]
    assert set(hr.ask("GET", resource, **scope, since="2001-01-01T00:00:00Z").json()) == {"first", "second"}
    assert "second" in hr.ask("GET", resource, **scope, since="2026-01-01T00:00:00+01:00").json()
    assert hr.ask("GET", resource, **scope, since="2999-01-01T00:00:00Z").json() == []
    assert between


@RESOURCES
@pytest.mark.parametrize(
    "wrong",
    [{"activityId": "no iri", "agent": "no json"}, {"agent": {"name": "x"}, "activityId": ""}, {"more": "1"},
     {"stateId": "", "profileId": ""}, {"stateId": "x" * 1001, "profileId": "x" * 1001}, {"registration": "7"}],
)  # fmt: skip
def test_a_place_that_cannot_be_understood_is_refused(resource: str, given: dict[str, Any], wrong: Any) -> None:
    fitting = {name: value for name, value in wrong.items() if name in given or name in ("more", "registration")}
    answer = System().ask("GET", resource, **{**given, **fitting})
    assert answer.status_code == 400


def test_states_are_kept_by_registration_and_deleted_together() -> None:
    hr = System()
    resource, given = STATE
    scope = {name: value for name, value in given.items() if name != "stateId"}
    first, second = str(uuid4()), str(uuid4())
    for registration in (first, second):
        hr.ask("POST", resource, {"r": registration}, **given, registration=registration)
    assert hr.ask("GET", resource, **given).status_code == 404
    assert hr.ask("GET", resource, **given, registration=first).json() == {"r": first}
    assert hr.ask("DELETE", resource, **scope, registration=first).status_code == 204
    assert hr.ask("GET", resource, **scope).json() == ["place"]
    assert hr.ask("DELETE", resource, **scope).status_code == 204
    assert hr.ask("GET", resource, **scope).json() == []


def test_profiles_are_deleted_only_one_by_one() -> None:
    assert System().ask("DELETE", "agents/profile", agent=AGENT).status_code == 400


def test_1_0_3_wants_to_know_what_a_profile_meets_and_lets_states_be_overwritten() -> None:
    old = System(version="1.0.3")
    assert old.ask("PUT", AGENT_PROFILE[0], {}, **AGENT_PROFILE[1]).status_code == 400
    for content in ({"a": 1}, {"a": 2}):
        assert old.ask("PUT", STATE[0], content, **STATE[1]).status_code == 204
    assert old.ask("GET", STATE[0], **STATE[1]).json() == {"a": 2}


def test_what_is_known_of_activities_people_and_the_store() -> None:
    hr = System()
    named = {**AGENT, "name": "Ann Example"}
    definition = {"name": {"cy": "Cwrs"}}
    hr.post({"actor": named, "verb": {"id": "urn:x:v"}, "object": {"id": ACTIVITY, "definition": definition}})
    assert hr.ask("GET", "activities", activityId=ACTIVITY).json()["definition"] == definition
    assert hr.ask("GET", "activities", activityId="urn:x:unknown").json() == {
        "objectType": "Activity",
        "id": "urn:x:unknown",
    }
    person = hr.ask("GET", "agents", agent=AGENT).json()
    assert person == {"objectType": "Person", "name": ["Ann Example"], "mbox": [AGENT["mbox"]]}
    assert hr.ask("GET", "about", headers={"Authorization": "", "X-Experience-API-Version": ""}).json()["version"][
        :2
    ] == ["2.0.0", "1.0.3"]
    assert hr.ask("POST", "about").status_code == 405
    assert hr.ask("GET", "activities").status_code == 400
    assert hr.ask("GET", "nowhere").status_code == 404
