"""Reports are summed up on one's turn, the family replies to each, and what was wrong is put right beside it."""

from dataclasses import replace
from datetime import date

import msgspec
from rehearsing import (
    BRYN_AWEL,
    CHAIR,
    FACILITATOR,
    HEALTH_VISITOR,
    MOTHER,
    POLICE,
    SOCIAL_WORKER,
    WATCHER,
    Rehearsal,
    rehearsal,
    scenario_at,
    words,
)

from simulations.engine import commands as do
from simulations.engine.actors import Scripted, Seated
from simulations.engine.alone import Run
from simulations.engine.scenario import read
from simulations.engine.scenario.values import PaperId, SeatId
from simulations.engine.sections import LogLine, SeenLine
from simulations.engine.telling import told
from simulations.engine.viewers import Viewer
from simulations.engine.words import ScenarioText

LOG, RED_BOOK, LATE_NOTE = PaperId("log"), PaperId("red-book"), PaperId("late-note")


def reports(*people: Seated) -> Rehearsal:
    """The round of reports, with the floor at the police."""
    conference = rehearsal(CHAIR, SOCIAL_WORKER, POLICE, *people, phase="reports")
    conference.must(do.GiveFloor(by=CHAIR, seat=POLICE.seat))
    return conference


def presented(conference: Rehearsal) -> str:
    conference.must(do.Present(by=POLICE, paper=LOG, words=words("summary")))
    return next(reversed(conference.state.reports))


def lines(conference: Rehearsal, viewer: Viewer, kind: str) -> list[LogLine]:
    log = conference.sees(viewer).log
    assert log is not None
    return [line for line in log.items if line.kind == kind]


def test_a_seat_sums_up_its_report_on_its_turn_and_shares_nothing_by_that() -> None:
    conference = reports()
    key = presented(conference)
    (line,) = conference.sees(MOTHER).log.items[-1:]  # type: ignore[union-attr]
    assert (line.key, line.kind, line.seat) == (key, "presented", "police")
    assert line.report == {"en": "Incident log", "cy": "Cofnod digwyddiadau"}
    assert line.words is not None
    assert line.quotes == ()
    assert not conference.state.sharings
    assert POLICE.seat in conference.state.spoken


def test_a_report_is_summed_up_in_words_and_only_once() -> None:
    conference = reports()
    assert conference.refused(do.Present(by=POLICE, paper=LOG)) == "summary-needed"
    presented(conference)
    assert conference.refused(do.Present(by=POLICE, paper=LOG, words=words())) == "already-presented"


def test_round_a_table_one_presents_aloud_and_only_says_so() -> None:
    conference = rehearsal(POLICE, MOTHER, phase="reports", setting="one-room")
    conference.must(do.Present(by=POLICE, paper=LOG))
    conference.must(do.Reply(by=MOTHER, report=next(iter(conference.state.reports))))


def test_nobody_presents_before_their_turn_nor_at_another_item_of_the_agenda() -> None:
    conference = reports(HEALTH_VISITOR)
    assert conference.refused(do.Present(by=HEALTH_VISITOR, paper=RED_BOOK, words=words())) == "floor-elsewhere"
    conference.to("analysis")
    assert conference.refused(do.Present(by=POLICE, paper=LOG, words=words())) == "not-in-reports"


def test_a_seat_presents_only_papers_of_its_own_that_it_holds() -> None:
    conference = reports()
    assert conference.refused(do.Present(by=POLICE, paper=RED_BOOK, words=words())) == "not-your-report"
    assert conference.refused(do.Present(by=POLICE, paper=LATE_NOTE, words=words())) == "not-your-report"
    conference.must(do.DealPaper(by=FACILITATOR, paper=RED_BOOK, to=POLICE.seat))
    assert conference.refused(do.Present(by=POLICE, paper=RED_BOOK, words=words())) == "not-your-report"


def test_the_family_replies_to_a_report_without_the_floor_and_once() -> None:
    conference = reports(MOTHER)
    key = presented(conference)
    conference.must(do.Reply(by=MOTHER, report=key, words=words("reply")))
    (line,) = lines(conference, POLICE, "replied")
    assert (line.answers, line.other) == (key, "police")  # type: ignore[attr-defined]
    assert conference.refused(do.Reply(by=MOTHER, report=key, words=words())) == "no-such-report"
    assert conference.refused(do.Reply(by=POLICE, report=key, words=words())) == "not-yours"


