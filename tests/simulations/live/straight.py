"""Appends straight from the event loop, on PostgreSQL. Run by tests/services, where that answers.

Not named `test_…`: SQLite has no such connection, and there is nothing here to show.
"""

import asyncio
from contextlib import closing
from typing import Any

import pytest
from appended import ALL, ASKED, NOW, adding
from django.db import connection
from guests import Guest

from simulations.appending import Append, Outcome
from simulations.engine.events import Spoke
from simulations.engine.words import Words
from simulations.live.straight import Lost, Straight
from simulations.log import Typed, read
from simulations.models import Conference

ENDS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE pid <> pg_backend_pid() AND datname = current_database()
      AND query LIKE '%json_to_recordset($1)%'
"""


def added(*batches: list[Append]) -> list[Outcome]:
    """What becomes of these, one batch after another."""

    async def one_after_another() -> list[Outcome]:
        with closing(Straight()) as straight:
            return [outcome for batch in batches for outcome in await straight.append(batch)]

    return asyncio.run(one_after_another())


def test_what_becomes_of_each_is_what_becomes_of_it_in_the_thread(conference: Conference) -> None:
    both = [adding(conference, 0, "a"), adding(conference, 0, "b")]
    assert added(both, [adding(conference, 0, "c")]) == [Outcome.ADDED, Outcome.OVERTAKEN, Outcome.OVERTAKEN]
    assert read(conference.pk).events == (ASKED,)


def test_whoever_is_admitted_no_longer_adds_nothing(conference: Conference) -> None:
    gone = Append(conference.pk, 0, "x", "a", "need-a-minute", (ASKED,), claim=(conference.pk, "no session", 1))
    assert added([gone]) == [Outcome.ON_OTHER_GROUNDS]


def test_more_than_the_socket_takes_at_once_arrives_whole(conference: Conference) -> None:
    text = "Mae hi wedi colli dau gilo. " * 400_000
    spoke = Spoke(at=NOW, audience=ALL, seat="police", said=Words("u1", "cy"))
    long = Append(conference.pk, 0, "x", "a", "speak", (spoke,), (Typed("u1", text, "cy", seat="police"),))
    assert added([long]) == [Outcome.ADDED]
    assert read(conference.pk).typed["u1"].text == text


def test_what_the_database_refuses_is_lost_and_the_next_goes_its_way(conference: Conference) -> None:
    async def around() -> list[Outcome]:
        with closing(Straight()) as straight:
            with pytest.raises(Lost):
                await straight.append([Append(conference.pk, 0, "x", "a" * 5000, "need-a-minute", (ASKED,))])
            return await straight.append([adding(conference, 0, "b")])

    assert asyncio.run(around()) == [Outcome.ADDED]


def test_whoever_stops_waiting_leaves_no_answer_behind_for_the_next(conference: Conference) -> None:
    """What was cancelled on its way may be stored or not; either way the next is told what became of it itself."""

    async def around() -> tuple[list[Outcome], list[Outcome]]:
        with closing(Straight()) as straight:
            await straight.append([adding(conference, 0, "a")])
            waiting = asyncio.ensure_future(straight.append([adding(conference, 1, "b")]))
            await asyncio.sleep(0)
            waiting.cancel()
            await asyncio.gather(waiting, return_exceptions=True)
            return await straight.append([adding(conference, 0, "c")]), await straight.append([gone(conference)])

    assert asyncio.run(around()) == ([Outcome.OVERTAKEN], [Outcome.ON_OTHER_GROUNDS])


def gone(conference: Conference) -> Append:
    return Append(conference.pk, 2, "x", "d", "need-a-minute", (ASKED,), claim=(conference.pk, "no session", 1))


def test_a_connection_that_the_server_ended_costs_nobody_anything(
    seated: tuple[Guest, Guest],
) -> None:
    police, health = seated

    def moves(where: str) -> None:
        health.does("where-i-am", where=where)
        police.sees(lambda sections: _where(sections, "health-visitor") == where)

    for where in ("in-a-vehicle", "alone", "with-others"):
        moves(where)
        ended()
        moves("in-a-vehicle")  # straight, or by the thread where the connection's end was found only now
    moves("alone")
    assert ended() == 1, "and straight again"


def ended() -> int:
    """How many connections on which appends go straight there were; the server ends them."""
    with connection.cursor() as cursor:
        cursor.execute(ENDS)
        return len(cursor.fetchall())


def _where(sections: dict[str, Any], seat: str) -> object:
    return next(each["where"] for each in sections["roster"]["seats"] if each["seat"] == seat)
