"""What a statement must hold (4.2.1), checked property by property; what it leaves open is left open.

`check` takes the parsed JSON and returns its parts typed, or raises `StatementProblem` naming the property. It does not
change what was sent: the exact text is what is stored.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from records.xapi.identifiers import iri_of, uuid_of
from records.xapi.languages import map_of, tag_of
from records.xapi.problems import StatementProblem
from records.xapi.times import minutes_of, timestamp_of
from records.xapi.vocabulary import Extension, Mode

PROPERTIES = frozenset(
    ["id", "actor", "verb", "object", "result", "context", "timestamp", "stored", "authority", "version", "attachments"]
)
IDENTIFIERS = ("mbox", "mbox_sha1sum", "openid", "account")


@dataclass(frozen=True, slots=True)
class Checked:
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


def check(statement: object) -> Checked:
    """The parts of one statement; StatementProblem says which property breaks which rule."""
    whole = _object(statement, "")
    for key, value in whole.items():
        if key not in PROPERTIES:
            raise StatementProblem(key, "is no property of a statement")
        if value is None:
            raise StatementProblem(key, "must not be null")
    context = _object(whole.get("context", {}), "context")
    extensions = _object(context.get("extensions", {}), "context.extensions")
    result = _object(whole.get("result", {}), "result")
    home_page, account = _actor(whole.get("actor"))
    activity, name = _activity(whole.get("object"))
    return Checked(
        id=uuid_of(whole["id"], "id") if "id" in whole else None,
        home_page=home_page,
        account=account,
        verb=_verb(whole.get("verb")),
        activity=activity,
        name=name,
        timestamp=timestamp_of(whole["timestamp"], "timestamp") if "timestamp" in whole else None,
        version=_version(whole.get("version", "2.0.0")),
        registration=uuid_of(context["registration"], "context.registration") if "registration" in context else None,
        language=tag_of(context["language"], "context.language") if "language" in context else "",
        revision=_text(context.get("revision", ""), "context.revision"),
        minutes=minutes_of(result["duration"], "result.duration") if "duration" in result else 0,
        mode=_mode(extensions.get(Extension.MODE.value, Mode.OTHER.value)),
        multi_agency=extensions.get(Extension.MULTI_AGENCY.value) is True,
        sample=extensions.get(Extension.SAMPLE.value) is True,
    )


def _object(value: object, where: str) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise StatementProblem(where, "must be an object")
    return value


def _text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise StatementProblem(where, "must be text")
    return value


def _actor(value: object) -> tuple[str, str]:
    """Exactly one identifier (4.2.1, Inverse Functional Identifier); an account's two parts, or two empty ones."""
    actor = _object(value, "actor")
    given = [name for name in IDENTIFIERS if name in actor]
    if len(given) != 1:
        raise StatementProblem("actor", "must have exactly one of mbox, mbox_sha1sum, openid, account")
    if given != ["account"]:
        _text(actor[given[0]], f"actor.{given[0]}")
        return "", ""
    account = _object(actor["account"], "actor.account")
    home_page = iri_of(account.get("homePage"), "actor.account.homePage")
    return home_page, _text(account.get("name"), "actor.account.name")


def _verb(value: object) -> str:
    verb = _object(value, "verb")
    if "display" in verb:
        map_of(verb["display"], "verb.display")
    return iri_of(verb.get("id"), "verb.id")


def _activity(value: object) -> tuple[str, dict[str, str]]:
    """The activity's IRI and name; for an agent, a statement or a sub-statement as object, two empty values."""
    thing = _object(value, "object")
    if thing.get("objectType", "Activity") != "Activity":
        return "", {}
    definition = _object(thing.get("definition", {}), "object.definition")
    if "type" in definition:
        iri_of(definition["type"], "object.definition.type")
    name = map_of(definition["name"], "object.definition.name") if "name" in definition else {}
    return iri_of(thing.get("id"), "object.id"), name


def _version(value: object) -> str:
    version = _text(value, "version")
    if not version.startswith(("1.0.", "2.0.")):
        raise StatementProblem("version", "must be 1.0.x or 2.0.x")
    return version


def _mode(value: object) -> Mode:
    try:
        return Mode(_text(value, f"context.extensions.{Extension.MODE}"))
    except ValueError:
        return Mode.OTHER
