"""Adding to the logs of conferences: everything that happens in one passes through `append`, whoever asks, a room for its
sockets or a page.

Heads are compared: an append that was decided on an older number than the head is overtaken, adds nothing, and whoever sent it
reads what it missed and decides again. One that names what somebody was admitted on (grounds.py) adds nothing where
that is another by now. Several go into one transaction, so that they share one flush to disk; on PostgreSQL they are
one statement, and so one way there and back.

Plain synchronous code: `live.store` runs it in a thread of its own.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext

from django.db import connection, transaction

from simulations.appending.one_statement import at_once
from simulations.appending.several_statements import in_turn
from simulations.appending.what import Append, Outcome
from simulations.projecting import project, projects

__all__ = ["Append", "Outcome", "append"]


def append(batch: Sequence[Append]) -> list[Outcome]:
    """Add these to their logs in one transaction; what became of each. Of two to one log, the second is overtaken."""
    # In order of conference, so that two processes never wait for each other's rows in a circle.
    first = {each.conference: each for each in reversed(batch)}
    apart = [first[conference] for conference in sorted(first)]
    with _together(apart):
        became = dict(zip(map(id, apart), _added(apart), strict=True))
        for each in apart:
            if became[id(each)] is Outcome.ADDED:
                project(each.conference, each.events)
    return [became.get(id(each), Outcome.OVERTAKEN) for each in batch]


def _together(batch: Sequence[Append]) -> AbstractContextManager[object]:
    """One statement is a transaction by itself; several, or one with rows to write beside it, need one round them."""
    by_itself = _takes_one_statement() and not any(projects(each.events) for each in batch)
    return nullcontext() if by_itself else transaction.atomic()


def _added(batch: Sequence[Append]) -> list[Outcome]:
    return at_once(batch) if _takes_one_statement() else [in_turn(each) for each in batch]


def _takes_one_statement() -> bool:
    return connection.vendor == "postgresql"
