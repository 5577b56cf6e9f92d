"""The document resources: State, Agent Profile, Activity Profile (2.0: 4.1.6.2, 4.1.6.5, 4.1.6.6; 1.0.3: Communication 2.2, 2.3, 2.6, 2.7)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpResponse

from records import keeping
from records.keeping import Place
from records.lrs import answers
from records.lrs.asking import Asked
from records.lrs.refusing import Refused
from records.lrs.scopes import PROFILE, STATE, need
from records.models import Credential, Document
from records.xapi.agents import identity
from records.xapi.documents import check_json
from records.xapi.identifiers import iri_of, uuid_of
from records.xapi.problems import ParameterProblem
from records.xapi.queries import agent_of
from records.xapi.times import timestamp_of

LONGEST_NAME = 1000


@dataclass(frozen=True, slots=True)
class Resource:
    """`name` is the parameter of a document's own name; `owners` those that say whose it is."""

    kind: Document.Kind
    name: str
    owners: tuple[str, ...]


STATES = Resource(Document.Kind.STATE, "stateId", ("activityId", "agent"))
AGENT_PROFILES = Resource(Document.Kind.AGENT, "profileId", ("agent",))
ACTIVITY_PROFILES = Resource(Document.Kind.ACTIVITY, "profileId", ("activityId",))


def answer(asked: Asked, client: Credential, resource: Resource) -> HttpResponse:
    reads = asked.method in ("GET", "HEAD")
    place, name = _place(asked, resource)
    scopes = STATE if resource is STATES else PROFILE
    need(client, scopes["read" if reads else "write"])
    if reads:
        return _document(place) if name else answers.as_json(keeping.names(place, _since(asked)))
    if asked.method == "DELETE":
        return _delete(asked, place, resource, name)
    if not name:
        raise ParameterProblem(resource.name, "is required")
    check_json(asked.body, asked.content_type)
    write = keeping.put if asked.method == "PUT" else keeping.post
    write(place, asked.body, asked.content_type, asked.guard, asked.spoken)
    return answers.nothing()


def _delete(asked: Asked, place: Place, resource: Resource, name: str) -> HttpResponse:
    """One, or all states of an agent in an activity; profiles only one by one."""
    if name:
        keeping.delete(place, asked.guard)
    elif resource is STATES:
        keeping.delete_all(place)
    else:
        raise ParameterProblem(resource.name, "is required")
    return answers.nothing()


def _document(place: Place) -> HttpResponse:
    row = keeping.document(place)
    if row is None:
        raise Refused(404, "no document of this name is kept here")
    found = HttpResponse(bytes(row.content), content_type=row.content_type)
    found["ETag"] = f'"{row.tag}"'
    found["Last-Modified"] = keeping.http_time(row.updated)
    return found


def _place(asked: Asked, resource: Resource) -> tuple[Place, str]:
    """Whose documents, and the name of one of them where it is given."""
    optional = [resource.name, *(["registration"] if resource is STATES else [])]
    if asked.method in ("GET", "HEAD"):
        optional.append("since")
    given = asked.only(*optional, required=resource.owners)
    name = given.get(resource.name, "")
    if resource.name in given and not 0 < len(name) <= LONGEST_NAME:
        raise ParameterProblem(resource.name, f"must be of 1 to {LONGEST_NAME} characters")
    registration: UUID | None = uuid_of(given["registration"], "registration") if "registration" in given else None
    activity = iri_of(given["activityId"], "activityId") if "activityId" in given else ""
    who = identity(agent_of("agent", given["agent"])) if "agent" in given else ""
    return Place(resource.kind, activity, who, registration, name), name


def _since(asked: Asked) -> datetime | None:
    return timestamp_of(asked.parameters["since"], "since") if "since" in asked.parameters else None
