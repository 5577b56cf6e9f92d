"""The facilitator takes words away for good, with a reason; everything else stays as it was."""

import msgspec
from rehearsing import (
    CALLS,
    CHAIR,
    FACILITATOR,
    MOTHER,
    POLICE,
    RECORD_TAKER,
    SOCIAL_WORKER,
    Rehearsal,
    rehearsal,
    words,
)

from simulations.engine import commands as do
from simulations.engine.actors import Observer, Seated
from simulations.engine.changing import change
from simulations.engine.events import ActionAdded, WordsRemoved
from simulations.engine.evolving import replay
from simulations.engine.scenario.values import ChildId, DecisionId, OptionId, PaperId, SeatOrAdultId
from simulations.engine.sections import Sections
from simulations.engine.storing import decode, encode
from simulations.engine.viewers import Viewer
from simulations.engine.words import Due, words_in

GWEN, REGISTRATION = ChildId("gwen"), DecisionId("registration")


def reasons(sections: Sections, utterance: str) -> set[object]:
    """What stands as `removed` wherever this utterance is named."""
    found: set[object] = set()

    def look(value: object) -> None:
        if isinstance(value, dict):
            if value.get("utterance") == utterance:
                found.add(value["removed"])
            for each in value.values():
                look(each)
        elif isinstance(value, list | tuple):
            for each in value:
                look(each)

    look(sections.plain())
    return found


def said(conference: Rehearsal, name: str = "slip") -> str:
    conference.must(do.Speak(by=POLICE, words=words(name)))
    log = conference.sees(POLICE).log
    assert log is not None
    return log.items[-1].key


def table() -> Rehearsal:
    return rehearsal(CHAIR, POLICE, MOTHER, phase="analysis")


def test_what_was_said_shows_the_reason_to_everybody_who_heard_it() -> None:
    conference = table()
    key = said(conference)
    conference.must(do.Redact(by=FACILITATOR, item=key, reason="real-person"))
    for viewer in (CHAIR, POLICE, MOTHER):
        assert reasons(conference.sees(viewer), "slip") == {"real-person"}


def test_only_the_facilitator_takes_words_away_and_only_words_that_somebody_typed() -> None:
    conference = table()
    key = said(conference)
    assert conference.refused(do.Redact(by=CHAIR, item=key, reason="hurtful")) == "facilitator-only"
    for item in ("t1", "t999", "x"):
        assert conference.refused(do.Redact(by=FACILITATOR, item=item, reason="hurtful")) == "no-such-words"
    assert conference.refused(do.Redact(by=FACILITATOR, utterance="nobody-said", reason="hurtful")) == "no-such-words"
    assert conference.refused(do.Redact(by=FACILITATOR, reason="hurtful")) == "no-such-words"


def test_taking_the_same_words_away_twice_changes_nothing() -> None:
    conference = table()
    key = said(conference)
    conference.must(do.Redact(by=FACILITATOR, item=key, reason="hurtful"))
    assert conference.must(do.Redact(by=FACILITATOR, utterance="slip", reason="by-mistake")) == ()


def test_a_whisper_is_taken_away_where_only_its_reader_saw_it() -> None:
    conference = table()
    conference.must(do.Whisper(by=FACILITATOR, to=POLICE.seat, words=words("whisper")))
    (removed,) = conference.must(do.Redact(by=FACILITATOR, utterance="whisper", reason="by-mistake"))
    assert removed.audience.seats == {POLICE.seat}
    assert reasons(conference.sees(POLICE), "whisper") == {"by-mistake"}
    assert not reasons(conference.sees(CHAIR), "whisper")


def test_all_that_is_typed_in_an_action_can_be_taken_away_by_itself() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="plan")
    conference.must(
        do.AddAction(
            by=POLICE, child=GWEN, kind="safety", owner=SeatOrAdultId("police"), words=words("what"), risk=words("risk"),
            if_not=words("if-not"), due=Due(number=3),
        )
    )  # fmt: skip
    (added,) = [
        event for event in conference.events if isinstance(event, ActionAdded) and words("what") in words_in(event)
    ]
    assert {each.utterance for each in words_in(added)} == {"what", "risk", "if-not"}
    conference.must(do.Redact(by=FACILITATOR, utterance="risk", reason="asked-for"))
    sections = conference.sees(POLICE)
    assert reasons(sections, "risk") == {"asked-for"}
    assert reasons(sections, "what") == {None}


def test_a_decisions_reason_is_gone_for_everybody() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="decision")
    conference.must(do.OpenViews(by=CHAIR, decision=REGISTRATION))
    conference.must(
        do.Decide(by=CHAIR, decision=REGISTRATION, child=GWEN, option=OptionId("not-registered"), words=words("why"))
    )
    conference.must(do.Redact(by=FACILITATOR, utterance="why", reason="real-person"))
    assert reasons(conference.sees(POLICE), "why") == {"real-person"}


