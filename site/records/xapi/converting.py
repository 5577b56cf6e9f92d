"""A stored statement as it is given out: in the asker's version, and in the format asked for.

`CONVERSIONS` is the one table of what is changed on reading; what changes nothing leaves the text as it was sent.
Formats (2.0: 4.1.6.1; 1.0.3: Communication 2.1.3): `exact` as sent; `ids` with identifiers alone; `canonical` with the
store's own definitions, in one language.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from records.xapi.activities import LISTS
from records.xapi.agents import IDENTIFIERS
from records.xapi.contexts import KINDS
from records.xapi.languages import one_language
from records.xapi.mentions import activities_in
from records.xapi.versions import Version

Change = Callable[[dict[str, Any], Version, Version], bool]
"""Changes a statement, or the one within it, and says whether it did."""


class Format(StrEnum):
    EXACT = "exact"
    IDS = "ids"
    CANONICAL = "canonical"


def lists_activities(statement: dict[str, Any], was: Version, to: Version) -> bool:
    """Context activities are always given out as lists (2.0: 4.2.2.5; 1.0.3: Data 2.4.6.2)."""
    given = statement.get("context", {}).get("contextActivities", {})
    alone = {kind: [given[kind]] for kind in KINDS if isinstance(given.get(kind), dict)}
    given.update(alone)
    return bool(alone)


def leaves_context_agents_out(statement: dict[str, Any], was: Version, to: Version) -> bool:
    """1.0.3 has no contextAgents nor contextGroups, and refuses what it does not know."""
    if not was.context_agents or to.context_agents:
        return False
    around = statement.get("context", {})
    given = {"contextAgents", "contextGroups"} & around.keys()
    for name in given:
        del around[name]
    return bool(given)


def tells_utc(statement: dict[str, Any], was: Version, to: Version) -> bool:
    """2.0 gives times out in UTC (2.0: 4.2.7)."""
    said = statement.get("timestamp", "Z")
    if not to.utc or said.endswith("Z"):
        return False
    statement["timestamp"] = utc(datetime.fromisoformat(said.upper().replace(" ", "T")))
    return True


def says_its_version(statement: dict[str, Any], was: Version, to: Version) -> bool:
    """A reader of 1.0.3 refuses 2.0.0; what was posted in 1.0 stays so in 2.0, whose readers know it (2.0: 4.2.4.3)."""
    if not was.context_agents or to.context_agents or "version" not in statement:
        return False
    statement["version"] = to.number
    return True


CONVERSIONS: tuple[Change, ...] = (lists_activities, leaves_context_agents_out, tells_utc, says_its_version)


def utc(when: datetime) -> str:
    """As it stands in what we give out."""
    return when.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def converted(text: str, was: Version, to: Version) -> str:
    """A statement posted in `was` for a reader of `to`; the same text where nothing has to be changed."""
    statement = json.loads(text)
    parts = (statement, statement["object"])
    changed = [change(part, was, to) for part in parts for change in CONVERSIONS]
    return json.dumps(statement, ensure_ascii=False) if any(changed) else text


def as_ids(text: str) -> str:
    """Identifiers alone: no names, displays or definitions; members only of a group that has no identifier."""
    statement = json.loads(text)
    _only_ids(statement)
    if statement["object"].get("objectType") == "SubStatement":
        _only_ids(statement["object"])
    return json.dumps(statement, ensure_ascii=False)


def canonical(text: str, definitions: Mapping[str, Mapping[str, Any]], languages: Sequence[str]) -> str:
    """With the store's definitions of its activities, and every language map in the one language that suits best."""
    statement = json.loads(text)
    for activity in activities_in(statement):
        if known := definitions.get(activity["id"]):
            activity["definition"] = in_one_language(known, languages)
    for part in (statement, statement["object"]):
        if "display" in part.get("verb", {}):
            part["verb"]["display"] = one_language(part["verb"]["display"], languages)
        for attachment in part.get("attachments", ()):
            for name in {"display", "description"} & attachment.keys():
                attachment[name] = one_language(attachment[name], languages)
    return json.dumps(statement, ensure_ascii=False)


def in_one_language(definition: Mapping[str, Any], languages: Sequence[str]) -> dict[str, Any]:
    found = {**definition}
    for name in {"name", "description"} & found.keys():
        found[name] = one_language(found[name], languages)
    for name in set(LISTS) & found.keys():
        found[name] = [in_one_language(component, languages) for component in found[name]]
    return found


def _only_ids(part: dict[str, Any]) -> None:
    for name in ("actor", "authority", "object"):
        if name in part:
            part[name] = _id_of(part[name])
    part["verb"] = {"id": part["verb"]["id"]}
    context = part.get("context", {})
    for name in {"instructor", "team"} & context.keys():
        context[name] = _id_of(context[name])
    for name, given in context.get("contextActivities", {}).items():
        context["contextActivities"][name] = [_id_of(each) for each in given]
    for name, who in (("contextAgents", "agent"), ("contextGroups", "group")):
        for each in context.get(name, ()):
            each[who] = _id_of(each[who])


def _id_of(thing: dict[str, Any]) -> dict[str, Any]:
    kind = thing.get("objectType", "")
    if kind == "SubStatement":
        return thing
    if kind in ("", "Activity") and "id" in thing:
        return {"id": thing["id"]}
    kept = {name: thing[name] for name in ("objectType", "id", *IDENTIFIERS) if name in thing}
    if kind == "Group" and not kept.keys() & set(IDENTIFIERS):
        kept["member"] = [_id_of(each) for each in thing.get("member", ())]
    return kept
