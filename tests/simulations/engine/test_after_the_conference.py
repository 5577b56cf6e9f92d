"""Tasks after the conference: the decision explained, the record sent, dissent settled; they keep nobody from going on."""

import re

import pytest
from rehearsing import BRYN_AWEL, CHAIR, FACILITATOR, FATHER, MOTHER, POLICE, RECORD_TAKER, Rehearsal, words

from simulations.engine import commands as do
from simulations.engine.actors import Seated
from simulations.engine.afterwards import was_explained
from simulations.engine.alone import run_by_itself
from simulations.engine.holding import holds
from simulations.engine.moment import Moment
from simulations.engine.scenario import read
from simulations.engine.scenario.conditions import Explained
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import ChildId, DecisionId, OptionId, PersonId, SeatOrAdultId
from simulations.engine.sections import TaskLine
from simulations.engine.telling import told
from simulations.engine.viewers import Viewer

GWEN, REGISTRATION = ChildId("gwen"), DecisionId("registration")
AFTER = """
after:
  explain: {by: social-worker, to: nia, text: {en: "KQTASK say it plainly", cy: "KQTASK dywedwch ef yn glir"}}
  circulate: {by: record-taker, to: [gp]}
  dissent: {by: chair}
"""


@pytest.fixture(scope="module")
def with_tasks() -> Scenario:
    """Bryn Awel with all three tasks, a phase for them, and a chair's script that explains."""
    text = BRYN_AWEL.read_text(encoding="utf-8")
    text = text.replace("  - {id: leave,", "  - {id: after, agenda: after, minutes: 3}\n  - {id: leave,")
    explains = '    - {when: {phase: after, after: 5s}, explain: {to: nia, text: {en: "In plain words.", cy: "Mewn geiriau clir."}}}\n'
    text = text.replace(
        "    - {when: {phase: decision, after: 3m}, decide:",
        explains + "    - {when: {phase: decision, after: 3m}, decide:",
    )
    thanks = '    - {when: {explained: nia}, say: {en: "Thank you.", cy: "Diolch."}}\n'
    text = text.replace("  mother:\n    - {when", "  mother:\n" + thanks + "    - {when")
    reading = read((text + AFTER).encode())
    assert reading.scenario is not None, [each.in_language("en") for each in reading.problems]
    return reading.scenario.for_variant("calm")


def afterwards(scenario: Scenario, *people: Seated, phase: str = "after", decided: bool = True) -> Rehearsal:
    held = Rehearsal(scenario)
    held.seat(CHAIR, RECORD_TAKER, MOTHER, *people)
    held.seat(FATHER, played_by="actor")
    held.must(do.Start(by=FACILITATOR))
    held.to("decision")
    if decided:
        held.must(do.OpenViews(by=CHAIR, decision=REGISTRATION))
        held.must(
            do.Decide(by=CHAIR, decision=REGISTRATION, child=GWEN, option=OptionId("not-registered"), words=words())
        )
    held.to(phase)
    return held


def explain(to: str, by: Seated = CHAIR) -> do.Explain:
    return do.Explain(by=by, to=SeatOrAdultId(to), words=words("plainly"))


def tasks(held: Rehearsal, viewer: Viewer) -> dict[str, TaskLine]:
    section = held.sees(viewer).after
    assert section is not None
    return {line.task: line for line in section.tasks}


def test_each_task_is_told_as_done_or_not(with_tasks: Scenario) -> None:
    held = afterwards(with_tasks, POLICE)
    assert {name: line.done for name, line in tasks(held, POLICE).items()} == {
        "explain": False, "circulate": False, "dissent": None,
    }  # fmt: skip
    held.must(do.Dissent(by=POLICE, decision=REGISTRATION, child=GWEN, words=words()))
    assert tasks(held, POLICE)["dissent"].done is False
    held.must(
        explain("mother"),
        do.ApproveRecord(by=CHAIR),
        do.SendRecord(by=RECORD_TAKER, copy="full", recipients=(SeatOrAdultId("gp"),)),
        do.SettleDissent(by=CHAIR, decision=REGISTRATION, child=GWEN, seat=POLICE.seat, words=words()),
    )
    assert [line.done for line in tasks(held, POLICE).values()] == [True, True, True]


def test_what_is_asked_for_is_for_whoever_does_it(with_tasks: Scenario) -> None:
    held = afterwards(with_tasks, Seated(next(seat for seat in with_tasks.seats if seat == "social-worker")))
    worker = Seated(held.scenario.after[next(iter(held.scenario.after))].by)
    assert tasks(held, worker)["explain"].text is not None
    assert tasks(held, FACILITATOR)["explain"].text is not None
    assert tasks(held, MOTHER)["explain"].text is None


