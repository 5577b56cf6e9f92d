"""The record: drafted from what happened, written, corrected, approved, and sent in two versions."""

import msgspec
from rehearsing import (
    CHAIR,
    FACILITATOR,
    FATHER,
    HEALTH_VISITOR,
    MOTHER,
    POLICE,
    RECORD_TAKER,
    WATCHER,
    Rehearsal,
    rehearsal,
    words,
)

from simulations.engine import commands as do
from simulations.engine.actors import Seated
from simulations.engine.scenario.values import ChildId, DecisionId, OptionId, SeatOrAdultId
from simulations.engine.sections import RecordSection, RecordVersion
from simulations.engine.viewers import Viewer
from simulations.engine.words import Due, Into, Language, RecordPart

GWEN, IFAN, REGISTRATION = ChildId("gwen"), ChildId("ifan"), DecisionId("registration")
CLOSE = do.ClosePart(by=CHAIR, without=(FATHER.seat,), ground="live-investigation")
REOPEN = do.Reopen(by=CHAIR)
APPROVE = do.ApproveRecord(by=CHAIR)


def conference(phase: str, *more: Seated) -> Rehearsal:
    """With a record taker, and the father in the room."""
    held = rehearsal(CHAIR, POLICE, HEALTH_VISITOR, RECORD_TAKER, MOTHER, *more)
    held.seat(FATHER, played_by="actor")
    held.must(do.Start(by=FACILITATOR))
    held.to(phase)
    return held


def write(part: RecordPart, name: str, into: Into = "both", language: Language = "en") -> do.WriteRecord:
    return do.WriteRecord(by=RECORD_TAKER, part=part, words=words(name, language), into=into)


def send(to: str, copy: str) -> do.SendRecord:
    return msgspec.convert(
        {"do": "send-record", "by": {"who": "seat", "seat": "record-taker"}, "copy": copy, "recipients": [to]},
        type=do.SendRecord,
    )


def decide(child: ChildId, reason: str) -> do.Decide:
    return do.Decide(
        by=CHAIR, decision=REGISTRATION, child=child, option=OptionId("registered"), categories=("neglect",),
        words=words(reason),
    )  # fmt: skip


def plan(name: str) -> do.AddAction:
    return do.AddAction(
        by=POLICE, child=GWEN, kind="safety", owner=SeatOrAdultId("police"), words=words(name), risk=words(f"{name}-risk"),
        if_not=words(f"{name}-if-not"), due=Due(number=14),
    )  # fmt: skip


def record(held: Rehearsal, viewer: Viewer) -> RecordSection:
    section = held.sees(viewer).record
    assert section is not None
    return section


def full(held: Rehearsal, viewer: Viewer) -> RecordVersion:
    version = record(held, viewer).full
    assert version is not None
    return version


def familys(held: Rehearsal, viewer: Viewer) -> RecordVersion:
    version = record(held, viewer).family
    assert version is not None
    return version


def whole_conference() -> Rehearsal:
    """Closed to the father while the second child is decided on, dissented from and planned for; open otherwise."""
    held = conference("decision")
    held.must(do.OpenViews(by=CHAIR, decision=REGISTRATION), decide(GWEN, "open-reason"))
    held.must(do.Dissent(by=POLICE, decision=REGISTRATION, child=GWEN, words=words("open-dissent")))
    held.must(CLOSE, decide(IFAN, "closed-reason"))
    held.must(do.Dissent(by=POLICE, decision=REGISTRATION, child=IFAN, words=words("closed-dissent")))
    held.must(
        do.SettleDissent(by=CHAIR, decision=REGISTRATION, child=GWEN, seat=POLICE.seat, words=words("closed-outcome")),
        do.SayInterim(by=POLICE, child=GWEN, words=words("closed-interim")),
        write("risk-analysis", "closed-analysis"),
        REOPEN,
    )
    held.to("plan")
    held.must(do.SayInterim(by=POLICE, child=IFAN, words=words("open-interim")), plan("open-action"), CLOSE)
    held.must(plan("closed-action"), REOPEN, write("essential-facts", "open-facts"))
    held.must(write("strengths", "closed-strengths", into="full"))
    held.to("close")
    return held


