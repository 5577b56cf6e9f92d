"""By what a statement is found: the filters of a query as keys, and the keys of one statement (2.0: 4.1.6.1; 1.0.3:
Communication 2.1.3).

A key is sixteen bytes that stand for a kind of filter and its value, so that every filter is one look-up in one index.
What is found in a wider sense alone (`related_…`) has a key of another kind, so that the wide search is two look-ups.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from hashlib import blake2b
from typing import Any
from uuid import UUID

from records.xapi.agents import identities
from records.xapi.attachments import described_in


class Kind(StrEnum):
    AGENT = "agent"
    ANY_AGENT = "any agent"  # with `related_agents` also
    VERB = "verb"
    ACTIVITY = "activity"
    ANY_ACTIVITY = "any activity"  # with `related_activities` also
    REGISTRATION = "registration"
    FILE = "file"  # its sum; nobody can ask by it


PREFIXES = {kind: f"{kind.value}\0" for kind in Kind}
AGENT, ANY_AGENT, VERB, ACTIVITY, ANY_ACTIVITY, REGISTRATION, FILE = PREFIXES.values()


def key_of(kind: Kind, value: str) -> UUID:
    return _key(PREFIXES[kind] + value)


@lru_cache(maxsize=20_000)
def _key(told: str) -> UUID:
    return UUID(bytes=blake2b(told.encode(), digest_size=16).digest())


def keys_of(statement: Mapping[str, Any], authority: str) -> set[UUID]:
    """Every key of a sound statement; `authority` is the identity of whoever said it."""
    around = statement.get("context", {})
    agents, activities = _of(statement)
    more_agents, more_activities = _around(statement)
    found = [VERB + statement["verb"]["id"]]
    if "registration" in around:
        found.append(REGISTRATION + around["registration"].lower())
    found += [AGENT + each for each in agents]
    found += [ACTIVITY + each for each in activities]
    found += [ANY_AGENT + each for each in (authority, *more_agents) if each not in agents]
    found += [ANY_ACTIVITY + each for each in more_activities if each not in activities]
    found += [FILE + each["sha2"].lower() for _place, each in described_in(statement)]
    return {_key(each) for each in found}


def _of(statement: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """The agents and the activity that a statement is about in the narrow sense: who, and what."""
    agents, thing = identities(statement["actor"]), statement["object"]
    kind = thing.get("objectType", "Activity")
    if kind in ("Agent", "Group"):
        agents += identities(thing)
    return agents, [thing["id"]] if kind == "Activity" else []


def _around(statement: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Agents and activities of its context, and of the statement within it."""
    thing, around = statement["object"], statement.get("context", {})
    agents, activities = _agents_around(around), _activities_around(around)
    if thing.get("objectType") == "SubStatement":
        for inner_agents, inner_activities in (_of(thing), _around(thing)):
            agents += inner_agents
            activities += inner_activities
    return agents, activities


def _agents_around(around: Mapping[str, Any]) -> list[str]:
    given = [around[name] for name in ("instructor", "team") if name in around]
    given += [each["agent"] for each in around.get("contextAgents", ())]
    given += [each["group"] for each in around.get("contextGroups", ())]
    return [who for each in given for who in identities(each)]


def _activities_around(around: Mapping[str, Any]) -> list[str]:
    given = around.get("contextActivities", {})
    return [each["id"] for kind in given for each in listed(given[kind])]


def listed(value: Any) -> Iterable[Any]:
    """What may be sent as one or as a list, as a list."""
    return [value] if isinstance(value, dict) else value


def activities_in(statement: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Every activity that a sound statement speaks of."""
    thing, around = statement["object"], statement.get("context", {})
    kind = thing.get("objectType", "Activity")
    if kind == "Activity":
        yield thing
    if kind == "SubStatement":
        yield from activities_in(thing)
    for given in around.get("contextActivities", {}).values():
        yield from listed(given)
