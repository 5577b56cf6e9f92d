"""What a reader asks for: the parameters of a GET of statements, checked (2.0: 4.1.6.1; 1.0.3: Communication 2.1.3)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from records.xapi import agents
from records.xapi.converting import Format
from records.xapi.identifiers import iri_of, uuid_of
from records.xapi.mentions import Kind, key_of
from records.xapi.problems import ParameterProblem
from records.xapi.reading import value_of
from records.xapi.times import timestamp_of

MOST = 500
"""Statements in one answer, unless fewer are asked for."""
LONGEST = 10_000
"""Characters of one parameter."""


@dataclass(frozen=True, slots=True)
class Query:
    """Of each of `keys` one must hold of a statement. `after` is where a page goes on: the last one's time of storing and id."""

    one: UUID | None
    voided: bool
    keys: tuple[tuple[UUID, ...], ...]
    since: datetime | None
    until: datetime | None
    limit: int
    ascending: bool
    format: Format
    attachments: bool
    after: tuple[datetime, UUID] | None


def statement_query(given: Mapping[str, str]) -> Query:
    """What the parameters ask for; ParameterProblem names the one that is wrong."""
    known = {name: PARAMETERS[name](name, value) for name, value in given.items() if _known(name, value)}
    one, voided = known.get("statementId"), known.get("voidedStatementId")
    if one and voided:
        raise ParameterProblem("voidedStatementId", "must not be asked for together with statementId")
    if (one or voided) and (beside := given.keys() - {"statementId", "voidedStatementId", "attachments", "format"}):
        raise ParameterProblem(min(beside), "must not be asked for beside one statement's id")
    return Query(
        one=one or voided,
        voided=bool(voided),
        keys=_keys(known),
        since=known.get("since"),
        until=known.get("until"),
        limit=min(known.get("limit") or MOST, MOST),
        ascending=known.get("ascending", False),
        format=known.get("format", Format.EXACT),
        attachments=known.get("attachments", False),
        after=known.get("after"),
    )


def _known(name: str, value: str) -> bool:
    if name not in PARAMETERS:
        raise ParameterProblem(name[:100], f"is not known; known are {', '.join(PARAMETERS)}")
    if len(value) > LONGEST:
        raise ParameterProblem(name, f"must be at most {LONGEST} characters long")
    return True


def _keys(known: Mapping[str, Any]) -> tuple[tuple[UUID, ...], ...]:
    """The rarest kind first, as far as kinds tell; of each filter what it finds in the narrow sense, and in the wide one."""
    who = (Kind.AGENT, Kind.ANY_AGENT) if known.get("related_agents") else (Kind.AGENT,)
    what = (Kind.ACTIVITY, Kind.ANY_ACTIVITY) if known.get("related_activities") else (Kind.ACTIVITY,)
    asked = [
        ((Kind.REGISTRATION,), str(known["registration"]) if "registration" in known else None),
        (who, agents.identity(known["agent"]) if "agent" in known else None),
        (what, known.get("activity")),
        ((Kind.VERB,), known.get("verb")),
    ]
    return tuple(tuple(key_of(kind, value) for kind in kinds) for kinds, value in asked if value is not None)


def agent_of(name: str, value: str) -> dict[str, Any]:
    """An agent or an identified group, written in JSON."""
    try:
        given = value_of(value)
    except ValueError:
        raise ParameterProblem(name, "must be an agent in JSON") from None
    agents.actor(given, name)
    if not agents.identity(given):
        raise ParameterProblem(name, f"must have one of {', '.join(agents.IDENTIFIERS)}")
    return dict(given)


def boolean_of(name: str, value: str) -> bool:
    if value not in ("true", "false"):
        raise ParameterProblem(name, "must be true or false")
    return value == "true"


def limit_of(name: str, value: str) -> int:
    if not (value.isascii() and value.isdigit()) or len(value) > 9:
        raise ParameterProblem(name, "must be a whole number, 0 for as many as one answer holds")
    return int(value)


def format_of(name: str, value: str) -> Format:
    if value not in set(Format):
        raise ParameterProblem(name, f"must be {', '.join(Format)}")
    return Format(value)


def place_of(name: str, value: str) -> tuple[datetime, UUID]:
    stored, _underline, last = value.partition("_")
    return timestamp_of(stored, name), uuid_of(last, name)


PARAMETERS: dict[str, Callable[[str, str], Any]] = {
    "statementId": lambda name, value: uuid_of(value, name),
    "voidedStatementId": lambda name, value: uuid_of(value, name),
    "agent": agent_of,
    "verb": lambda name, value: iri_of(value, name),
    "activity": lambda name, value: iri_of(value, name),
    "registration": lambda name, value: uuid_of(value, name),
    "related_activities": boolean_of,
    "related_agents": boolean_of,
    "since": lambda name, value: timestamp_of(value, name),
    "until": lambda name, value: timestamp_of(value, name),
    "limit": limit_of,
    "format": format_of,
    "attachments": boolean_of,
    "ascending": boolean_of,
    "after": place_of,  # ours: it stands in the link to the next page
}
