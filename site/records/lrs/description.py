"""The record store described for programs, in OpenAPI: at `/xapi/openapi.json`, for everybody who is to write a client.

What the rules know is read from them: parameters, scopes, methods' guards. A test holds the addresses against those that
are answered, and asks the store whatever this description allows and forbids.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from records.lrs.documents import LONGEST_NAME
from records.lrs.schemas import SCHEMAS, Schema, known, listed, of
from records.lrs.scopes import LOOK_UP, PROFILE, READ_MINE, STATE, WRITE, Scope
from records.xapi import versions
from records.xapi.converting import Format
from records.xapi.queries import LONGEST, PARAMETERS
from records.xapi.reading import MOST

Described = dict[str, Any]
NAME: Described = {"schema": {"type": "string", "minLength": 1, "maxLength": LONGEST_NAME}}
KINDS: dict[str, Described] = {
    "agent": {"content": {"application/json": {"schema": known("Actor")}}},
    "iri": {"schema": known("IRI")},
    "uuid": {"schema": known("UUID")},
    "time": {"schema": known("Time")},
    "truth": {"schema": {"enum": ["true", "false"]}},
    "name": NAME,
    "limit": {"schema": {"type": "integer", "minimum": 0, "maximum": 999_999_999}},
    "format": {"schema": {"enum": list(Format)}},
    "place": {"schema": {"type": "string", "maxLength": LONGEST}},
}
PARAMETER_KINDS = {
    "agent": "agent",
    "verb": "iri",
    "activity": "iri",
    "activityId": "iri",
    "statementId": "uuid",
    "voidedStatementId": "uuid",
    "registration": "uuid",
    "since": "time",
    "until": "time",
    "related_activities": "truth",
    "related_agents": "truth",
    "attachments": "truth",
    "ascending": "truth",
    "stateId": "name",
    "profileId": "name",
    "limit": "limit",
    "format": "format",
    "after": "place",
}
"""What each parameter of a query must be, of `KINDS`."""
JSON_PROBLEM: Described = {"application/json": {"schema": known("Problem")}}
WRONG: dict[str, Described] = {
    "400": {"description": "Something in the request breaks a rule; the answer says what, and where.", "content": JSON_PROBLEM},
    "401": {"description": "No key and secret that are known here.", "content": JSON_PROBLEM},
    "403": {"description": "The credential does not allow this.", "content": JSON_PROBLEM},
    "404": {"description": "Nothing is kept under this.", "content": JSON_PROBLEM},
    "409": {"description": "It contradicts what is stored.", "content": JSON_PROBLEM},
    "412": {"description": "What is stored is not what the request expects to meet.", "content": JSON_PROBLEM},
    "413": {"description": "More bytes than are taken in one request.", "content": JSON_PROBLEM},
    "429": {"description": "Too many requests within a minute; Retry-After says when to go on.", "content": JSON_PROBLEM},
}  # fmt: skip
DONE: dict[str, Described] = {"204": {"description": "Done."}}
VERSION: Described = {
    "name": versions.HEADER,
    "in": "header",
    "required": True,
    "schema": {"type": "string", "pattern": "^(1|2)\\.0(\\.[0-9]+)?$"},
}
GUARDS: list[Described] = [
    {"name": name, "in": "header", "description": what, "schema": {"type": "string"}}
    for name, what in {
        "If-Match": "The ETag of the document that is to be met.",
        "If-None-Match": "* where none is to be met yet.",
    }.items()
]


def asks(names: Iterable[str], required: Iterable[str] = ()) -> list[Described]:
    """Parameters of a query."""
    needed = tuple(required)
    everything = [*needed, *(name for name in names if name not in needed)]
    return [
        {"name": name, "in": "query", "required": name in needed, **KINDS[PARAMETER_KINDS[name]]} for name in everything
    ]


def gives(schema: Schema, media_type: str = "application/json", **headers: str) -> dict[str, Described]:
    told = {
        name.replace("_", "-"): {"description": what, "schema": {"type": "string"}} for name, what in headers.items()
    }
    return {"200": {"description": "Found.", "content": {media_type: {"schema": schema}}, "headers": told}}


def takes(**kinds: Schema) -> Described:
    """A body, by its media type."""
    return {"required": True, "content": {name: {"schema": schema} for name, schema in kinds.items()}}


def operation(
    summary: str,
    parameters: list[Described],
    answers: dict[str, Described],
    scopes: tuple[Scope, ...],
    *wrong: str,
    **more: Described,
) -> Described:
    """One method at one address; `wrong` are the refusals that not every method has."""
    refusals = {status: WRONG[status] for status in sorted({"400", "401", "403", "413", "429", *wrong})}
    needs = f"Needs a credential with one of: {', '.join(scopes)}."
    return {
        "summary": summary,
        "description": needs,
        "parameters": [VERSION, *parameters],
        "responses": {**answers, **refusals},
        **more,
    }


def documents(name: str, owners: tuple[str, ...], scopes: dict[str, tuple[Scope, ...]], *more: str) -> Described:
    """A document resource: `name` is the parameter of a document's own name, `owners` say whose it is."""
    one, read, write = asks(more, (*owners, name)), scopes["read"], scopes["write"]
    anything = takes(**{"application/json": {}, "application/octet-stream": {"type": "string", "format": "binary"}})
    found = {"200": {"description": "A document, or a list of the names of all.", "content": {"*/*": {"schema": {}}}}}
    every = owners if name == "stateId" else (*owners, name)
    return {
        "get": operation(
            "A document, or the names of all there are", asks((name, *more, "since"), owners), found, read, "404"
        ),
        "put": operation("Keep a document", [*one, *GUARDS], DONE, write, "409", "412", requestBody=anything),
        "post": operation("Merge into a document", [*one, *GUARDS], DONE, write, "409", "412", requestBody=anything),
        "delete": operation("Forget a document", [*asks((name, *more), every), *GUARDS], DONE, write, "412"),
    }


