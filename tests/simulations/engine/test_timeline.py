"""The conference replayed at any moment, from one's own seat and from those that agree; nothing more, and not too early."""

import re
from datetime import timedelta

import msgspec
import pytest
from rehearsing import (
    CALLS,
    CHAIR,
    FACILITATOR,
    HEALTH_VISITOR,
    MOTHER,
    POLICE,
    WATCHER,
    WEIGHT,
    Rehearsal,
    rehearsal,
    words,
)

from simulations.engine import commands as do
from simulations.engine.actors import Seated
from simulations.engine.reconciling import STEPS
from simulations.engine.refusals import Refusal
from simulations.engine.replaying import as_it_was
from simulations.engine.scenario.values import ChildId, SeatId
from simulations.engine.sections import Sections
from simulations.engine.terms import Terms
from simulations.engine.viewers import Public, Viewer


def replayed(conference: Rehearsal, moment: timedelta, looks: Viewer, seat: Seated) -> Sections | Refusal:
    return as_it_was(conference.scenario, conference.events, conference.state.terms, moment, looks, seat.seat)


def shown(conference: Rehearsal, moment: timedelta, looks: Viewer, seat: Seated) -> Sections:
    sections = replayed(conference, moment, looks, seat)
    assert not isinstance(sections, Refusal), sections.code
    return sections


def refused(conference: Rehearsal, looks: Viewer, seat: Seated) -> str:
    answer = replayed(conference, timedelta(hours=9), looks, seat)
    assert isinstance(answer, Refusal)
    return answer.code


def held(upto: str = "timeline") -> tuple[Rehearsal, timedelta]:
    """A conference that is over, with the debrief open up to a step; and the moment right before its first sharing."""
    conference = rehearsal(CHAIR, POLICE, HEALTH_VISITOR, MOTHER, phase="reading")
    conference.must(do.GiveConcern(by=POLICE, child=ChildId("gwen"), level=3))
    conference.to("analysis")
    conference.wait(90)
    conference.must(do.Whisper(by=FACILITATOR, to=POLICE.seat, words=words("whispered")))
    conference.must(do.TellChair(by=POLICE, words=words("told-the-chair")))
    moment = conference.state.clock.read(conference.now)
    conference.wait(1)
    conference.must(do.Share(by=POLICE, passage=CALLS), do.Share(by=HEALTH_VISITOR, passage=WEIGHT))
    conference.to("debrief")
    for step in STEPS[: STEPS.index(upto) + 1]:
        conference.must(do.OpenStep(by=FACILITATOR, step=step))
    return conference, moment


def test_ones_own_seat_sees_again_what_it_saw_then() -> None:
    conference, moment = held()
    before = shown(conference, moment, POLICE, POLICE)
    after = shown(conference, moment + timedelta(seconds=1), POLICE, POLICE)
    passages = [[line.quote for line in each.log.items if line.kind == "shared"] for each in (before, after)]  # type: ignore[union-attr]
    assert [len(each) for each in passages] == [0, 2]
    assert before.phase is not None
    assert before.phase.phase == "analysis"
    assert before.me is not None
    assert before.me.concerns == {"gwen": 3}
    assert before.notices is not None
    assert "whispered" in repr(before.notices)
    assert before.debrief is None


def test_nothing_can_be_asked_for_in_a_moment_gone_by() -> None:
    conference, moment = held()
    me = shown(conference, moment, POLICE, POLICE).me
    assert me is not None
    assert me.may == ()


@pytest.mark.parametrize("upto", STEPS[: STEPS.index("timeline")])
def test_a_replay_is_not_opened_too_early(upto: str) -> None:
    conference, _ = held(upto)
    for looks in (POLICE, FACILITATOR):
        assert refused(conference, looks, POLICE) == "replay-not-open"


