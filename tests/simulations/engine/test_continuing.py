"""A conference that takes up another: what it is given of it, and from whom that is kept."""

import msgspec
import pytest
from rehearsing import (
    BRYN_AWEL,
    CALLS,
    CHAIR,
    FACILITATOR,
    FATHER,
    MOTHER,
    POLICE,
    RECORD_TAKER,
    SOCIAL_WORKER,
    Rehearsal,
    scenario_at,
    words,
)

from simulations.engine import commands as do
from simulations.engine.actors import Seated
from simulations.engine.alone import run_by_itself
from simulations.engine.continuing import taken_over
from simulations.engine.earlier import Earlier, decode, encode
from simulations.engine.reviewing import on_the_register, plan_under_review
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import ChildId, DecisionId, OptionId, SeatId, SeatOrAdultId
from simulations.engine.sections import ReviewSection
from simulations.engine.viewers import Public, Viewer
from simulations.engine.words import Due

REVIEW = BRYN_AWEL.parent / "bryn-awel-review.yaml"
GWEN = ChildId("gwen")
SCHOOL, DAD = Seated(SeatId("school")), Seated(SeatId("dad"))


@pytest.fixture
def review() -> Scenario:
    return scenario_at(REVIEW, None)


def before() -> Rehearsal:
    """A closed conference: an open action of the mother's, one planned without the father, and a dissent."""
    conference = Rehearsal(scenario_at(BRYN_AWEL, "calm"))
    conference.seat(CHAIR, POLICE, MOTHER, SOCIAL_WORKER, RECORD_TAKER)
    conference.seat(FATHER, played_by="actor")
    conference.must(do.Start(by=FACILITATOR))
    conference.to("analysis")
    conference.must(do.Share(by=POLICE, passage=CALLS))
    conference.to("decision")
    conference.must(do.OpenViews(by=CHAIR, decision=DecisionId("registration")), decided("emotional-psychological"))
    conference.must(
        do.Dissent(by=POLICE, decision=DecisionId("registration"), child=GWEN, words=words("why-not")),
        do.SettleDissent(
            by=CHAIR, seat=POLICE.seat, decision=DecisionId("registration"), child=GWEN, words=words("settled")
        ),
    )
    conference.to("plan")
    conference.must(do.GiveFloor(by=CHAIR, seat=SOCIAL_WORKER.seat))
    conference.must(
        action("open", "nia"), action("gone", "police"), do.WithdrawAction(by=SOCIAL_WORKER, action="social-worker.2")
    )
    conference.must(do.ClosePart(by=CHAIR, without=(FATHER.seat,), ground="risk-of-harm"))
    conference.must(action("closed", "health-visitor"), do.Reopen(by=CHAIR))
    conference.must(do.SayInterim(by=SOCIAL_WORKER, child=GWEN, words=words("tonight")))
    conference.must(
        do.NameCoordinator(by=CHAIR, seat=SOCIAL_WORKER.seat),
        do.WriteRecord(by=RECORD_TAKER, part="summary", words=words("summary")),
        do.WriteRecord(by=RECORD_TAKER, part="reasons", words=words("full-reasons"), into="full"),
    )
    conference.to("close")
    conference.must(
        do.ApproveRecord(by=CHAIR), do.WriteRecord(by=RECORD_TAKER, part="strengths", words=words("not-approved"))
    )
    conference.must(do.End(by=FACILITATOR), do.Close(by=FACILITATOR))
    return conference


def decided(*categories: str) -> do.Decide:
    return do.Decide(
        by=CHAIR, decision=DecisionId("registration"), child=GWEN, option=OptionId("registered"),
        categories=categories, words=words("reason"),
    )  # fmt: skip


def action(name: str, owner: str) -> do.AddAction:
    return do.AddAction(
        by=SOCIAL_WORKER, child=GWEN, kind="safety", owner=SeatOrAdultId(owner), words=words(name), due=Due(number=14),
        risk=words(f"{name}-risk"), if_not=words(f"{name}-if-not"),
    )  # fmt: skip


@pytest.fixture
def earlier(review: Scenario) -> Earlier:
    conference = before()
    return taken_over(conference.scenario, conference.state, review)


def sees(review: Scenario, earlier: Earlier, viewer: Viewer) -> ReviewSection:
    section = Rehearsal(review, earlier=earlier).sees(viewer).review
    assert section is not None
    return section


