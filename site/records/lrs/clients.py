"""Who asks, and whether they may (2.0: 4.1.2; 1.0.3: Communication 4): Basic authentication by a credential's key and secret.

A secret is 256 random bits, so one round of SHA-256 keeps it as well as the slow hashes that passwords need, and a request
does not wait for one.
"""

import base64
import binascii
import hashlib
import hmac
import secrets
from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.utils import timezone

from records.lrs.refusing import Refused
from records.lrs.scopes import ALL
from records.models import Authority, Credential, Verified

NOTED_EVERY = timedelta(minutes=1)
"""How exact the last use is; finer would cost a write for each request."""
REALM = 'Basic realm="Diogel", charset="UTF-8"'


def make_credential(name: str, scopes: Iterable[str]) -> tuple[Credential, str]:
    """A new credential, and its secret, which nobody can be told again."""
    key, secret = secrets.token_hex(10), secrets.token_urlsafe(32)
    with transaction.atomic():
        by = Authority.objects.create(code=f"client-{key}", name=name, verified=Verified.OUTSIDE)
        made = Credential.objects.create(
            name=name, key=key, digest=digest_of(secret), scopes=sorted(set(scopes)), authority=by
        )
    return made, secret


def digest_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def client_of(authorization: str) -> Credential:
    """The credential that an Authorization header names; Refused where it names none that holds."""
    key, secret = _told(authorization)
    found = Credential.objects.select_related("authority").filter(key=key, revoked=None).first()
    if not hmac.compare_digest(found.digest if found else "", digest_of(secret)) or found is None:
        raise Refused(401, "a key and a secret that are known here are needed", WWW_Authenticate=REALM)
    _count(found)
    _note(found)
    return found


def _told(authorization: str) -> tuple[str, str]:
    kind, _space, told = authorization.partition(" ")
    try:
        key, colon, secret = base64.b64decode(told.strip(), validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        kind, key, colon, secret = "", "", "", ""
    if kind.lower() != "basic" or not colon or "\0" in key:
        raise Refused(401, "a key and a secret are needed, by Basic authentication", WWW_Authenticate=REALM)
    return key[:100], secret


def _count(client: Credential) -> None:
    """So many requests a minute; none are counted of a client that may do everything."""
    if ALL in client.scopes:
        return
    place = f"xapi:{client.key}:{timezone.now():%H%M}"
    cache.add(place, 0, timeout=120)
    if cache.incr(place) > settings.XAPI_RATE:
        wanted = f"at most {settings.XAPI_RATE} requests a minute are taken from one client"
        raise Refused(429, wanted, Retry_After="60")


def _note(client: Credential) -> None:
    now = timezone.now()
    if client.used is None or now - client.used > NOTED_EVERY:
        Credential.objects.filter(pk=client.pk).update(used=now)
