"""The quorum is told to the chair, who goes on with a reason or adjourns; and what is decided without consensus is recorded as that."""

from msgspec import structs
from rehearsing import (
    BRYN_AWEL,
    CHAIR,
    FACILITATOR,
    HEALTH_VISITOR,
    POLICE,
    RECORD_TAKER,
    SOCIAL_WORKER,
    Rehearsal,
    rehearsal,
    words,
)

from simulations.engine import commands as do
from simulations.engine.actors import Seated
from simulations.engine.alone import run_by_itself
from simulations.engine.practice import NATIONAL, InBoth, Practice
from simulations.engine.scenario import read
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import ChildId, DecisionId, OptionId, PassageId
from simulations.engine.scenario.vocabulary import Category, Meeting, Sector
from simulations.engine.sections import DecisionsSection, QuorumLine
from simulations.engine.telling import told
from simulations.engine.terms import Terms

GWEN, REGISTRATION = ChildId("gwen"), DecisionId("registration")
ALL_THREE = (SOCIAL_WORKER, POLICE, HEALTH_VISITOR)


def opening(*people: Seated, practice: Practice = NATIONAL, without: tuple[str, ...] = ()) -> Rehearsal:
    conference = rehearsal(CHAIR, *people, empty=without)
    conference.state = structs.replace(conference.state, terms=Terms(practice=practice))
    conference.must(do.Start(by=FACILITATOR))
    conference.to("opening")
    return conference


def quorum_for(conference: Rehearsal, viewer: Seated = CHAIR) -> QuorumLine | None:
    section = conference.sees(viewer).arrangements
    assert section is not None
    return section.quorum


def may(conference: Rehearsal, viewer: Seated) -> tuple[str, ...]:
    me = conference.sees(viewer).me
    assert me is not None
    return me.may


def test_with_three_agencies_there_nothing_is_said_of_the_quorum() -> None:
    conference = opening(*ALL_THREE)
    assert quorum_for(conference) is None
    assert conference.refused(do.GoOnWithoutQuorum(by=CHAIR, words=words())) == "quorum-met"
    conference.must(do.NextPhase(by=CHAIR))


def test_the_chair_alone_is_told_what_is_wanting_and_that_the_rule_is_not_verified() -> None:
    conference = opening(POLICE, without=("social-worker",))
    line = quorum_for(conference)
    assert line is not None
    assert line.missing == (Sector.CHILDRENS_SERVICES,)
    assert line.short_by == 1
    assert (line.rule.mark, line.rule.source) == ("memory", "")
    assert quorum_for(conference, POLICE) is None


def test_without_a_quorum_the_chair_says_why_first_and_then_all_who_are_there_see_it() -> None:
    conference = opening(POLICE, without=("social-worker",))
    assert conference.refused(do.NextPhase(by=CHAIR)) == "quorum-first"
    assert "next-phase" not in may(conference, CHAIR)
    assert "go-on-without-quorum" in may(conference, CHAIR)
    assert "go-on-without-quorum" not in may(conference, POLICE)
    assert conference.refused(do.GoOnWithoutQuorum(by=POLICE, words=words())) == "chair-only"
    conference.must(do.GoOnWithoutQuorum(by=CHAIR, words=words("why")), do.NextPhase(by=CHAIR))
    line = quorum_for(conference, POLICE)
    assert line is not None
    assert line.went_on
    assert line.present == (Sector.POLICE, Sector.HEALTH)
    assert line.why is not None


def test_the_chair_may_adjourn_instead() -> None:
    conference = opening(without=("social-worker",))
    conference.must(do.Adjourn(by=CHAIR, words=words()))
    assert conference.state.phase.id == "leave"


def test_a_board_that_lets_no_chair_go_on_leaves_only_adjourning_and_the_facilitator() -> None:
    strict = structs.replace(NATIONAL, quorum=structs.replace(NATIONAL.quorum, chair_may_override=False))
    conference = opening(practice=strict, without=("social-worker",))
    assert conference.refused(do.NextPhase(by=CHAIR)) == "quorum-needed"
    assert conference.refused(do.GoOnWithoutQuorum(by=CHAIR, words=words())) == "quorum-needed"
    assert "go-on-without-quorum" not in may(conference, CHAIR)
    conference.must(do.NextPhase(by=FACILITATOR))


def test_who_comes_in_late_makes_the_quorum() -> None:
    conference = opening(*ALL_THREE)
    conference.must(do.StepOut(by=POLICE))
    assert conference.refused(do.NextPhase(by=CHAIR)) == "quorum-first"
    conference.must(do.ComeBack(by=POLICE), do.NextPhase(by=CHAIR))
    assert conference.state.arrangements.without_quorum is None


def test_the_quorum_counts_agencies_and_no_record_taker_or_family() -> None:
    conference = opening(RECORD_TAKER, without=("social-worker", "health-visitor"))
    line = quorum_for(conference)
    assert line is not None
    assert line.present == (Sector.POLICE,)


def test_a_strategy_meeting_has_no_quorum_of_a_conference() -> None:
    assert NATIONAL.quorum_in(Meeting.STRATEGY) is None


def test_a_run_by_itself_goes_on_and_it_is_recorded(bryn_awel: Scenario) -> None:
    run = run_by_itself(bryn_awel, "calm", without=["social-worker", "health-visitor"])
    assert run.state.status == "closed"
    lines = [line for _, line in told(run) if "without-quorum" in line]
    assert lines == [{"without-quorum": "yes", "present": "police", "by": "facilitator"}]


