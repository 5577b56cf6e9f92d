"""Documents of other systems, kept: read, written whole, merged, deleted, each only by who has seen what is stored."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.http import http_date

from records.models import Document
from records.xapi.documents import Guard, merged, needs_guard, tag_of
from records.xapi.mentions import Kind, key_of
from records.xapi.problems import Conflict, StatementProblem
from records.xapi.versions import Version


class Unmet(StatementProblem):
    """What is stored is not what the request expects to meet."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document is kept: of what kind, of which activity and agent, in which registration, by which name."""

    kind: Document.Kind
    activity: str
    agent: str
    registration: UUID | None
    name: str

    @property
    def scope(self) -> UUID:
        return key_of(Kind.ANY_ACTIVITY, f"{self.kind.value}\0{self.activity}\0{self.agent}")

    @property
    def key(self) -> UUID:
        return key_of(Kind.ANY_ACTIVITY, f"{self.scope}\0{self.registration or ''}\0{self.name}")


def document(place: Place) -> Document | None:
    return Document.objects.filter(pk=place.key).first()


def names(place: Place, since: datetime | None) -> list[str]:
    """Of all documents there; of those changed after `since`."""
    found = _there(place)
    found = found.filter(updated__gt=since) if since else found
    return list(found.order_by("updated").values_list("name", flat=True))


def put(place: Place, content: bytes, content_type: str, guard: Guard, version: Version) -> None:
    """In the place of what is stored."""
    with transaction.atomic():
        row = _met(place, guard)
        if row and not guard.given and needs_guard(version, state=place.kind is Document.Kind.STATE):
            raise Conflict(
                "If-Match", "is required to write over a document: read it, and send the ETag that came with it"
            )
        if not row and not guard.given and version.asks_profile_tags and place.kind is not Document.Kind.STATE:
            raise StatementProblem("If-None-Match", "or If-Match is required, to say which document is expected")
        _write(place, row, content, content_type)


def post(place: Place, content: bytes, content_type: str, guard: Guard, version: Version) -> None:
    """Merged with what is stored."""
    with transaction.atomic():
        row = _met(place, guard)
        both = merged(bytes(row.content), row.content_type, content, content_type) if row else content
        _write(place, row, both, content_type)


def delete(place: Place, guard: Guard) -> None:
    with transaction.atomic():
        if row := _met(place, guard):
            row.delete()


def delete_all(place: Place) -> None:
    _there(place).delete()


def http_time(when: datetime) -> str:
    return http_date(when.timestamp())


def _there(place: Place) -> QuerySet[Document]:
    """All of the same activity and agent; of one registration only where one is named."""
    found = Document.objects.filter(scope=place.scope)
    return found.filter(registration=place.registration) if place.registration else found


def _met(place: Place, guard: Guard) -> Document | None:
    """What is stored there, locked; Unmet if the request expects something else."""
    row = Document.objects.select_for_update().filter(pk=place.key).first()
    if guard.given and not guard.holds(row.tag if row else ""):
        raise Unmet("If-Match" if guard.if_match else "If-None-Match", "does not hold of the document that is stored")
    return row


def _write(place: Place, row: Document | None, content: bytes, content_type: str) -> None:
    new = row or Document(
        place=place.key,
        kind=place.kind.value,
        scope=place.scope,
        registration=place.registration,
        agent=key_of(Kind.AGENT, place.agent) if place.agent else None,
        name=place.name,
    )
    new.content, new.content_type = content, content_type[:200] or "application/octet-stream"
    new.tag, new.updated = tag_of(content), timezone.now()
    try:
        with transaction.atomic():
            new.save(force_insert=row is None)
    except IntegrityError:
        raise Conflict("", "somebody else wrote this document at the same moment; read it and try again") from None