def test_a_reply_belongs_to_the_item_of_the_agenda_and_wants_words() -> None:
    conference = reports(MOTHER)
    key = presented(conference)
    assert conference.refused(do.Reply(by=MOTHER, report=key)) == "words-needed"
    assert conference.refused(do.Reply(by=MOTHER, report="t1", words=words())) == "no-such-report"
    conference.to("child")
    assert conference.refused(do.Reply(by=MOTHER, report=key, words=words())) == "not-in-reports"


def test_who_was_out_replies_to_no_report_that_they_did_not_hear() -> None:
    conference = reports(MOTHER)
    conference.must(do.StepOut(by=MOTHER))
    key = presented(conference)
    conference.must(do.ComeBack(by=MOTHER))
    assert conference.refused(do.Reply(by=MOTHER, report=key, words=words())) == "no-such-report"
    assert lines(conference, MOTHER, "presented") == []


def test_buttons_are_there_for_what_may_be_presented_and_replied_to() -> None:
    conference = reports(MOTHER)
    assert "present-report" in conference.sees(POLICE).me.may  # type: ignore[union-attr]
    assert "reply" not in conference.sees(MOTHER).me.may  # type: ignore[union-attr]
    presented(conference)
    assert "present-report" not in conference.sees(POLICE).me.may  # type: ignore[union-attr]
    assert "reply" in conference.sees(MOTHER).me.may  # type: ignore[union-attr]


def test_a_correction_stands_beside_the_first_words_which_stay() -> None:
    conference = reports()
    conference.must(do.Speak(by=POLICE, words=words("wrong")))
    key = conference.sees(POLICE).log.items[-1].key  # type: ignore[union-attr]
    conference.must(do.Correct(by=POLICE, item=key, words=words("right", "cy")))
    (said,) = lines(conference, CHAIR, "said")[-1:]
    assert said.words.utterance == "wrong"  # type: ignore[attr-defined]
    (beside,) = said.corrections  # type: ignore[attr-defined]
    assert (beside.seat, beside.words.utterance, beside.words.language) == ("police", "right", "cy")
    (own,) = lines(conference, CHAIR, "corrected")
    assert own.answers == key  # type: ignore[attr-defined]


def test_somebody_puts_right_what_was_said_of_them_without_the_floor() -> None:
    conference = reports(MOTHER)
    key = presented(conference)
    conference.must(do.Correct(by=MOTHER, item=key, words=words("three calls")))
    (line,) = lines(conference, CHAIR, "presented")
    assert line.corrections[0].seat == "mother"  # type: ignore[attr-defined]


def test_a_correction_reaches_only_who_heard_the_first_words_and_is_there() -> None:
    conference = rehearsal(CHAIR, POLICE, MOTHER, HEALTH_VISITOR, phase="analysis")
    conference.must(do.StepOut(by=MOTHER), do.Speak(by=POLICE, words=words("first")))
    key = conference.sees(POLICE).log.items[-1].key  # type: ignore[union-attr]
    conference.must(
        do.ComeBack(by=MOTHER), do.StepOut(by=HEALTH_VISITOR), do.SitIn(by=FACILITATOR), do.Observe(by=WATCHER)
    )
    conference.must(do.Correct(by=POLICE, item=key, words=words("second")))
    for viewer in (MOTHER, HEALTH_VISITOR, FACILITATOR, WATCHER):
        assert b'"second"' not in msgspec.json.encode(conference.sees(viewer)), viewer
    assert b'"second"' in msgspec.json.encode(conference.sees(CHAIR))
    conference.must(do.ComeBack(by=HEALTH_VISITOR))
    assert b'"second"' not in msgspec.json.encode(conference.sees(HEALTH_VISITOR))


def test_nobody_corrects_what_they_did_not_hear_nor_what_nobody_said() -> None:
    conference = rehearsal(CHAIR, POLICE, MOTHER, phase="analysis")
    conference.must(do.StepOut(by=MOTHER), do.Speak(by=POLICE, words=words("first")))
    key = conference.sees(POLICE).log.items[-1].key  # type: ignore[union-attr]
    conference.must(do.ComeBack(by=MOTHER))
    for item in (key, "t1", "t0", "t999", "t", "x1", "t²"):
        assert conference.refused(do.Correct(by=MOTHER, item=item, words=words())) == "nothing-to-correct", item
    assert conference.refused(do.Correct(by=FACILITATOR, item=key, words=words())) == "not-yours"


def test_what_was_taken_back_needs_no_correction() -> None:
    conference = reports()
    conference.must(do.Share(by=POLICE, passage=conference.scenario.papers[LOG].passages[1].id))
    key = conference.sees(POLICE).log.items[-1].key  # type: ignore[union-attr]
    conference.must(do.Undo(by=POLICE, item=key))
    assert conference.refused(do.Correct(by=POLICE, item=key, words=words())) == "nothing-to-correct"