def test_a_script_in_the_chair_moves_on_without_a_reason_and_it_is_recorded(bryn_awel: Scenario) -> None:
    moves_on = """
    - {when: {phase: opening, after: 30s}, next: true}
"""
    text = BRYN_AWEL.read_text(encoding="utf-8").replace("scripts:\n  chair:", f"scripts:\n  chair:{moves_on.rstrip()}")
    reading = read(text.encode())
    assert reading.scenario is not None
    run = run_by_itself(reading.scenario, "calm", without=["social-worker", "health-visitor"])
    lines = [line for _, line in told(run) if "without-quorum" in line]
    assert lines == [{"without-quorum": "yes", "present": "police", "by": "chair"}]


# Consensus


def deciding(*options: str, practice: Practice = NATIONAL) -> Rehearsal:
    """Three practitioners give these views on Gwen, in their order, and the chair opens them."""
    conference = rehearsal(CHAIR, *ALL_THREE)
    conference.state = structs.replace(conference.state, terms=Terms(practice=practice))
    conference.must(do.Start(by=FACILITATOR))
    conference.to("analysis")
    conference.must(do.Share(by=POLICE, passage=PassageId("log.1"), how="shown"))
    conference.to("decision")
    for by, option in zip(ALL_THREE, options, strict=True):
        categories = (Category.NEGLECT,) if option == "registered" else ()
        conference.must(
            do.GiveView(
                by=by, decision=REGISTRATION, child=GWEN, option=OptionId(option), categories=categories,
                words=words(), because=(PassageId("log.1"),), confidence=5,
            )
        )  # fmt: skip
    conference.must(do.OpenViews(by=CHAIR, decision=REGISTRATION))
    return conference


def decided(conference: Rehearsal, option: str) -> DecisionsSection:
    categories = (Category.NEGLECT,) if option == "registered" else ()
    conference.must(
        do.Decide(
            by=CHAIR, decision=REGISTRATION, child=GWEN, option=OptionId(option), categories=categories, words=words()
        )
    )
    section = conference.sees(POLICE).decisions
    assert section is not None
    return section


def test_where_views_differ_the_decision_is_recorded_as_taken_without_consensus_and_by_whom() -> None:
    conference = deciding("registered", "not-registered", "not-registered")
    views = conference.sees(CHAIR).views
    assert views is not None
    assert views.decisions[0].differ == (GWEN,)
    rule = views.decisions[0].rule
    assert rule is not None
    assert rule.words["cy"] == "cadeirydd y gynhadledd"
    line = decided(conference, "registered").decisions[0]
    assert line.basis == "without-consensus"
    assert line.rule == rule
    assert rule.mark == "proposal"


def test_two_against_one_decides_nothing() -> None:
    """The chair may take what fewer wanted: nobody counts."""
    for option in ("registered", "not-registered"):
        line = decided(deciding("registered", "not-registered", "not-registered"), option).decisions[0]
        assert line.basis == "without-consensus"


def test_where_all_agree_nothing_is_said_of_who_decides() -> None:
    line = decided(deciding("registered", "registered", "registered"), "registered").decisions[0]
    assert (line.basis, line.rule) == ("consensus", None)


def test_a_decision_against_all_views_is_recorded_as_that() -> None:
    line = decided(deciding("registered", "registered", "registered"), "not-registered").decisions[0]
    assert line.basis == "against-views"


def test_the_chair_decides_without_consensus_only_with_a_reason() -> None:
    conference = deciding("registered", "not-registered", "not-registered")
    bare = do.Decide(by=CHAIR, decision=REGISTRATION, child=GWEN, option=OptionId("not-registered"))
    assert conference.refused(bare) == "reason-needed"


def test_the_boards_own_rule_names_who_decides() -> None:
    own = tuple(
        structs.replace(each, who=InBoth("the conference manager", "rheolwr y gynhadledd"))
        for each in NATIONAL.without_consensus
    )
    conference = deciding(
        "registered", "not-registered", "registered", practice=structs.replace(NATIONAL, without_consensus=own)
    )
    rule = decided(conference, "registered").decisions[0].rule
    assert rule is not None
    assert rule.words["en"] == "the conference manager"


# Escalation


def test_the_boards_route_stands_where_dissent_is_recorded() -> None:
    route = InBoth("Write to the safeguarding manager.", "Ysgrifennwch at y rheolwr diogelu.")
    conference = deciding(
        "registered", "not-registered", "registered", practice=structs.replace(NATIONAL, escalation=route)
    )
    assert decided(conference, "registered").escalation is None
    conference.must(do.Dissent(by=POLICE, decision=REGISTRATION, child=GWEN, words=words()))
    section = conference.sees(POLICE).decisions
    assert section is not None
    assert section.escalation is not None
    assert section.escalation.words == route.texts()


def test_a_board_that_has_written_no_route_is_told_as_that() -> None:
    conference = deciding("registered", "not-registered", "registered")
    decided(conference, "registered")
    conference.must(do.Dissent(by=POLICE, decision=REGISTRATION, child=GWEN, words=words()))
    section = conference.sees(POLICE).decisions
    assert section is not None
    assert section.escalation is not None
    assert section.escalation.words is None
