"""What people do in the debrief: agree to named rows, write on the wall without names, note what they will do.

Named rows are shown only while every person who sits here agrees; who has not said so is told to nobody. A note on the
wall has no author, in the event and in the state alike: it may carry a seal, and whoever has the key to it takes the note
back. A vote is counted, and tells nobody whose it is. What one will do is one's own, and is forgotten on one's wish.
"""

from collections.abc import Iterator
from hashlib import sha256
from hmac import compare_digest

from msgspec.structs import replace

from simulations.engine.audience import Audience
from simulations.engine.commands import (
    AgreeToNames,
    GroupNote,
    Intend,
    NameGroup,
    PostNote,
    TakeIntentionBack,
    TakeNoteBack,
    VoteForNote,
)
from simulations.engine.commands.asking import Asking
from simulations.engine.events import (
    GroupNamed,
    Intended,
    NamesAgreed,
    NoteGrouped,
    NotePosted,
    NoteVoted,
    WordsRemoved,
)
from simulations.engine.guards import not_facilitator, not_seated, own_seat
from simulations.engine.keeping import put
from simulations.engine.moment import Answer, Deciders, Evolvers, Moment, only
from simulations.engine.reconciling import not_over
from simulations.engine.refusals import Refusal, refuse
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import SeatId
from simulations.engine.state import ConferenceState
from simulations.engine.state.debriefing import Debriefing, Note
from simulations.engine.words import Said, Words

MOST_NOTES = 200
"""How many notes, and how many groups, a wall holds."""


def who_sits_here(moment: Moment) -> dict[SeatId, str]:
    """The people on seats, by seat."""
    return {id: seat.person for id, seat in moment.state.seats.items() if seat.filled == "person" and seat.person}


def all_agree(moment: Moment) -> bool:
    """Whether every person who sits here agrees to named rows."""
    people = set(who_sits_here(moment).values())
    return bool(people) and people <= moment.state.debriefing.named


def _may_not(moment: Moment, command: Asking, step: str) -> Refusal | None:
    """Only people on their seats, and once the step is open."""
    if refusal := (not_over(moment) or not_seated(moment, command.by)):
        return refusal
    if own_seat(command.by) not in who_sits_here(moment):
        return refuse("not-yours")
    return None if step in moment.state.steps else refuse("step-not-open")


def agree_to_names(moment: Moment, command: AgreeToNames) -> Answer:
    """From the step of named rows on; the one before has shown what one would agree to."""
    if refusal := _may_not(moment, command, "named-rows"):
        return refusal
    seat = own_seat(command.by)
    person = who_sits_here(moment)[seat]
    if (person in moment.state.debriefing.named) == command.agrees:
        return ()
    return (NamesAgreed(at=moment.now, audience=only(seat), seat=seat, person=person, agrees=command.agrees),)


def post_note(moment: Moment, command: PostNote) -> Answer:
    """A note for everybody to read."""
    if refusal := _may_not(moment, command, "wall"):
        return refusal
    if len(moment.state.debriefing.notes) >= MOST_NOTES:
        return refuse("wall-is-full")
    return (NotePosted(at=moment.now, audience=moment.everyone(), said=command.words, seal=command.seal),)


def take_note_back(moment: Moment, command: TakeNoteBack) -> Answer:
    """Its author has the key, and nobody knows who that is."""
    if refusal := _may_not(moment, command, "wall"):
        return refusal
    note = moment.state.debriefing.notes.get(command.note)
    if note is None:
        return refuse("no-such-note")
    if note.seal is None or not compare_digest(note.seal, sha256(command.key.encode()).hexdigest()):
        return refuse("not-your-note")
    return _forgotten(moment, note.said, moment.everyone())


def _forgotten(moment: Moment, said: Said, told: Audience) -> Answer:
    """Words taken away on the wish of whoever typed them."""
    if not isinstance(said, Words) or said.utterance in moment.state.removed:
        return ()
    return (WordsRemoved(at=moment.now, audience=told, utterance=said.utterance, reason="asked-for"),)


def vote_for_note(moment: Moment, command: VoteForNote) -> Answer:
    """One vote a seat and note."""
    if refusal := _may_not(moment, command, "wall"):
        return refusal
    note, seat = moment.state.debriefing.notes.get(command.note), own_seat(command.by)
    if note is None:
        return refuse("no-such-note")
    if (seat in note.votes) == command.votes:
        return ()
    return (NoteVoted(at=moment.now, audience=only(seat), seat=seat, note=command.note, votes=command.votes),)


def intend(moment: Moment, command: Intend) -> Answer:
    """For oneself; later words take the place of the earlier."""
    if refusal := _may_not(moment, command, "what-i-will-do"):
        return refusal
    seat = own_seat(command.by)
    person = who_sits_here(moment)[seat]
    return (Intended(at=moment.now, audience=only(seat), seat=seat, person=person, said=command.words),)


