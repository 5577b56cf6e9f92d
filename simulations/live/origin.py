"""Whether a page of our own asks: a browser names the host of the page that opens a socket or sends a request.

Whoever comes from elsewhere is turned away before anything is looked at, and the server's log says so.
"""

import logging
from typing import Any
from urllib.parse import urlparse

from channels.security.websocket import AllowedHostsOriginValidator

logger = logging.getLogger(__name__)
_hosts = AllowedHostsOriginValidator(None)
MUCH = 100
"""Characters of what somebody sent that the log repeats."""


def from_our_page(scope: dict[str, Any]) -> bool:
    """Whether its origin is one of our hosts; without one it is not."""
    origin = dict(scope["headers"]).get(b"origin", b"").decode("latin-1")
    if origin and _is_ours(origin):
        return True
    logger.warning("At %r a page of %r was turned away", scope["path"][:MUCH], origin[:MUCH])
    return False


def _is_ours(origin: str) -> bool:
    try:
        return bool(_hosts.valid_origin(urlparse(origin)))
    except ValueError:  # no address at all, such as `http://[`
        return False


def of_ours_only(application: Any) -> Any:
    """A socket's application, for pages of our own."""

    async def checked(scope: dict[str, Any], receive: Any, send: Any) -> None:
        if from_our_page(scope):
            await application(scope, receive, send)
        else:
            await receive()
            await send({"type": "websocket.close"})

    return checked
