"""Who comes back is told shortly what they missed; who comes late reads before they come in."""

import re
from datetime import timedelta

import msgspec
from rehearsing import (
    BAIL,
    CALLS,
    CHAIR,
    FACILITATOR,
    HEALTH_VISITOR,
    MOTHER,
    POLICE,
    SOCIAL_WORKER,
    WATCHER,
    Rehearsal,
    rehearsal,
    words,
)

from simulations.engine import commands as do
from simulations.engine.actors import Seated
from simulations.engine.scenario.values import ChildId, DecisionId, InjectId, OptionId, PaperId, SeatId
from simulations.engine.sections import CatchUpLine

LOG, REGISTRATION = PaperId("log"), DecisionId("registration")


def missed(conference: Rehearsal, seat: Seated) -> list[tuple[CatchUpLine, ...]]:
    """What each notice of this kind tells this seat."""
    notices = conference.sees(seat).notices
    assert notices is not None
    return [each.missed for each in notices.items if each.kind == "catch-up"]


def test_a_returner_gets_at_most_three_lines_of_what_happened() -> None:
    conference = rehearsal(CHAIR, POLICE, MOTHER, SOCIAL_WORKER, phase="reports")
    conference.wait(1)
    conference.must(do.StepOut(by=MOTHER), do.GiveFloor(by=CHAIR, seat=POLICE.seat))
    conference.must(do.Present(by=POLICE, paper=LOG, words=words("secret-summary")))
    conference.to("decision")
    conference.must(do.OpenViews(by=CHAIR, decision=REGISTRATION))
    conference.must(
        do.Decide(
            by=CHAIR,
            decision=REGISTRATION,
            child=ChildId("gwen"),
            option=OptionId("not-registered"),
            words=words("why"),
        )
    )
    conference.wait(1)
    conference.must(do.ComeBack(by=MOTHER))
    (lines,) = missed(conference, MOTHER)
    assert [line.kind for line in lines] == ["agenda", "presented", "decided"]
    assert lines[0].agenda == ("childs-day", "analysis", "analysis", "decision")
    assert lines[1].seats == ("police",)
    assert lines[2].decided == (("gwen", "not-registered"),)
    assert b"secret-summary" not in msgspec.json.encode(conference.sees(MOTHER))
    assert missed(conference, POLICE) == []


def test_only_what_happened_meanwhile_is_told() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="opening")
    conference.wait(1)
    conference.must(do.StepOut(by=POLICE))
    conference.wait(5)
    conference.must(do.ComeBack(by=POLICE))
    assert missed(conference, POLICE) == [()]


def test_no_fact_and_no_words_are_in_what_a_returner_is_told() -> None:
    conference = rehearsal(CHAIR, POLICE, MOTHER, phase="analysis")
    conference.must(do.StepOut(by=MOTHER), do.Share(by=POLICE, passage=CALLS), do.Share(by=POLICE, passage=BAIL))
    conference.to("plan")
    conference.must(do.ComeBack(by=MOTHER))
    notices = conference.sees(MOTHER).notices
    assert notices is not None
    assert not re.search(rb"KQ|log\.1|log\.2", msgspec.json.encode(notices))


def test_what_was_presented_in_a_part_closed_to_them_is_not_told() -> None:
    conference = rehearsal(CHAIR, POLICE, MOTHER, SOCIAL_WORKER, phase="reports")
    conference.wait(1)
    conference.must(do.StepOut(by=MOTHER), do.GiveFloor(by=CHAIR, seat=POLICE.seat))
    conference.must(do.ClosePart(by=CHAIR, without=(MOTHER.seat,), ground="confidence"))
    conference.must(do.Present(by=POLICE, paper=LOG, words=words("s")), do.Reopen(by=CHAIR), do.ComeBack(by=MOTHER))
    assert missed(conference, MOTHER) == [()]


def test_somebody_whose_connection_was_taken_is_told_too() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="opening")
    conference.wait(1)
    conference.must(do.FireInject(by=FACILITATOR, inject=InjectId("line-drops")))
    conference.to("child")
    conference.wait(121)
    (lines,) = missed(conference, POLICE)
    assert lines[0].agenda == ("reports", "childs-day")


def test_who_sits_down_while_the_table_is_open_reads_before_they_come_in() -> None:
    conference = rehearsal(CHAIR, phase="reports")
    conference.to("analysis")
    conference.must(do.TakeSeat(by=POLICE, seat=POLICE.seat, person="late"))
    roster = conference.sees(CHAIR).roster
    assert roster is not None
    assert next(each for each in roster.seats if each.seat == "police").state == "reading"
    assert conference.sees(POLICE).papers.papers  # type: ignore[union-attr]
    assert conference.refused(do.Speak(by=POLICE, words=words())) == "still-reading"
    spoke = conference.must(do.Speak(by=CHAIR, words=words("meanwhile")))
    assert POLICE.seat not in spoke[0].audience.seats
    assert "come-in" in conference.sees(POLICE).me.may  # type: ignore[union-attr]
    conference.must(do.ComeIn(by=POLICE), do.Speak(by=POLICE, words=words("here")))
    assert conference.refused(do.ComeIn(by=POLICE)) == "already-so"


