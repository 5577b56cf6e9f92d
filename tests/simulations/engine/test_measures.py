"""The measures: of the group, with a range where something is not known, and nothing in them about one person."""

import re
from pathlib import Path

import msgspec
import pytest
from rehearsing import (
    BAIL,
    CALLS,
    CHAIR,
    FACILITATOR,
    FATHER,
    HEALTH_VISITOR,
    MOTHER,
    POLICE,
    SOCIAL_WORKER,
    WEIGHT,
    Rehearsal,
    rehearsal,
    words,
)

from simulations.engine import commands as do
from simulations.engine.actors import Facilitator, Scripted, Seated
from simulations.engine.alone import run_by_itself
from simulations.engine.measures import plain
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import (
    ChildId,
    DecisionId,
    FactId,
    OptionId,
    PaperId,
    PassageId,
    SeatId,
    SeatOrAdultId,
)
from simulations.engine.telling import told_measures
from simulations.engine.terms import Setting
from simulations.engine.words import Due

MEASURES = Path(__file__).parents[3] / "docs/measures.md"
GWEN, IFAN, REGISTRATION = ChildId("gwen"), ChildId("ifan"), DecisionId("registration")
SCHOOL = Seated(SeatId("school"))


def test_the_page_and_the_code_name_the_same_measures(bryn_awel: Scenario) -> None:
    headings = [line for line in MEASURES.read_text(encoding="utf-8").splitlines() if line.startswith("### ")]
    assert {name for line in headings for name in re.findall(r"`(\w+)`", line)} == set(
        told_measures(run_by_itself(bryn_awel, "calm"))
    )


def views(conference: Rehearsal, option: str, *seats: Seated, because: PassageId = CALLS) -> None:
    """These seats give this view on Gwen."""
    categories = ("neglect",) if option == "registered" else ()
    for seat in seats:
        conference.must(
            do.GiveView(
                by=seat, decision=REGISTRATION, child=GWEN, option=OptionId(option), categories=categories,
                words=words(), because=(because,), confidence=5,
            )
        )  # fmt: skip


def test_where_people_type_both_ends_of_a_rate_are_the_same() -> None:
    conference = rehearsal(POLICE, HEALTH_VISITOR, phase="analysis")
    conference.must(do.Share(by=POLICE, passage=CALLS))
    measured = plain(conference.measures)
    assert measured["pool_rate"] == measured["pool_rate_at_most"] == 0.25
    assert measured["use_rate"] == measured["use_rate_at_most"] == 0.0


def test_what_is_not_known_widens_every_rate() -> None:
    conference = rehearsal(POLICE, HEALTH_VISITOR, phase="analysis", setting="one-room")
    conference.must(do.SaidIt(by=POLICE, passage=CALLS))
    measured = plain(conference.measures)
    assert "h1" in measured["not_known"]  # type: ignore[operator]
    assert measured["pool_rate"] < measured["pool_rate_at_most"]  # type: ignore[operator]
    assert measured["late_rate"] < measured["late_rate_at_most"]  # type: ignore[operator]
    conference.to("decision")
    views(conference, "registered", POLICE)
    measured = plain(conference.measures)
    assert measured["use_rate"] < measured["use_rate_at_most"] == 1.0  # type: ignore[operator]


def test_what_is_first_said_after_a_view_on_a_child_it_is_about_is_late() -> None:
    conference = rehearsal(CHAIR, POLICE, HEALTH_VISITOR, phase="analysis")
    conference.must(do.Share(by=POLICE, passage=CALLS))
    conference.to("decision")
    for child in (GWEN, IFAN):
        conference.must(
            do.GiveView(
                by=POLICE, decision=REGISTRATION, child=child, option=OptionId("not-registered"), words=words(),
                because=(CALLS,), confidence=5,
            )
        )  # fmt: skip
    # At the very same moment of the clock: what comes after the view is late, what came before it is not.
    conference.must(do.GiveFloor(by=CHAIR, seat=HEALTH_VISITOR.seat), do.Share(by=HEALTH_VISITOR, passage=WEIGHT))
    measured = plain(conference.measures)
    assert measured["late"] == ["h1"]
    assert (measured["pool_rate"], measured["late_rate"]) == (0.25, 0.25)


def test_what_only_a_script_said_is_told_apart() -> None:
    conference = rehearsal(POLICE, phase="analysis")
    conference.must(do.Share(by=POLICE, passage=CALLS))
    conference.to("questions")
    conference.wait(20)
    assert conference.measures.with_outcome("shared") == ("p1", "h1")
    assert conference.measures.by_scripts == ("h1",)


