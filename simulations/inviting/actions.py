"""What a trainer does to bring people together: rooms for a cohort, seats proposed, letters, moving it, calling it off.

What is refused is a ValidationError that says what to do, in the reader's language, and then nothing was changed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from people.models import Language, User
from people.models import Sector as AgencySector
from simulations import actions
from simulations.engine.scenario.family import Seat
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.vocabulary import Part
from simulations.engine.seats import filler
from simulations.inviting import letters
from simulations.inviting.seating import Guest, Place, propose, rooms
from simulations.models import Cohort, Conference, Invitation, Participant
from simulations.selectors import held_beside, participants_of, run_by

MOST_ROOMS = 8
NOT_PROPOSED = frozenset({Part.FAMILY, Part.CHILD, Part.SUPPORTER})
"""A learner takes these only by volunteering (docs/scenario-file.md), so they are proposed to nobody."""
SERVICES: dict[str, str] = {
    AgencySector.LOCAL_AUTHORITY: "childrens-services",
    AgencySector.SCHOOL: "education",
    AgencySector.POLICE: "police",
    AgencySector.HEALTH: "health",
    AgencySector.GENERAL_PRACTICE: "health",
    AgencySector.PROBATION: "probation",
    AgencySector.YOUTH_JUSTICE: "youth-justice",
    AgencySector.HOUSING: "housing",
    AgencySector.THIRD_SECTOR: "third-sector",
}
"""What an agency's sector is called in a scenario."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """What is planned beyond one conference: for whom, in how many rooms, and in whose seats people sit."""

    cohort: Cohort | None = None
    rooms: int = 1
    swapped: bool = False
    co_facilitators: tuple[User, ...] = ()


def gather(gathering: Gathering, *, people: Iterable[User], **plan: Any) -> list[Conference]:
    """A conference for each room, with people of every service in each, and a seat proposed to each of them.

    `plan` is what `actions.plan_conference` takes. The cohort's people come besides `people`, each once.
    """
    cohorts = list(gathering.cohort.people.all()) if gathering.cohort else []
    guests = list({person.pk: person for person in (*people, *cohorts) if person.is_active}.values())
    known = {str(person.pk): person for person in guests}
    shared_out = rooms((Guest(reference, service_of(person)) for reference, person in known.items()), gathering.rooms)
    with transaction.atomic():
        planned = [
            _one_room(gathering, number, [known[guest.reference] for guest in room], plan)
            for number, room in enumerate(shared_out, start=1)
        ]
        for room in planned:
            room.gathering = planned[0].gathering
            room.save(update_fields=["gathering"])
    return planned


def _one_room(gathering: Gathering, number: int, people: list[User], plan: dict[str, Any]) -> Conference:
    conference = actions.plan_conference(people=people, **plan)
    conference.place, conference.swapped = number, gathering.swapped
    conference.save(update_fields=["place", "swapped"])
    conference.co_facilitators.set(gathering.co_facilitators)
    propose_seats(conference)
    return conference


def service_of(person: User) -> str:
    """The service that somebody's present post belongs to, in the scenario's words; empty where there is none."""
    post = person.memberships.current().select_related("agency").first()
    return SERVICES.get(post.agency.sector, "") if post else ""


def propose_seats(conference: Conference) -> None:
    """A seat for each learner on the list, anew; what they are sent and see, and bound to by nothing."""
    learners = [each for each in participants_of(conference) if each.role == Participant.Role.LEARNER and each.person]
    guests = [
        Guest(each.reference, service_of(each.person), both=each.language == Language.CY)
        for each in learners
        if each.person
    ]
    scenario = conference.scenario()
    places = [_place(scenario, seat) for seat in proposable(scenario)]
    proposal = propose(places, guests, swapped=conference.swapped)
    for each in learners:
        seat = proposal.get(each.reference, "")
        Invitation.objects.update_or_create(participant=each, defaults={"proposed_seat": seat})


def propose_seat(listed: Participant, seat: str) -> None:
    """Another seat for one person; whoever had it proposed has none until they get another."""
    if seat and seat not in {each.id for each in proposable(listed.conference.scenario())}:
        raise ValidationError(_("This seat cannot be proposed to anybody. Choose another."))
    with transaction.atomic():
        others = Invitation.objects.filter(participant__conference=listed.conference, proposed_seat=seat)
        others.exclude(participant=listed).update(proposed_seat="")
        Invitation.objects.update_or_create(participant=listed, defaults={"proposed_seat": seat})


def proposable(scenario: Scenario) -> list[Seat]:
    """The seats that may be proposed to a learner."""
    seats = (seat for seat in scenario.seats.values() if seat.part not in NOT_PROPOSED)
    return [seat for seat in seats if "learner" in {str(who) for who in seat.played_by}]


