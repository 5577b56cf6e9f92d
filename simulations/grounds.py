"""What it rests on that somebody is in a conference's room, read for many at once in one query.

While it is the very same as when they were admitted, they still are (live/membership.py works that out). The same words of
SQL are part of the statement that stores what somebody asked for (appending.py), so that nothing is stored of anybody
who may no longer be there.
"""

from collections.abc import Sequence

from django.db import connection

Claim = tuple[int, str, int]
"""The keys of a conference, a session and a person: that whoever has this session is this person, and belongs here."""
Grounds = str
"""What a claim rests on, as it is read: to be compared, and nothing else."""

HELD = """
SELECT asked.conference, asked.session, asked.person, held.session_data || ' ' || who.password || ' '
    || CASE WHEN who.is_active THEN 'active' ELSE 'not' END || ' '
    || CASE WHEN conference.facilitator_id = who.id OR EXISTS (
        SELECT 1 FROM simulations_conference_co_facilitators AS beside
        WHERE beside.conference_id = conference.id AND beside.user_id = who.id
    ) THEN 'runs it' ELSE 'not' END || ' '
    || COALESCE(CAST(listed.id AS text) || ' ' || listed.role, 'not') AS grounds
FROM asked
JOIN django_session AS held ON held.session_key = asked.session AND held.expire_date > CURRENT_TIMESTAMP
JOIN people_user AS who ON who.id = asked.person
JOIN simulations_conference AS conference ON conference.id = asked.conference
LEFT JOIN simulations_participant AS listed
    ON listed.conference_id = conference.id AND listed.person_id = who.id AND listed.removed_at IS NULL
"""
"""Of each `asked`: the session, whether it has run out, the password and the account it was opened with, whether the
person runs the conference, and as what they are on its list."""


def grounds(claims: Sequence[Claim]) -> dict[Claim, Grounds]:
    """What these claims rest on now. None for one whose session, person or conference is gone."""
    if not claims:
        return {}
    asked = ", ".join(["(%s, %s, %s)"] * len(claims))
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH asked (conference, session, person) AS (VALUES {asked}) {HELD}",
            [part for claim in claims for part in claim],
        )
        return {(row[0], row[1], row[2]): row[3] for row in cursor.fetchall()}
