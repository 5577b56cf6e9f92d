"""One conference as an entry of somebody's calendar (iCalendar, RFC 5545 and 5546).

The entry keeps its id for as long as there is the conference, and its sequence number grows with every change, so that
a second letter moves or strikes out the entry that the first one made.
"""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vCalAddress, vText

from simulations.models import Conference, Participant

REQUEST, CANCEL = "REQUEST", "CANCEL"


def address_of(conference: Conference, language: str) -> str:
    """The lobby's address in a language."""
    with translation.override(language):
        return settings.BASE_URL + reverse("simulations:lobby", args=[conference.pk])


def ends(conference: Conference) -> datetime:
    """When it is over, if every phase takes the minutes it has."""
    return conference.planned_for + timedelta(minutes=sum(phase.minutes for phase in conference.scenario().phases))


def entry(conference: Conference, listed: Participant, language: str, method: str = REQUEST) -> bytes:
    """The entry for one person, in a language; with `method` CANCEL, its striking out."""
    with translation.override(language):
        event = Event()
        event.add("uid", f"conference-{conference.pk}@{urlsplit(settings.BASE_URL).hostname}")
        event.add("sequence", conference.calendar_sequence)
        event.add("dtstamp", timezone.now())
        event.add("dtstart", conference.planned_for)
        event.add("dtend", ends(conference))
        event.add("summary", _("Practice conference: %(title)s") % {"title": conference.version.title})
        event.add("description", _description(conference, language))
        event.add("url", address_of(conference, language))
        event.add("status", "CANCELLED" if method == CANCEL else "CONFIRMED")
        if conference.facilitator is not None:
            event.add("organizer", _person(conference.facilitator.email, str(conference.facilitator)))
        if listed.person is not None:
            event.add("attendee", _person(listed.person.email, str(listed.person)))
    calendar = Calendar()
    calendar.add("prodid", "-//Diogel//Diogel//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _description(conference: Conference, language: str) -> str:
    said = _("Everybody and everything in it is invented. Read the content note before you come: %(address)s") % {
        "address": address_of(conference, language)
    }
    return f"{_('The video call:')} {conference.call_link}\n\n{said}" if conference.call_link else said


def _person(email: str, name: str) -> vCalAddress:
    person = vCalAddress(f"MAILTO:{email}")
    person.params["CN"] = vText(name)
    return person