def test_they_are_not_told_of_before_the_close(with_tasks: Scenario) -> None:
    assert afterwards(with_tasks, phase="plan").sees(CHAIR).after is None
    assert afterwards(with_tasks, phase="close").sees(CHAIR).after is not None


def test_the_limit_of_a_task_stands_with_its_source_where_one_was_read(with_tasks: Scenario) -> None:
    found = tasks(afterwards(with_tasks), CHAIR)
    limits = [(line.number, line.unit, line.rule.mark) for line in found["circulate"].limits]
    assert limits == [(5, "working-days", "read"), (20, "working-days", "read")]
    assert all(line.rule.source.startswith("https://") for line in found["circulate"].limits)
    assert found["explain"].limits == found["dissent"].limits == ()


def test_nobody_waits_for_them(with_tasks: Scenario) -> None:
    held = afterwards(with_tasks)
    held.to("debrief")
    assert tasks(held, CHAIR)["explain"].done is False


def test_the_decision_is_explained_to_the_family_by_the_chair_or_whose_task_it_is(with_tasks: Scenario) -> None:
    worker = Seated(with_tasks.after[next(iter(with_tasks.after))].by)
    held = afterwards(with_tasks, POLICE, worker)
    assert held.refused(explain("police")) == "explained-to-family"
    assert held.refused(explain("nobody")) == "explained-to-family"
    assert held.refused(explain("nia", by=POLICE)) == "not-yours"
    held.must(explain("nia", by=worker))
    log = held.sees(MOTHER).log
    assert log is not None
    assert (log.items[-1].kind, log.items[-1].what) == ("explained", "nia")


def test_it_is_explained_at_the_close_or_after_it_and_only_once_there_is_a_decision(with_tasks: Scenario) -> None:
    held = afterwards(with_tasks, phase="plan")
    assert held.refused(explain("nia")) == "explained-later"
    held.to("close")
    held.must(explain("nia"))
    assert afterwards(with_tasks, decided=False).refused(explain("nia")) == "nothing-decided"


def test_it_is_explained_to_whoever_hears_it(with_tasks: Scenario) -> None:
    held = afterwards(with_tasks)
    held.must(do.StepOut(by=MOTHER))
    assert held.refused(explain("nia")) == "not-there-to-hear"
    held.must(do.ComeBack(by=MOTHER), explain("nia"))


@pytest.mark.parametrize("named", ["nia", "mother"])
def test_it_was_explained_to_a_person_under_their_own_name_and_their_seats(with_tasks: Scenario, named: str) -> None:
    held = afterwards(with_tasks)
    held.must(explain(named))
    moment = Moment(held.scenario, held.state, held.now)
    assert was_explained(moment, SeatOrAdultId("mother"))
    assert holds(Explained(person=PersonId("nia")), moment)
    assert not holds(Explained(person=PersonId("rhys")), moment)


def test_a_script_explains_and_another_waits_for_it(with_tasks: Scenario) -> None:
    happened = [telling for _, telling in told(run_by_itself(with_tasks, "calm"))]
    explained = happened.index({"explained": "nia", "by": "chair", "text": "In plain words."})
    assert happened.index({"spoken": "mother", "text": "Thank you."}) > explained


def test_the_words_of_a_task_are_in_nobody_elses_bytes(with_tasks: Scenario) -> None:
    held = afterwards(with_tasks, POLICE)
    for viewer in (CHAIR, RECORD_TAKER, MOTHER, FATHER, POLICE):
        assert not re.search("KQTASK", repr(held.sees(viewer))), viewer


def test_a_meeting_that_has_been_held_is_not_adjourned_while_its_tasks_are_done(with_tasks: Scenario) -> None:
    held = afterwards(with_tasks, phase="close")
    for phase, may in (("close", True), ("after", False)):
        held.to(phase)
        me = held.sees(CHAIR).me
        assert me is not None
        assert ("adjourn" in me.may) is may
    assert held.refused(do.Adjourn(by=CHAIR, words=words())) == "meeting-held"


def test_where_nothing_was_decided_there_is_nothing_to_explain(with_tasks: Scenario) -> None:
    held = afterwards(with_tasks, decided=False)
    after = held.sees(CHAIR).after
    assert after is not None
    assert [task.done for task in after.tasks if task.task == "explain"] == [None]
