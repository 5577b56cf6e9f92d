"""The authorities that ship with Diogel, whether each is trusted when it first speaks, and how statements name them.

The trust list itself is the table: an administrator may withdraw trust there, and `recompute()` then takes the credits back.
"""

from enum import StrEnum
from typing import Any

from django.conf import settings

from records.models import Authority, Verified
from records.xapi.agents import identity


class Ours(StrEnum):
    ROOM = "room"  # the live conference, which sees who sat there and how long
    PAPERS = "papers"  # assessments, marked by the server
    COURSES = "courses"  # lessons read to the end
    BROWSER = "browser"  # what an activity in a page reports of itself: anyone can make a browser say anything


DEFAULTS: dict[Ours, tuple[str, Verified, bool]] = {
    Ours.ROOM: ("The live room", Verified.US, True),
    Ours.PAPERS: ("Papers", Verified.US, True),
    Ours.COURSES: ("Courses", Verified.US, True),
    Ours.BROWSER: ("Activities in a browser", Verified.BROWSER, False),
}


def known_authority(which: Ours) -> Authority:
    name, verified, trusted = DEFAULTS[which]
    defaults = {"name": name, "verified": verified, "trusted": trusted}
    return Authority.objects.get_or_create(code=which.value, defaults=defaults)[0]


def agent_of(authority: Authority) -> dict[str, Any]:
    """As it stands in the statements that it made (2.0: 4.2.4.2): the store alone sets this."""
    account = {"homePage": settings.BASE_URL, "name": authority.code}
    return {"objectType": "Agent", "name": authority.name, "account": account}


def identity_of(authority: Authority) -> str:
    return identity(agent_of(authority))
