"""The lobby: what somebody reads before they go in, the seats they may take, and taking one."""

from collections.abc import Mapping
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.markdown import to_html
from simulations import actions
from simulations.engine.scenario.family import Seat
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import Text
from simulations.engine.words import Where
from simulations.models import Conference, ConferenceSeat, Participant
from simulations.selectors import participants_of
from simulations.templatetags.debriefing import age_in_words
from simulations.wording import PLACES, SECTORS, named

Context = dict[str, Any]


def context(conference: Conference, listed: Participant | None, chosen: str = "") -> Context:
    """Everything the lobby shows; `listed` is None for the facilitator."""
    scenario = conference.scenario()
    language = get_language() or "en"
    return {
        "conference": conference,
        "kind": "seat" if listed else "facilitator",
        "closed": conference.state == Conference.State.CLOSED,
        "title": scenario.title.in_language(language),
        "sample": conference.version.status == "sample",
        "summary": shown(scenario.summary),
        "content_note": shown(scenario.content_note),
        "prebrief": shown(scenario.prebrief),
        "support": shown(scenario.support),
        "seats": seats_for(conference, scenario, listed) if listed else [],
        "chosen": chosen,
        "places": PLACES.items(),
        "phases": scenario.phases,
        "children": [
            {"name": child.name, "age": age_in_words(child.age.number, child.age.unit)}
            for child in scenario.family.children.values()
        ],
        "people": [] if listed else people_on(conference, scenario),
    }


def shown(text: Text | None) -> SafeString | str:
    return to_html(text.in_language(get_language() or "en")) if text else ""


def seats_for(conference: Conference, scenario: Scenario, listed: Participant) -> list[Context]:
    """The seats this person may be on, with why one can't be taken now."""
    rows = {row.seat: row for row in conference.seats.select_related("participant")}
    open_to = [seat for seat in scenario.seats.values() if str(listed.role) in {str(who) for who in seat.played_by}]
    return [_seat(seat, rows.get(seat.id), listed) for seat in open_to]


def _seat(seat: Seat, row: ConferenceSeat | None, listed: Participant) -> Context:
    somebody = row is not None and row.filled == ConferenceSeat.Filled.PERSON
    mine = somebody and row is not None and row.participant_id == listed.pk
    return {
        "id": seat.id,
        "title": seat.title.in_language(get_language() or "en"),
        "sector": named(SECTORS, seat.sector),
        "mine": mine,
        "free": not somebody,
        "why": "" if mine or not somebody else _("Somebody is on it"),
    }


def people_on(conference: Conference, scenario: Scenario) -> list[Participant]:
    people = list(participants_of(conference).prefetch_related("seats"))
    for person in people:
        for seat in person.seats.all():
            seat.titled = scenario.seats[seat.seat].title.in_language(get_language() or "en")  # type: ignore[attr-defined, index]
    return people


def take_seat(listed: Participant, form: Mapping[str, str]) -> None:
    """Sit down; a ValidationError says why not, in the reader's language."""
    seat, where = form.get("seat", ""), form.get("where", "")
    if seat not in listed.conference.scenario().seats:
        raise ValidationError(_("Choose the seat you want to take."))
    if where not in PLACES:
        raise ValidationError(_("Say where you are: alone, with others, or in a vehicle."))
    actions.take_seat(listed, seat, cast(Where, where))