def test_a_draft_holds_who_came_what_was_decided_and_what_was_planned() -> None:
    held = whole_conference()
    draft = full(held, RECORD_TAKER)
    how = {line.seat: line.how for line in draft.attendance}
    assert (how["police"], how["gp"], how["gwen-seat"]) == ("attended", "report", "statement")
    assert "aunt" not in how, "somebody who was outside, and never came in"
    assert [(line.child, line.option, line.categories) for line in draft.decisions] == [
        ("gwen", "registered", ("neglect",)), ("ifan", "registered", ("neglect",)),
    ]  # fmt: skip
    assert [line.child for line in draft.dissents] == ["gwen", "ifan"]
    assert [line.action.words.utterance for line in draft.actions if line.action.words] == [
        "open-action",
        "closed-action",
    ]
    assert {line.child for line in draft.interim} == {"gwen", "ifan"}
    assert draft.unwritten == ("summary", "reasons")


def test_it_tells_who_was_out_from_when_until_when_and_why() -> None:
    held = conference("analysis")
    held.must(CLOSE)
    began = held.now
    held.wait(60)
    held.must(REOPEN)
    line = full(held, CHAIR).exclusions[0]
    assert (line.seats, line.ground, line.began) == (("father",), "live-investigation", began)
    assert line.ended is not None
    assert (line.ended - line.began).total_seconds() == 60


def test_a_closed_part_that_nobody_reopened_ends_with_the_meeting() -> None:
    held = conference("close")
    held.must(CLOSE)
    held.to("leave")
    assert full(held, CHAIR).exclusions[0].ended == held.now


def test_whoever_left_before_the_end_attended_and_whoever_never_came_sent_apologies() -> None:
    held = rehearsal(CHAIR, POLICE, RECORD_TAKER, phase="opening", empty=["health-visitor"])
    held.must(do.LeaveSeat(by=POLICE, seat=POLICE.seat), do.ReleaseSeat(by=FACILITATOR, seat=POLICE.seat))
    how = {line.seat: line.how for line in full(held, CHAIR).attendance}
    assert (how["police"], how["health-visitor"]) == ("attended", "apologies")


def test_only_the_record_taker_writes() -> None:
    held = conference("analysis")
    assert held.refused(do.WriteRecord(by=CHAIR, part="summary", words=words())) == "record-taker-only"
    held.must(write("summary", "first"), write("summary", "later"), write("summary", "cymraeg", language="cy"))
    written = [(line.part, line.words.utterance) for line in full(held, CHAIR).written]
    assert written == [("summary", "later"), ("summary", "cymraeg")]


def test_the_record_taker_has_no_other_part() -> None:
    held = conference("decision")
    me = held.sees(RECORD_TAKER).me
    assert me is not None
    assert "write-record" in me.may
    assert not {"view", "concern", "ask", "dissent", "add-action", "interim"} & set(me.may)


def test_nobody_but_who_drafts_it_reads_it_before_it_is_approved() -> None:
    held = whole_conference()
    for viewer in (POLICE, MOTHER, FATHER, FACILITATOR):
        assert record(held, viewer) == RecordSection(state="none"), viewer
    assert held.sees(WATCHER).record is None
    held.must(APPROVE)
    assert record(held, POLICE).state == "approved"
    assert record(held, MOTHER).state == "none"
    assert held.sees(WATCHER).record is None


def test_what_was_approved_stays_until_it_is_approved_anew() -> None:
    held = whole_conference()
    assert held.refused(send("police", "full")) == "record-not-approved"
    held.must(APPROVE)
    assert held.refused(APPROVE) == "already-so"
    before = full(held, POLICE)
    held.must(write("summary", "afterthought"))
    assert full(held, POLICE) == before
    assert record(held, CHAIR).changed
    assert held.refused(send("police", "full")) == "record-not-approved"
    held.must(APPROVE)
    assert "afterthought" in [line.words.utterance for line in full(held, POLICE).written]


def test_it_is_approved_and_sent_only_at_the_close_and_by_whom_it_is_for() -> None:
    held = conference("plan")
    assert held.refused(APPROVE) == "record-later"
    assert held.refused(do.ApproveRecord(by=POLICE)) == "chair-only"
    held.to("close")
    held.must(APPROVE)
    assert held.refused(do.SendRecord(by=POLICE, copy="full", recipients=(SeatOrAdultId("gp"),))) == "not-yours"
    assert held.refused(send("nobody", "full")) == "no-such-recipient"
    held.must(do.SendRecord(by=CHAIR, copy="full", recipients=(SeatOrAdultId("gp"),)))


def test_the_family_gets_no_full_copy_and_practitioners_no_familys() -> None:
    held = conference("close")
    held.must(APPROVE)
    for to in ("mother", "nia", "aunt"):
        assert held.refused(send(to, "full")) == "familys-copy"
    assert held.refused(send("police", "family")) == "familys-copy"


