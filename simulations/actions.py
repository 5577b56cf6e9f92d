"""What people do with conferences outside the room: plan one, put people on its list, seat them from the lobby.

Each checks first and then does, in one transaction; news goes out once it is stored. What is refused is a
ValidationError that says what to do, in the reader's language, and then nothing was changed.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import cast
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from people.models import Region, User
from people.permissions import may_facilitate
from people.selectors import regions_served_by
from simulations import continuing
from simulations.appending import Append, Outcome, append
from simulations.engine.actors import Actor, Clock, Facilitator, Seated
from simulations.engine.commands import Command, LeaveSeat, Outage, TakeSeat
from simulations.engine.events import Event
from simulations.engine.refusals import Refusal
from simulations.engine.scenario.values import SeatId
from simulations.engine.words import PlayedBy, Where
from simulations.models import Conference, ConferenceHead, ConferenceSeat, Participant, ScenarioVersion
from simulations.practice import practice_for, to_json
from simulations.presence import silent_since
from simulations.selectors import proceedings_of, versions_that_run
from simulations.signals import list_changed, log_grew

ATTEMPTS = 20
"""So often is a command decided anew when others are quicker."""
FACILITATOR = "facilitator"
CLOCK = "clock"


def check_plan(facilitator: User, version: ScenarioVersion, variant: str) -> None:
    """ValidationError unless this person may plan a conference on this variant of this version."""
    if not may_facilitate(facilitator):
        raise ValidationError(_("Only trainers can plan a conference. Ask your training lead to give you that right."))
    if version not in versions_that_run():
        raise ValidationError(_("This version of the scenario is not ready to run. Choose another."))
    variants = version.read().variants
    if variant not in variants if variants else variant:
        raise ValidationError(_("This scenario has no such variant. Choose one from the list."))


def plan_conference(
    *,
    facilitator: User,
    version: ScenarioVersion,
    variant: str = "",
    setting: str = Conference.Setting.TEXT,
    arrangement: str = Conference.Arrangement.BILINGUAL_WITHOUT,
    interpreter: str = "",
    call_link: str = "",
    planned_for: datetime,
    joining: str = Conference.Joining.LIST,
    region: Region | None = None,
    people: Iterable[User] = (),
    continues: Conference | None = None,
) -> Conference:
    """A new conference with all its seats empty and these people on its list, as learners.

    `variant` is empty for a scenario that has none, `call_link` where people do not talk on a call. `continues` is a closed conference whose decisions, dissent and plan
    are taken over.
    """
    check_plan(facilitator, version, variant)
    region = region or only_region_of(facilitator)
    if continues is not None:
        continuing.check_continues(version, continues)
    with transaction.atomic():
        conference = Conference.objects.create(
            version=version,
            variant=variant,
            setting=setting,
            arrangement=arrangement,
            interpreter=interpreter,
            call_link=call_link,
            planned_for=planned_for,
            joining=joining,
            facilitator=facilitator,
            region=region,
            practice=to_json(practice_for(region, planned_for.date())),
        )
        lay_out(conference)
        if continues is not None:
            continuing.take_up(conference, continues)
        for person in people:
            put_on_list(conference, person)
    return conference


def lay_out(conference: Conference) -> None:
    """An empty log and empty seats for a new conference."""
    ConferenceHead.objects.create(conference=conference)
    seats = conference.scenario().seats
    ConferenceSeat.objects.bulk_create(ConferenceSeat(conference=conference, seat=seat) for seat in seats)


def only_region_of(facilitator: User) -> Region | None:
    """The region whose conference it is, where none is named: the facilitator's, if they work in just one."""
    served = list(regions_served_by(facilitator))
    return served[0] if len(served) == 1 else None


def check_open(conference: Conference) -> None:
    """ValidationError if the conference is over."""
    if conference.is_over:
        raise ValidationError(_("This conference is closed. Plan a new one."))


def put_on_list(conference: Conference, person: User, role: str = Participant.Role.LEARNER) -> Participant:
    """Invite somebody: who is on the list may take a seat. Somebody taken off it before comes back as they were."""
    check_open(conference)
    with transaction.atomic():
        listed, _new = Participant.objects.update_or_create(
            conference=conference,
            person=person,
            defaults={"role": role, "removed_at": None},
            create_defaults={"role": role, "language": _language_at_table(person)},
        )
        _tell_list_changed(conference)
    return listed


