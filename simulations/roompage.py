"""What the room's page is built from before its socket opens: only what the viewer may see anyway, in their language.

The page holds the forms that people type into, and so must know the seats, topics, children and decisions, all of which
stand on the common sheet. Everything private comes over the socket.
"""

from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from people.models import User
from simulations import families
from simulations.concerns import STEPS, whom_to_tell
from simulations.engine.planning import form
from simulations.engine.recording import copy_for, takes_record
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import SeatId, SeatOrAdultId
from simulations.engine.scenario.vocabulary import Part
from simulations.models import Conference, Participant
from simulations.wording import BECAME, GROUNDS, MEETINGS, RECORD_PARTS, REMOVALS, named

Context = dict[str, Any]
MINUTES_AGO = (1, 2, 5, 10, 15, 20, 30)
"""How far back something may be noted as said."""


def context(conference: Conference, listed: Participant | None, person: User) -> Context | None:
    """None for somebody on the list who has no seat yet and so belongs in the lobby."""
    kind, seat = place(conference, listed, person)
    if kind is None:
        return None
    language = get_language() or "en"
    scenario = conference.scenario()
    return {
        "conference": conference,
        "kind": kind,
        "me_seat": seat,
        "title": scenario.title.in_language(language),
        "meeting": named(MEETINGS, scenario.meeting),
        "sample": conference.version.status == "sample",
        "socket": f"/conferences/{conference.pk}/socket/?language={language}",
        "writes_in": listed.language if listed else person.writing_language or language,
        "minutes_ago": MINUTES_AGO,
        "view_verb": _("Give this view"),
        "decide_verb": _("Close the decision"),
        **common(scenario, language),
        **of_the_record(scenario, language, seat),
        **of_a_real_concern(conference, person),
        **(of_the_control_room(conference, scenario, language) if kind == "facilitator" else {}),
    }


def for_all(conference: Conference) -> Context:
    """What the projector's page is built from."""
    language = get_language() or "en"
    scenario = conference.scenario()
    return {
        "conference": conference,
        "title": scenario.title.in_language(language),
        "meeting": named(MEETINGS, scenario.meeting),
        "socket": f"/conferences/{conference.pk}/socket/?language={language}&door=projector",
        "family": families.shown(scenario.family, language),
    }


def of_the_record(scenario: Scenario, language: str, seat: str) -> Context:
    """The parts that a record taker writes, who gets which copy, and whom the decision may be explained to."""
    seats = [{"id": str(each.id), "title": each.title.in_language(language)} for each in scenario.seats.values()]
    taken = {str(each.of) for each in scenario.seats.values() if each.part is Part.FAMILY}
    adults = [{"id": str(adult.id), "title": adult.name} for adult in scenario.family.adults.values()]
    people = [*seats, *(adult for adult in adults if adult["id"] not in taken)]
    copies = {each["id"]: copy_for(scenario, SeatOrAdultId(each["id"])) for each in people}
    parts = list(RECORD_PARTS.items())
    takes = seat in scenario.seats and takes_record(scenario, SeatId(seat))
    return {
        "parts_of_record": parts,
        "record_parts": parts if takes else [],
        "copies": [(copy, [each for each in people if copies[each["id"]] == copy]) for copy in ("full", "family")],
        "explained_to": [each for each in people if copies[each["id"]] == "family"],
    }


def of_a_real_concern(conference: Conference, person: User) -> Context:
    """What to do when a concern is real, always within reach."""
    return {"whom_to_tell": whom_to_tell(conference, person), "concern_steps": STEPS}


def of_the_control_room(conference: Conference, scenario: Scenario, language: str) -> Context:
    """The papers that may be dealt, who is on the list or was, and who may be seated."""
    listed = conference.participants.exclude(person=None).select_related("person")
    return {
        "papers": [{"id": paper.id, "title": paper.title.in_language(language)} for paper in scenario.papers.values()],
        "people": listed.filter(removed_at=None),
        "people_off": listed.exclude(removed_at=None),
        "to_seat": listed.filter(removed_at=None).exclude(role=Participant.Role.OBSERVER),
    }


def place(conference: Conference, listed: Participant | None, person: User) -> tuple[str | None, str]:
    """From where this person looks, and the seat they are on."""
    if conference.is_run_by(person):
        return "facilitator", ""
    if listed is not None and listed.role == Participant.Role.OBSERVER:
        return "observer", ""
    seat = listed.seats.values_list("seat", flat=True).first() if listed else None
    return ("seat", seat) if seat else (None, "")


def common(scenario: Scenario, language: str) -> Context:
    """What every seat knows: who sits there, what may be asked for by name, the children, and what is decided."""
    seats = [{"id": seat.id, "title": seat.title.in_language(language)} for seat in scenario.seats.values()]
    # A child's words are read out in every conference that has them, a parent's only where nobody plays the parent.
    spoken_for = [
        seat.id for part in (Part.CHILD, Part.FAMILY) for seat in scenario.seats.values() if seat.part == part
    ]
    return {
        "seats": seats,
        "statements": sorted(
            (seat for seat in seats if seat["id"] in spoken_for), key=lambda seat: spoken_for.index(seat["id"])
        ),
        "coordinators": [each for each in seats if scenario.seats[SeatId(each["id"])].part.gives_view],
        "topics": [{"id": topic.id, "text": topic.text.in_language(language)} for topic in scenario.topics.values()],
        "children": list(scenario.family.children.values()),
        "family": families.shown(scenario.family, language),
        "grounds": list(GROUNDS.items()),
        "removals": list(REMOVALS.items()),
        "becomes": BECAME.items(),
        "plan_asks": form(scenario).asks,
        "plan_kinds": form(scenario).kinds,
        "owners": [*seats, *({"id": adult.id, "title": adult.name} for adult in scenario.family.adults.values())],
        "decisions": [
            {
                "id": decision.id,
                "question": decision.question.in_language(language),
                "options": decision.options,
                "categories": decision.categories,
            }
            for decision in scenario.decisions.values()
        ],
    }
