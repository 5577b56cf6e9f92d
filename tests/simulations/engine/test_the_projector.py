"""On the wall stands only what everybody who can read it was there for."""

import msgspec
import pytest
from rehearsing import BAIL, CALLS, CHAIR, FACILITATOR, FATHER, HEALTH_VISITOR, POLICE, Rehearsal, rehearsal, words

from simulations.engine import commands as do
from simulations.engine.alone import run_by_itself
from simulations.engine.audience import Audience
from simulations.engine.evolving import evolve
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import ChildId, DecisionId, OptionId
from simulations.engine.start import start
from simulations.engine.terms import Terms
from simulations.engine.viewers import Projector, projector, sees
from simulations.engine.views import view

CLOSE = do.ClosePart(by=CHAIR, without=(FATHER.seat,), ground="live-investigation")
REOPEN = do.Reopen(by=CHAIR)
GWEN, REGISTRATION = ChildId("gwen"), DecisionId("registration")


def on_the_wall(conference: Rehearsal) -> str:
    wall = projector(conference.scenario, conference.state)
    return msgspec.json.encode(conference.sees(wall)).decode()


@pytest.fixture
def conference() -> Rehearsal:
    here = rehearsal(CHAIR, POLICE)
    here.seat(FATHER, played_by="actor")
    here.must(do.Start(by=FACILITATOR))
    here.to("analysis")
    return here


def test_what_was_said_before_everybody_stands_there(conference: Rehearsal) -> None:
    assert "KQPOLICE1" not in on_the_wall(conference)
    conference.must(do.Share(by=POLICE, passage=CALLS, how="shown"))
    assert "KQPOLICE1" in on_the_wall(conference)


def test_a_closed_part_leaves_nothing_there_then_or_later(conference: Rehearsal) -> None:
    conference.must(CLOSE, do.Share(by=POLICE, passage=BAIL, how="shown"))
    assert "KQPOLICE2" not in on_the_wall(conference)
    assert "live-investigation" not in on_the_wall(conference)
    conference.must(REOPEN)
    assert "KQPOLICE2" not in on_the_wall(conference)


def test_reasons_given_in_a_closed_part_or_resting_on_it_stay_there(conference: Rehearsal) -> None:
    conference.must(CLOSE, do.Share(by=POLICE, passage=BAIL), REOPEN)
    conference.to("decision")
    rests_on_it = do.GiveView(
        by=POLICE, decision=REGISTRATION, child=GWEN, option=OptionId("registered"), categories=("neglect",),
        words=words("why"), because=(BAIL,), confidence=6,
    )  # fmt: skip
    decided = do.Decide(
        by=CHAIR, decision=REGISTRATION, child=GWEN, option=OptionId("registered"), categories=("neglect",),
        words=words("reason"),
    )  # fmt: skip
    conference.must(rests_on_it, do.OpenViews(by=CHAIR, decision=REGISTRATION), CLOSE, decided, REOPEN)
    shown = conference.sees(projector(conference.scenario, conference.state))
    assert shown.views is not None
    assert shown.decisions is not None
    row = next(each for each in shown.views.decisions[0].rows if each.seat == POLICE.seat)
    assert (row.closed, row.words, [quote.closed for quote in row.because]) == (True, None, [True])
    assert (shown.decisions.decisions[0].option, shown.decisions.decisions[0].words) == ("registered", None)
    assert "KQPOLICE2" not in on_the_wall(conference)


def test_who_sits_down_later_does_not_read_there_what_was_said_without_them(conference: Rehearsal) -> None:
    conference.must(do.ReleaseSeat(by=FACILITATOR, seat=HEALTH_VISITOR.seat))
    conference.must(do.Share(by=POLICE, passage=CALLS, how="shown"))
    assert "KQPOLICE1" in on_the_wall(conference)
    conference.seat(HEALTH_VISITOR)
    assert "KQPOLICE1" not in on_the_wall(conference)


def test_without_anybody_at_the_table_it_shows_nothing_that_is_said() -> None:
    nobody, all_of_them = Projector(frozenset()), Audience(frozenset({POLICE.seat}), True, True)
    assert not sees(nobody, all_of_them)
    assert sees(Projector(frozenset({POLICE.seat})), all_of_them)


def test_it_has_nobodys_papers_notices_record_or_debrief_at_any_event(bryn_awel: Scenario) -> None:
    run = run_by_itself(bryn_awel, "calm")
    state = start(run.scenario, Terms())
    for event in run.events:
        state = evolve(run.scenario, state, event)
        shown = view(run.scenario, state, projector(run.scenario, state))
        assert (shown.me, shown.notices, shown.record, shown.control, shown.debrief, shown.rubric) == (None,) * 6
        assert shown.papers is not None
        assert shown.papers.papers == ()