@pytest.mark.parametrize(("reader", "by_scripts"), [(FACILITATOR, ()), (Scripted(POLICE.seat), ("c1",))])
def test_a_statement_counts_as_said_by_a_script_only_where_a_script_reads_it_out(
    reader: Facilitator | Scripted, by_scripts: tuple[str, ...]
) -> None:
    conference = rehearsal(HEALTH_VISITOR, phase="child")
    conference.must(do.ReadOut(by=reader, paper=PaperId("words"), confirm=True))
    assert conference.measures.outcomes[FactId("c1")] == "shared"
    assert conference.measures.by_scripts == by_scripts


def test_a_withheld_fact_said_before_nobody_knows_whom_is_not_known() -> None:
    conference = rehearsal(POLICE, setting="one-room")
    conference.seat(FATHER, played_by="trainer")
    conference.must(do.Start(by=FACILITATOR))
    conference.to("analysis")
    assert plain(conference.measures)["breaches_not_known"] == ["p2"]
    conference.must(do.SaidIt(by=POLICE, passage=BAIL, confirm=True))
    measured = plain(conference.measures)
    assert (measured["breaches"], measured["breaches_not_known"]) == (["p2"], [])


def test_the_childs_words_are_told_with_the_language_they_were_said_in(bryn_awel: Scenario) -> None:
    measured = told_measures(run_by_itself(bryn_awel, "calm"))
    assert measured["voices"] == {"c1": {"outcome": "shared", "languages": ["cy"]}}


def concerned(levels: dict[Seated, int]) -> Rehearsal:
    """A conference in which these people were this worried about Gwen before anybody spoke."""
    conference = rehearsal(*levels, phase="reading")
    for seat, level in levels.items():
        conference.must(do.GiveConcern(by=seat, child=GWEN, level=level))
    conference.to("analysis")
    return conference


def test_concern_before_stands_against_the_view_after() -> None:
    conference = concerned({POLICE: 2, HEALTH_VISITOR: 7, SOCIAL_WORKER: 5})
    conference.must(do.GiveConcern(by=POLICE, child=GWEN, level=6))
    conference.must(do.Share(by=POLICE, passage=CALLS))
    conference.to("decision")
    views(conference, "registered", POLICE, HEALTH_VISITOR, SOCIAL_WORKER)
    levels = {"given": 3, "lowest": 2, "middle": 5.0, "highest": 7}
    assert plain(conference.measures)["concerns"]["gwen"] == {  # type: ignore[index]
        "before": levels, "rose": 1, "fell": 0, "stayed": 2, "by_view": {"registered": levels},
    }  # fmt: skip


def test_levels_of_so_few_that_they_would_tell_whose_they_are_are_not_told() -> None:
    conference = concerned({POLICE: 2, HEALTH_VISITOR: 7, SOCIAL_WORKER: 5})
    conference.must(do.Share(by=POLICE, passage=CALLS))
    conference.to("decision")
    views(conference, "registered", POLICE, HEALTH_VISITOR)
    views(conference, "not-registered", SOCIAL_WORKER)
    by_view = conference.measures.shifts[GWEN].by_view
    assert {option: (levels.given, levels.lowest) for option, levels in by_view.items()} == {
        "registered": (2, None), "not-registered": (1, None),
    }  # fmt: skip
    assert concerned({POLICE: 2, HEALTH_VISITOR: 7}).measures.shifts[GWEN].before.lowest is None


def test_a_script_is_worried_for_nobody(bryn_awel: Scenario) -> None:
    run = run_by_itself(bryn_awel, "calm")
    assert run.state.first_concerns
    assert {shift.before.given for shift in run.measures.shifts.values()} == {0}


def add(conference: Rehearsal, child: ChildId, kind: str) -> None:
    conference.must(
        do.AddAction(
            by=POLICE, child=child, kind=kind, owner=SeatOrAdultId("police"), words=words(), risk=words(),
            if_not=words(), due=Due(number=7),
        )
    )  # fmt: skip


def test_actions_are_counted_by_kind_and_a_risk_without_a_safety_action_is_named() -> None:
    conference = rehearsal(POLICE, phase="analysis", empty=["health-visitor"])
    conference.must(do.Share(by=POLICE, passage=CALLS))
    conference.to("plan")
    add(conference, GWEN, "support")
    measured = plain(conference.measures)
    assert measured["plan"]["gwen"] == {"safety": 0, "support": 1}  # type: ignore[index]
    assert "p1" in measured["risks_without_safety"]  # type: ignore[operator]
    add(conference, GWEN, "safety")
    add(conference, IFAN, "safety")
    assert plain(conference.measures)["risks_without_safety"] == []
    conference.must(do.WithdrawAction(by=POLICE, action="police.2"))
    assert "p1" in plain(conference.measures)["risks_without_safety"]  # type: ignore[operator]


