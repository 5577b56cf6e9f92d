"""Whether a person may be in a conference's room. Asked when a socket connects, at each command, and every few seconds.

The answer comes from the session, as it does for a page: who is signed out, deactivated, given a new password or taken
off the list is not admitted any more, on any socket. It is worked out here, by the rules by which Django does it for a
page, for all who knock at about the same time together; while what it rests on (grounds.py) is the very same as before
somebody was admitted, they still are.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from people.models import User
from simulations.grounds import Claim, Grounds, grounds
from simulations.models import Conference, Participant

FACILITATOR, OVERVIEW, PROJECTOR = "facilitator", "overview", "projector"
Role = Literal["facilitator", "projector", "learner", "trainer", "actor", "observer"]


@dataclass(frozen=True, slots=True)
class Membership:
    """One person in one conference. `who` is their reference in its log, or `facilitator`; `language` the one they read.

    `presence` is under what their connection is known: several people may run a conference, and each of them may look at
    all its rooms besides being in one. A second connection under the same one takes the place of the first. `grounds` is what
    it rests on that they are in.
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
    grounds: Grounds = ""


@dataclass(frozen=True, slots=True)
class Knock:
    """Whoever has this session asks to be let in to this conference.

    A facilitator who is also on the list comes in as facilitator, or, by `door="seat"`, as the person on the list. By
    `door="overview"` they look at all rooms at once, and by `door="projector"` they open the view for everybody in the room.
    """

    conference: int
    session_key: str
    door: str = ""


def let_in(knocks: Sequence[Knock]) -> list[Membership | None]:
    """The membership of each who knocks; None for whoever has none."""
    held = _grounds_of(knocks)  # before all else: what changes meanwhile is seen the next time they are looked at
    people = _signed_in({each.session_key for each in knocks})
    conferences = {each.conference for each in knocks}
    run = _run(conferences)
    rows = Participant.objects.filter(conference__in=conferences, person__in=people.values(), removed_at=None)
    listed = {(each.conference_id, each.person_id): each for each in rows}

    def one(knock: Knock) -> Membership | None:
        person = people.get(knock.session_key)
        if person is None:
            return None
        rests_on = held.get((knock.conference, knock.session_key, person.pk), "")
        if knock.door != "seat" and (knock.conference, person.pk) in run:
            return _facilitating(knock.conference, person, knock.door, rests_on)
        on_list = listed.get((knock.conference, person.pk))
        return _listed(on_list, person, rests_on) if on_list else None

    return [one(each) for each in knocks]


def admitted(conference: int, session_key: str) -> Membership | None:
    """The membership of whoever has this session; None if they have none."""
    return let_in([Knock(conference, session_key)])[0]


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
        self._person, self._grounds = member.person, member.grounds
        return True


def people_of(conference: int) -> dict[str, str]:
    """The names of the people on a conference's list, by reference."""
    listed = Participant.objects.filter(conference=conference, removed_at=None).select_related("person")
    return {each.reference: each.person.get_full_name() if each.person else "" for each in listed}


def roles_of(conference: int) -> dict[str, tuple[str, str]]:
    """The role and the language at the table of each person on the list, by reference."""
    listed = Participant.objects.filter(conference=conference, removed_at=None)
    return {each.reference: (each.role, each.language) for each in listed}


def _grounds_of(knocks: Sequence[Knock]) -> dict[Claim, Grounds]:
    """What the memberships of all these would rest on."""
    whose = _whose(_sessions({each.session_key for each in knocks}))
    claims = ((each.conference, each.session_key, whose.get(each.session_key)) for each in knocks)
    return grounds(sorted({(conference, key, person) for conference, key, person in claims if person is not None}))


def _run(conferences: Collection[int]) -> set[tuple[int, int | None]]:
    """Who runs each of these conferences, or helps to."""
    running = Conference.objects.filter(pk__in=conferences).values_list("pk", "facilitator", "co_facilitators")
    return {(pk, person) for pk, *people in running for person in people}


def _signed_in(session_keys: Collection[str]) -> dict[str, User]:
    """Whose session each of these is, of those who are signed in."""
    sessions = _sessions(session_keys)
    whose = _whose(sessions)
    people = User.objects.filter(is_active=True).in_bulk(set(whose.values()))
    found = {key: people[person] for key, person in whose.items() if person in people}
    return {key: person for key, person in found.items() if _is_theirs(sessions[key], person)}


def _sessions(session_keys: Collection[str]) -> dict[str, dict[str, Any]]:
    held = Session.objects.filter(pk__in=session_keys, expire_date__gt=timezone.now())
    return {each.pk: each.get_decoded() for each in held}


def _whose(sessions: Mapping[str, Mapping[str, Any]]) -> dict[str, int]:
    return {key: int(session[SESSION_KEY]) for key, session in sessions.items() if SESSION_KEY in session}


def _is_theirs(session: Mapping[str, Any], person: User) -> bool:
    """Whether it was opened with the password they have now, through a door that is still one."""
    kept = session.get(HASH_SESSION_KEY, "")
    hashes = person.get_session_auth_hash(), *person.get_session_auth_fallback_hash()
    by_password = any(constant_time_compare(kept, each) for each in hashes)
    return by_password and session.get(BACKEND_SESSION_KEY) in settings.AUTHENTICATION_BACKENDS


def _facilitating(conference: int, person: User, door: str, rests_on: Grounds) -> Membership:
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
        grounds=rests_on,
    )


def _listed(listed: Participant, person: User, rests_on: Grounds) -> Membership:
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
        grounds=rests_on,
    )
