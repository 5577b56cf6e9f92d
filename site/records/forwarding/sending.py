"""One request to another store: some statements, with the files beside them, and what it answered. Redirects are not followed."""

import base64
import http.client
import secrets
import ssl
from collections.abc import Sequence
from http import HTTPStatus
from typing import NamedTuple
from urllib.parse import urlsplit

from django.conf import settings

from records.forwarding.stores import OtherStore
from records.giving import whole
from records.lrs.files import found_beside
from records.models import Statement
from records.xapi import versions
from records.xapi.multipart import written

PATIENCE = 30.0
"""Seconds for the other store to connect, and for each piece of its answer."""
LONGEST_ANSWER = 100_000
LONGEST_WAIT = 3600


class Answer(NamedTuple):
    """Status 0: there was none. `wait`: the seconds that the store asks for before it is asked again."""

    status: int
    text: str
    wait: int = 0

    @property
    def took(self) -> bool:
        return self.status in (HTTPStatus.OK, HTTPStatus.NO_CONTENT)

    @property
    def refuses(self) -> bool:
        """What was sent, and not us."""
        return self.status in (HTTPStatus.BAD_REQUEST, HTTPStatus.CONFLICT, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


def known_stores() -> dict[str, OtherStore]:
    return {store.name: store for store in settings.XAPI_FORWARD}


def send(store: OtherStore, statements: Sequence[Statement]) -> Answer:
    """All of one version."""
    content_type, body = _body(statements)
    told = base64.b64encode(f"{store.key}:{store.secret}".encode()).decode()
    headers = {
        "Authorization": f"Basic {told}",
        "Content-Type": content_type,
        versions.HEADER: versions.posted(statements[0].version).number,
    }
    connection = _connection(store)
    try:
        connection.request("POST", f"{urlsplit(store.endpoint).path.rstrip('/')}/statements", body, headers)
        with connection.getresponse() as found:
            wait = found.headers.get("Retry-After", "")
            text = found.read(LONGEST_ANSWER).decode(errors="replace")
        return Answer(found.status, text, min(int(wait), LONGEST_WAIT) if wait.isdecimal() and len(wait) < 9 else 0)
    except (OSError, http.client.HTTPException) as error:
        return Answer(0, f"{type(error).__name__}: {error}")
    finally:
        connection.close()


def _connection(store: OtherStore) -> http.client.HTTPConnection:
    place = urlsplit(store.endpoint)
    if place.scheme == "https":
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(str(place.hostname), place.port, timeout=PATIENCE, context=context)
    return http.client.HTTPConnection(str(place.hostname), place.port, timeout=PATIENCE)


def _body(statements: Sequence[Statement]) -> tuple[str, bytes]:
    text = f"[{','.join(whole(each) for each in statements)}]"
    files = found_beside(statements)
    if not files:
        return "application/json", text.encode()
    boundary = secrets.token_hex(20)
    return f"multipart/mixed; boundary={boundary}", written(boundary, text, files)
