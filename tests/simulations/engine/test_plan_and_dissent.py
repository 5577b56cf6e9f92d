"""The outline plan, interim safety, and dissent with what became of it."""

from dataclasses import dataclass
from datetime import date

from rehearsing import CHAIR, FACILITATOR, HEALTH_VISITOR, MOTHER, POLICE, RECORD_TAKER, Rehearsal, rehearsal, words

from simulations.engine import commands as do
from simulations.engine.actors import Seated
from simulations.engine.alone import run_by_itself
from simulations.engine.holding import holds
from simulations.engine.moment import Moment
from simulations.engine.scenario.conditions import PlanHas
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import ChildId, DecisionId, OptionId, SeatOrAdultId
from simulations.engine.scenario.vocabulary import PlanKind
from simulations.engine.sections import DecisionsSection, PlanSection
from simulations.engine.telling import told
from simulations.engine.viewers import Viewer
from simulations.engine.words import Due, Kind

GWEN, IFAN = ChildId("gwen"), ChildId("ifan")
REGISTRATION = DecisionId("registration")


@dataclass
class Action:
    """An action somebody puts forward."""

    owner: str = "police"
    kind: Kind = "safety"
    whole: bool = True

    def added(self, by: Seated) -> do.AddAction:
        risk = words("risk") if self.whole else None
        return do.AddAction(
            by=by, child=GWEN, kind=self.kind, owner=SeatOrAdultId(self.owner), words=words("action"), risk=risk,
            if_not=words("if-not"), due=Due(number=14),
        )  # fmt: skip


def plan(conference: Rehearsal, viewer: Viewer) -> PlanSection:
    section = conference.sees(viewer).plan
    assert section is not None
    return section


def decisions(conference: Rehearsal, viewer: Viewer) -> DecisionsSection:
    section = conference.sees(viewer).decisions
    assert section is not None
    return section


def decided(*people: Seated) -> Rehearsal:
    conference = rehearsal(CHAIR, *people, phase="decision")
    conference.must(do.OpenViews(by=CHAIR, decision=REGISTRATION))
    conference.must(
        do.Decide(by=CHAIR, decision=REGISTRATION, child=GWEN, option=OptionId("not-registered"), words=words())
    )
    return conference


def dissent(by: Seated, child: ChildId = GWEN) -> do.Dissent:
    return do.Dissent(by=by, decision=REGISTRATION, child=child, words=words("dissent"))


def settled(by: Seated) -> do.SettleDissent:
    return do.SettleDissent(by=by, decision=REGISTRATION, child=GWEN, seat=POLICE.seat, words=words("outcome"))


def test_a_person_tells_all_that_the_plan_asks_of_an_action() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="plan")
    assert conference.refused(Action(whole=False).added(POLICE)) == "action-not-whole"
    assert conference.refused(Action(owner="nobody").added(POLICE)) == "no-such-owner"
    conference.must(Action(owner="nia").added(POLICE))
    line = plan(conference, CHAIR).actions[0]
    assert (line.key, line.owner, line.due) == ("police.1", "nia", (14, "days"))
    assert line.due_on == date(2026, 5, 18), "fourteen days after 4 May, whenever it is read"
    assert line.risk is not None


def test_the_plan_is_made_when_the_agenda_comes_to_it_and_by_those_who_carry_it() -> None:
    conference = rehearsal(CHAIR, POLICE, MOTHER, RECORD_TAKER, phase="analysis")
    assert conference.refused(Action().added(POLICE)) == "not-planning"
    conference.to("plan")
    assert conference.refused(Action().added(MOTHER)) == "not-yours"
    assert conference.refused(Action().added(RECORD_TAKER)) == "not-yours"


def test_an_action_that_was_changed_is_agreed_anew() -> None:
    conference = rehearsal(CHAIR, POLICE, HEALTH_VISITOR, phase="plan")
    conference.must(Action().added(POLICE))
    agree = do.AgreeAction(by=HEALTH_VISITOR, action="police.1")
    conference.must(agree)
    assert conference.must(agree) == ()
    assert plan(conference, CHAIR).actions[0].agreed == ("health-visitor",)
    added = Action(kind="support").added(CHAIR)
    conference.must(
        do.AmendAction(
            by=CHAIR, action="police.1", child=IFAN, kind="support", owner=added.owner, words=added.words,
            risk=added.risk, if_not=added.if_not, due=added.due,
        )
    )  # fmt: skip
    line = plan(conference, CHAIR).actions[0]
    assert (line.agreed, line.child, line.kind, line.seat) == ((), "ifan", "support", "police")


