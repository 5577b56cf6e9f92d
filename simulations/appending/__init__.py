"""Adding to the logs of conferences: everything that happens in one passes through `append`, whoever asks, a room for its
sockets or a page.

Heads are compared: an append that was decided on an older number than the head is overtaken, adds nothing, and whoever sent it
reads what it missed and decides again. One that names what somebody was admitted on (grounds.py) adds nothing where
that is another by now. Several go into one transaction, so that they share one flush to disk; on PostgreSQL they are
one statement, and so one way there and back.

Plain synchronous code: `live.store` runs it in a thread of its own, and what is one statement mostly without any thread.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cache

from django.db import connection, transaction

from simulations.appending.one_statement import at_once
from simulations.appending.several_statements import in_turn
from simulations.appending.what import Append, Outcome
from simulations.projecting import project, projects

__all__ = ["Append", "Outcome", "apart", "append", "is_one_statement", "with_the_overtaken"]


def append(batch: Sequence[Append]) -> list[Outcome]:
    """Add these to their logs in one transaction; what became of each. Of two to one log, the second is overtaken."""
    firsts = apart(batch)
    with _together(firsts):
        became = at_once(firsts) if _takes_one_statement() else [in_turn(each) for each in firsts]
        for each, outcome in zip(firsts, became, strict=True):
            if outcome is Outcome.ADDED:
                project(each.conference, each.events)
    return with_the_overtaken(batch, firsts, became)


def apart(batch: Sequence[Append]) -> list[Append]:
    """The first to each log, in order of conference, so that two processes never wait for each other's rows in a circle."""
    first = {each.conference: each for each in reversed(batch)}
    return [first[conference] for conference in sorted(first)]


def with_the_overtaken(batch: Sequence[Append], firsts: Sequence[Append], became: Sequence[Outcome]) -> list[Outcome]:
    """What became of each of the batch, when this became of the first to each log."""
    found = dict(zip(map(id, firsts), became, strict=True))
    return [found.get(id(each), Outcome.OVERTAKEN) for each in batch]


def is_one_statement(batch: Sequence[Append]) -> bool:
    """Whether these are one statement, and no rows to write beside it."""
    return _takes_one_statement() and not any(projects(each.events) for each in batch)


def _together(batch: Sequence[Append]) -> AbstractContextManager[object]:
    """One statement is a transaction by itself; several, or one with rows to write beside it, need one round them."""
    return nullcontext() if is_one_statement(batch) else transaction.atomic()


@cache
def _takes_one_statement() -> bool:
    """Asked once: of a task in the event loop Django would make a connection to look."""
    return connection.vendor == "postgresql"
