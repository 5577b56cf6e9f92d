"""The lobby: what somebody reads before they go in, the seats they may take, and taking one."""

from collections.abc import Mapping
from typing import Any, cast

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from design.markdown import to_html
from people.models import Language
from simulations import actions
from simulations.engine.scenario.family import Seat
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import Text
from simulations.engine.words import Where
from simulations.inviting.actions import proposable
from simulations.models import Conference, ConferenceSeat, Confidence, Invitation, Participant
from simulations.selectors import held_beside, next_in_welsh, participants_of
from simulations.templatetags.debriefing import age_in_words
from simulations.wording import PLACES, SECTORS, named

Context = dict[str, Any]
CHECKS = {
    "read": gettext_lazy("I have read the content note, and I want to take part"),
    "private": gettext_lazy("I am in a place where nobody hears me or looks on"),
    "headphones": gettext_lazy("I have headphones"),
    "invented": gettext_lazy("I know that it is practice, and will not speak of real families"),
}
"""What somebody goes through before they say that they are ready. What they tick is not kept."""


USUAL_OTHER_WAY = gettext_lazy(
    "Watch without a seat, or go through the case and its debrief afterwards with whoever runs it. Nobody asks why."
)
"""What the lobby says where those who run a conference have not written their own."""


def other_way(conference: Conference) -> Context:
    """What somebody can do instead of taking part: in their language, else in the one it was written in, else the usual."""
    language = get_language() or "en"
    written = {"cy": conference.other_way_cy, "en": conference.other_way_en}
    own = written[language] or written["en" if language == "cy" else "cy"]
    in_own = bool(written[language]) or not own
    return {
        "words": own or USUAL_OTHER_WAY,
        "language": language if in_own else {"cy": "en", "en": "cy"}[language],
        "link": conference.other_way_link,
    }


def checks_for(conference: Conference) -> Context:
    """Headphones are asked for where people talk aloud, each at their own screen."""
    aloud = conference.setting in (Conference.Setting.CALL_BESIDE, Conference.Setting.HERE)
    return {name: label for name, label in CHECKS.items() if aloud or name != "headphones"}


def context(conference: Conference, listed: Participant | None, chosen: str = "") -> Context:
    """Everything the lobby shows; `listed` is None for the facilitator."""
    scenario = conference.scenario()
    language = get_language() or "en"
    return {
        "conference": conference,
        "kind": "seat" if listed else "facilitator",
        "closed": conference.state == Conference.State.CLOSED,
        "cancelled": conference.state == Conference.State.CANCELLED,
        "title": scenario.title.in_language(language),
        "sample": conference.version.status == "sample",
        "summary": shown(scenario.summary),
        "content_note": shown(scenario.content_note),
        "prebrief": shown(scenario.prebrief),
        "support": shown(scenario.support),
        "other_way": None if conference.alone else other_way(conference),
        **(for_guest(conference, scenario, listed, chosen) if listed else for_facilitator(conference, scenario)),
        "places": PLACES.items(),
        "phases": scenario.phases,
        "children": [
            {"name": child.name, "age": age_in_words(child.age.number, child.age.unit)}
            for child in scenario.family.children.values()
        ],
    }


def for_guest(conference: Conference, scenario: Scenario, listed: Participant, chosen: str) -> Context:
    """What somebody on the list needs: their seats, what they were sent and said, and when Welsh is spoken."""
    invitation = Invitation.objects.filter(participant=listed).first()
    seats = seats_for(conference, scenario, listed, chosen, invitation.proposed_seat if invitation else "")
    return {
        "listed": listed,
        "invitation": invitation,
        "checks": checks_for(conference).items(),
        "languages": Language.choices,
        "in_welsh": next_in_welsh(conference),
        "said_how_sure": Confidence.objects.filter(participant=listed, when=Confidence.When.BEFORE).exists(),
        "keeping": {
            "controller": settings.CONTROLLER,
            "words": settings.KEEP_WORDS_DAYS,
            "conferences": settings.KEEP_CONFERENCES_DAYS,
            "presses": settings.KEEP_PRESSES_HOURS,
        },
        "seats": seats,
        "own_seat": next((seat["title"] for seat in seats if seat["mine"]), ""),
        "some_for_volunteers": any(seat["for_volunteers"] for seat in seats),
    }


