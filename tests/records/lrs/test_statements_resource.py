"""The Statements resource (2.0: 4.1.6.1; 1.0.3: Communication 2.1), asked as another system would ask."""

import json
from typing import Any
from uuid import uuid4

import pytest
from another_system import System
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from sound import AGENT, SOUND

from records.models import Mention, Statement
from records.xapi.vocabulary import VOIDED

pytestmark = pytest.mark.django_db
SOMEBODY = {"account": SOUND["actor"]["account"]}


def said(**more: Any) -> dict[str, Any]:
    return {**SOUND, "id": str(uuid4()), **more}


def about(target: str, verb: str = "urn:x:saw") -> dict[str, Any]:
    return said(verb={"id": verb}, object={"objectType": "StatementRef", "id": target})


def test_what_is_posted_is_given_back_letter_for_letter_with_what_the_store_sets() -> None:
    hr = System()
    key = str(uuid4())
    posted = f'{{ "id": "{key}", "actor": {{"mbox":"mailto:a@b.example"}},\n"verb":{{"id":"urn:x:did"}},' \
        '"object":{"id":"urn:x:ŵ"},"result":{"score":{"raw":1.10}} }'  # fmt: skip
    assert hr.post(posted).json() == [key]
    text = hr.get(statementId=key).content.decode()
    assert '"actor": {"mbox":"mailto:a@b.example"}' in text
    assert '"result":{"score":{"raw":1.10}}' in text
    found = json.loads(text)
    assert found["authority"]["account"] == {
        "homePage": settings.BASE_URL, "name": f"client-{hr.credential.key}",
    }  # fmt: skip
    assert found["stored"] == found["timestamp"]
    assert found["version"] == "2.0.0"


def test_what_a_client_says_of_authority_and_storing_is_put_aside() -> None:
    hr = System()
    one = said(authority=AGENT, stored="2001-01-01T00:00:00Z")
    hr.post(one)
    found = hr.get(statementId=one["id"]).json()
    assert found["authority"]["name"] == "HR"
    assert found["stored"] > "2026"


def test_a_batch_is_stored_whole_or_not_at_all() -> None:
    hr = System()
    answer = hr.post([said(), said(verb={"id": "not an iri"}), said()])
    assert (answer.status_code, answer.json()["where"]) == (400, "[1].verb.id")
    assert not Statement.objects.exists()
    assert not Mention.objects.exists()
    assert len(hr.post([said(), said()]).json()) == 2
    assert hr.post([]).json() == []


def test_an_id_twice_in_a_batch_is_refused_and_one_stored_already_is_compared() -> None:
    hr = System()
    one = said()
    assert hr.post([one, one]).status_code == 400
    assert hr.post(one).status_code == 200
    assert hr.post([one, said()]).status_code == 200
    assert hr.post({**one, "object": {"id": "urn:x:other"}}).status_code == 409
    assert Statement.objects.count() == 2


def test_put_stores_one_under_the_id_it_names() -> None:
    hr = System()
    one = said()
    del one["id"]
    key = str(uuid4())
    assert hr.ask("PUT", "statements", one, statementId=key).status_code == 204
    assert hr.ask("PUT", "statements", one, statementId=key).status_code == 204
    assert hr.ask("PUT", "statements", said(), statementId=key).status_code == 400
    assert hr.ask("PUT", "statements", [one], statementId=key).status_code == 400
    assert hr.ask("PUT", "statements", one).status_code == 400
    assert hr.ids() == [key]


@pytest.mark.parametrize(
    "given",
    [
        {"statementId": "7"},
        {"statementId": str(uuid4()), "voidedStatementId": str(uuid4())},
        {"statementId": str(uuid4()), "verb": "urn:x:a"},
        {"agent": "somebody"},
        {"agent": {"objectType": "Group", "member": [AGENT]}},
        {"verb": "did"},
        {"activity": "course"},
        {"registration": "7"},
        {"since": "yesterday"},
        {"limit": "-1"},
        {"limit": "٣"},
        {"format": "short"},
        {"ascending": "yes"},
        {"Verb": "urn:x:a"},
        {"verb": "urn:x:\0"},
    ],
)
def test_a_query_that_cannot_be_understood_is_refused(given: dict[str, Any]) -> None:
    answer = System().get(**given)
    assert answer.status_code == 400
    assert answer.json()["where"] in (*given, "")
    assert answer["X-Experience-API-Consistent-Through"]


