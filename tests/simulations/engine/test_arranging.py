"""Co-ordinator, core group and dates against the procedural limits; adjourning; all of it by the practice that was pinned."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from msgspec import structs
from rehearsing import BRYN_AWEL, CHAIR, FACILITATOR, MOTHER, POLICE, RECORD_TAKER, WATCHER, Rehearsal, rehearsal, words

from simulations.engine import commands as do
from simulations.engine.actors import Facilitator, Observer, Seated
from simulations.engine.alone import Run, run_by_itself
from simulations.engine.practice import NATIONAL, Footing, Limit, Practice
from simulations.engine.refusals import Refusal
from simulations.engine.scenario import read
from simulations.engine.scenario.values import ChildId, DecisionId, OptionId, SeatId, SeatOrAdultId
from simulations.engine.scenario.vocabulary import Category, Meeting
from simulations.engine.sections import ArrangementsSection
from simulations.engine.telling import told
from simulations.engine.terms import Terms
from simulations.engine.viewers import Public

MEMBERS = (SeatOrAdultId("social-worker"), SeatOrAdultId("health-visitor"), SeatOrAdultId("nia"))
LAST = date(2026, 5, 18)
"""The last day for a first core group after a conference on 4 May 2026, with no bank holiday known."""


GWEN, REGISTRATION = ChildId("gwen"), DecisionId("registration")


def planning(*people: Seated, practice: Practice = NATIONAL, meeting: Meeting = Meeting.INITIAL) -> Rehearsal:
    """Bryn Awel at the plan, with a child's name on the register, on this practice."""
    conference = rehearsal(CHAIR, POLICE, *people)
    conference.state = structs.replace(conference.state, terms=Terms(practice=practice))
    conference.scenario = replace(conference.scenario, meeting=meeting)
    conference.must(do.Start(by=FACILITATOR))
    conference.to("decision")
    conference.must(
        do.OpenViews(by=CHAIR, decision=REGISTRATION),
        do.Decide(
            by=CHAIR, decision=REGISTRATION, child=GWEN, option=OptionId("registered"), categories=(Category.NEGLECT,),
            words=words(),
        ),
    )  # fmt: skip
    conference.to("plan")
    return conference


def group(on: date | None = LAST, why: bool = False, by: Seated | Facilitator = CHAIR) -> do.FormCoreGroup:
    return do.FormCoreGroup(by=by, members=MEMBERS, on=on, words=words("why") if why else None)


def shown(conference: Rehearsal, viewer: Seated | Facilitator | Observer = CHAIR) -> ArrangementsSection:
    section = conference.sees(viewer).arrangements
    assert section is not None
    return section


def test_the_plan_says_what_is_missing_and_can_be_closed_all_the_same() -> None:
    conference = planning()
    assert shown(conference).missing == ("name-coordinator", "core-group", "next-conference")
    for child in conference.scenario.family.children:
        conference.must(do.SayInterim(by=POLICE, child=child, words=words()))
    conference.must(do.NextPhase(by=CHAIR))
    assert conference.state.phase.id == "close"
    conference.must(do.NameCoordinator(by=CHAIR, seat=SeatId("social-worker")), group(on=None))
    assert shown(conference).missing == ("core-group", "next-conference")
    conference.must(group(), do.SetNextConference(by=POLICE, on=date(2026, 7, 30)))
    assert shown(conference).missing == ()


def test_where_no_name_is_on_the_register_nothing_is_missing() -> None:
    conference = rehearsal(CHAIR, phase="plan")
    assert shown(conference).missing == ()


def test_a_core_group_is_shown_with_its_members_and_its_day_and_the_limit_with_its_source() -> None:
    conference = planning(MOTHER)
    conference.must(group())
    for viewer in (CHAIR, MOTHER):
        section = shown(conference, viewer)
        assert section.core_group is not None
        assert section.core_group.members == MEMBERS
        assert section.core_group.date.on == LAST
        assert not section.core_group.date.late
    limits = {limit.arrangement: limit for limit in shown(conference).limits}
    assert (limits["core-group"].number, limits["core-group"].unit, limits["core-group"].last) == (
        10,
        "working-days",
        LAST,
    )
    assert limits["core-group"].rule.source == "https://safeguarding.wales/en/chi-i/chi-i-c4/c4-p4/"
    assert limits["next-conference"].last == date(2026, 8, 4)


def test_a_day_beyond_the_limit_is_refused_with_the_limit_and_its_last_day_in_both_languages() -> None:
    conference = planning()
    answer = conference.ask(group(on=date(2026, 5, 19)))
    assert isinstance(answer, Refusal)
    assert answer.code == "beyond-limit"
    english, welsh = answer.message.in_language("en"), answer.message.in_language("cy")
    assert "First meeting of the core group: 10 working days, so by 18 May 2026 at the latest" in english
    assert "Cyfarfod cyntaf y grŵp craidd: 10 diwrnod gwaith, felly erbyn 18 Mai 2026 fan bellaf" in welsh
    assert "say why" in english


