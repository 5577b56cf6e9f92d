"""The debrief opens step by step, and tells what was known by child, never by who held it."""

import msgspec
from rehearsing import CALLS, FACILITATOR, HEALTH_VISITOR, MOTHER, POLICE, Rehearsal, rehearsal

from simulations.engine import commands as do
from simulations.engine.reconciling import STEPS
from simulations.engine.sections import DebriefSection
from simulations.engine.viewers import Public, Viewer


def debrief(conference: Rehearsal, viewer: Viewer, upto: str) -> DebriefSection:
    """What somebody sees once the steps up to this one are open."""
    for step in STEPS[: STEPS.index(upto) + 1]:
        conference.must(do.OpenStep(by=FACILITATOR, step=step))
    section = conference.sees(viewer).debrief
    assert section is not None
    return section


def after_a_conference() -> Rehearsal:
    conference = rehearsal(POLICE, HEALTH_VISITOR, MOTHER, phase="analysis")
    conference.must(do.Share(by=POLICE, passage=CALLS))
    conference.to("debrief")
    return conference


def test_there_is_no_debrief_before_the_debrief() -> None:
    conference = rehearsal(POLICE, phase="decision")
    assert conference.sees(POLICE).debrief is None
    assert conference.refused(do.OpenStep(by=FACILITATOR, step=STEPS[0])) == "meeting-not-over"


def test_steps_open_in_order_and_only_by_the_facilitator() -> None:
    conference = after_a_conference()
    assert conference.refused(do.OpenStep(by=POLICE, step=STEPS[0])) == "facilitator-only"
    assert conference.refused(do.OpenStep(by=FACILITATOR, step="views")) == "step-out-of-order"
    conference.must(do.OpenStep(by=FACILITATOR, step=STEPS[0]))
    assert conference.must(do.OpenStep(by=FACILITATOR, step=STEPS[0])) == ()


def test_nothing_is_told_before_its_step() -> None:
    section = debrief(after_a_conference(), POLICE, "how-was-it")
    assert (section.by_child, section.pool, section.own, section.views) == ((), None, (), ())
    assert b"KQGIST" not in msgspec.json.encode(section)


def test_what_was_known_and_not_said_is_told_by_child_without_holders() -> None:
    section = debrief(after_a_conference(), HEALTH_VISITOR, "known-and-not-said")
    gwen, ifan = section.by_child
    assert [line.fact for line in gwen.shared] == ["p1"]
    assert {line.fact for line in ifan.never_shared} == {"p3", "h1", "g1"}
    told = msgspec.to_builtins(section.by_child)
    assert "police" not in str(told)
    assert section.own == ()


def test_ones_own_row_is_ones_own() -> None:
    conference = after_a_conference()
    police = debrief(conference, POLICE, "own-row")
    health_visitor = conference.sees(HEALTH_VISITOR).debrief
    assert health_visitor is not None
    assert [(line.fact, line.outcome) for line in police.own] == [("p1", "shared"), ("p2", "never-shared")]
    assert [line.fact for line in health_visitor.own] == ["h1", "h2"]


def test_family_seats_have_no_row() -> None:
    assert debrief(after_a_conference(), MOTHER, "own-row").own == ()


def test_pitfalls_are_told_as_found_not_found_or_the_facilitators_to_see() -> None:
    section = debrief(after_a_conference(), POLICE, "views")
    found = {line.pitfall: line.found for line in section.pitfalls}
    assert found == {
        "police-silent": False, "bail-unsaid": True, "same-for-both": False, "english-only": False, "by-eye": None,
    }  # fmt: skip


def test_somebody_at_the_door_sees_no_debrief() -> None:
    conference = after_a_conference()
    debrief(conference, POLICE, "timeline")
    assert conference.sees(Public()).debrief is None


def test_the_room_closes_after_the_debrief_and_nothing_is_added() -> None:
    conference = after_a_conference()
    conference.must(do.Close(by=FACILITATOR))
    assert conference.refused(do.Share(by=POLICE, passage=CALLS)) == "closed"
    assert conference.sees(POLICE).me.may == ()  # type: ignore[union-attr]


def test_the_room_does_not_close_on_a_meeting() -> None:
    assert rehearsal(POLICE, phase="analysis").refused(do.Close(by=FACILITATOR)) == "meeting-not-over"
