"""Appends as one statement, where the database takes one that writes to several tables: one way there and back.

Whether each person is still admitted, and each head still where it was, is looked at in it; heads are locked in order of
conference. What stands in `asked`, `event` and `typed` comes as JSON.

Here it goes through Django; `live.straight` sends the same from the event loop.
"""

from collections.abc import Mapping, Sequence

import msgspec
from django.db import connection

from simulations.appending.what import Append, Outcome, Row, event_rows, utterance_rows
from simulations.grounds import HELD

STATEMENT = f"""
WITH asked AS (
    SELECT * FROM json_to_recordset(%s) AS asked (
        conference bigint, expected integer, head integer, by text, command_id text, answer text,
        session text, person bigint, grounds text)
), held AS ({HELD}
), admitted AS (
    SELECT asked.* FROM asked LEFT JOIN held ON held.conference = asked.conference
    WHERE asked.session IS NULL OR held.grounds = asked.grounds
), in_order AS (
    SELECT conference_id FROM simulations_conferencehead
    WHERE conference_id IN (SELECT conference FROM admitted) ORDER BY conference_id FOR UPDATE
), advanced AS (
    UPDATE simulations_conferencehead AS head SET number = admitted.head
    FROM admitted JOIN in_order ON in_order.conference_id = admitted.conference
    WHERE head.conference_id = admitted.conference AND head.number = admitted.expected
    RETURNING admitted.*
), commits AS (
    INSERT INTO simulations_commit (conference_id, by, command_id, answer, first, last, stored_at)
    SELECT conference, by, command_id, answer, expected + 1, head, CURRENT_TIMESTAMP FROM advanced
), events AS (
    INSERT INTO simulations_event (conference_id, number, type, version, at, audience, payload)
    SELECT event.* FROM json_to_recordset(%s) AS event (
        conference_id bigint, number integer, type text, version smallint, at timestamptz, audience jsonb, payload text)
    JOIN advanced ON advanced.conference = event.conference_id
), utterances AS (
    INSERT INTO simulations_utterance (
        id, conference_id, participant_id, seat, made_by, text, language, made_at, redaction_reason)
    SELECT typed.*, CURRENT_TIMESTAMP, '' FROM json_to_recordset(%s) AS typed (
        id text, conference_id bigint, participant_id bigint, seat text, made_by text, text text, language text)
    JOIN advanced ON advanced.conference = typed.conference_id
)
SELECT admitted.conference, advanced.conference FROM admitted LEFT JOIN advanced USING (conference)
"""  # noqa: S608 -- of our own words alone


def at_once(batch: Sequence[Append]) -> list[Outcome]:
    """Add these, each to another log; what became of each."""
    with connection.cursor() as cursor:
        cursor.execute(STATEMENT, parameters(batch))
        return outcomes(batch, dict(cursor.fetchall()))


def parameters(batch: Sequence[Append]) -> list[str]:
    """What stands for each `%s` of the statement, as JSON."""
    events = [row for each in batch for row in event_rows(each)]
    typed = [row for each in batch for row in utterance_rows(each)]
    return [msgspec.json.encode(rows).decode() for rows in ([_asked(each) for each in batch], events, typed)]


def outcomes(batch: Sequence[Append], found: Mapping[int, int | None]) -> list[Outcome]:
    """`found` are the statement's rows: the conferences for which somebody was admitted, with whether the head was advanced."""
    return [_outcome(each, found) for each in batch]


def _outcome(each: Append, found: Mapping[int, int | None]) -> Outcome:
    if each.conference not in found:
        return Outcome.ON_OTHER_GROUNDS
    return Outcome.OVERTAKEN if found[each.conference] is None else Outcome.ADDED


def _asked(each: Append) -> Row:
    _conference, session, person = each.claim or (None, None, None)
    return {
        "conference": each.conference,
        "expected": each.expected,
        "head": each.head,
        "by": each.by,
        "command_id": each.command_id,
        "answer": each.do,
        "session": session,
        "person": person,
        "grounds": each.grounds,
    }
