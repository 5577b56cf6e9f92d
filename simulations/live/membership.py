"""Whether a person may be in a conference's room. Asked when a socket connects, at each command, and every few seconds.

The answer comes from the session, as it does for a page: who is signed out, deactivated, given a new password or taken
off the list is not admitted any more, on any socket.

`admitted` works the answer out, as Django does for a page. `grounds` reads in one query, for many at once, all that the
answer rests on: while that is the very same as before somebody was admitted, they still are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Literal, cast

from django.conf import settings
from django.contrib.auth import get_user
from django.db import connection
from django.http import HttpRequest
from django.utils import timezone

from people.models import User
from simulations.models import Conference, Participant
from simulations.selectors import run_by

FACILITATOR, OVERVIEW, PROJECTOR = "facilitator", "overview", "projector"
Role = Literal["facilitator", "projector", "learner", "trainer", "actor", "observer"]
Claim = tuple[int, str, int]
"""The keys of a conference, a session and a person: that whoever has this session is this person, and belongs here."""
Grounds = tuple[object, ...]
"""What a claim rests on, as it is read: to be compared, and nothing else."""


@dataclass(frozen=True, slots=True)
class Membership:
    """One person in one conference. `who` is their reference in its log, or `facilitator`; `language` the one they read.

    `presence` is under what their connection is known: several people may run a conference, and each of them may look at
    all its rooms besides being in one. A second connection under the same one takes the place of the first.
    """

    conference: int
    person: int
    who: str
    role: Role
    name: str
    language: str
    speaks: str
    presence: str
    participant: int | None = None


def admitted(conference: int, session_key: str, door: str = "") -> Membership | None:
    """The membership of whoever has this session; None if they have none.

    A facilitator who is also on the list comes in as facilitator, or, by `door="seat"`, as the person on the list. By
    `door="overview"` they look at all rooms at once, and by `door="projector"` they open the view for everybody in the room.
    """
    person = _signed_in(session_key)
    if person is None:
        return None
    if door != "seat" and Conference.objects.filter(run_by(person), pk=conference).exists():
        return _facilitating(conference, person, door)
    listed = Participant.objects.filter(conference=conference, person=person, removed_at=None).first()
    return _listed(listed, person) if listed else None


def grounds(claims: Sequence[Claim]) -> dict[Claim, Grounds]:
    """What these claims rest on now. None for one whose session, person or conference is gone.

    The session, whether it has run out, the password and the account it was opened with, whether the person runs the
    conference, and as what they are on its list. In SQL, since it is asked at each command.
    """
    if not claims:
        return {}
    asked = ", ".join(["(%s, %s, %s)"] * len(claims))
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(GROUNDS.format(asked=asked), [*(part for claim in claims for part in claim), now])
        return {(row[0], row[1], row[2]): tuple(row[3:]) for row in cursor.fetchall()}


GROUNDS = """
WITH asked (conference, session, person) AS (VALUES {asked})
SELECT asked.conference, asked.session, asked.person, held.session_data, who.password, who.is_active,
    conference.facilitator_id = who.id OR EXISTS (
        SELECT 1 FROM simulations_conference_co_facilitators AS beside
        WHERE beside.conference_id = conference.id AND beside.user_id = who.id
    ),
    listed.id, listed.role
FROM asked
JOIN django_session AS held ON held.session_key = asked.session AND held.expire_date > %s
JOIN people_user AS who ON who.id = asked.person
JOIN simulations_conference AS conference ON conference.id = asked.conference
LEFT JOIN simulations_participant AS listed
    ON listed.conference_id = conference.id AND listed.person_id = who.id AND listed.removed_at IS NULL
"""


def people_of(conference: int) -> dict[str, str]:
    """The names of the people on a conference's list, by reference."""
    listed = Participant.objects.filter(conference=conference, removed_at=None).select_related("person")
    return {each.reference: each.person.get_full_name() if each.person else "" for each in listed}


def roles_of(conference: int) -> dict[str, tuple[str, str]]:
    """The role and the language at the table of each person on the list, by reference."""
    listed = Participant.objects.filter(conference=conference, removed_at=None)
    return {each.reference: (each.role, each.language) for each in listed}


def _signed_in(session_key: str) -> User | None:
    if not session_key:
        return None
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(session_key)
    person = get_user(request)
    return person if isinstance(person, User) and person.is_active else None


def _facilitating(conference: int, person: User, door: str) -> Membership:
    language = person.reading_language or "en"
    presence = f"{door if door in (OVERVIEW, PROJECTOR) else FACILITATOR}:{person.pk}"
    return Membership(
        conference=conference,
        person=person.pk,
        who=FACILITATOR,
        role="projector" if door == PROJECTOR else "facilitator",
        name=person.get_full_name(),
        language=language,
        speaks=language,
        presence=presence,
    )


def _listed(listed: Participant, person: User) -> Membership:
    return Membership(
        conference=listed.conference_id,
        person=person.pk,
        who=listed.reference,
        role=cast(Role, listed.role),
        name=person.get_full_name(),
        language=person.reading_language or listed.language,
        speaks=listed.language,
        presence=listed.reference,
        participant=listed.pk,
    )