def statements() -> Described:
    one, result = known("Statement"), of(("statements", "more"), statements=listed({}), more={"type": "string"})
    whole = {"anyOf": [result, {"type": "object"}]}
    body = takes(**{"application/json": {"anyOf": [one, listed(one, maxItems=MOST)]}})
    found = gives(whole, X_Experience_API_Consistent_Through="All that was stored until then is found.")
    found["200"]["content"]["multipart/mixed"] = {"schema": {"type": "string", "format": "binary"}}
    stored = {
        "200": {"description": "Stored: their ids.", "content": {"application/json": {"schema": listed(known("UUID"))}}}
    }
    return {
        "get": operation("Statements that fit, the newest first; or one", asks(PARAMETERS), found, READ_MINE, "404"),
        "post": operation("Store one statement, or a batch", [], stored, WRITE, "409", requestBody=body),
        "put": operation(
            "Store a statement under an id", asks((), ("statementId",)), DONE, WRITE, "409",
            requestBody=takes(**{"application/json": one}),
        ),
    }  # fmt: skip


def about() -> Described:
    told = of(("version", "extensions"), version=listed({"type": "string"}), extensions={"type": "object"})
    refused = {"400": WRONG["400"], "413": WRONG["413"]}
    return {"get": {"summary": "Which versions are spoken", "security": [], "responses": {**gives(told), **refused}}}


def looked_up(summary: str, name: str, told: Schema) -> Described:
    return {"get": operation(summary, asks((), (name,)), gives(told), LOOK_UP)}


@lru_cache(maxsize=1)
def described() -> Described:
    """The whole description."""
    person = of(("objectType",), objectType={"const": "Person"}, **dict.fromkeys(
        ("name", "mbox", "mbox_sha1sum", "openid", "account"), listed({})))  # fmt: skip
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Diogel's record store",
            "version": versions.TWO.number,
            "description": "xAPI 1.0.3 and 2.0. Files beside statements (multipart/mixed) and 1.0.3's requests within "
            "forms are taken as the specification has them, and not described here.",
        },
        "servers": [{"url": "/xapi"}],
        "security": [{"basic": []}],
        "paths": {
            "/statements": statements(),
            "/activities/state": documents("stateId", ("activityId", "agent"), STATE, "registration"),
            "/activities/profile": documents("profileId", ("activityId",), PROFILE),
            "/agents/profile": documents("profileId", ("agent",), PROFILE),
            "/activities": looked_up("What is known of an activity", "activityId", known("Activity")),
            "/agents": looked_up("What is known of somebody", "agent", person),
            "/about": about(),
        },
        "components": {"schemas": SCHEMAS, "securitySchemes": {"basic": {"type": "http", "scheme": "basic"}}},
    }


@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    return JsonResponse(described())
