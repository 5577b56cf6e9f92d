"""From a client's message to a command of the engine: who asks is what the server knows, never what the message says."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from simulations.engine.actors import Actor, Facilitator, Observer, Seated, StandingIn
from simulations.engine.commands import Command, read_command
from simulations.engine.refusals import Refusal
from simulations.engine.scenario.values import SeatId
from simulations.live.membership import Membership
from simulations.live.protocol import Asked


@dataclass(frozen=True, slots=True)
class Said:
    """A refusal of the room's own, beside the engine's."""

    code: str
    message: Promise


NO_SEAT = Said("no-seat", _("You have no seat in this conference yet. Take one in the lobby first."))
NOT_LISTED = Said("not-listed", _("This person is not on the conference's list. Add them to the list first."))
ONLY_WATCHING = Said("only-watching", _("You are here as an observer, so you can't take a seat. Ask the facilitator."))
ONLY_SHOWING = Said(
    "only-showing", _("The projector only shows. Ask for this from your own place or from the control room.")
)
NOT_A_COMMAND = Said("not-a-command", _("The room did not understand this. Reload the page and try again."))
NOT_STORED = Said("not-stored", _("This could not be saved just now, so it does not count yet. Send it again."))
WENT_WRONG = Said("went-wrong", _("Something went wrong here, and nothing was changed. Send it again in a moment."))

THE_CLOCKS = frozenset({"tick", "outage"})
"""Commands that no client may send."""
NAMELESS = frozenset({"real-concern", "post-note", "take-note-back"})
"""Commands of which nobody is to know who sent them: they are kept under nobody's name."""
SOMEBODY = "somebody"
NOT_THEIRS = frozenset(
    {
        *("not-yours", "facilitator-only", "chair-only", "record-taker-only", "not-your-passage", "not-your-report"),
        *("not-a-command", "not-listed", "only-showing", "only-watching"),
    }
)
"""Refusals of what a page of ours offers to nobody who may not do it: whoever runs the server reads of them in its log."""


def command_of(
    asked: Asked, member: Membership, seat: str, listed: Mapping[str, tuple[str, str]]
) -> Command | Refusal | Said:
    """What a member asks for. `listed` is the role and language of each person on the list, by reference: for taking a seat."""
    if asked.do in THE_CLOCKS:
        return NOT_A_COMMAND
    if member.role == "projector":
        return ONLY_SHOWING
    if asked.do == "take-seat":
        return _taking_seat(asked, member, listed)
    actor = _actor(member, seat, asked.fields.get("as"))
    fields = {name: value for name, value in asked.fields.items() if name != "as"}
    return NO_SEAT if actor is None else read_command({**fields, "do": asked.do}, by=actor)


def asks_as(asked: Asked, who: str) -> str:
    """Under whose name a command is kept."""
    return SOMEBODY if asked.do in NAMELESS else who


def _actor(member: Membership, seat: str, stands_in: object) -> Actor | None:
    """Who asks. A facilitator may name, as `as`, a scripted seat that they took over; nobody else speaks for another."""
    if member.role == "facilitator":
        return StandingIn(SeatId(stands_in)) if isinstance(stands_in, str) and stands_in else Facilitator()
    if member.role == "observer":
        return Observer(member.who)
    return Seated(SeatId(seat)) if seat else None


def _taking_seat(asked: Asked, member: Membership, listed: Mapping[str, tuple[str, str]]) -> Command | Refusal | Said:
    """A facilitator seats anybody on the list; everybody else themselves. The role comes from the list."""
    facilitating = member.role == "facilitator"
    person = asked.fields.get("person") if facilitating else member.who
    if not isinstance(person, str) or person not in listed:
        return NOT_LISTED
    role, language = listed[person]
    if role == "observer":
        return ONLY_WATCHING
    fields = {**asked.fields, "do": asked.do, "person": person, "played_by": role, "language": language}
    return read_command(fields, by=Facilitator() if facilitating else Seated(SeatId(str(asked.fields.get("seat", "")))))