def test_what_was_presented_replied_and_corrected_is_told() -> None:
    conference = reports(MOTHER)
    key = presented(conference)
    conference.must(do.Reply(by=MOTHER, report=key, words=words()), do.Correct(by=MOTHER, item=key, words=words()))
    telling = [each for _, each in told(Run(conference.scenario, conference.state, events=conference.events))]
    assert {"presented": "log", "by": "police"} in telling
    assert {"replied": key, "by": "mother"} in telling
    assert {"corrected": key, "by": "mother"} in telling


def test_a_script_may_do_what_a_person_in_its_seat_could() -> None:
    conference = rehearsal(CHAIR, phase="reports")
    conference.must(do.GiveFloor(by=CHAIR, seat=POLICE.seat))
    line = ScenarioText("scripts.police.0.say")
    conference.must(do.Present(by=Scripted(SeatId("police")), paper=LOG, words=line))


def test_a_paper_that_several_seats_hold_is_the_first_ones_to_present() -> None:
    scenario = scenario_at(BRYN_AWEL, "calm")
    shared = replace(scenario.papers[LOG], held_by=(POLICE.seat, HEALTH_VISITOR.seat))
    conference = Rehearsal(replace(scenario, papers={**scenario.papers, LOG: shared}))
    conference.seat(CHAIR, POLICE, HEALTH_VISITOR)
    conference.must(do.Start(by=FACILITATOR))
    conference.to("reports")
    conference.must(do.GiveFloor(by=CHAIR, seat=HEALTH_VISITOR.seat))
    assert conference.refused(do.Present(by=HEALTH_VISITOR, paper=LOG, words=words())) == "not-your-report"
    assert conference.sees(HEALTH_VISITOR).me.to_present == ("red-book",)  # type: ignore[union-attr]
    conference.must(do.GiveFloor(by=CHAIR, seat=POLICE.seat), do.Present(by=POLICE, paper=LOG, words=words()))
    assert conference.sees(POLICE).me.to_present == ()  # type: ignore[union-attr]


def with_reports() -> Rehearsal:
    """Bryn Awel with a report that the family has seen, and one that they have not and that is still to come."""
    text = BRYN_AWEL.read_text(encoding="utf-8")
    text = text.replace("held_by: [health-visitor]", "held_by: [health-visitor]\n    seen_by_family: -2d")
    text = text.replace("held_by: [gp]", "held_by: [gp]\n    seen_by_family: never")
    reading = read(text.encode())
    assert reading.scenario is not None, reading.problems
    conference = Rehearsal(reading.scenario.for_variant("calm"))
    conference.seat(CHAIR, HEALTH_VISITOR)
    conference.must(do.Start(by=FACILITATOR))
    conference.to("opening")
    return conference


SEEN = SeenLine(day=(-2, "days"), on=date(2026, 5, 2))
UNSEEN = SeenLine(day=None, on=None)


def to_check(conference: Rehearsal, viewer: Viewer) -> list[tuple[str, SeenLine]]:
    section = conference.sees(viewer).arrangements
    assert section is not None
    return [(line.seat, line.seen) for line in section.reports]


def test_the_chair_is_told_at_the_opening_which_reports_the_family_has_seen() -> None:
    conference = with_reports()
    assert to_check(conference, CHAIR) == [("health-visitor", SEEN)], "the doctor's is still to come"
    assert to_check(conference, FACILITATOR) == to_check(conference, CHAIR)
    assert to_check(conference, HEALTH_VISITOR) == []
    conference.must(do.Call(by=CHAIR, seat=SeatId("gp")))
    assert to_check(conference, CHAIR) == [("health-visitor", SEEN), ("gp", UNSEEN)]
    conference.to("reports")
    assert to_check(conference, CHAIR) == []


def test_who_holds_a_report_is_told_whether_the_family_has_seen_it_and_the_table_when_it_is_presented() -> None:
    conference = with_reports()
    own = conference.sees(HEALTH_VISITOR).papers
    assert own is not None
    assert [paper.seen for paper in own.papers if paper.id == RED_BOOK] == [SEEN]
    conference.to("reports")
    conference.must(do.GiveFloor(by=CHAIR, seat=HEALTH_VISITOR.seat))
    conference.must(do.Present(by=HEALTH_VISITOR, paper=RED_BOOK, words=words()))
    (line,) = lines(conference, CHAIR, "presented")
    assert line.seen == SEEN
