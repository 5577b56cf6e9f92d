"""Levels of concern, views on each child, and the chair's decision."""

from dataclasses import dataclass

import msgspec
from msgspec import structs
from rehearsing import CALLS, CHAIR, FACILITATOR, HEALTH_VISITOR, MOTHER, POLICE, SOCIAL_WORKER, rehearsal, words

from simulations.engine import commands as do
from simulations.engine.actors import Seated
from simulations.engine.holding import holds
from simulations.engine.moment import Moment
from simulations.engine.scenario.conditions import SameCategories
from simulations.engine.scenario.values import ChildId, DecisionId, OptionId, SeatId

GWEN, IFAN = ChildId("gwen"), ChildId("ifan")
REGISTRATION = DecisionId("registration")


@dataclass
class Answer:
    """A view or decision on a child."""

    child: ChildId = GWEN
    option: str = "registered"

    def view(self, by: Seated) -> do.GiveView:
        return do.GiveView(
            by=by, decision=REGISTRATION, child=self.child, option=OptionId(self.option), categories=("neglect",),
            words=words(), because=(CALLS,), confidence=6,
        )  # fmt: skip

    def decision(self, by: Seated) -> do.Decide:
        return do.Decide(
            by=by, decision=REGISTRATION, child=self.child, option=OptionId(self.option), categories=("neglect",),
            words=words(),
        )  # fmt: skip


def at_decision(*people: Seated):  # type: ignore[no-untyped-def]
    conference = rehearsal(*people, phase="analysis")
    conference.must(do.Share(by=POLICE, passage=CALLS))
    conference.to("decision")
    return conference


def test_a_level_of_concern_is_private_and_asked_of_practitioners_only() -> None:
    conference = rehearsal(POLICE, HEALTH_VISITOR, MOTHER, phase="reading")
    conference.must(do.GiveConcern(by=POLICE, child=GWEN, level=7))
    assert conference.sees(POLICE).me.concerns == {"gwen": 7}  # type: ignore[union-attr]
    assert conference.sees(HEALTH_VISITOR).me.concerns == {}  # type: ignore[union-attr]
    assert conference.refused(do.GiveConcern(by=MOTHER, child=GWEN, level=7)) == "gives-no-view"


def test_the_first_level_of_concern_stays_when_a_later_one_is_given() -> None:
    conference = rehearsal(POLICE, phase="reading")
    conference.must(do.GiveConcern(by=POLICE, child=GWEN, level=3))
    conference.to("analysis")
    conference.must(do.GiveConcern(by=POLICE, child=GWEN, level=8))
    me = conference.sees(POLICE).me
    assert me is not None
    assert (me.first_concerns["gwen"], me.concerns["gwen"]) == (3, 8)


def test_a_view_before_the_decision_is_refused() -> None:
    assert rehearsal(POLICE, phase="analysis").refused(Answer().view(POLICE)) == "not-decided-now"


def test_a_persons_view_is_whole_or_not_given() -> None:
    conference = at_decision(POLICE)
    whole = Answer().view(POLICE)
    for part in ({"words": None}, {"because": ()}, {"confidence": None}):
        assert conference.refused(msgspec.structs.replace(whole, **part)) == "view-not-whole"
    conference.must(whole)


def test_a_view_rests_only_on_what_was_said() -> None:
    conference = rehearsal(POLICE, phase="decision")
    assert conference.refused(Answer().view(POLICE)) == "not-on-the-table"


def test_a_category_goes_with_registration_and_only_with_it() -> None:
    conference = at_decision(POLICE)
    view = Answer().view(POLICE)
    assert conference.refused(msgspec.structs.replace(view, categories=())) == "category-needed"
    assert conference.refused(msgspec.structs.replace(view, option=OptionId("not-registered"))) == "category-not-wanted"


def test_the_chair_the_record_taker_and_the_family_give_no_view() -> None:
    record_taker = Seated(SeatId("record-taker"))
    conference = at_decision(POLICE, CHAIR, MOTHER, record_taker)
    for seat in (CHAIR, MOTHER, record_taker):
        assert conference.refused(Answer().view(seat)) == "gives-no-view"