def test_whoever_is_to_carry_an_action_out_may_agree_to_it() -> None:
    conference = rehearsal(CHAIR, POLICE, MOTHER, phase="plan")
    conference.must(Action().added(POLICE), Action(owner="nia").added(POLICE))
    assert conference.refused(do.AgreeAction(by=MOTHER, action="police.1")) == "not-yours"
    conference.must(do.AgreeAction(by=MOTHER, action="police.2"))


def test_what_was_withdrawn_is_in_the_plan_no_longer() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="plan")
    conference.must(Action().added(POLICE))
    safety = PlanHas(child=GWEN, kind=PlanKind.SAFETY, owner=SeatOrAdultId("police"))
    assert holds(safety, Moment(conference.scenario, conference.state, conference.now))
    assert not holds(
        PlanHas(child=IFAN, kind=PlanKind.SUPPORT), Moment(conference.scenario, conference.state, conference.now)
    )
    conference.must(do.WithdrawAction(by=CHAIR, action="police.1"))
    assert not holds(safety, Moment(conference.scenario, conference.state, conference.now))
    assert conference.refused(do.AgreeAction(by=POLICE, action="police.1")) == "no-such-action"


def test_the_chair_closes_only_when_each_child_is_safe_until_the_plan_begins() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="plan")
    me = conference.sees(CHAIR).me
    assert me is not None
    assert "next-phase" not in me.may
    assert conference.refused(do.NextPhase(by=CHAIR)) == "interim-safety-first"
    assert plan(conference, CHAIR).unsafe == ("gwen", "ifan")
    for child in (GWEN, IFAN):
        conference.must(do.SayInterim(by=POLICE, child=child, words=words()))
    conference.must(do.NextPhase(by=CHAIR))
    assert conference.state.phase.id == "close"


def test_the_facilitator_may_go_on_all_the_same() -> None:
    conference = rehearsal(CHAIR, phase="plan")
    conference.must(do.NextPhase(by=FACILITATOR))
    assert conference.state.phase.id == "close"


def test_whoever_was_out_does_not_see_what_was_planned_meanwhile() -> None:
    conference = rehearsal(CHAIR, POLICE, HEALTH_VISITOR, phase="plan")
    conference.must(do.StepOut(by=HEALTH_VISITOR), Action().added(POLICE), do.ComeBack(by=HEALTH_VISITOR))
    assert plan(conference, HEALTH_VISITOR).actions == ()
    assert conference.refused(do.AgreeAction(by=HEALTH_VISITOR, action="police.1")) == "no-such-action"


def test_dissent_waits_for_a_decision_and_is_recorded_once() -> None:
    conference = decided(POLICE, MOTHER)
    assert conference.refused(dissent(POLICE, IFAN)) == "nothing-decided-yet"
    assert conference.refused(dissent(MOTHER)) == "gives-no-view"
    conference.must(dissent(POLICE))
    assert conference.refused(dissent(POLICE)) == "dissent-recorded"
    line = decisions(conference, MOTHER).dissents[0]
    assert (line.seat, line.child, line.outcome) == ("police", "gwen", None)
    assert line.words is not None


def test_the_chair_says_what_became_of_a_dissent() -> None:
    conference = decided(POLICE)
    assert conference.refused(settled(CHAIR)) == "no-such-dissent"
    conference.must(dissent(POLICE))
    assert conference.refused(settled(POLICE)) == "chair-only"
    conference.must(settled(CHAIR))
    assert conference.refused(settled(CHAIR)) == "already-so"
    outcome = decisions(conference, POLICE).dissents[0].outcome
    assert outcome is not None
    assert outcome.words is not None
    assert outcome.words.utterance == "outcome"


def test_scripts_plan_keep_safe_and_dissent(bryn_awel: Scenario) -> None:
    happened = [telling for _, telling in told(run_by_itself(bryn_awel, "calm"))]
    assert {
        "plan": "ifan",
        "kind": "safety",
        "by": "police",
        "owner": "police",
        "text": "We call each week.",
    } in happened
    assert {"interim": "ifan", "by": "police", "text": "His grandmother stays."} in happened
    assert {"dissent": "ifan", "by": "police", "text": "It is too soon."} in happened
