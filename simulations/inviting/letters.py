"""The e-mails round a conference: come, it has moved, it is held another way, it is called off, you are off its list. Each in the language its reader is written to in.

They are posted in the background, one task a letter: a mail server that is slow keeps nobody waiting, and one bad
address keeps no other letter back.
"""

from typing import Literal

from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_tasks import task

from people.letters import language_of
from people.models import User
from simulations.inviting import calendar
from simulations.models import Conference, Invitation, Participant
from simulations.selectors import next_in_welsh

Kind = Literal["invitation", "moved", "rearranged", "cancelled", "off-list"]
STRIKING_OUT = ("cancelled", "off-list")
"""The letters that take the entry out of somebody's calendar."""
WHERE = {
    Conference.Setting.TEXT: gettext_lazy("in writing, in Diogel’s live room"),
    Conference.Setting.HERE: gettext_lazy("in Diogel’s live room, with sound and picture"),
    Conference.Setting.CALL_BESIDE: gettext_lazy("on a video call, with Diogel’s live room beside it"),
    Conference.Setting.ONE_ROOM: gettext_lazy("round one table, with a screen each"),
}
"""Where people talk, for somebody who reads it in a letter: to them no room is "this room"."""


def send(listed: Participant, kind: Kind) -> None:
    """Have a letter posted once what is under way is stored."""
    transaction.on_commit(lambda: post.enqueue(listed.pk, kind))


@task()
def post(participant: int, kind: Kind) -> None:
    """Post one letter; nothing where the person is gone from the list, or has been erased."""
    listed = Participant.objects.select_related("person", "conference__version", "conference__facilitator").get(
        pk=participant
    )
    if listed.person is None or (listed.removed_at is not None and kind not in STRIKING_OUT):
        return
    try:
        letter(listed, listed.person, kind).send()
    except Exception:
        # Nothing went out: whoever runs it sees that, and can send it again.
        if kind == "invitation":
            Invitation.objects.filter(participant=listed).update(sent_at=None)
        raise


def letter(listed: Participant, person: User, kind: Kind) -> EmailMessage:
    """The letter with the calendar entry in it."""
    conference, language = listed.conference, language_of(person)
    with translation.override(language):
        message = EmailMessage(
            subject=_subject(conference, kind),
            body=render_to_string(f"simulations/letters/{kind}.txt", _context(listed, person, language)),
            to=[person.email],
            reply_to=[conference.facilitator.email] if conference.facilitator else None,
        )
    method = calendar.CANCEL if kind in STRIKING_OUT else calendar.REQUEST
    entry = calendar.entry(conference, listed, language, method)
    message.attach("diogel.ics", entry, f"text/calendar; method={method}; charset=utf-8")
    return message


def _subject(conference: Conference, kind: Kind) -> str:
    title = conference.version.title
    if kind == "cancelled":
        return _("Called off: practice conference %(title)s") % {"title": title}
    if kind == "off-list":
        return _("Off the list: practice conference %(title)s") % {"title": title}
    if kind == "moved":
        return _("New day or hour: practice conference %(title)s") % {"title": title}
    if kind == "rearranged":
        return _("New arrangements: practice conference %(title)s") % {"title": title}
    return _("Practice conference: %(title)s") % {"title": title}


def _context(listed: Participant, person: User, language: str) -> dict[str, object]:
    conference, scenario = listed.conference, listed.conference.scenario()
    offered = Invitation.objects.filter(participant=listed).values_list("proposed_seat", flat=True).first()
    seat = next((each for each in scenario.seats.values() if each.id == offered), None)
    return {
        "person": person,
        "conference": conference,
        "title": conference.version.title,
        "starts": timezone.localtime(conference.planned_for),
        "ends": timezone.localtime(calendar.ends(conference)),
        "seat": seat.title.in_language(language) if seat else "",
        "content_note": scenario.content_note.in_language(language) if scenario.content_note else "",
        "sample": conference.version.status == "sample",
        **_how_it_is_held(listed),
        "address": calendar.address_of(conference, language),
    }


def _how_it_is_held(listed: Participant) -> dict[str, object]:
    """Where people talk and in which language; whoever speaks Welsh is told where nobody interprets, and of the next one with Welsh."""
    conference = listed.conference
    alone_in_welsh = conference.arrangement == Conference.Arrangement.BILINGUAL_WITHOUT and listed.language == "cy"
    in_welsh = next_in_welsh(conference) if alone_in_welsh else None
    return {
        "setting": WHERE[Conference.Setting(conference.setting)],
        "arrangement": conference.get_arrangement_display(),
        "nobody_interprets": alone_in_welsh,
        "in_welsh": timezone.localtime(in_welsh.planned_for) if in_welsh else None,
    }