def test_each_filter_finds_what_it_names_and_nothing_else() -> None:
    hr = System()
    group = {"objectType": "Group", "member": [AGENT], "mbox": "mailto:team@b.example"}
    registration = str(uuid4())
    plain = said()
    member = said(actor=group, verb={"id": "urn:x:met"})
    told = said(object={"objectType": "Agent", **AGENT})
    around = said(
        context={
            "registration": registration,
            "instructor": AGENT,
            "contextActivities": {"parent": {"id": "urn:x:programme"}},
        }
    )
    within = said(object={**_unnamed(said(actor=AGENT, object={"id": "urn:x:inner"})), "objectType": "SubStatement"})
    hr.post([plain, member, told, around, within])
    ids = [each["id"] for each in (plain, member, told, around, within)]
    assert hr.ids(ascending=True) == ids
    assert hr.ids(agent=AGENT) == [ids[2], ids[1]]
    assert hr.ids(agent={"objectType": "Group", "mbox": "mailto:team@b.example"}) == [ids[1]]
    assert hr.ids(agent=AGENT, related_agents=True) == [ids[4], ids[3], ids[2], ids[1]]
    assert hr.ids(verb="urn:x:met") == [ids[1]]
    assert hr.ids(activity="urn:x:programme") == []
    assert hr.ids(activity="urn:x:programme", related_activities=True) == [ids[3]]
    assert hr.ids(activity="urn:x:inner", related_activities=True) == [ids[4]]
    assert hr.ids(registration=registration.upper()) == [ids[3]]
    assert hr.ids(agent=SOMEBODY, verb=SOUND["verb"]["id"], activity=SOUND["object"]["id"]) == [ids[3], ids[0]]
    assert hr.ids(agent=AGENT, activity=SOUND["object"]["id"]) == [ids[1]]


def _unnamed(statement: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in statement.items() if name != "id"}


def test_since_leaves_out_what_was_stored_then_and_until_takes_it_in() -> None:
    hr = System()
    ids = hr.post([said(), said(), said()]).json()
    stored = hr.get(statementId=ids[1]).json()["stored"]
    for filters in ({}, {"verb": SOUND["verb"]["id"]}):
        assert hr.ids(since=stored, **filters) == [ids[2]]
        assert hr.ids(until=stored, **filters) == [ids[1], ids[0]]


@pytest.mark.parametrize("ascending", [True, False])
@pytest.mark.parametrize("filters", [{}, {"verb": SOUND["verb"]["id"], "agent": SOMEBODY}])
def test_pages_follow_each_other_and_miss_nothing(ascending: bool, filters: dict[str, Any]) -> None:
    hr = System()
    ids = hr.post([said() for _ in range(7)]).json()
    answer = hr.get(limit=3, ascending=ascending, **filters)
    found: list[str] = []
    while True:
        page = answer.json()
        found += [each["id"] for each in page["statements"]]
        if not page["more"]:
            break
        hr.post(said(verb={"id": "urn:x:meanwhile"}))
        answer = hr.go(page["more"])
    wanted = ids if ascending else ids[::-1]
    assert [each for each in found if each in ids] == wanted


def test_a_voided_statement_is_given_only_as_such_whichever_came_first() -> None:
    hr = System()
    early, late = said(), said()
    voiding = [about(early["id"], VOIDED), about(late["id"], VOIDED)]
    hr.post([early, *voiding])
    hr.post(late)
    for one in (early, late):
        assert hr.get(statementId=one["id"]).status_code == 404
        assert hr.get(voidedStatementId=one["id"]).json()["id"] == one["id"]
    assert hr.ids(ascending=True) == [each["id"] for each in voiding]
    assert hr.get(voidedStatementId=voiding[0]["id"]).status_code == 404