def take_intention_back(moment: Moment, command: TakeIntentionBack) -> Answer:
    """At any time, also once the room is closed."""
    if refusal := not_seated(moment, command.by):
        return refusal
    seat = own_seat(command.by)
    said = intention_of(moment, seat)
    return refuse("nothing-intended") if said is None else _forgotten(moment, said, only(seat))


def intention_of(moment: Moment, seat: SeatId) -> Said | None:
    """What the person on this seat will do; None where they wrote nothing, or had it forgotten."""
    said = moment.state.debriefing.intentions.get(who_sits_here(moment).get(seat, ""))
    return None if isinstance(said, Words) and said.utterance in moment.state.removed else said


def _may_not_sort(moment: Moment, command: Asking) -> Refusal | None:
    if refusal := (not_facilitator(command.by) or not_over(moment)):
        return refusal
    return None if "wall" in moment.state.steps else refuse("step-not-open")


def name_group(moment: Moment, command: NameGroup) -> Answer:
    """A heading under which notes are put."""
    if refusal := _may_not_sort(moment, command):
        return refusal
    if len(moment.state.debriefing.groups) >= MOST_NOTES:
        return refuse("wall-is-full")
    return (GroupNamed(at=moment.now, audience=moment.everyone(), said=command.words),)


def group_note(moment: Moment, command: GroupNote) -> Answer:
    """A note stands in one group at most."""
    if refusal := _may_not_sort(moment, command):
        return refusal
    note = moment.state.debriefing.notes.get(command.note)
    if note is None:
        return refuse("no-such-note")
    if command.group is not None and command.group not in moment.state.debriefing.groups:
        return refuse("no-such-group")
    if note.group == command.group:
        return ()
    return (NoteGrouped(at=moment.now, audience=moment.everyone(), note=command.note, group=command.group),)


def may_in_debrief(moment: Moment, seat: SeatId) -> Iterator[str]:
    """The commands of the debrief that are open to somebody on a seat."""
    if not_over(moment) is not None or seat not in who_sits_here(moment):
        return
    steps = moment.state.steps
    if "named-rows" in steps:
        yield "agree-to-names"
    if "wall" in steps:
        yield from ("post-note", "vote-for-note", "take-note-back")
    if "what-i-will-do" in steps:
        yield "intend"
    if intention_of(moment, seat) is not None:
        yield "take-intention-back"


def may_sort(moment: Moment) -> Iterator[str]:
    """And to the facilitator."""
    if not_over(moment) is None and "wall" in moment.state.steps:
        yield from ("name-group", "group-note")


DECIDE: Deciders = {
    AgreeToNames: agree_to_names, PostNote: post_note, VoteForNote: vote_for_note, Intend: intend,
    TakeNoteBack: take_note_back, TakeIntentionBack: take_intention_back,
    NameGroup: name_group, GroupNote: group_note,
}  # fmt: skip


def _with(state: ConferenceState, debriefing: Debriefing) -> ConferenceState:
    return replace(state, debriefing=debriefing)


def names_agreed(scenario: Scenario, state: ConferenceState, event: NamesAgreed) -> ConferenceState:
    """Who agrees, by the person."""
    agreed = state.debriefing.named
    named = agreed | {event.person} if event.agrees else agreed - {event.person}
    return _with(state, replace(state.debriefing, named=named))


def note_posted(scenario: Scenario, state: ConferenceState, event: NotePosted) -> ConferenceState:
    """One more note, in no group."""
    notes = put(state.debriefing.notes, f"n{len(state.debriefing.notes) + 1}", Note(said=event.said, seal=event.seal))
    return _with(state, replace(state.debriefing, notes=notes))


def group_named(scenario: Scenario, state: ConferenceState, event: GroupNamed) -> ConferenceState:
    """One more group."""
    groups = put(state.debriefing.groups, f"g{len(state.debriefing.groups) + 1}", event.said)
    return _with(state, replace(state.debriefing, groups=groups))


def note_grouped(scenario: Scenario, state: ConferenceState, event: NoteGrouped) -> ConferenceState:
    """The note stands there now."""
    return _with_note(state, event.note, replace(state.debriefing.notes[event.note], group=event.group))


def note_voted(scenario: Scenario, state: ConferenceState, event: NoteVoted) -> ConferenceState:
    """A vote more, or one less."""
    note = state.debriefing.notes[event.note]
    votes = note.votes | {event.seat} if event.votes else note.votes - {event.seat}
    return _with_note(state, event.note, replace(note, votes=votes))


def _with_note(state: ConferenceState, key: str, note: Note) -> ConferenceState:
    return _with(state, replace(state.debriefing, notes=put(state.debriefing.notes, key, note)))


def intended(scenario: Scenario, state: ConferenceState, event: Intended) -> ConferenceState:
    """The latest words of this person."""
    intentions = put(state.debriefing.intentions, event.person, event.said)
    return _with(state, replace(state.debriefing, intentions=intentions))


EVOLVE: Evolvers = {
    NamesAgreed: names_agreed, NotePosted: note_posted, GroupNamed: group_named, NoteGrouped: note_grouped,
    NoteVoted: note_voted, Intended: intended,
}  # fmt: skip