def test_who_comes_late_is_told_what_passed_and_then_what_passed_while_they_read() -> None:
    conference = rehearsal(CHAIR, phase="opening")
    conference.wait(1)
    conference.must(do.TakeSeat(by=POLICE, seat=POLICE.seat, person="late"))
    conference.wait(1)
    conference.to("child")
    conference.must(do.ComeIn(by=POLICE))
    first, second = missed(conference, POLICE)
    assert first[0].agenda == ("prebrief", "reading", "opening")
    assert second[0].agenda == ("reports", "childs-day")


def test_who_sits_down_before_the_table_opens_is_simply_there() -> None:
    conference = rehearsal(CHAIR, phase="reading")
    conference.must(do.TakeSeat(by=POLICE, seat=POLICE.seat, person="early"))
    assert conference.state.seats[POLICE.seat].reading is False


def test_a_chair_who_still_reads_leaves_the_chair_to_the_facilitator() -> None:
    conference = rehearsal(POLICE, phase="questions")
    conference.must(do.TakeSeat(by=CHAIR, seat=CHAIR.seat, person="late"))
    conference.must(do.GiveFloor(by=FACILITATOR, seat=POLICE.seat), do.ComeIn(by=CHAIR))
    assert conference.refused(do.HandBack(by=FACILITATOR)) == "floor-elsewhere"


def test_nobody_still_reads_once_roles_are_left() -> None:
    conference = rehearsal(CHAIR, phase="close")
    conference.must(do.TakeSeat(by=POLICE, seat=POLICE.seat, person="late"))
    conference.to("leave")
    conference.must(do.Speak(by=POLICE, words=words()))


def test_somebody_who_takes_their_seat_again_is_told_from_when_they_left() -> None:
    conference = rehearsal(CHAIR, HEALTH_VISITOR, phase="opening")
    conference.wait(1)
    conference.must(do.LeaveSeat(by=HEALTH_VISITOR, seat=HEALTH_VISITOR.seat))
    conference.wait(1)
    conference.to("child")
    conference.must(do.TakeSeat(by=HEALTH_VISITOR, seat=HEALTH_VISITOR.seat, person="again"))
    (lines,) = missed(conference, HEALTH_VISITOR)
    assert lines[0].agenda == ("reports", "childs-day")


# Marks dated back


def aloud(*people: Seated) -> Rehearsal:
    return rehearsal(CHAIR, POLICE, HEALTH_VISITOR, MOTHER, *people, phase="analysis", setting="one-room")


def test_what_is_marked_later_is_shown_only_to_those_who_were_there_when_it_was_said() -> None:
    conference = aloud()
    conference.must(do.ClosePart(by=CHAIR, without=(MOTHER.seat,), ground="confidence"))
    conference.wait(10)
    said_at = conference.now
    conference.wait(10)
    conference.must(do.Reopen(by=CHAIR), do.StepOut(by=HEALTH_VISITOR))
    (shared,) = conference.must(do.SaidIt(by=POLICE, passage=CALLS, said_at=said_at))[:1]
    assert MOTHER.seat not in shared.audience.seats
    assert {POLICE.seat, CHAIR.seat, HEALTH_VISITOR.seat} <= shared.audience.seats


def test_somebody_who_was_out_of_the_room_then_is_not_shown_it() -> None:
    conference = aloud()
    conference.must(do.StepOut(by=MOTHER))
    conference.wait(10)
    said_at = conference.now
    conference.wait(10)
    conference.must(do.ComeBack(by=MOTHER))
    (shared,) = conference.must(do.NotedIt(by=FACILITATOR, seat=POLICE.seat, passage=CALLS, said_at=said_at))[:1]
    assert MOTHER.seat not in shared.audience.seats
    assert HEALTH_VISITOR.seat in shared.audience.seats
    assert SeatId("gwen-seat") not in shared.audience.seats
    assert SeatId("gp") not in shared.audience.seats


def test_the_facilitators_and_an_observers_note_is_theirs_to_take_back() -> None:
    conference = aloud()
    conference.must(do.Observe(by=WATCHER))
    for by in (FACILITATOR, WATCHER):
        conference.must(do.NotedIt(by=by, seat=POLICE.seat, passage=CALLS))
        log = conference.sees(by).log
        assert log is not None
        assert log.items[-1].undo_until == conference.now + timedelta(seconds=10)
        conference.must(do.Undo(by=by, item=log.items[-1].key))
        assert not conference.state.sharings[CALLS]


def test_nobody_notes_what_they_hear_unseen() -> None:
    conference = aloud()
    assert conference.refused(do.NotedIt(by=WATCHER, seat=POLICE.seat, passage=CALLS)) == "not-watching"
    assert "noted-it" not in conference.sees(WATCHER).me.may  # type: ignore[union-attr]