def test_those_who_look_on_are_sent_the_change() -> None:
    conference = table()
    key = said(conference)
    conference.must(do.Correct(by=MOTHER, item=key, words=words("beside")))
    conference.must(do.Whisper(by=FACILITATOR, to=POLICE.seat, words=words("whisper")))
    for utterance in ("slip", "beside", "whisper"):
        before = conference.state
        conference.must(do.Redact(by=FACILITATOR, utterance=utterance, reason="hurtful"))
        changed = change(conference.scenario, before, conference.state, POLICE)
        assert reasons(changed, utterance) == {"hurtful"}


def test_a_conference_with_words_gone_replays_and_is_measured_as_before() -> None:
    conference = table()
    key = said(conference)
    measured = conference.measures
    conference.must(do.Redact(by=FACILITATOR, item=key, reason="real-person"))
    stored = [decode(encode(event)) for event in conference.events]
    assert replay(conference.scenario, stored, conference.state.terms) == conference.state
    assert conference.measures == measured


def test_words_are_taken_away_also_once_the_room_is_closed() -> None:
    conference = table()
    key = said(conference)
    conference.to("debrief")
    conference.must(do.Close(by=FACILITATOR))
    offered = {viewer: me.may for viewer in (CHAIR, FACILITATOR) if (me := conference.sees(viewer).me)}
    assert offered == {CHAIR: (), FACILITATOR: ("redact",)}
    conference.must(do.Redact(by=FACILITATOR, item=key, reason="asked-for"))
    assert isinstance(conference.events[-1], WordsRemoved)


def test_nothing_else_is_another_than_before() -> None:
    conference = table()
    said(conference)
    viewers: tuple[Viewer, ...] = (CHAIR, POLICE, MOTHER, FACILITATOR)
    before = {viewer: msgspec.json.encode(conference.sees(viewer)) for viewer in viewers}
    conference.must(do.Redact(by=FACILITATOR, utterance="slip", reason="real-person"))
    for viewer in viewers:
        now = msgspec.json.encode(conference.sees(viewer)).replace(b'"removed":"real-person"', b'"removed":null')
        assert now == before[viewer]


def everything_typed() -> Rehearsal:
    """A conference in which people typed wherever one can before and after a decision, with most of it laid open."""
    conference = rehearsal(CHAIR, POLICE, MOTHER, SOCIAL_WORKER, RECORD_TAKER, phase="reading")
    conference.must(do.NoteNeed(by=POLICE, words=words("need")))
    conference.to("reports")
    conference.must(do.GiveFloor(by=CHAIR, seat=POLICE.seat))
    conference.must(do.Share(by=POLICE, passage=CALLS, how="own-words", words=words("own words")))
    conference.must(do.Present(by=POLICE, paper=PaperId("log"), words=words("report")))
    report = next(iter(conference.state.reports))
    conference.must(do.Reply(by=MOTHER, report=report, words=words("reply")))
    conference.must(do.Correct(by=MOTHER, item=report, words=words("correction")))
    conference.must(do.Ask(by=CHAIR, of=POLICE.seat, words=words("question")))
    conference.must(do.TellChair(by=POLICE, words=words("word to the chair")))
    conference.to("decision")
    conference.must(
        do.GiveView(
            by=POLICE, decision=REGISTRATION, child=GWEN, option=OptionId("not-registered"), words=words("view"),
            because=(CALLS,), confidence=4,
        ),
        do.OpenViews(by=CHAIR, decision=REGISTRATION),
        do.SumUp(by=CHAIR, words=words("sum")),
        do.Decide(by=CHAIR, decision=REGISTRATION, child=GWEN, option=OptionId("not-registered"), words=words("decision")),
        do.Dissent(by=SOCIAL_WORKER, decision=REGISTRATION, child=GWEN, words=words("dissent")),
        do.SettleDissent(by=CHAIR, decision=REGISTRATION, child=GWEN, seat=SOCIAL_WORKER.seat, words=words("outcome")),
        do.SayInterim(by=POLICE, child=GWEN, words=words("interim")),
        do.WriteRecord(by=RECORD_TAKER, part="summary", words=words("record")),
    )  # fmt: skip
    return conference


def test_wherever_words_stand_the_reason_takes_their_place() -> None:
    conference = everything_typed()
    typed = [each.utterance for each in conference.state.uttered]
    assert len(typed) == 14
    viewers: tuple[Viewer, ...] = (*map(Seated, conference.scenario.seats), FACILITATOR, Observer("olwen"))
    for utterance in typed:
        readers = [viewer for viewer in viewers if reasons(conference.sees(viewer), utterance)]
        assert readers, utterance
        conference.must(do.Redact(by=FACILITATOR, utterance=utterance, reason="asked-for"))
        for viewer in viewers:
            found = reasons(conference.sees(viewer), utterance)
            assert found == ({"asked-for"} if viewer in readers else set()), (viewer, utterance)