def test_another_seat_is_seen_only_where_its_person_agrees_and_as_long_as_they_do() -> None:
    conference, moment = held()
    assert refused(conference, HEALTH_VISITOR, POLICE) == "replay-not-agreed"
    conference.must(do.AgreeToReplay(by=POLICE))
    seen = shown(conference, moment, HEALTH_VISITOR, POLICE)
    assert "KQPOLICE1" in repr(seen.papers)
    section = conference.sees(HEALTH_VISITOR).debrief
    assert section is not None
    assert section.replays == ("police", "health-visitor")
    conference.must(do.AgreeToReplay(by=POLICE, agrees=False))
    assert refused(conference, HEALTH_VISITOR, POLICE) == "replay-not-agreed"


def test_from_another_seat_nothing_is_seen_that_was_that_seats_alone() -> None:
    conference, moment = held()
    conference.must(do.AgreeToReplay(by=POLICE))
    for looks in (HEALTH_VISITOR, FACILITATOR):
        seen = shown(conference, moment, looks, POLICE)
        assert (seen.me, seen.notices, seen.control, seen.debrief) == (None, None, None, None)
        sent = msgspec.json.encode(seen).decode()
        assert not re.search("whispered|told-the-chair|KQBRIEF|KQPROMPT|KQINJECT|KQGIST", sent)


def test_the_facilitator_looks_from_every_seat() -> None:
    conference, moment = held()
    for seat in conference.scenario.seats:
        assert shown(conference, moment, FACILITATOR, Seated(seat)).log is not None


def test_whoever_watched_or_stood_at_the_door_replays_nothing() -> None:
    conference, _ = held()
    conference.must(do.AgreeToReplay(by=POLICE))
    assert refused(conference, WATCHER, POLICE) == "not-yours"
    assert refused(conference, Public(), POLICE) == "not-yours"
    assert refused(conference, POLICE, Seated(SeatId("nobody"))) == "no-such-seat"


def test_a_script_agrees_to_nothing() -> None:
    conference, _ = held()
    assert refused(conference, POLICE, Seated(SeatId("social-worker"))) == "replay-not-agreed"
    assert conference.refused(do.AgreeToReplay(by=Seated(SeatId("social-worker")))) == "not-yours"


def test_nobody_is_asked_before_the_meeting_is_over() -> None:
    conference = rehearsal(POLICE, phase="analysis")
    assert conference.refused(do.AgreeToReplay(by=POLICE)) == "meeting-not-over"
    assert "agree-to-replay" not in conference.sees(POLICE).me.may  # type: ignore[union-attr]


def test_what_happened_while_the_clock_stood_belongs_to_the_moment_it_stood_at() -> None:
    conference = rehearsal(POLICE, HEALTH_VISITOR, phase="analysis")
    conference.wait(30)
    moment = conference.state.clock.read(conference.now)
    conference.must(do.Pause(by=FACILITATOR))
    conference.now += timedelta(days=7)
    conference.must(do.StepOut(by=HEALTH_VISITOR), do.Resume(by=FACILITATOR))
    conference.to("debrief")
    for step in STEPS:
        conference.must(do.OpenStep(by=FACILITATOR, step=step))
    roster = shown(conference, moment, POLICE, POLICE).roster
    assert roster is not None
    assert [each.seat for each in roster.seats if each.state == "stepped-out"] == ["health-visitor"]


def test_words_taken_away_since_are_not_there_in_a_replay() -> None:
    conference, moment = held()
    conference.must(do.Redact(by=FACILITATOR, utterance="whispered", reason="hurtful"))
    notices = shown(conference, moment, POLICE, POLICE).notices
    assert notices is not None
    assert [(item.words.removed if item.words else None) for item in notices.items if item.kind == "whisper"] == [
        "hurtful"
    ]


def test_a_replay_at_the_end_is_how_it_ended() -> None:
    conference, _ = held()
    end = shown(conference, timedelta(hours=9), POLICE, POLICE)
    assert (end.log, end.views, end.plan) == tuple(
        getattr(conference.sees(POLICE), name) for name in ("log", "views", "plan")
    )
    assert Terms() == conference.state.terms
