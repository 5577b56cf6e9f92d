"""What the room's page is built from before its socket opens: only what the viewer may see anyway, in their language.

The page holds the forms that people type into, and so must know the seats, topics, children and decisions, all of which
stand on the common sheet. Everything private comes over the socket.
"""

from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from people.models import User
from simulations.engine.planning import form
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.vocabulary import Part
from simulations.models import Conference, Participant
from simulations.wording import GROUNDS, MEETINGS, named

Context = dict[str, Any]


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
        "view_verb": _("Give this view"),
        "decide_verb": _("Close the decision"),
        **common(scenario, language),
    }


def place(conference: Conference, listed: Participant | None, person: User) -> tuple[str | None, str]:
    """From where this person looks, and the seat they are on."""
    if conference.facilitator_id == person.pk:
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
        "topics": [{"id": topic.id, "text": topic.text.in_language(language)} for topic in scenario.topics.values()],
        "children": list(scenario.family.children.values()),
        "grounds": list(GROUNDS.items()),
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