def _place(scenario: Scenario, seat: Seat) -> Place:
    """A seat that the conference needs, and no script can fill, is needed of people."""
    required = seat.required and filler(scenario, seat.id) is None
    return Place(str(seat.id), str(seat.sector), required=required, both=seat.part is Part.INTERPRETER)


def send_invitations(conference: Conference) -> int:
    """A letter to everybody on the list who was sent none yet; how many. Whose letter is on its way gets no second one."""
    actions.check_open(conference)
    sent = _sent_to(conference)
    unsent = [each for each in participants_of(conference) if each.person and each.pk not in sent]
    with transaction.atomic():
        for each in unsent:
            Invitation.objects.update_or_create(participant=each, defaults={"sent_at": timezone.now()})
            letters.send(each, "invitation")
    return len(unsent)


def _sent_to(conference: Conference) -> set[int]:
    invitations = Invitation.objects.filter(participant__conference=conference)
    return set(invitations.exclude(sent_at=None).values_list("participant_id", flat=True))


def to_come_beside(conference: Conference, person: User) -> list[Conference]:
    """The other rooms at the same hour that this person runs and that have not begun."""
    planned = held_beside(conference).filter(run_by(person), state=Conference.State.PLANNED)
    return list(planned.exclude(pk=conference.pk).select_related("version").distinct())


def move(together: Sequence[Conference], planned_for: datetime) -> None:
    """Another day or hour: everybody who was invited is told, and asked again."""
    for conference in together:
        _check_planned(conference)
    if planned_for < timezone.now():
        raise ValidationError(_("This moment has passed. Choose one to come."))
    with transaction.atomic():
        for conference in together:
            conference.planned_for = planned_for
            conference.calendar_sequence += 1
            conference.save(update_fields=["planned_for", "calendar_sequence"])
            Invitation.objects.filter(participant__conference=conference).update(answer="", ready_at=None)
            _tell_invited(conference, "moved")


def tell_how_it_is_held(conference: Conference) -> int:
    """The link, the language or the interpreter is another: a letter to everybody who was invited; how many."""
    with transaction.atomic():
        Conference.objects.filter(pk=conference.pk).update(calendar_sequence=F("calendar_sequence") + 1)
        return _tell_invited(conference, "rearranged")


def cancel(together: Sequence[Conference]) -> None:
    """Call it off: nobody can go in any more, and everybody who was invited is told."""
    for conference in together:
        _check_planned(conference)
    with transaction.atomic():
        for conference in together:
            conference.state = Conference.State.CANCELLED
            conference.calendar_sequence += 1
            conference.save(update_fields=["state", "calendar_sequence"])
            Invitation.objects.filter(participant__conference=conference).update(reach="")
            _tell_invited(conference, "cancelled")


def take_off(listed: Participant) -> None:
    """Somebody comes off the list. Who was invited to one still to come is told, and may be invited anew if let back."""
    actions.take_off_list(listed)
    conference = listed.conference
    invited = Invitation.objects.filter(participant=listed).exclude(sent_at=None)
    if conference.state != Conference.State.PLANNED or not invited.exists():
        return
    with transaction.atomic():
        Conference.objects.filter(pk=conference.pk).update(calendar_sequence=F("calendar_sequence") + 1)
        invited.update(sent_at=None, answer="", ready_at=None, reach="", proposed_seat="")
        letters.send(listed, "off-list")


def _check_planned(conference: Conference) -> None:
    if conference.state != Conference.State.PLANNED:
        raise ValidationError(_("This conference has begun or is over, so it can no longer be moved or called off."))


def _tell_invited(conference: Conference, kind: letters.Kind) -> int:
    invited = participants_of(conference).filter(pk__in=_sent_to(conference))
    for each in invited:
        letters.send(each, kind)
    return len(invited)


def anybody_invited(conference: Conference) -> bool:
    """Whether somebody on the list was sent a letter."""
    return participants_of(conference).filter(pk__in=_sent_to(conference)).exists()


def answer(listed: Participant, said: str) -> None:
    """Somebody says whether they are coming, or take the other way; nothing else is an answer."""
    actions.check_open(listed.conference)
    if not said or said not in Invitation.Answer.values:
        raise ValidationError(_("Say whether you are coming."))
    Invitation.objects.update_or_create(participant=listed, defaults={"answer": said})


def get_ready(listed: Participant, reach: str, language: str) -> None:
    """Somebody has read the content note, is alone, has said which language they speak here, and is ready to begin."""
    actions.check_open(listed.conference)
    if language in Language.values and language != listed.language:
        listed.language = language
        listed.save(update_fields=["language"])
    said = {"answer": Invitation.Answer.COMING, "ready_at": timezone.now(), "reach": reach[:80]}
    Invitation.objects.update_or_create(participant=listed, defaults=said)
