"""By what a statement is found: the filters of a query as keys, and the keys of one statement (2.0: 4.1.6.1; 1.0.3:
Communication 2.1.3).

A key is sixteen bytes that stand for a kind of filter and its value, so that every filter is one look-up in one index.
What is looked for in a wider sense (`related_…`) has a key of its own, so that the wide search is one look-up too.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from hashlib import blake2b
from typing import Any
from uuid import UUID

from records.xapi.agents import identities
from records.xapi.contexts import KINDS


class Kind(StrEnum):
    AGENT = "agent"
    ANY_AGENT = "any agent"  # with `related_agents`
    VERB = "verb"
    ACTIVITY = "activity"
    ANY_ACTIVITY = "any activity"  # with `related_activities`
    REGISTRATION = "registration"


@lru_cache(maxsize=20_000)
def key_of(kind: Kind, value: str) -> UUID:
    return UUID(bytes=blake2b(f"{kind.value}\0{value}".encode(), digest_size=16).digest())


def keys_of(statement: Mapping[str, Any], authority: str) -> set[UUID]:
    """Every key of a sound statement; `authority` is the identity of whoever said it."""
    return {key_of(kind, value) for kind, value in _said(statement, authority)}


def _said(statement: Mapping[str, Any], authority: str) -> Iterator[tuple[Kind, str]]:
    thing, around = statement["object"], statement.get("context", {})
    yield Kind.VERB, statement["verb"]["id"]
    if "registration" in around:
        yield Kind.REGISTRATION, around["registration"].lower()
    for who in (*identities(statement["actor"]), *_identities_of_thing(thing)):
        yield Kind.AGENT, who
    if _kind(thing) == "activity":
        yield Kind.ACTIVITY, thing["id"]
    yield Kind.ANY_AGENT, authority
    yield from _related(statement)


def _related(statement: Mapping[str, Any]) -> Iterator[tuple[Kind, str]]:
    """In the wider sense: of the statement, and of the one within it."""
    thing, around = statement["object"], statement.get("context", {})
    for who in (*identities(statement["actor"]), *_identities_of_thing(thing), *_agents_around(around)):
        yield Kind.ANY_AGENT, who
    for activity in (*([thing["id"]] if _kind(thing) == "activity" else []), *_activities_around(around)):
        yield Kind.ANY_ACTIVITY, activity
    if _kind(thing) == "sub-statement":
        yield from _related(thing)


def _kind(thing: Mapping[str, Any]) -> str:
    kinds = {"Activity": "activity", "SubStatement": "sub-statement", "StatementRef": "reference"}
    return kinds.get(thing.get("objectType", "Activity"), "agent")


def _identities_of_thing(thing: Mapping[str, Any]) -> list[str]:
    return identities(thing) if _kind(thing) == "agent" else []


def _agents_around(around: Mapping[str, Any]) -> Iterator[str]:
    for name in ("instructor", "team"):
        if name in around:
            yield from identities(around[name])
    for each in around.get("contextAgents", ()):
        yield from identities(each["agent"])
    for each in around.get("contextGroups", ()):
        yield from identities(each["group"])


def _activities_around(around: Mapping[str, Any]) -> Iterator[str]:
    given = around.get("contextActivities", {})
    for kind in KINDS:
        yield from (each["id"] for each in listed(given.get(kind, ())))


def listed(value: Any) -> Iterable[Any]:
    """What may be sent as one or as a list, as a list."""
    return [value] if isinstance(value, dict) else value


def activities_in(statement: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Every activity that a sound statement speaks of."""
    thing, around = statement["object"], statement.get("context", {})
    if _kind(thing) == "activity":
        yield thing
    if _kind(thing) == "sub-statement":
        yield from activities_in(thing)
    for given in around.get("contextActivities", {}).values():
        yield from listed(given)
