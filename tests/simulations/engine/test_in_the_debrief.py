"""What people do in the debrief: rows by name only if all agree, a wall whose notes have no author, intentions of one's own."""

import hashlib

import msgspec
import pytest
from rehearsing import CALLS, FACILITATOR, HEALTH_VISITOR, MOTHER, POLICE, WATCHER, Rehearsal, rehearsal, words

from simulations.engine import commands as do
from simulations.engine.actors import Seated
from simulations.engine.changing import Difference
from simulations.engine.reconciling import STEPS, steps_of
from simulations.engine.scenario.values import SeatId
from simulations.engine.sections import DebriefSection
from simulations.engine.storing import encode
from simulations.engine.terms import Terms
from simulations.engine.viewers import Viewer


def debriefed(upto: str) -> Rehearsal:
    """A conference of police, health visitor and mother whose debrief is open up to a step."""
    conference = rehearsal(POLICE, HEALTH_VISITOR, MOTHER, phase="analysis")
    conference.must(do.Share(by=POLICE, passage=CALLS))
    conference.to("debrief")
    for step in STEPS[: STEPS.index(upto) + 1]:
        conference.must(do.OpenStep(by=FACILITATOR, step=step))
    return conference


def sees(conference: Rehearsal, viewer: Viewer) -> DebriefSection:
    section = conference.sees(viewer).debrief
    assert section is not None
    return section


def test_rows_are_shown_by_name_only_once_everybody_there_agrees_the_family_too() -> None:
    conference = debriefed("named-rows")
    conference.must(do.AgreeToNames(by=POLICE), do.AgreeToNames(by=HEALTH_VISITOR))
    for viewer in (POLICE, HEALTH_VISITOR, MOTHER, FACILITATOR):
        assert sees(conference, viewer).named == ()
    conference.must(do.AgreeToNames(by=MOTHER))
    for viewer in (POLICE, MOTHER, FACILITATOR):
        rows = sees(conference, viewer).named
        assert rows is not None
        assert [row.seat for row in rows] == ["police", "health-visitor"]


def test_one_word_takes_all_rows_away_again() -> None:
    conference = debriefed("named-rows")
    for seat in (POLICE, HEALTH_VISITOR, MOTHER):
        conference.must(do.AgreeToNames(by=seat))
    conference.must(do.AgreeToNames(by=HEALTH_VISITOR, agrees=False))
    assert sees(conference, POLICE).named == ()


def test_nobody_is_told_who_has_not_agreed() -> None:
    conference = debriefed("named-rows")
    before = conference.sees(HEALTH_VISITOR), conference.sees(FACILITATOR)
    (event,) = conference.must(do.AgreeToNames(by=POLICE))
    assert (conference.sees(HEALTH_VISITOR), conference.sees(FACILITATOR)) == before
    assert event.audience.seats == {"police"}
    assert not event.audience.facilitator
    assert sees(conference, POLICE).agreed_to_names


def test_whoever_watches_sees_no_row_and_who_comes_after_has_agreed_to_nothing() -> None:
    conference = debriefed("named-rows")
    for seat in (POLICE, HEALTH_VISITOR, MOTHER):
        conference.must(do.AgreeToNames(by=seat))
    conference.must(do.Observe(by=WATCHER))
    assert sees(conference, WATCHER).named == ()
    conference.must(do.LeaveSeat(by=POLICE, seat=POLICE.seat))
    conference.must(
        do.TakeSeat(
            by=FACILITATOR, seat=POLICE.seat, person="somebody-else", played_by="learner", language="en", where="alone"
        )
    )
    assert sees(conference, HEALTH_VISITOR).named == ()
    assert not sees(conference, POLICE).agreed_to_names


@pytest.mark.parametrize(
    ("command", "before"),
    [
        (do.AgreeToNames(by=POLICE), "own-row"),
        (do.PostNote(by=POLICE, words=words()), "rooms"),
        (do.VoteForNote(by=POLICE, note="n1"), "rooms"),
        (do.NameGroup(by=FACILITATOR, words=words()), "rooms"),
        (do.Intend(by=POLICE, words=words()), "wall"),
    ],
)
def test_each_waits_for_its_step(command: do.Command, before: str) -> None:
    assert debriefed(before).refused(command) == "step-not-open"


