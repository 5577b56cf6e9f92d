"""Two servers to measure the live room against, each a process of its own: `peers.py bare PORT` and `peers.py layer PORT DATABASE`.

Both send whatever is said in a room to everybody in it, padded to the size that is asked for in the address.

    bare    the library `websockets` alone: it stores nothing and shows everybody the same. No Python server is cheaper.
    layer   Channels as its documentation has it: Daphne, a consumer, `group_send` over the in-memory layer, and one row
            written by the ORM for each thing said, on a connection that is kept open.
"""

import asyncio
import sys
from collections import defaultdict
from typing import Any
from urllib.parse import parse_qs, urlsplit


async def bare(port: int) -> None:
    """Until it is killed."""
    from websockets.asyncio.server import ServerConnection, broadcast, serve

    rooms: dict[str, set[ServerConnection]] = defaultdict(set)

    async def one(wire: ServerConnection) -> None:
        assert wire.request is not None
        room, size = _asked(wire.request.path)
        rooms[room].add(wire)
        try:
            async for text in wire:
                broadcast(rooms[room], str(text).ljust(size))
        finally:
            rooms[room].discard(wire)

    async with serve(one, "127.0.0.1", port, compression=None, max_size=None):
        await asyncio.Future()


def layer(port: int, database: str) -> None:
    """Until it is killed."""
    import dj_database_url
    from django.conf import settings

    settings.configure(
        SECRET_KEY="of a benchmark",
        DATABASES={"default": dj_database_url.parse(database, conn_max_age=600)},
        CHANNEL_LAYERS={"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}},
        INSTALLED_APPS=["channels"],
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    )
    import django

    django.setup()
    from channels.db import database_sync_to_async
    from channels.generic.websocket import AsyncWebsocketConsumer
    from daphne.server import Server
    from django.db import connection, models

    class Said(models.Model):  # noqa: DJ008 -- nobody reads it
        room = models.TextField()
        text = models.TextField()

        class Meta:
            app_label = "channels"
            db_table = "peer_said"

    with connection.schema_editor() as editor:
        editor.create_model(Said)

    class Consumer(AsyncWebsocketConsumer):
        async def connect(self) -> None:
            self.room, self.size = _asked(f"?{self.scope['query_string'].decode()}")
            await self.channel_layer.group_add(self.room, self.channel_name)
            await self.accept()

        async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
            await database_sync_to_async(Said.objects.create)(room=self.room, text=text_data)
            await self.channel_layer.group_send(self.room, {"type": "said", "text": (text_data or "").ljust(self.size)})

        async def said(self, event: dict[str, Any]) -> None:
            await self.send(text_data=event["text"])

        async def disconnect(self, code: int) -> None:
            await self.channel_layer.group_discard(self.room, self.channel_name)

    Server(
        Consumer.as_asgi(), endpoints=[f"tcp:port={port}:interface=127.0.0.1"], signal_handlers=False, verbosity=0
    ).run()


def _asked(address: str) -> tuple[str, int]:
    """The room, and the size of what is sent."""
    query = parse_qs(urlsplit(address).query)
    return f"room{query['room'][0]}", int(query["size"][0])


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        asyncio.run(bare(int(sys.argv[2])))
    else:
        layer(int(sys.argv[2]), sys.argv[3])
