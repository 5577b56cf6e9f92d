"""Round one table: speech is the event, marks tell of it, and nothing is measured before it is reconciled."""

from datetime import timedelta

import pytest
from rehearsing import BAIL, CALLS, FACILITATOR, HEALTH_VISITOR, POLICE, WATCHER, WEIGHT, Rehearsal, rehearsal, words

from simulations.engine import commands as do
from simulations.engine.actors import Seated
from simulations.engine.scenario.values import PassageId
from simulations.engine.terms import Setting
from simulations.engine.words import SaidOrNot

LATE_NOTE = PassageId("late-note.0")


def aloud(*people: Seated, phase: str = "analysis") -> Rehearsal:
    return rehearsal(*people, phase=phase, setting="one-room")


def after_the_meeting(*people: Seated) -> Rehearsal:
    conference = aloud(*people)
    conference.to("leave")
    conference.must(do.OpenReconciling(by=FACILITATOR))
    return conference


def test_what_nobody_marked_is_not_known_and_never_called_never_shared() -> None:
    conference = aloud(POLICE)
    assert conference.measures.outcomes["p1"] == "not-known"  # type: ignore[index]
    pool = conference.measures.pool
    assert (pool.shared, pool.not_known, pool.critical) == (0, 2, 4)
    assert conference.measures.pitfalls["police-silent"] is None  # type: ignore[index]
    assert conference.measures.pitfalls["bail-unsaid"] is None  # type: ignore[index]


def test_i_have_said_this_counts_as_shared() -> None:
    conference = aloud(POLICE)
    conference.must(do.SaidIt(by=POLICE, passage=CALLS))
    assert conference.measures.outcomes["p1"] == "shared"  # type: ignore[index]
    assert conference.refused(do.SaidIt(by=POLICE, passage=CALLS)) == "already-shared"


def test_a_mark_may_be_dated_back_to_the_moment_it_was_said() -> None:
    conference = aloud(POLICE)
    said_at = conference.now + timedelta(seconds=30)
    conference.wait(60)
    conference.to("questions")
    conference.must(do.SaidIt(by=POLICE, passage=CALLS, said_at=said_at))
    assert conference.state.facts["p1"][0].phase == "analysis"  # type: ignore[index]
    tomorrow = conference.now + timedelta(days=1)
    assert conference.refused(do.SaidIt(by=POLICE, passage=BAIL, said_at=tomorrow)) == "moment-outside"


def test_another_who_holds_the_same_marks_that_they_heard_it() -> None:
    conference = aloud(POLICE, HEALTH_VISITOR)
    conference.must(do.HeardIt(by=HEALTH_VISITOR, passage=WEIGHT, seat=POLICE.seat))
    assert conference.state.facts["h1"][0].seat == "police"  # type: ignore[index]


def test_the_facilitator_and_observers_note_what_was_said() -> None:
    conference = aloud(POLICE, HEALTH_VISITOR)
    conference.must(do.NotedIt(by=FACILITATOR, seat=POLICE.seat, passage=CALLS))
    conference.must(do.Observe(by=WATCHER), do.NotedIt(by=WATCHER, seat=HEALTH_VISITOR.seat, passage=WEIGHT))
    assert conference.measures.outcomes["p1"] == "shared"  # type: ignore[index]
    assert conference.refused(do.NotedIt(by=FACILITATOR, seat=POLICE.seat, passage=WEIGHT)) == "not-your-passage"


def test_the_floor_keeps_nobody_from_speaking_aloud() -> None:
    conference = aloud(POLICE, HEALTH_VISITOR, phase="reports")
    conference.must(do.SaidIt(by=HEALTH_VISITOR, passage=WEIGHT))


def test_where_people_type_there_is_nothing_to_mark() -> None:
    conference = rehearsal(POLICE, phase="analysis")
    assert conference.refused(do.SaidIt(by=POLICE, passage=CALLS)) == "typed-here"
    conference.to("leave")
    assert conference.refused(do.OpenReconciling(by=FACILITATOR)) == "typed-here"


def test_holders_reconcile_after_the_meeting_and_not_before() -> None:
    conference = aloud(POLICE)
    assert conference.refused(do.OpenReconciling(by=FACILITATOR)) == "meeting-not-over"
    assert conference.refused(do.Reconcile(by=POLICE, passage=CALLS, said="said")) == "not-reconciling"


def test_said_partly_and_not_said_are_told_apart() -> None:
    outcomes: dict[SaidOrNot, str] = {"said": "shared", "partly": "not-known", "not-said": "never-shared"}
    for said, expected in outcomes.items():
        conference = after_the_meeting(POLICE)
        conference.must(do.Reconcile(by=POLICE, passage=CALLS, said=said))
        assert conference.measures.outcomes["p1"] == expected  # type: ignore[index]


def test_said_after_the_first_view_is_late() -> None:
    conference = after_the_meeting(POLICE)
    conference.must(do.Reconcile(by=POLICE, passage=CALLS, said="said", late=True))
    assert conference.measures.outcomes["p1"] == "late"  # type: ignore[index]


def test_each_reconciles_only_their_own_papers() -> None:
    conference = after_the_meeting(POLICE, HEALTH_VISITOR)
    assert conference.refused(do.Reconcile(by=HEALTH_VISITOR, passage=CALLS, said="said")) == "not-your-passage"


def test_marks_made_after_the_debrief_opened_never_count() -> None:
    conference = after_the_meeting(POLICE)
    conference.to("debrief")
    conference.must(do.OpenStep(by=FACILITATOR, step="leaving-the-role"))
    assert conference.refused(do.Reconcile(by=POLICE, passage=CALLS, said="said")) == "debrief-open"
    assert conference.refused(do.SaidIt(by=POLICE, passage=CALLS)) == "debrief-open"


def test_what_a_script_held_is_known_without_asking_it() -> None:
    conference = aloud(POLICE)
    assert conference.measures.outcomes["h1"] == "never-shared"  # type: ignore[index]


def test_a_scripts_lines_come_without_the_floor_to_be_read_aloud() -> None:
    conference = aloud(POLICE, phase="questions")
    conference.wait(1)
    assert conference.measures.outcomes["h1"] == "shared"  # type: ignore[index]


def test_typing_a_word_beside_the_table_still_works() -> None:
    conference = aloud(POLICE)
    conference.must(do.TellChair(by=POLICE, words=words()))
    assert [notice.kind for notice in conference.sees(POLICE).notices.items] == ["word-to-chair"]  # type: ignore[union-attr]


@pytest.mark.parametrize("setting", ["here", "call-beside", "one-room"])
def test_wherever_people_talk_aloud_speech_is_the_event_and_is_reconciled(setting: Setting) -> None:
    conference = rehearsal(POLICE, phase="analysis", setting=setting)
    assert conference.measures.outcomes["p1"] == "not-known"  # type: ignore[index]
    conference.must(do.SaidIt(by=POLICE, passage=CALLS))
    conference.to("leave")
    conference.must(do.OpenReconciling(by=FACILITATOR), do.Reconcile(by=POLICE, passage=BAIL, said="said"))
    assert {conference.measures.outcomes[fact] for fact in ("p1", "p2")} == {"shared"}  # type: ignore[index]


@pytest.mark.parametrize("setting", ["here", "call-beside"])
def test_on_a_call_papers_are_put_away_while_others_could_read_along(setting: Setting) -> None:
    conference = rehearsal(POLICE, phase="analysis", setting=setting)
    conference.must(do.SayWhere(by=POLICE, where="with-others"))
    assert conference.sees(POLICE).papers.hidden  # type: ignore[union-attr]