def test_with_a_reason_a_late_day_is_taken_and_shown_as_late() -> None:
    conference = planning()
    conference.must(group(on=date(2026, 5, 19), why=True))
    line = shown(conference).core_group
    assert line is not None
    assert line.date.late
    assert line.date.why is not None
    conference.must(do.SetNextConference(by=CHAIR, on=date(2026, 8, 5), words=words("later")))
    following = shown(conference).next_conference
    assert following is not None
    assert following.late


def test_a_day_that_is_not_after_the_conference_is_refused_even_with_a_reason() -> None:
    conference = planning()
    assert conference.refused(group(on=date(2026, 5, 4), why=True)) == "date-in-the-past"
    assert conference.refused(do.Adjourn(by=CHAIR, words=words(), on=date(2026, 5, 3))) == "date-in-the-past"


def test_bank_holidays_move_the_last_day() -> None:
    conference = planning(practice=structs.replace(NATIONAL, holidays=frozenset({date(2026, 5, 18)})))
    conference.must(group(on=date(2026, 5, 19)))
    assert conference.refused(group(on=date(2026, 5, 20))) == "beyond-limit"


def test_the_practice_that_was_pinned_decides_and_no_other() -> None:
    clock = NATIONAL.clock("first-core-group")
    stricter = structs.replace(clock, limit=Limit(3, "days"), footing=Footing(mark="board"))
    clocks = tuple(stricter if each.id == clock.id else each for each in NATIONAL.clocks)
    conference = planning(practice=structs.replace(NATIONAL, clocks=clocks))
    assert conference.refused(group(on=date(2026, 5, 8))) == "beyond-limit"
    conference.must(group(on=date(2026, 5, 7)))
    assert shown(conference).limits[0].rule.mark == "board"


@pytest.mark.parametrize(
    ("meeting", "on"), [(Meeting.STRATEGY, date(2027, 4, 1)), (Meeting.CORE_GROUP, date(2026, 6, 15))]
)
def test_other_meetings_have_other_limits_or_none(meeting: Meeting, on: date) -> None:
    conference = planning(meeting=meeting)
    conference.must(group(on=on))
    assert shown(conference).core_group is not None


def test_who_may_arrange_what() -> None:
    conference = planning(MOTHER, RECORD_TAKER)
    assert conference.refused(do.NameCoordinator(by=POLICE, seat=POLICE.seat)) == "chair-only"
    assert conference.refused(do.NameCoordinator(by=CHAIR, seat=SeatId("mother"))) == "no-such-coordinator"
    assert conference.refused(group(by=MOTHER)) == "not-yours"
    assert conference.refused(group(by=RECORD_TAKER)) == "not-yours"
    assert conference.refused(do.SetNextConference(by=MOTHER, on=LAST)) == "not-yours"
    stranger = do.FormCoreGroup(by=CHAIR, members=(SeatOrAdultId("dewi"),))
    assert conference.refused(stranger) == "no-such-member"
    conference.must(group(by=POLICE))


def test_nothing_is_arranged_before_the_plan() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="analysis")
    assert conference.refused(group()) == "not-planning"
    assert conference.refused(do.SetNextConference(by=POLICE, on=LAST)) == "not-planning"


def test_who_is_outside_sees_nothing_of_what_is_arranged_meanwhile() -> None:
    conference = planning(MOTHER)
    conference.must(do.ClosePart(by=CHAIR, without=(MOTHER.seat,), ground="third-party"))
    conference.must(group(), do.NameCoordinator(by=CHAIR, seat=POLICE.seat), do.SetNextConference(by=CHAIR, on=LAST))
    section = shown(conference, MOTHER)
    assert (section.core_group, section.coordinator, section.next_conference) == (None, None, None)
    assert shown(conference).coordinator == "police"


def test_at_the_door_nothing_is_seen() -> None:
    conference = planning()
    conference.must(group())
    assert conference.sees(Public()).arrangements is None


# Adjourning


def test_the_chair_adjourns_and_nothing_is_decided_after() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="decision")
    assert conference.refused(do.Adjourn(by=POLICE, words=words())) == "chair-only"
    conference.must(do.OpenViews(by=CHAIR, decision=REGISTRATION), do.Adjourn(by=CHAIR, words=words("why")))
    assert conference.state.phase.id == "leave"
    late = do.Decide(by=CHAIR, decision=REGISTRATION, child=GWEN, option=OptionId("not-registered"), words=words())
    assert conference.refused(late) == "not-decided-now"
    assert conference.refused(do.Adjourn(by=CHAIR, words=words())) == "not-at-the-table"
    assert not conference.state.decisions
    section = shown(conference, POLICE)
    assert section.adjourned is not None
    assert section.adjourned.why is not None


def test_the_day_of_the_conference_is_the_one_in_wales() -> None:
    conference = rehearsal(CHAIR)
    conference.now = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    conference.must(do.Start(by=FACILITATOR))
    assert conference.state.arrangements.day == date(2026, 7, 1)