def test_a_note_on_the_wall_has_no_author() -> None:
    conference = debriefed("wall")
    (event,) = conference.must(do.PostNote(by=POLICE, words=words("hard-to-say")))
    to_anybody = msgspec.json.decode(encode(event))
    del to_anybody["audience"]
    assert "police" not in str(to_anybody)
    assert "seat" not in type(event).__struct_fields__
    assert "police" not in str(msgspec.to_builtins(conference.state.debriefing, enc_hook=list))
    by_viewer = [sees(conference, viewer).notes for viewer in (POLICE, HEALTH_VISITOR, FACILITATOR)]
    assert by_viewer[0] == by_viewer[1] == by_viewer[2]
    assert len(by_viewer[0]) == 1


def test_a_vote_counts_once_a_person_and_tells_only_how_many() -> None:
    conference = debriefed("wall")
    conference.must(do.PostNote(by=POLICE, words=words("u8")))
    conference.must(do.VoteForNote(by=POLICE, note="n1"), do.VoteForNote(by=HEALTH_VISITOR, note="n1"))
    assert conference.must(do.VoteForNote(by=POLICE, note="n1")) == ()
    (note,) = sees(conference, MOTHER).notes
    assert (note.votes, note.voted) == (2, False)
    conference.must(do.VoteForNote(by=POLICE, note="n1", votes=False))
    (note,) = sees(conference, HEALTH_VISITOR).notes
    assert (note.votes, note.voted) == (1, True)
    assert conference.refused(do.VoteForNote(by=POLICE, note="n9")) == "no-such-note"


def test_the_facilitator_groups_what_is_on_the_wall_and_nobody_else_does() -> None:
    conference = debriefed("wall")
    conference.must(do.PostNote(by=POLICE, words=words("u8")), do.NameGroup(by=FACILITATOR, words=words("u9")))
    conference.must(do.GroupNote(by=FACILITATOR, note="n1", group="g1"))
    assert [(note.key, note.group) for note in sees(conference, MOTHER).notes] == [("n1", "g1")]
    conference.must(do.GroupNote(by=FACILITATOR, note="n1"))
    assert [note.group for note in sees(conference, MOTHER).notes] == [None]
    assert conference.refused(do.GroupNote(by=FACILITATOR, note="n1", group="g7")) == "no-such-group"
    assert conference.refused(do.GroupNote(by=FACILITATOR, note="n7")) == "no-such-note"
    assert conference.refused(do.GroupNote(by=POLICE, note="n1", group="g1")) == "facilitator-only"


def test_words_taken_off_the_wall_leave_their_reason() -> None:
    conference = debriefed("wall")
    conference.must(do.PostNote(by=POLICE, words=words("a-name")))
    conference.must(do.Redact(by=FACILITATOR, utterance="a-name", reason="real-person"))
    (note,) = sees(conference, HEALTH_VISITOR).notes
    assert note.said.words is not None
    assert note.said.words.removed == "real-person"


def test_what_one_will_do_is_ones_own() -> None:
    conference = debriefed("what-i-will-do")
    (event,) = conference.must(do.Intend(by=POLICE, words=words("ring-the-school")))
    assert event.audience.seats == {"police"}
    own = sees(conference, POLICE).intention
    assert own is not None
    assert own.utterance == "ring-the-school"
    for viewer in (HEALTH_VISITOR, MOTHER, FACILITATOR):
        assert "ring-the-school" not in str(msgspec.to_builtins(conference.sees(viewer)))


def test_a_script_does_none_of_it() -> None:
    conference = debriefed("what-i-will-do")
    script = Seated(SeatId("social-worker"))
    for command in (
        do.AgreeToNames(by=script),
        do.PostNote(by=script, words=words()),
        do.Intend(by=script, words=words()),
    ):
        assert conference.refused(command) == "not-yours"