def put_on_list_by_email(conference: Conference, email: str, role: str = Participant.Role.LEARNER) -> Participant:
    """As `put_on_list`, for somebody named by their work e-mail. Who is on a seat comes for nothing else meanwhile."""
    if role not in Participant.Role.values:
        raise ValidationError(_("Say what they come for."))
    person = User.objects.filter(email=email.strip().lower(), is_active=True).first()
    if person is None:
        raise ValidationError(_("Nobody here has this address. Check the spelling."))
    if conference.seats.filter(participant__person=person).exclude(participant__role=role).exists():
        raise ValidationError(
            _("They are on a seat. Take them off the list first; then they can come for something else.")
        )
    return put_on_list(conference, person, role)


def take_off_list(listed: Participant) -> None:
    """Somebody is no longer invited: they are out of the room at once, and their seat is free."""
    conference = listed.conference
    seat = proceedings_of(conference).seat_of(listed.reference)
    if seat is not None:
        carry_out(conference, FACILITATOR, LeaveSeat(by=Facilitator(), seat=seat))
    with transaction.atomic():
        Participant.objects.filter(pk=listed.pk).update(removed_at=timezone.now())
        _tell_list_changed(conference)


def take_seat(listed: Participant, seat: str, where: Where = "alone", *, volunteers: bool = False) -> None:
    """A person on the list sits down on a seat of their choice; before it begins, in the place of the one they had."""
    conference = listed.conference
    if listed.removed_at is not None:
        raise ValidationError(_("You are not on this conference's list. Ask the facilitator to add you."))
    check_open(conference)
    sits_on = proceedings_of(conference).seat_of(listed.reference)
    with transaction.atomic():
        if sits_on not in (None, seat) and conference.state == Conference.State.PLANNED:
            carry_out(conference, listed.reference, LeaveSeat(by=Seated(sits_on), seat=sits_on))
        _seat(listed, seat, Seated(SeatId(seat)), where=where, volunteers=volunteers)


def carry_out(conference: Conference, by: str, command: Command, command_id: str = "") -> tuple[Event, ...]:
    """Have the engine decide a command and store what happens; a ValidationError holds its refusal.

    `by` is a participant's reference or `facilitator`. A page is sent once, so an id is made where none is given. If nobody
    was heard in the room for a while, its clock stood still meanwhile, and that is noted first.
    """
    command_id = command_id or uuid4().hex
    since = silent_since(conference.pk, timezone.now())
    if since is not None:
        _carried_out(conference, CLOCK, Outage(by=Clock(), since=since), f"outage:{command_id}")
    return _carried_out(conference, by, command, command_id)


def _carried_out(conference: Conference, by: str, command: Command, command_id: str) -> tuple[Event, ...]:
    for _attempt in range(ATTEMPTS):
        proceedings = proceedings_of(conference)
        outcome = proceedings.decide(command, timezone.now())
        if isinstance(outcome, Refusal):
            raise ValidationError(outcome.message.in_language(get_language() or "en"), code=outcome.code)
        if not outcome:
            return ()
        do = str(command.__struct_config__.tag)
        what = Append(conference.pk, proceedings.number, by, command_id, do, outcome)
        if _stored(what):
            return outcome
    raise ValidationError(_("Too much is happening in this conference just now. Try again in a moment."))


def _seat(
    listed: Participant,
    seat: str,
    by: Actor,
    *,
    where: Where = "alone",
    volunteers: bool = False,
) -> None:
    if listed.role == Participant.Role.OBSERVER:
        raise ValidationError(_("An observer takes no seat. Put this person on the list in another role first."))
    asked_by = FACILITATOR if isinstance(by, Facilitator) else listed.reference
    command = TakeSeat(
        by=by,
        seat=SeatId(seat),
        person=listed.reference,
        played_by=cast(PlayedBy, listed.role),
        language="cy" if listed.language == "cy" else "en",
        where=where,
        volunteers=volunteers,
    )
    carry_out(listed.conference, asked_by, command)


def _stored(what: Append) -> bool:
    if append([what]) != [Outcome.ADDED]:
        return False
    transaction.on_commit(lambda: log_grew.send(Conference, conference=what.conference, number=what.head))
    return True


def _language_at_table(person: User) -> str:
    """The language somebody is first put down for; both counts as Welsh, which is the one that must be provided for."""
    spoken = person.speaking_language or person.reading_language
    return "cy" if spoken in ("cy", "both") else "en"


def _tell_list_changed(conference: Conference) -> None:
    transaction.on_commit(lambda: list_changed.send(Conference, conference=conference.pk))
