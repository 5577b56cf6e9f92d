"""Where the sockets are, and what else of a room is not a page."""

from typing import Any, cast

from channels.routing import URLRouter
from django.urls import path, re_path

from simulations.live.asyncapi import described
from simulations.live.consumer import conference_socket
from simulations.live.origin import of_ours_only
from simulations.live.polling import conference_polling

sockets = of_ours_only(URLRouter([path("conferences/<int:conference>/socket/", conference_socket)]))


def beside(pages: Any) -> Any:
    """The HTTP of the rooms; whatever is none of it goes to the pages."""
    return URLRouter(
        [
            path("conferences/protocol.json", cast(Any, described)),
            path("conferences/<int:conference>/polling/", conference_polling),
            re_path("", pages),
        ]
    )
