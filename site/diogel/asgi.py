"""The server's entrance: pages by HTTP, live conferences by WebSocket."""

import os

from channels.routing import ProtocolTypeRouter
from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "diogel.settings")
pages = get_asgi_application()

application = ProtocolTypeRouter({"http": pages})