def for_facilitator(conference: Conference, scenario: Scenario) -> Context:
    """What those who run it need: who is on the list, what they were sent and said, and the rooms beside this one."""
    people = people_on(conference, scenario)
    invitations = Invitation.objects.filter(participant__in=people)
    ready, sent = invitations.exclude(ready_at=None).count(), invitations.exclude(sent_at=None).count()
    beside = list(held_beside(conference))
    return {
        "people": people,
        "finding": _finding(conference, people, ready),
        "not_sent": len(people) - sent,
        "lacks_interpreter": conference.arrangement == Conference.Arrangement.BILINGUAL and not conference.interpreter,
        "roles": Participant.Role.choices,
        "may_propose": [
            {"id": seat.id, "title": seat.title.in_language(get_language() or "en")} for seat in proposable(scenario)
        ],
        "beside": beside if len(beside) > 1 else [],
    }


def _finding(conference: Conference, people: list[Participant], ready: int) -> str:
    """How it stands with those on the list: who is ready before it begins, who has a seat once it has."""
    if not people:
        return _("Nobody is on the list yet")
    if conference.state == Conference.State.RUNNING:
        seated = sum(bool(each.seats.all()) for each in people)
        said = ngettext(
            "It is under way: %(seated)s of %(number)s person has a seat",
            "It is under way: %(seated)s of %(number)s people have a seat",
            len(people),
        )
        return said % {"seated": seated, "number": len(people)}
    said = ngettext("%(ready)s of %(number)s person is ready", "%(ready)s of %(number)s people are ready", len(people))
    return said % {"ready": ready, "number": len(people)}


def shown(text: Text | None) -> SafeString | str:
    return to_html(text.in_language(get_language() or "en")) if text else ""


def seats_for(
    conference: Conference, scenario: Scenario, listed: Participant, chosen: str, proposed: str
) -> list[Context]:
    """The seats this person may be on, with why one can't be taken now; theirs, or else the one proposed, is chosen."""
    rows = {row.seat: row for row in conference.seats.select_related("participant")}
    open_to = [seat for seat in scenario.seats.values() if listed.role in scenario.casting[seat.id]]
    if conference.alone:  # whoever rehearses alone leads it, which nobody does from the family's side
        open_to = [seat for seat in open_to if not seat.part.is_family]
    seats = [_seat(seat, rows.get(seat.id), listed) for seat in open_to]
    wanted = chosen or next((seat["id"] for seat in seats if seat["mine"]), proposed)
    return [{**seat, "proposed": seat["id"] == proposed, "chosen": seat["id"] == wanted} for seat in seats]


def _seat(seat: Seat, row: ConferenceSeat | None, listed: Participant) -> Context:
    somebody = row is not None and row.filled == ConferenceSeat.Filled.PERSON
    mine = somebody and row is not None and row.participant_id == listed.pk
    title, sector = seat.title.in_language(get_language() or "en"), named(SECTORS, seat.sector)
    return {
        "id": seat.id,
        "title": title,
        "sector": "" if sector == title else sector,
        "mine": mine,
        "free": not somebody,
        "why": "" if mine or not somebody else _("Somebody is on it"),
        "for_volunteers": listed.role == Participant.Role.LEARNER and seat.part.is_family,
    }


def people_on(conference: Conference, scenario: Scenario) -> list[Participant]:
    people = list(participants_of(conference).prefetch_related("seats").select_related("invitation"))
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
    actions.take_seat(listed, seat, cast(Where, where), volunteers="volunteers" in form)