def test_decisions_dissent_with_its_outcome_the_plan_and_interim_safety_are_taken_over(earlier: Earlier) -> None:
    (decision,), (dissent,), (interim,) = earlier.decisions, earlier.dissents, earlier.interim
    assert (decision.child, decision.option, decision.categories) == (
        "gwen",
        "registered",
        ("emotional-psychological",),
    )
    assert dissent.title == {"en": "Police", "cy": "Heddlu"}
    assert dissent.outcome is not None
    assert [dissent.why.words, dissent.outcome.words, interim.said.words] == [
        words("why-not"),
        words("settled"),
        words("tonight"),
    ]
    assert [each.action.words for each in earlier.plan] == [words("open"), words("closed")]


def test_what_was_withdrawn_and_a_child_who_is_not_here_stay_behind_and_are_told(earlier: Earlier) -> None:
    assert [(each.what, each.id) for each in earlier.not_taken] == [("child", "ifan"), ("owner", "health-visitor")]
    assert [(each.owner, each.name["en"]) for each in earlier.plan] == [("nia", "Nia"), ("", "Health visitor")]


def test_only_who_runs_the_conference_is_told_what_could_not_be_taken(review: Scenario, earlier: Earlier) -> None:
    assert sees(review, earlier, FACILITATOR).not_taken
    assert not sees(review, earlier, CHAIR).not_taken


def test_words_stay_where_they_are_kept_and_are_named_by_their_id(earlier: Earlier) -> None:
    assert earlier.utterances() >= {"reason", "why-not", "settled", "open", "open-risk", "open-if-not", "tonight"}


def test_a_scripts_lines_come_along_in_their_languages(review: Scenario, bryn_awel: Scenario) -> None:
    run = run_by_itself(bryn_awel, "calm")
    taken = taken_over(run.scenario, run.state, review)
    assert [each.why.text for each in taken.decisions if each.why] == [
        {"en": "What she hears.", "cy": "Yr hyn mae'n ei glywed."}
    ]


def test_a_conference_that_is_not_closed_is_not_taken_up(review: Scenario) -> None:
    conference = Rehearsal(scenario_at(BRYN_AWEL, "calm"))
    with pytest.raises(ValueError, match="closed"):
        taken_over(conference.scenario, conference.state, review)


def test_it_is_pinned_as_json_that_comes_back_the_same(earlier: Earlier) -> None:
    assert decode(encode(earlier)) == earlier


@pytest.mark.parametrize("viewer", [MOTHER, DAD], ids=lambda viewer: viewer.seat)
def test_what_was_planned_in_a_closed_part_is_kept_from_the_family_in_the_next_conference_too(
    viewer: Seated, review: Scenario, earlier: Earlier
) -> None:
    assert len(sees(review, earlier, viewer).actions) == 1
    assert "closed" not in msgspec.json.encode(sees(review, earlier, viewer)).decode().replace('"closed":', "")


@pytest.mark.parametrize("viewer", [CHAIR, POLICE, SCHOOL], ids=lambda viewer: viewer.seat)
def test_practitioners_look_back_on_the_whole_plan(viewer: Seated, review: Scenario, earlier: Earlier) -> None:
    assert len(sees(review, earlier, viewer).actions) == 2


def test_who_runs_the_review_reads_no_more_than_they_had_heard(review: Scenario, earlier: Earlier) -> None:
    assert not sees(review, earlier, FACILITATOR).actions
    assert sees(review, earlier, FACILITATOR).children[0].option == "registered"


def test_somebody_at_the_door_sees_nothing_of_it(review: Scenario, earlier: Earlier) -> None:
    assert Rehearsal(review, earlier=earlier).sees(Public()).review is None


def test_the_register_says_what_was_decided_before(review: Scenario, earlier: Earlier) -> None:
    now = on_the_register(review, Rehearsal(review, earlier=earlier).state, GWEN)
    assert now is not None
    assert now.categories == ("emotional-psychological",)


def test_without_an_earlier_conference_the_file_tells_of_the_register_and_the_plan(review: Scenario) -> None:
    state = Rehearsal(review).state
    now = on_the_register(review, state, GWEN)
    assert now is not None
    assert now.categories == ("neglect",)
    assert [each.name["en"] for each in plan_under_review(review, state).values()] == ["School", "Nia"]


def test_the_co_ordinator_is_told_by_the_title_they_had(review: Scenario, earlier: Earlier) -> None:
    arranged = sees(review, earlier, MOTHER).arranged
    assert arranged is not None
    assert arranged.coordinator == {"en": "Social worker", "cy": "Gweithiwr cymdeithasol"}


def test_what_the_chair_approved_of_the_record_is_there_in_each_readers_version(
    review: Scenario, earlier: Earlier
) -> None:
    assert [each.part for each in sees(review, earlier, POLICE).record] == ["summary", "reasons"]
    assert [each.part for each in sees(review, earlier, MOTHER).record] == ["summary"]
    assert not sees(review, earlier, FACILITATOR).record
    assert "not-approved" not in earlier.utterances()