def test_views_are_kept_until_the_chair_opens_them_and_then_fixed() -> None:
    conference = at_decision(CHAIR, POLICE, HEALTH_VISITOR, SOCIAL_WORKER)
    conference.must(Answer().view(POLICE))
    before = conference.sees(HEALTH_VISITOR).views.decisions[0]
    assert before.rows == ()
    assert before.given["gwen"] == ("police",)
    assert conference.refused(do.OpenViews(by=POLICE, decision=REGISTRATION)) == "chair-only"
    conference.must(do.OpenViews(by=CHAIR, decision=REGISTRATION))
    after = conference.sees(HEALTH_VISITOR).views.decisions[0]
    assert [row.seat for row in after.rows] == ["police"]
    assert "health-visitor" in after.missing
    assert conference.refused(Answer().view(POLICE)) == "views-open"


def test_a_decision_out_of_turn_is_refused() -> None:
    conference = at_decision(CHAIR, POLICE)
    assert conference.refused(Answer().decision(POLICE)) == "chair-only"
    assert conference.refused(Answer().decision(CHAIR)) == "views-closed"
    conference.must(do.OpenViews(by=CHAIR, decision=REGISTRATION), Answer().decision(CHAIR))
    assert conference.refused(Answer().decision(CHAIR)) == "already-decided"
    conference.must(Answer(IFAN).decision(CHAIR))
    assert len(conference.sees(POLICE).decisions.decisions) == 2


def test_a_decision_has_its_reason() -> None:
    conference = at_decision(CHAIR, POLICE)
    conference.must(do.OpenViews(by=CHAIR, decision=REGISTRATION))
    without = msgspec.structs.replace(Answer().decision(CHAIR), words=None)
    assert conference.refused(without) == "reason-needed"


def test_what_is_shared_after_the_first_view_is_late() -> None:
    conference = at_decision(CHAIR, POLICE, HEALTH_VISITOR)
    conference.must(Answer(IFAN).view(POLICE))
    conference.wait(1)
    conference.must(do.GiveFloor(by=CHAIR, seat=HEALTH_VISITOR.seat))
    conference.must(do.Share(by=HEALTH_VISITOR, passage="red-book.0"))  # type: ignore[arg-type]
    assert conference.measures.outcomes["h1"] == "late"
    assert conference.measures.outcomes["p1"] == "shared"


def test_only_the_facilitator_leads_out_of_the_meeting() -> None:
    conference = rehearsal(CHAIR, phase="close")
    assert conference.refused(do.NextPhase(by=CHAIR)) == "chair-needs-facilitator"
    conference.must(do.NextPhase(by=FACILITATOR))


def test_children_have_the_same_categories_only_where_any_were_given() -> None:
    def found(*options: str) -> tuple[bool, bool]:
        conference = at_decision(CHAIR, POLICE)
        conference.must(do.OpenViews(by=CHAIR, decision=REGISTRATION))
        for child, option in zip((GWEN, IFAN), options, strict=False):
            categories = ("neglect",) if option == "registered" else ()
            conference.must(structs.replace(Answer(child, option).decision(CHAIR), categories=categories))
        moment = Moment(conference.scenario, conference.state, conference.now)
        return holds(SameCategories(same=True), moment), holds(SameCategories(same=False), moment)

    assert found("registered", "registered") == (True, False)
    assert found("registered", "not-registered") == (False, True)
    assert found("not-registered", "not-registered") == (False, False)
    assert found("registered") == (False, False), "one child is still to be decided on"


def test_the_chairs_summing_up_stands_under_the_chairs_name() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="analysis")
    conference.must(do.SumUp(by=CHAIR, words=words("sum")))
    summed = [line for line in conference.sees(POLICE).log.items if line.kind == "summed-up"]
    assert [line.seat for line in summed] == ["chair"]