def test_after_an_adjournment_a_date_is_wanted_and_may_be_set_without_a_limit() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="analysis")
    conference.must(do.Adjourn(by=CHAIR, words=words()))
    assert shown(conference).missing == ("next-conference",)
    me = conference.sees(CHAIR).me
    assert me is not None
    assert "next-conference" in me.may
    conference.must(do.SetNextConference(by=CHAIR, on=date(2026, 12, 1)))
    assert shown(conference).missing == ()
    conference.must(do.Close(by=FACILITATOR))


def test_a_chair_who_knows_the_day_says_it_with_the_adjournment() -> None:
    conference = rehearsal(CHAIR, phase="analysis")
    conference.must(do.Adjourn(by=CHAIR, words=words(), on=date(2026, 5, 11)))
    following = shown(conference).next_conference
    assert following is not None
    assert following.on == date(2026, 5, 11)


def test_who_was_outside_learns_that_it_was_adjourned_and_not_why() -> None:
    conference = rehearsal(CHAIR, MOTHER, phase="analysis")
    conference.must(
        do.ClosePart(by=CHAIR, without=(MOTHER.seat,), ground="third-party"), do.Adjourn(by=CHAIR, words=words())
    )
    section = shown(conference, MOTHER)
    assert section.adjourned is not None
    assert section.adjourned.why is None


def test_without_a_person_in_the_chair_the_facilitator_adjourns() -> None:
    conference = rehearsal(POLICE, phase="analysis")
    assert conference.refused(do.Adjourn(by=POLICE, words=words())) == "chair-only"
    conference.must(do.Adjourn(by=FACILITATOR, words=words()))
    assert conference.state.phase.id == "leave"
    assert shown(conference, WATCHER).adjourned is not None
    own = shown(conference, FACILITATOR).adjourned
    assert own is not None
    assert own.why is not None


def test_somebody_who_was_sent_out_arranges_nothing() -> None:
    conference = planning()
    conference.must(do.ClosePart(by=CHAIR, without=(POLICE.seat,), ground="third-party"))
    assert conference.refused(group(by=POLICE)) == "sent-out"


def test_an_adjournment_names_the_children_nobody_said_what_keeps_safe_until_then() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="decision")
    conference.must(do.SayInterim(by=POLICE, child=GWEN, words=words()), do.Adjourn(by=CHAIR, words=words()))
    section = shown(conference)
    assert section.adjourned is not None
    assert section.adjourned.unsafe == ("ifan",)


def test_an_adjournment_is_in_the_log_the_timeline_and_the_measures() -> None:
    conference = rehearsal(CHAIR, MOTHER, phase="analysis")
    assert not conference.measures.adjourned
    conference.wait(60)
    conference.must(
        do.ClosePart(by=CHAIR, without=(MOTHER.seat,), ground="third-party"), do.Adjourn(by=CHAIR, words=words("why"))
    )
    assert conference.measures.adjourned
    log, hers = conference.sees(CHAIR).log, conference.sees(MOTHER).log
    assert log is not None
    assert hers is not None
    assert [item.words.utterance for item in log.items if item.kind == "adjourned" and item.words] == ["why"]
    assert "adjourned" not in [item.kind for item in hers.items]
    conference.to("debrief")
    while (debrief := conference.sees(MOTHER).debrief) and debrief.next_step:
        conference.must(do.OpenStep(by=FACILITATOR, step=debrief.next_step))
    assert debrief is not None
    assert [line.seconds for line in debrief.timeline if line.kind == "adjourned"] == [60]


# Scripts


def scripted(beats: str) -> Run:
    """Bryn Awel run by itself, with these beats as the chair's first."""
    text = BRYN_AWEL.read_text(encoding="utf-8").replace("scripts:\n  chair:\n", f"scripts:\n  chair:\n{beats}")
    reading = read(text.encode())
    assert reading.scenario is not None, reading.problems
    return run_by_itself(reading.scenario, "calm")


def test_a_scripted_chair_names_the_core_group_and_its_day() -> None:
    run = scripted("    - {when: {phase: close}, core-group: {members: [police, nia], date: +9d}}\n")
    assert [line for _, line in told(run) if "core-group" in line] == [
        {"core-group": "police, nia", "on": "2026-01-10"}
    ]


def test_a_scripts_date_beyond_the_limit_is_left_out_and_told() -> None:
    run = scripted("    - {when: {phase: close}, core-group: {members: [police], date: +1m}}\n")
    assert run.state.arrangements.core_group is None
    assert "core-group: beyond-limit" in [line.get("why") for _, line in told(run)]


def test_a_scripted_chair_adjourns_and_the_run_ends_undecided() -> None:
    run = scripted(
        '    - {when: {phase: analysis, after: 1m}, adjourn: {why: {en: "No doctor.", cy: "Dim meddyg."}}}\n'
    )
    assert run.state.status == "closed"
    assert {"adjourned": "yes", "by": "chair", "text": "No doctor."} in [line for _, line in told(run)]
    assert not run.state.decisions
    assert "decision" not in run.state.began
    assert run.measures.adjourned
