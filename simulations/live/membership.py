"""Whether a person may be in a conference's room. Asked when a socket connects, at each command, and every few seconds.

The answer comes from the session, as it does for a page: who is signed out, deactivated, given a new password or taken
off the list is not admitted any more, on any socket. It is worked out here, as Django does for a page; while what it
rests on (grounds.py) is the very same as before somebody was admitted, they still are.
"""

from dataclasses import dataclass
from importlib import import_module
from typing import Literal, cast

from django.conf import settings
from django.contrib.auth import get_user
from django.http import HttpRequest

from people.models import User
from simulations.grounds import Grounds, grounds
from simulations.models import Conference, Participant
from simulations.selectors import run_by

FACILITATOR, OVERVIEW, PROJECTOR = "facilitator", "overview", "projector"
Role = Literal["facilitator", "projector", "learner", "trainer", "actor", "observer"]


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


@dataclass(slots=True)
class Standing:
    """Whether whoever has a session may be in a conference, asked again and again: in one query while all is as it was."""

    conference: int
    session_key: str
    _person: int = 0
    _grounds: Grounds = ""

    def holds(self) -> bool:
        """Whether they may be there now."""
        claim = self.conference, self.session_key, self._person
        now = grounds([claim]).get(claim, "")
        if now and now == self._grounds:
            return True
        member = admitted(self.conference, self.session_key)
        if member is None:
            return False
        # What was read before they were admitted: what changes between is seen the next time.
        self._person, self._grounds = member.person, now
        return True


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
