"""Whether two statements say the same (2.0: 4.2.3, 4.2.6; 1.0.3: Data 2.3.1, 2.6), which their texts alone do not tell.

Left out of the comparison is what a store sets or may change; members of a group have no order; durations and times count
to the hundredth and the millisecond.
"""

import re
from datetime import UTC, datetime
from typing import Any

from records.xapi.mentions import listed

SET_BY_THE_STORE = {"id", "authority", "stored", "version", "attachments"}
FINER = re.compile(r"(\.\d\d)\d+S$")


def same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether `other`, of the same id, adds nothing to `one` and takes nothing from it."""
    if "timestamp" not in one or "timestamp" not in other:  # then the store set it
        one, other = ({k: v for k, v in each.items() if k != "timestamp"} for each in (one, other))
    return _plain(one) == _plain(other)


def _plain(statement: dict[str, Any]) -> dict[str, Any]:
    found = {name: value for name, value in statement.items() if name not in SET_BY_THE_STORE}
    found["verb"] = {"id": statement["verb"]["id"]}
    found["actor"] = _thing(statement["actor"])
    found["object"] = _thing(statement["object"])
    if "timestamp" in found:
        found["timestamp"] = _moment(found["timestamp"])
    if "duration" in found.get("result", {}):
        found["result"] = {**found["result"], "duration": FINER.sub(r"\1S", found["result"]["duration"])}
    if "context" in found:
        found["context"] = _context(found["context"])
    return found


def _thing(thing: dict[str, Any]) -> dict[str, Any]:
    kind = thing.get("objectType", "Agent" if "id" not in thing and "verb" not in thing else "Activity")
    if kind == "SubStatement":
        return _plain(thing)
    if kind in ("Activity", "StatementRef"):
        return {"objectType": kind, "id": thing["id"]}
    named = {**thing, "objectType": kind}
    if "member" in thing:
        named["member"] = sorted(
            (_thing(each) for each in thing["member"]), key=lambda each: repr(sorted(each.items()))
        )
    return named


def _context(context: dict[str, Any]) -> dict[str, Any]:
    found = {**context}
    for name in {"instructor", "team"} & found.keys():
        found[name] = _thing(found[name])
    if "registration" in found:
        found["registration"] = found["registration"].lower()
    if "contextActivities" in found:
        given = found["contextActivities"]
        found["contextActivities"] = {kind: sorted(each["id"] for each in listed(given[kind])) for kind in given}
    return found


def _moment(said: str) -> str:
    when = datetime.fromisoformat(said.upper().replace(" ", "T")).astimezone(UTC)
    return when.isoformat(timespec="milliseconds")
