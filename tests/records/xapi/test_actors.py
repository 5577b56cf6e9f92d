"""Agents and groups (2.0: 4.2.2.1; 1.0.3: Data 2.4.2)."""

import pytest
from sound import AGENT, changed, within

from records.xapi.agents import identities, identity
from records.xapi.problems import StatementProblem
from records.xapi.statements import check

ACCOUNT = {"homePage": "https://x.example", "name": "n"}
GOOD = [
    {"mbox": "mailto:a@b.example"},
    {"mbox_sha1sum": "a" * 40},
    {"openid": "https://a.example/me"},
    {"account": ACCOUNT, "name": "Somebody", "objectType": "Agent"},
    {"objectType": "Group", "member": [AGENT]},
    {"objectType": "Group", "member": []},
    {"objectType": "Group", "mbox": "mailto:a@b.example"},
    {"objectType": "Group", "account": ACCOUNT, "member": [AGENT, {"openid": "urn:x:y"}]},
]
BAD = [
    ({}, ""),
    ("somebody", ""),
    ({"name": "nobody in particular"}, ""),
    ({"objectType": "Person", **AGENT}, ".objectType"),
    ({"mbox": "a@b.example"}, ".mbox"),
    ({"mbox": "mailto:nobody"}, ".mbox"),
    ({"mbox": 3}, ".mbox"),
    ({"mbox_sha1sum": "a" * 39}, ".mbox_sha1sum"),
    ({"openid": "me"}, ".openid"),
    ({"account": {"homePage": "https://x.example"}}, ".account.name"),
    ({"account": {"name": "n"}}, ".account.homePage"),
    ({"account": {**ACCOUNT, "more": 1}}, ".account.more"),
    ({**AGENT, "openid": "urn:x:y"}, ""),
    ({**AGENT, "member": []}, ".member"),
    ({"objectType": "Group"}, ""),
    ({"objectType": "Group", "name": "Some"}, ""),
    ({"objectType": "Group", "member": AGENT}, ".member"),
    ({"objectType": "Group", "member": [{"name": "x"}]}, ".member[0]"),
    ({"objectType": "Group", "member": [{"objectType": "Group", "member": [AGENT]}]}, ".member[0].objectType"),
]


@pytest.mark.parametrize("actor", GOOD)
def test_an_actor_has_one_identifier_or_is_a_group_of_some_who_have(actor: object) -> None:
    assert check(changed("actor", actor)).verb
    assert check(within("actor", actor)).verb
    assert check(changed("object", {**actor, "objectType": actor.get("objectType", "Agent")})).verb  # type: ignore[attr-defined, dict-item]


@pytest.mark.parametrize(("actor", "where"), BAD)
def test_any_other_actor_is_refused_with_its_place(actor: object, where: str) -> None:
    for statement, place in ((changed("actor", actor), "actor"), (within("actor", actor), "object.actor")):
        with pytest.raises(StatementProblem) as problem:
            check(statement)
        assert problem.value.where == place + where


@pytest.mark.parametrize(
    "authority",
    [{"objectType": "Group", "member": [AGENT] * 3}, {"objectType": "Group", **AGENT, "member": [AGENT] * 2}],
)
def test_an_authority_is_an_agent_or_two(authority: object) -> None:
    with pytest.raises(StatementProblem) as problem:
        check(changed("authority", authority))
    assert problem.value.where == "authority"
    assert check(changed("authority", {"objectType": "Group", "member": [AGENT] * 2})).verb


def test_an_instructor_may_be_a_group_and_a_team_must_be() -> None:
    group = {"objectType": "Group", "member": [AGENT]}
    assert check(changed("context", {"instructor": group, "team": group})).verb
    with pytest.raises(StatementProblem) as problem:
        check(changed("context", {"team": AGENT}))
    assert problem.value.where == "context.team.objectType"


def test_the_same_identifier_is_the_same_agent_whatever_the_name() -> None:
    assert identity({"account": ACCOUNT, "name": "A"}) == identity({"account": ACCOUNT, "name": "B"})
    assert identity({"mbox": "mailto:a@b.example"}) != identity({"mbox": "mailto:b@b.example"})
    assert identities({"objectType": "Group", "member": [AGENT]}) == [identity(AGENT)]
