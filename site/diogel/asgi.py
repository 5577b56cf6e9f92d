"""The server's entrance: pages by HTTP, live conferences by WebSocket."""

import os

from channels.routing import ProtocolTypeRouter
from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "diogel.settings")
pages = get_asgi_application()

from simulations.live.routing import beside, sockets  # noqa: E402 -- models can be imported only once Django is set up

application = ProtocolTypeRouter({"http": beside(pages), "websocket": sockets})