def test_who_rehearses_alone_has_no_step_for_several() -> None:
    conference = debriefed("wall")
    alone = msgspec.structs.replace(conference.state, terms=Terms(alone=True))
    assert not {"named-rows", "rooms", "wall"} & set(steps_of(alone))
    assert set(steps_of(conference.state)) == set(STEPS)


KEY = "3f1c6c5e-note-key"
SEAL = hashlib.sha256(KEY.encode()).hexdigest()


def on_the_wall(conference: Rehearsal) -> str | None:
    """Why the only note's words are gone, to everybody's eyes; None while they stand there."""
    (line,) = sees(conference, HEALTH_VISITOR).notes
    assert line.said.words is not None
    return line.said.words.removed


def test_whoever_has_its_key_takes_a_note_back_and_nobody_else_does() -> None:
    conference = debriefed("wall")
    conference.must(do.PostNote(by=POLICE, words=words("KQNOTE"), seal=SEAL))
    for key in ("another", SEAL, KEY.upper()):
        assert conference.refused(do.TakeNoteBack(by=POLICE, note="n1", key=key)) == "not-your-note"
    assert conference.refused(do.TakeNoteBack(by=POLICE, note="n2", key=KEY)) == "no-such-note"
    assert on_the_wall(conference) is None
    (event,) = conference.must(do.TakeNoteBack(by=HEALTH_VISITOR, note="n1", key=KEY))
    assert on_the_wall(conference) == "asked-for"
    assert "seat" not in event.__struct_fields__
    assert conference.must(do.TakeNoteBack(by=HEALTH_VISITOR, note="n1", key=KEY)) == ()


def test_a_note_without_a_seal_is_nobodys_to_take_back_but_the_facilitators() -> None:
    conference = debriefed("wall")
    conference.must(do.PostNote(by=POLICE, words=words("KQNOTE")))
    assert conference.refused(do.TakeNoteBack(by=POLICE, note="n1", key=KEY)) == "not-your-note"
    assert conference.refused(do.TakeNoteBack(by=FACILITATOR, note="n1", key=KEY)) == "not-yours"
    conference.must(do.Redact(by=FACILITATOR, utterance="KQNOTE", reason="hurtful"))
    assert on_the_wall(conference) == "hurtful"


def test_what_one_will_do_is_forgotten_on_ones_wish() -> None:
    conference = debriefed("what-i-will-do")
    assert conference.refused(do.TakeIntentionBack(by=POLICE)) == "nothing-intended"
    conference.must(do.Intend(by=POLICE, words=words("KQINTENT")))
    assert sees(conference, POLICE).intention is not None
    assert conference.refused(do.TakeIntentionBack(by=HEALTH_VISITOR)) == "nothing-intended"
    (event,) = conference.must(do.TakeIntentionBack(by=POLICE))
    assert (event.audience.seats, event.audience.facilitator) == ({"police"}, False)
    assert sees(conference, POLICE).intention is None
    assert conference.refused(do.TakeIntentionBack(by=POLICE)) == "nothing-intended"
    conference.must(do.Intend(by=POLICE, words=words("KQANEW")))
    assert sees(conference, POLICE).intention is not None


def test_each_step_tells_when_it_was_opened() -> None:
    steps = {line.step: line.at for line in sees(debriefed("views"), POLICE).steps}
    assert all(steps[step] for step in STEPS[: STEPS.index("views") + 1])
    assert steps["wall"] is None


def test_that_it_can_be_forgotten_is_offered_as_soon_as_it_is_written_and_no_longer_once_it_is() -> None:
    conference = debriefed("what-i-will-do")
    for command, offered in (
        (do.Intend(by=POLICE, words=words("KQINTENT")), True),
        (do.TakeIntentionBack(by=POLICE), False),
    ):
        before = conference.state
        conference.must(command)
        sent = Difference(conference.scenario, before, conference.state).to(POLICE)
        assert sent.me is not None
        assert ("take-intention-back" in sent.me.may) is offered
