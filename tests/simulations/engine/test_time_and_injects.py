"""The conference's own clock, what is due on it, and what fires by itself, once."""

from datetime import timedelta

from rehearsing import BRYN_AWEL, CALLS, FACILITATOR, HEALTH_VISITOR, MOTHER, POLICE, Rehearsal, rehearsal, words

from simulations.engine import commands as do
from simulations.engine.actors import Clock
from simulations.engine.due import due
from simulations.engine.events import BeatPlayed, InjectArrived, MinutesUsed
from simulations.engine.scenario import read
from simulations.engine.scenario.values import InjectId, PaperId

WEEK = timedelta(days=7)


def injects(conference: Rehearsal) -> list[str]:
    return [event.inject for event in conference.events if isinstance(event, InjectArrived)]


def test_an_inject_comes_when_its_time_has_come_with_the_papers_it_deals() -> None:
    conference = rehearsal(POLICE, HEALTH_VISITOR, phase="analysis")
    conference.wait(59)
    assert injects(conference) == []
    conference.wait(1)
    assert injects(conference) == ["breach-today"]
    assert [notice.kind for notice in conference.sees(POLICE).notices.items] == ["inject", "papers"]  # type: ignore[union-attr]
    assert conference.sees(HEALTH_VISITOR).notices.items == ()  # type: ignore[union-attr]
    assert "late-note" in [paper.id for paper in conference.sees(POLICE).papers.papers]  # type: ignore[union-attr]


def test_it_fires_once_however_often_the_clock_asks() -> None:
    conference = rehearsal(POLICE, phase="analysis")
    conference.wait(90)
    assert conference.must(do.Tick(by=Clock())) == ()
    conference.wait(60)
    assert injects(conference) == ["breach-today"]


def test_one_set_off_by_hand_does_not_come_again_by_itself() -> None:
    conference = rehearsal(POLICE, phase="analysis")
    conference.must(do.FireInject(by=FACILITATOR, inject=InjectId("breach-today")))
    assert conference.refused(do.FireInject(by=FACILITATOR, inject=InjectId("breach-today"))) == "already-fired"
    conference.wait(120)
    assert injects(conference) == ["breach-today"]


def test_only_the_facilitator_sets_injects_off_and_deals_papers() -> None:
    conference = rehearsal(POLICE, phase="analysis")
    assert conference.refused(do.FireInject(by=POLICE, inject=InjectId("fire-alarm"))) == "facilitator-only"
    dealing = do.DealPaper(by=FACILITATOR, paper=PaperId("late-note"), to=HEALTH_VISITOR.seat)
    conference.must(dealing)
    assert conference.refused(dealing) == "has-paper"


def test_a_pause_of_a_week_moves_everything_by_a_week_and_fires_nothing_at_once() -> None:
    conference = rehearsal(POLICE, phase="analysis")
    conference.wait(30)
    conference.must(do.Pause(by=FACILITATOR))
    assert due(conference.scenario, conference.state) is None
    conference.now += WEEK
    assert conference.must(do.Tick(by=Clock())) == ()
    resumed = conference.must(do.Resume(by=FACILITATOR))
    assert conference.kinds(resumed) == ["ConferenceResumed"]
    conference.wait(29)
    assert injects(conference) == []
    conference.wait(1)
    assert injects(conference) == ["breach-today"]


def test_an_outage_stops_the_clock_at_the_last_sign_of_anybody() -> None:
    conference = rehearsal(POLICE, phase="analysis")
    conference.wait(30)
    last_sign = conference.now
    conference.now += timedelta(minutes=20)
    happened = conference.must(do.Outage(by=Clock(), since=last_sign))
    assert conference.kinds(happened) == ["OutageNoted"]
    conference.wait(29)
    assert injects(conference) == []
    conference.wait(1)
    assert injects(conference) == ["breach-today"]