def test_the_familys_copy_has_nothing_of_a_closed_part_for_anybody_of_the_family() -> None:
    held = whole_conference()
    held.must(APPROVE, send("father", "family"), send("nia", "family"))
    for viewer in (FATHER, MOTHER):
        copy = familys(held, viewer)
        assert b"closed-" not in msgspec.json.encode(copy).replace(b"closed-part", b""), viewer
        assert copy.exclusions[0].ground is None
        assert copy.kept
        assert (copy.kept_actions, copy.kept_dissents) == (1, 1)
        assert [line.closed for line in copy.decisions] == [False, True]
        assert copy.dissents[0].outcome_kept
        assert [(line.child, line.kept) for line in copy.interim] == [("gwen", "closed-part"), ("ifan", None)]
        assert [line.words.utterance for line in copy.written] == ["open-facts"]
        assert record(held, viewer).full is None


def test_a_practitioner_who_was_out_reads_the_full_copy_without_what_they_did_not_hear() -> None:
    held = conference("decision")
    out = msgspec.structs.replace(CLOSE, without=(HEALTH_VISITOR.seat,))
    held.must(do.OpenViews(by=CHAIR, decision=REGISTRATION), out, decide(GWEN, "closed-reason"), REOPEN)
    held.must(decide(IFAN, "open-reason"), write("summary", "closed-summary", into="full"))
    held.to("close")
    held.must(APPROVE)
    copy = full(held, HEALTH_VISITOR)
    assert b"closed-reason" not in msgspec.json.encode(copy)
    assert b"closed-summary" not in msgspec.json.encode(copy)
    assert copy.kept
    assert copy.exclusions[0].ground is None
    assert b"closed-reason" in msgspec.json.encode(full(held, POLICE))


def test_what_is_said_without_somebody_it_is_withheld_from_is_left_out_of_their_copy_and_not_told_of() -> None:
    held = conference("plan")
    held.must(do.StepOut(by=FATHER), plan("said-without-him"), do.ComeBack(by=FATHER), plan("said-before-him"))
    held.to("close")
    held.must(APPROVE, send("father", "family"), send("mother", "family"))
    copy = familys(held, FATHER)
    assert [line.action.words.utterance for line in copy.actions if line.action.words] == ["said-before-him"]
    assert (copy.kept, copy.kept_actions) == (False, 0)
    assert len(familys(held, MOTHER).actions) == 2


def test_anybody_in_the_room_proposes_a_correction_and_the_record_taker_takes_or_leaves_it() -> None:
    held = conference("analysis")
    held.must(do.CorrectRecord(by=MOTHER, words=words("his-name"), part="essential-facts"))
    held.must(do.CorrectRecord(by=POLICE, words=words("the-date")))
    assert [line.key for line in record(held, RECORD_TAKER).corrections] == ["mother.1", "police.1"]
    assert [line.words.utterance for line in record(held, MOTHER).corrections] == ["his-name"]
    assert held.refused(do.TakeCorrection(by=CHAIR, correction="mother.1")) == "record-taker-only"
    held.must(
        do.TakeCorrection(by=RECORD_TAKER, correction="mother.1"),
        do.LeaveCorrection(by=RECORD_TAKER, correction="police.1"),
    )
    assert held.refused(do.LeaveCorrection(by=RECORD_TAKER, correction="mother.1")) == "no-such-correction"
    assert record(held, RECORD_TAKER).corrections == ()
    assert [line.words.utterance for line in full(held, CHAIR).corrections] == ["his-name"]
    assert record(held, POLICE).corrections[0].outcome == "left"


def test_a_correction_from_a_closed_part_is_not_in_the_familys_copy() -> None:
    held = conference("analysis")
    held.must(CLOSE, do.CorrectRecord(by=POLICE, words=words("closed-correction")), REOPEN)
    held.must(do.TakeCorrection(by=RECORD_TAKER, correction="police.1"))
    held.to("close")
    held.must(APPROVE, send("mother", "family"))
    assert familys(held, MOTHER).corrections == ()
    assert len(full(held, POLICE).corrections) == 1


def test_a_facilitator_in_an_empty_chair_approves_and_sends() -> None:
    held = rehearsal(POLICE, RECORD_TAKER, phase="close")
    assert record(held, FACILITATOR).drafts
    held.must(do.ApproveRecord(by=FACILITATOR))
    held.must(do.SendRecord(by=FACILITATOR, copy="full", recipients=(SeatOrAdultId("gp"),)))
    assert [(line.to, line.copy) for line in record(held, RECORD_TAKER).sent] == [("gp", "full")]
