"""A review looks back on the plan: who says what became of an action, by what evidence, and who hears it."""

import pytest
from rehearsing import BRYN_AWEL, CHAIR, FACILITATOR, MOTHER, POLICE, SOCIAL_WORKER, Rehearsal, scenario_at, words

from simulations.engine import commands as do
from simulations.engine.actors import Seated
from simulations.engine.alone import run_by_itself
from simulations.engine.measures import reviewed
from simulations.engine.moment import Moment
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import ChildId, PassageId, SeatId
from simulations.engine.sections import ReviewedLine, ReviewSection
from simulations.engine.viewers import Viewer
from simulations.engine.words import Said

SCHOOL = Seated(SeatId("school"))
SLEEPS = PassageId("class-log.0")
GWEN = ChildId("gwen")
BREAKFAST, RINGS = "plan.1", "plan.2"


@pytest.fixture
def file() -> Scenario:
    return scenario_at(BRYN_AWEL.parent / "bryn-awel-review.yaml", None)


@pytest.fixture
def conference(file: Scenario) -> Rehearsal:
    """The chair, the school, the social worker and the mother are people; it is asked what was done."""
    conference = Rehearsal(file)
    conference.seat(CHAIR, SCHOOL, SOCIAL_WORKER, POLICE, MOTHER)
    conference.must(do.Start(by=FACILITATOR))
    conference.to("progress")
    return conference


DIFFERENCE = words("difference")


def became(by: Seated, action: str = BREAKFAST, *because: PassageId, said: Said | None = DIFFERENCE) -> do.ReviewAction:
    return do.ReviewAction(by=by, action=action, became="done", words=said, because=because)


def seen(conference: Rehearsal, viewer: Viewer) -> ReviewSection:
    section = conference.sees(viewer).review
    assert section is not None
    return section


def line(conference: Rehearsal, viewer: Viewer) -> ReviewedLine:
    return seen(conference, viewer).actions[0]


def test_an_owner_says_what_became_of_an_action_and_everybody_there_sees_it(conference: Rehearsal) -> None:
    conference.must(do.Share(by=SCHOOL, passage=SLEEPS), became(SCHOOL, BREAKFAST, SLEEPS))
    told = line(conference, POLICE)
    assert (told.became, told.seat, told.because[0].passage) == ("done", "school", SLEEPS)
    assert told.difference is not None
    log = conference.sees(POLICE).log
    assert log is not None
    assert (log.items[-1].kind, log.items[-1].what, log.items[-1].child) == ("reviewed", "done", "gwen")


def test_the_social_worker_may_say_it_of_every_action_and_a_parent_of_their_own(conference: Rehearsal) -> None:
    conference.must(became(SOCIAL_WORKER), became(SOCIAL_WORKER, RINGS), became(MOTHER, RINGS))
    assert [each.mine for each in seen(conference, MOTHER).actions] == [False, True]
    assert seen(conference, CHAIR).actions[1].seat == "mother"


def test_others_are_told_whom_to_ask(conference: Rehearsal) -> None:
    assert conference.refused(became(POLICE)) == "not-yours-to-review"
    me = conference.sees(POLICE).me
    assert me is not None
    assert "review-action" not in me.may


def test_that_something_was_done_is_not_enough(conference: Rehearsal) -> None:
    assert conference.refused(became(SCHOOL, said=None)) == "difference-needed"


def test_evidence_is_what_was_said(conference: Rehearsal) -> None:
    assert conference.refused(became(SCHOOL, BREAKFAST, SLEEPS)) == "evidence-not-heard"


def test_there_is_no_such_action(conference: Rehearsal) -> None:
    assert conference.refused(became(SCHOOL, "plan.9")) == "no-such-earlier-action"


def test_it_is_told_at_its_point_of_the_agenda(conference: Rehearsal) -> None:
    assert conference.refused(change(SCHOOL)) == "not-changes-now"
    conference.to("changes")
    conference.must(became(SCHOOL), change(SCHOOL))
    conference.to("decision")
    assert conference.refused(became(SCHOOL)) == "not-reviewing"


def change(by: Seated) -> do.SayChange:
    return do.SayChange(by=by, child=GWEN, words=words("change"))


def test_what_has_changed_is_said_by_a_seat_for_a_child(conference: Rehearsal) -> None:
    conference.to("changes")
    conference.must(change(MOTHER))
    assert [(each.seat, each.child) for each in seen(conference, CHAIR).changes] == [("mother", "gwen")]
    assert not seen(conference, FACILITATOR).changes  # who has not sat in hears nothing


def test_who_was_out_does_not_learn_of_it(conference: Rehearsal) -> None:
    conference.must(do.StepOut(by=POLICE), became(SCHOOL), do.ComeBack(by=POLICE))
    assert line(conference, POLICE).became is None
    assert line(conference, CHAIR).became == "done"


def test_a_later_word_takes_the_place_of_the_earlier(conference: Rehearsal) -> None:
    conference.must(became(SCHOOL))
    conference.must(do.ReviewAction(by=SOCIAL_WORKER, action=BREAKFAST, became="not-done", words=words("other")))
    assert (line(conference, CHAIR).became, line(conference, CHAIR).seat) == ("not-done", "social-worker")


def test_the_debrief_counts_what_was_told_with_evidence(conference: Rehearsal) -> None:
    conference.must(do.Share(by=SCHOOL, passage=SLEEPS), became(SCHOOL, BREAKFAST, SLEEPS), became(MOTHER, RINGS))
    count = reviewed(Moment(conference.scenario, conference.state, conference.now))
    assert count is not None
    assert (count.actions, count.told, count.done, count.with_evidence) == (2, 2, 2, 1)


def test_scripts_wait_for_none_of_it(file: Scenario) -> None:
    run = run_by_itself(file)
    count = reviewed(run.moment)
    assert run.state.status == "closed"
    assert count is not None
    assert (count.actions, count.told) == (2, 0)