def test_minutes_warn_once_and_end_nothing() -> None:
    conference = rehearsal(POLICE, phase="opening")
    conference.wait(200)
    assert conference.state.phase.id == "opening"
    assert sum(isinstance(event, MinutesUsed) and event.phase == "opening" for event in conference.events) == 1
    conference.must(do.Extend(by=FACILITATOR, minutes=5))
    assert not conference.state.phase.used_up


def test_a_beat_waits_for_its_time_and_a_late_tick_tells_since_when_it_held() -> None:
    conference = rehearsal(POLICE, phase="analysis")
    conference.now += timedelta(minutes=2, milliseconds=300)
    conference.must(do.Tick(by=Clock()))
    mothers = conference.state.beats["mother.0"]  # type: ignore[index]
    assert mothers.played
    assert mothers.held == conference.state.began["analysis"] + timedelta(minutes=2)  # type: ignore[index]


def test_overdue_beats_are_played_in_order_and_spaced() -> None:
    conference = rehearsal(phase="decision")
    conference.now += timedelta(seconds=100)
    conference.must(do.Tick(by=Clock()))
    conference.wait(30)
    played = [(event.at, event.beat) for event in conference.events if isinstance(event, BeatPlayed)]
    late = [(at, beat) for at, beat in played if beat in ("health-visitor.3", "police.1")]
    assert [beat for _, beat in late] == ["health-visitor.3", "police.1"]
    assert late[1][0] - late[0][0] >= timedelta(seconds=2)


def test_a_beat_long_overdue_keeps_back_none_that_falls_due_now() -> None:
    text = BRYN_AWEL.read_text(encoding="utf-8")
    text = text.replace("{when: {asked: h1}, after: 5s, share", "{when: {asked: h1}, share")
    asking = "{when: {phase: questions, after: 1m}, ask: {of: health-visitor, topic: growth}}"
    text = text.replace(
        "    - {when: {phase: questions, after: 30s}, call: gp}\n",
        f"    - {asking}\n    - {{when: {{phase: questions, after: 2m}}, floor: health-visitor}}\n",
    )
    scenario = read(text).scenario
    assert scenario is not None
    conference = Rehearsal(scenario.for_variant("calm"))
    conference.must(do.Start(by=FACILITATOR))
    conference.to("questions")
    conference.wait(70)
    played = [event.beat for event in conference.events if isinstance(event, BeatPlayed)]
    asked = played.index("chair.1")  # type: ignore[arg-type]
    assert played[asked:] == ["chair.1", "health-visitor.1", "health-visitor.2"]


def test_a_person_in_a_seat_silences_its_script() -> None:
    conference = rehearsal(MOTHER, phase="analysis")
    conference.wait(200)
    assert not any(isinstance(event, BeatPlayed) and event.beat == "mother.0" for event in conference.events)


def test_now_is_never_before_what_has_happened() -> None:
    conference = rehearsal(POLICE, phase="analysis")
    latest = conference.state.last_at
    conference.now -= timedelta(hours=1)
    spoke = conference.must(do.Speak(by=POLICE, words=words()))
    assert spoke[0].at == latest


def test_what_only_the_clock_may_ask_is_refused_to_people() -> None:
    conference = rehearsal(POLICE, phase="analysis")
    assert conference.refused(do.Tick(by=POLICE)) == "not-yours"
    assert conference.refused(do.Share(by=Clock(), passage=CALLS)) == "not-yours"


def test_going_on_twice_at_once_goes_on_once() -> None:
    conference = rehearsal(POLICE, phase="opening")
    conference.must(do.NextPhase(by=FACILITATOR, leaving="opening"))
    assert conference.refused(do.NextPhase(by=FACILITATOR, leaving="opening")) == "phase-changed"


def test_ending_early_goes_to_leaving_the_role() -> None:
    conference = rehearsal(POLICE, phase="analysis")
    conference.must(do.End(by=FACILITATOR))
    assert conference.state.phase.id == "leave"


def test_starting_twice_is_refused() -> None:
    assert rehearsal(POLICE, phase="opening").refused(do.Start(by=FACILITATOR)) == "already-started"
