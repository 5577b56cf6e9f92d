"""Whatever another system sends, it gets an answer: never a 500, and never half of it stored."""

import copy
import json
from typing import Any

import pytest
from another_system import System
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sound import AGENT, SOUND

from records.models import Mention, Statement

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
ONE_STORE = settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
TEXTS = st.text(max_size=12) | st.sampled_from(
    ["\0", "\ud800", "urn:x:a", "mailto:a@b.example", "PT1M", "2026-01-01T00:00:00Z", "2026-02-31T00:00:00Z", "9" * 400,
     "SubStatement", "StatementRef", "Group", "Activity", "1f0a9c3e-5c1b-4d0e-9b5e-0a4f6f1d2c3b",
     "http://adlnet.gov/expapi/verbs/voided", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"]
)  # fmt: skip
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
FULL = {
    **SOUND,
    "result": {"score": {"scaled": 0.5, "raw": 1, "min": 0, "max": 2}, "duration": "PT5M", "extensions": {"urn:x:e": 1}},
    "context": {
        "registration": SOUND["id"],
        "instructor": AGENT,
        "team": {"objectType": "Group", "member": [AGENT]},
        "contextActivities": {"parent": [{"id": "urn:x:p"}]},
        "contextAgents": [{"objectType": "contextAgent", "agent": AGENT}],
        "statement": {"objectType": "StatementRef", "id": SOUND["id"]},
    },
    "attachments": [{"usageType": "urn:x:u", "display": {"en": "x"}, "contentType": "a/b", "length": 1, "sha2": "a" * 64,
                     "fileUrl": "urn:x:f"}],
}  # fmt: skip


def places(value: object, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(each for key, part in inner for each in places(part, (*at, key)))]


PLACES = places(FULL)[1:]


def with_another(place: tuple[Any, ...], value: object) -> object:
    statement: Any = copy.deepcopy(FULL)
    part = statement
    for key in place[:-1]:
        part = part[key]
    part[place[-1]] = value
    return statement


@ONE_STORE
@given(st.sampled_from(PLACES), VALUES, st.sampled_from(["1.0.3", "2.0.0"]))
def test_a_statement_with_anything_in_any_place(place: tuple[Any, ...], value: object, version: str) -> None:
    hr = System(version=version)
    before = Statement.objects.count(), Mention.objects.count()
    answer = hr.post(json.dumps(with_another(place, value)).encode("utf-8", "surrogatepass"))
    assert answer.status_code in (200, 400, 403, 409), answer.content
    if answer.status_code == 200:
        (key,) = answer.json()
        for how in ("exact", "ids", "canonical"):
            for reader in ("1.0.3", "2.0.0"):
                hr.version = reader
                found = [hr.get(**{name: key}, format=how) for name in ("statementId", "voidedStatementId")]
                assert sorted(each.status_code for each in found) == [200, 404]
    else:
        assert answer.json()["error"]
        assert (Statement.objects.count(), Mention.objects.count()) == before


@ONE_STORE
@given(
    st.binary(max_size=300), st.sampled_from(["application/json", "multipart/mixed; boundary=a", "", "x", "text/plain"])
)
def test_any_bytes_at_all(body: bytes, content_type: str) -> None:
    hr = System()
    for method, resource in (("POST", "statements"), ("PUT", "statements"), ("PUT", "agents/profile")):
        given = {"agent": AGENT, "profileId": "p"} if resource == "agents/profile" else {}
        assert hr.ask(method, resource, body, content_type, **given).status_code < 500


@ONE_STORE
@given(
    st.sampled_from(["GET", "POST", "PUT", "DELETE", "HEAD"]),
    st.sampled_from(["statements", "activities/state", "activities/profile", "agents/profile", "activities", "agents", "about"]),
    st.dictionaries(
        st.sampled_from(
            ["statementId", "voidedStatementId", "agent", "verb", "activity", "registration", "related_agents", "since", "until",
             "limit", "format", "attachments", "ascending", "after", "activityId", "stateId", "profileId", "method", "x"]
        ),
        st.text(st.characters(codec="utf-8"), max_size=12) | VALUES.map(lambda value: json.dumps(value)),
        max_size=5,
    ),
    st.dictionaries(
        st.sampled_from(["If-Match", "If-None-Match", "Accept-Language"]),
        st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=20),
    ),
)  # fmt: skip
def test_any_question_at_all(method: str, resource: str, given: dict[str, str], headers: dict[str, str]) -> None:
    assert System().ask(method, resource, b"{}", headers=headers, **given).status_code < 500