def test_a_voiding_statement_is_not_voided() -> None:
    hr = System()
    one = said()
    voiding = about(one["id"], VOIDED)
    hr.post([one, voiding])
    hr.post(about(voiding["id"], VOIDED))
    assert hr.get(statementId=voiding["id"]).status_code == 200


def test_nobody_takes_back_what_another_said() -> None:
    hr, other = System(), System(name="Other")
    early, late = said(), said()
    hr.post(early)
    assert other.post(about(early["id"], VOIDED)).status_code == 403
    other.post(about(late["id"], VOIDED))
    hr.post(late)
    assert set(hr.ids(agent=SOMEBODY, verb=SOUND["verb"]["id"])) == {early["id"], late["id"]} | set(hr.ids(verb=VOIDED))


def test_what_speaks_of_a_statement_is_found_with_it_whichever_came_first() -> None:
    hr = System()
    one = said(verb={"id": "urn:x:rare"})
    first, second, third = about(one["id"]), about(one["id"]), said()
    third["object"] = {"objectType": "StatementRef", "id": first["id"]}
    hr.post(third)
    hr.post(first)
    hr.post(one)
    hr.post(second)
    assert set(hr.ids(verb="urn:x:rare")) == {each["id"] for each in (one, first, second, third)}


def test_a_loop_of_statements_about_each_other_ends() -> None:
    hr = System()
    one = said()
    other = about(one["id"])
    one["object"] = {"objectType": "StatementRef", "id": other["id"]}
    assert hr.post([one, other]).status_code == 200
    itself = said()
    itself["object"] = {"objectType": "StatementRef", "id": itself["id"]}
    assert hr.post(itself).status_code == 200


def test_formats_and_languages() -> None:
    hr = System()
    one = said(context={"contextActivities": {"parent": {"id": "urn:x:p", "definition": {"name": {"cy": "Rhaglen"}}}}})
    hr.post(one)
    hr.post(said(object={"id": SOUND["object"]["id"], "definition": {"description": {"cy": "Disgrifiad"}}}))
    ids = hr.get(statementId=one["id"], format="ids").json()
    assert ids["object"] == {"id": SOUND["object"]["id"]}
    assert ids["verb"] == {"id": SOUND["verb"]["id"]}
    assert ids["context"]["contextActivities"]["parent"] == [{"id": "urn:x:p"}]
    welsh = hr.get(statementId=one["id"], format="canonical", headers={"Accept-Language": "cy-GB, en;q=0.5"}).json()
    assert welsh["object"]["definition"] == {"name": {"cy": "Cwrs"}, "description": {"cy": "Disgrifiad"}}
    english = hr.get(statementId=one["id"], format="canonical", headers={"Accept-Language": "en"}).json()
    assert english["object"]["definition"]["name"] == {"en": "A course"}


def test_a_batch_costs_as_many_queries_as_a_statement_whatever_the_store_holds() -> None:
    hr = System()
    hr.post([said() for _ in range(50)])
    costs = []
    for count in (1, 20, 200):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            hr.post([said() for _ in range(count)])
        costs.append(len(queries))
    assert len(set(costs)) == 1
    reads = []
    for limit in (1, 100):
        with CaptureQueriesContext(connection) as queries:
            hr.get(limit=limit, verb=SOUND["verb"]["id"], agent=SOMEBODY)
        reads.append(len(queries))
    assert len(set(reads)) == 1


def test_a_head_is_as_a_get_without_its_content() -> None:
    hr = System()
    hr.post(said())
    whole, head = hr.get(limit=1), hr.ask("HEAD", "statements", limit=1)
    assert head.content == b""
    assert head["Content-Length"] == str(len(whole.content))


def test_statements_are_never_deleted() -> None:
    assert System().ask("DELETE", "statements").status_code == 405
    assert System().ask("PATCH", "statements").status_code == 405
