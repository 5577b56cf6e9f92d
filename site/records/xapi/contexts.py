"""Around what: the context of a statement (2.0: 4.2.2.5; 1.0.3: Data 2.4.6)."""

from collections.abc import Mapping
from typing import Any

from records.xapi import agents
from records.xapi.activities import activity, extensions
from records.xapi.identifiers import iri_of, uuid_in_shape
from records.xapi.languages import tag_of
from records.xapi.problems import StatementProblem
from records.xapi.shapes import Rule, at, check_object, list_of, one_of, text
from records.xapi.versions import Version

KINDS = ("parent", "grouping", "category", "other")


def reference(value: object, where: str) -> None:
    """A StatementRef (2.0: 4.2.2.3; 1.0.3: Data 2.4.4.3)."""
    check_object(value, where, {"objectType": one_of("StatementRef"), "id": uuid_in_shape}, ("objectType", "id"))


def activities(value: object, where: str) -> None:
    """One activity, or a list of them."""
    (list_of(activity) if type(value) is list else activity)(value, where)


def context_activities(value: object, where: str) -> None:
    check_object(value, where, dict.fromkeys(KINDS, activities))


RELEVANT = list_of(iri_of, filled=True)


def context_agent(value: object, where: str) -> None:
    rules: dict[str, Rule] = {
        "objectType": one_of("contextAgent"),
        "agent": agents.agent,
        "relevantTypes": RELEVANT,
    }
    check_object(value, where, rules, ("objectType", "agent"))


def context_group(value: object, where: str) -> None:
    rules: dict[str, Rule] = {
        "objectType": one_of("contextGroup"),
        "group": agents.group,
        "relevantTypes": RELEVANT,
    }
    check_object(value, where, rules, ("objectType", "group"))


CONTEXT: dict[str, Rule] = {
    "registration": uuid_in_shape,
    "instructor": agents.actor,
    "team": agents.group,
    "contextActivities": context_activities,
    "revision": text,
    "platform": text,
    "language": tag_of,
    "statement": reference,
    "extensions": extensions,
}
CONTEXT_WITH_AGENTS: dict[str, Rule] = {
    **CONTEXT,
    "contextAgents": list_of(context_agent),
    "contextGroups": list_of(context_group),
}


def context_rules(version: Version) -> dict[str, Rule]:
    return CONTEXT_WITH_AGENTS if version.context_agents else CONTEXT


def context(value: object, where: str, version: Version) -> None:
    check_object(value, where, context_rules(version))


def fits(value: Mapping[str, Any], where: str, about: object) -> None:
    """Whether a sound context may stand beside what the statement is about, by its objectType: only an activity has a
    revision and a platform."""
    if about != "Activity":
        for name in ("revision", "platform"):
            if name in value:
                raise StatementProblem(at(where, name), "belongs only to a statement about an activity")
