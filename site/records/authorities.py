"""The authorities that ship with Diogel, and whether each is trusted when it first speaks.

The trust list itself is the table: an administrator may withdraw trust there, and `recompute()` then takes the credits back.
"""

from enum import StrEnum

from records.models import Authority, Verified


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
