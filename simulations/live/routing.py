"""Where the sockets are. Only pages of our own hosts may open one: a browser sends the origin, and it is checked."""

from channels.routing import URLRouter
from channels.security.websocket import AllowedHostsOriginValidator
from django.urls import path

from simulations.live.consumer import conference_socket

sockets = AllowedHostsOriginValidator(URLRouter([path("conferences/<int:conference>/socket/", conference_socket)]))
