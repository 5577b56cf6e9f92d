"""Where requests are answered: in a few threads that stay, and with them their connections to the database.

Under ASGI Django gives each request a thread of its own, and so a new connection, which costs more than most of what other
systems ask for. A test's requests stay in the test's thread, whose transaction they must see.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from django.core.handlers.asgi import ASGIRequest
from django.db import close_old_connections
from django.http import HttpRequest, HttpResponse

WORKERS = ThreadPoolExecutor(max_workers=4, thread_name_prefix="xapi")


def answered(request: HttpRequest, work: Callable[[], HttpResponse]) -> HttpResponse:
    return WORKERS.submit(_with_sound_connection, work).result() if isinstance(request, ASGIRequest) else work()


def _with_sound_connection(work: Callable[[], HttpResponse]) -> HttpResponse:
    """As Django looks after connections around each request: one that broke, or is old, is not used again."""
    close_old_connections()
    try:
        return work()
    finally:
        close_old_connections()
