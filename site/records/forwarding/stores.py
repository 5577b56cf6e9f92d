"""Which other stores statements are sent on to: only those that whoever runs the server has named in the settings.

Nobody can enter an address on a page, so the server cannot be made to knock at doors within its own network. Pure, since the
settings are read by it.
"""

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

STORE = re.compile(r"(?P<name>[a-z0-9-]{1,40})=(?P<scheme>https?)://(?P<key>[^:@/]+):(?P<secret>[^@/]+)@(?P<place>.+)")
HERE = ("localhost", "127.0.0.1", "::1")
WANTED = "write NAME=https://KEY:SECRET@host/path for each store, with spaces between them"


class OtherStore(NamedTuple):
    """A record store somewhere else."""

    name: str
    endpoint: str
    key: str
    secret: str


def stores_of(variable: str, text: str) -> tuple[OtherStore, ...]:
    """Words such as `board=https://KEY:SECRET@lrs.example.org/xapi`; without encryption only on this very machine."""
    found = tuple(_store(variable, word) for word in text.split())
    if len({store.name for store in found}) < len(found):
        raise ImproperlyConfigured(f"{variable} gives two stores the same name.")
    return found


def _store(variable: str, word: str) -> OtherStore:
    match = STORE.fullmatch(word)
    if not match:
        raise ImproperlyConfigured(f"{variable} cannot be understood; {WANTED}.")  # not repeated: it holds secrets
    if not _is_usable(endpoint := f"{match['scheme']}://{match['place']}"):
        raise ImproperlyConfigured(f"{variable}: the address of {match['name']} is none that can be used; {WANTED}.")
    return OtherStore(match["name"], endpoint, match["key"], match["secret"])


def _is_usable(endpoint: str) -> bool:
    try:
        place = urlsplit(endpoint)
        known = bool(place.hostname) and place.port != 0 and not place.query and not place.fragment
    except ValueError:
        return False
    return known and place.username is None and (place.scheme == "https" or place.hostname in HERE)
