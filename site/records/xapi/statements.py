"""What a statement must hold, property by property (2.0: 4.2.1, 4.2.2; 1.0.3: Data 2.4); what it leaves open is left open.

`check` takes the parsed JSON and returns the parts that we look things up by, or raises `StatementProblem` naming the
property. It does not change what was sent: the exact text is what is stored.
"""

from datetime import datetime
from functools import partial
from typing import Any, NamedTuple
from uuid import UUID

from records.xapi import agents
from records.xapi.activities import activity
from records.xapi.attachments import attachments
from records.xapi.contexts import context, fits, reference
from records.xapi.identifiers import iri_of, uuid_in_shape
from records.xapi.languages import map_of
from records.xapi.problems import StatementProblem
from records.xapi.results import result
from records.xapi.shapes import Rule, at, check_object
from records.xapi.times import minutes_of, timestamp_of
from records.xapi.versions import KNOWN, TWO, Version, check_number
from records.xapi.vocabulary import VOIDED, Extension, Mode


class Checked(NamedTuple):
    """A sound statement's parts. `home_page` and `account` are empty where the actor is no account."""

    id: UUID | None
    home_page: str
    account: str
    verb: str
    activity: str
    name: dict[str, str]
    timestamp: datetime | None
    version: str
    registration: UUID | None
    language: str
    revision: str
    minutes: int
    mode: Mode
    multi_agency: bool
    sample: bool
    target: UUID | None  # the statement that this one is about, of whose kind it then is when looked for
    voids: bool


def check(statement: object, version: Version = TWO) -> Checked:
    """The parts of one statement posted in `version`; StatementProblem says which property breaks which rule."""
    check_object(statement, "", STATEMENT[version.number], REQUIRED)
    return checked_together(statement, version)  # type: ignore[arg-type]


def checked_together(whole: dict[str, Any], version: Version) -> Checked:
    """As `check`, of a statement each of whose properties was checked by itself."""
    _together(whole, "")
    return _parts(whole, version)


def verb(value: object, where: str) -> None:
    check_object(value, where, {"id": iri_of, "display": map_of}, ("id",))


def thing(value: object, where: str, version: Version) -> None:
    """What a statement is about: an activity unless it says otherwise (2.0: 4.2.2.3; 1.0.3: Data 2.4.4)."""
    kind = value.get("objectType", "Activity") if isinstance(value, dict) else "Activity"
    rule = THINGS.get(kind) if isinstance(kind, str) else None
    if kind == "SubStatement":
        sub_statement(value, where, version)
    elif rule is None:
        raise StatementProblem(at(where, "objectType"), f"must be {', '.join(THINGS)} or SubStatement")
    else:
        rule(value, where)


def sub_statement(value: object, where: str, version: Version) -> None:
    """A statement within another, of which no id, version, authority or time of storing is known (2.0: 4.2.2.3)."""
    check_object(value, where, SUB_STATEMENT[version.number], (*REQUIRED, "objectType"))
    if isinstance(value, dict):
        if value["object"].get("objectType") == "SubStatement":
            raise StatementProblem(at(where, "object"), "must not be a SubStatement within another")
        _together(value, where)


THINGS: dict[str, Rule] = {
    "Activity": activity,
    "Agent": agents.agent,
    "Group": agents.group,
    "StatementRef": reference,
}
REQUIRED = ("actor", "verb", "object")
MODE, MULTI_AGENCY, SAMPLE = (each.value for each in (Extension.MODE, Extension.MULTI_AGENCY, Extension.SAMPLE))
MODES = {each.value: each for each in Mode}


def _is_sub_statement(value: object, where: str) -> None:
    """`thing` came here because of it."""


def _inner(version: Version) -> dict[str, Rule]:
    return {
        "actor": agents.actor,
        "verb": verb,
        "object": partial(thing, version=version),
        "result": result,
        "context": partial(context, version=version),
        "timestamp": timestamp_of,
        "attachments": attachments,
    }


def _outer(version: Version) -> dict[str, Rule]:
    number = partial(check_number, version=version)
    return {
        **_inner(version),
        "id": uuid_in_shape,
        "stored": timestamp_of,
        "authority": agents.authority,
        "version": number,
    }


STATEMENT = {version.number: _outer(version) for version in KNOWN}
SUB_STATEMENT = {version.number: {**_inner(version), "objectType": _is_sub_statement} for version in KNOWN}


def _together(whole: dict[str, Any], where: str) -> None:
    """What two properties must be to each other."""
    about = whole["object"].get("objectType", "Activity")
    if "context" in whole:
        fits(whole["context"], at(where, "context"), about)
    if whole["verb"]["id"] == VOIDED and about != "StatementRef":
        raise StatementProblem(at(where, "object"), "must be a StatementRef: it names the statement to be voided")


def _parts(whole: dict[str, Any], version: Version) -> Checked:
    about, around, outcome = whole["object"], whole.get("context", {}), whole.get("result", {})
    account = whole["actor"].get("account", {})
    extensions = around.get("extensions", {})
    kind = about.get("objectType", "Activity")
    return Checked(
        id=UUID(whole["id"]) if "id" in whole else None,
        home_page=account.get("homePage", ""),
        account=account.get("name", ""),
        verb=whole["verb"]["id"],
        activity=about["id"] if kind == "Activity" else "",
        name=about.get("definition", {}).get("name", {}) if kind == "Activity" else {},
        timestamp=timestamp_of(whole["timestamp"], "timestamp") if "timestamp" in whole else None,
        version=whole.get("version", version.unsaid),
        registration=UUID(around["registration"]) if "registration" in around else None,
        language=around.get("language", ""),
        revision=around.get("revision", ""),
        minutes=minutes_of(outcome["duration"], "result.duration") if "duration" in outcome else 0,
        mode=_mode(extensions.get(MODE)),
        multi_agency=extensions.get(MULTI_AGENCY) is True,
        sample=extensions.get(SAMPLE) is True,
        target=UUID(about["id"]) if kind == "StatementRef" else None,
        voids=whole["verb"]["id"] == VOIDED,
    )


def _mode(value: object) -> Mode:
    return MODES.get(value, Mode.OTHER) if type(value) is str else Mode.OTHER
