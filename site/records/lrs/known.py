"""What is known of activities, agents and this store itself (2.0: 4.1.6.3, 4.1.6.4, 4.1.6.7; 1.0.3: Communication 2.4, 2.5, 2.8)."""

import json
from typing import Any

from django.http import HttpResponse

from records import finding
from records.activities import known_definitions
from records.lrs import answers
from records.lrs.asking import Asked
from records.lrs.refusing import Refused
from records.lrs.scopes import LOOK_UP, READ, may, need
from records.models import Credential
from records.xapi.agents import IDENTIFIERS, identity
from records.xapi.identifiers import iri_of
from records.xapi.queries import agent_of, statement_query
from records.xapi.versions import KNOWN

LOOKED_AT = "20"
"""The newest statements of somebody, in which names are looked for."""
EARLIER = ["1.0.2", "1.0.1", "1.0.0"]


def activity(asked: Asked, client: Credential) -> HttpResponse:
    _reads(asked)
    iri = iri_of(asked.only(required=("activityId",))["activityId"], "activityId")
    need(client, LOOK_UP)
    found: dict[str, Any] = {"objectType": "Activity", "id": iri}
    if definition := known_definitions([iri]).get(iri):
        found["definition"] = definition
    return answers.as_json(found)


def person(asked: Asked, client: Credential) -> HttpResponse:
    """Everything known under one identifier; two identifiers are never taken to be the same person."""
    _reads(asked)
    agent = agent_of("agent", asked.only(required=("agent",))["agent"])
    need(client, LOOK_UP)
    found: dict[str, Any] = {"objectType": "Person"}
    if names := _names(agent, client):
        found["name"] = names
    return answers.as_json({**found, **{name: [agent[name]] for name in IDENTIFIERS if name in agent}})


def about(asked: Asked) -> HttpResponse:
    _reads(asked)
    asked.only()
    return answers.as_json({"version": [*(version.number for version in KNOWN), *EARLIER], "extensions": {}})


def _names(agent: dict[str, Any], client: Credential) -> list[str]:
    query = statement_query({"agent": json.dumps(agent), "limit": LOOKED_AT})
    statements, _last = finding.page(query, None if may(client, READ) else client.authority)
    said = [json.loads(statement.text) for statement in statements]
    named = [each for statement in said for each in (statement["actor"], statement["object"])]
    own = identity(agent)
    known = [agent, *(each for each in named if each.get("objectType") in (None, "Agent") and identity(each) == own)]
    return list(dict.fromkeys(each["name"] for each in known if "name" in each))


def _reads(asked: Asked) -> None:
    if asked.method not in ("GET", "HEAD"):
        raise Refused(405, "this can only be read", Allow="GET, HEAD")