def test_turns_are_counted_of_people_who_type_and_not_of_family() -> None:
    conference = rehearsal(CHAIR, POLICE, MOTHER, phase="questions")
    for by, times in ((CHAIR, 3), (POLICE, 1), (MOTHER, 5)):
        if by != CHAIR:
            conference.must(do.GiveFloor(by=CHAIR, seat=by.seat))
        for _ in range(times):
            conference.must(do.Speak(by=by, words=words()))
    spread = conference.measures.speaking
    assert spread is not None
    assert spread.contributions == {"chair": 3, "police": 1}
    assert (spread.share(CHAIR.seat), spread.share(MOTHER.seat)) == (0.75, 0.0)
    assert spread.plain() == {"contributions": 4, "people": 2, "silent": 0, "largest_share": 0.75}


def test_turns_are_not_counted_where_people_talk_aloud() -> None:
    assert rehearsal(POLICE, phase="analysis", setting="one-room").measures.speaking is None


def test_where_audio_is_here_a_turn_lasts_as_long_as_somebody_has_the_floor() -> None:
    conference = rehearsal(CHAIR, POLICE, MOTHER, phase="questions", setting="here")
    for by, seconds in ((POLICE, 40), (MOTHER, 90), (POLICE, 20)):
        conference.must(do.GiveFloor(by=CHAIR, seat=by.seat))
        conference.wait(seconds)
        conference.must(do.RaiseHand(by=MOTHER), do.LowerHand(by=MOTHER)) if by != MOTHER else None
    conference.must(do.Pause(by=FACILITATOR))
    conference.wait(600)
    conference.must(do.Resume(by=FACILITATOR), do.HandBack(by=POLICE))
    turns = conference.measures.turns
    assert turns is not None
    assert turns.plain() == {"turns": 2, "seconds": 60, "longest": 40, "largest_share": 1.0}
    assert conference.measures.speaking is None


@pytest.mark.parametrize("setting", ["text", "call-beside", "one-room"])
def test_elsewhere_nobody_times_a_turn(setting: Setting) -> None:
    conference = rehearsal(CHAIR, POLICE, phase="questions", setting=setting)
    conference.must(do.GiveFloor(by=CHAIR, seat=POLICE.seat), do.HandBack(by=POLICE))
    assert conference.measures.turns is None
    assert not conference.state.turns


def test_ones_own_turns_are_ones_own() -> None:
    conference = rehearsal(CHAIR, POLICE, MOTHER, phase="analysis")
    conference.must(do.Speak(by=CHAIR, words=words()))
    conference.to("debrief")
    for step in ("leaving-the-role", "how-was-it", "childs-day", "known-and-not-said", "own-row"):
        conference.must(do.OpenStep(by=FACILITATOR, step=step))
    turns = {by: conference.sees(by).debrief.own_turns for by in (CHAIR, POLICE, MOTHER, FACILITATOR)}  # type: ignore[union-attr]
    assert msgspec.to_builtins(turns[CHAIR]) == {"own": 1, "all": 1}
    assert msgspec.to_builtins(turns[POLICE]) == {"own": 0, "all": 1}
    assert (turns[MOTHER], turns[FACILITATOR]) == (None, None)


@pytest.mark.parametrize("setting", ["text", "one-room"])
def test_no_seat_is_named_in_what_leaves_the_room(setting: str) -> None:
    conference = rehearsal(CHAIR, POLICE, phase="analysis", setting=setting)  # type: ignore[arg-type]
    if setting == "text":
        conference.must(do.Speak(by=CHAIR, words=words()))
    else:
        conference.must(do.SaidIt(by=POLICE, passage=CALLS))
    found = set(re.findall(r"[\w-]+", repr(plain(conference.measures))))
    assert not found & {"chair", "police", "health-visitor", "person-police"}


def test_time_in_a_phase_leaves_pauses_out() -> None:
    conference = rehearsal(POLICE, phase="opening")
    conference.wait(30)
    conference.must(do.Pause(by=FACILITATOR))
    conference.now += 100 * (conference.now - conference.events[0].at)
    conference.must(do.Resume(by=FACILITATOR))
    conference.wait(10)
    conference.to("reports")
    assert plain(conference.measures)["times"]["opening"] == 40  # type: ignore[index]
