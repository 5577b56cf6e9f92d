"""`diogel serve`: pages and live conferences on one address, by Daphne."""

import errno
import gc
import socket
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Serve pages and live conferences. With --with-work this process also does what `diogel work` does."
    requires_system_checks = []  # seconds at every start; `diogel check` does it, and tests do

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: 127.0.0.1)")
        parser.add_argument("--port", type=int, default=8000, help="the port to listen on (default: 8000)")
        parser.add_argument("--with-work", action="store_true", help="do what `diogel work` does here too")

    def handle(self, *, host: str, port: int, with_work: bool, **options: Any) -> None:
        check_free(host, port)
        # Imported late: Daphne installs its event loop as it is imported.
        from diogel.asgi import application
        from diogel.working import work
        from simulations.live.server import Server

        server = Server(
            application,
            host=host,
            port=port,
            ready=lambda: self.stdout.write(f"Diogel serves on http://{host}:{port}/ (Ctrl+C stops it)"),
            alongside=(work,) if with_work else (),
        )
        settle()
        server.run()
        if server.failure:
            raise CommandError(server.failure)


def settle() -> None:
    """What is loaded by now stays until the end: else Python looks through all of it, again and again, for something to
    free. A batch of statements took half as long again.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def check_free(host: str, port: int) -> None:
    """CommandError, saying what to do, if nothing can listen there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind((host.strip("[]"), port))
    except OverflowError:
        raise CommandError(f"There is no port {port}; choose one from 1 to 65535.") from None
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            message = f"Port {port} is taken by another program. Stop that one, or choose another: --port {port + 1}"
        else:
            message = f"Can't listen on {host}:{port}: {error.strerror}. Choose another with --host and --port."
        raise CommandError(message) from None
