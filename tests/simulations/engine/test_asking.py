"""Asking by topic and in own words, calling an agency, and having a statement read out."""

from rehearsing import CHAIR, FACILITATOR, HEALTH_VISITOR, MOTHER, POLICE, rehearsal, words

from simulations.engine import commands as do
from simulations.engine.scenario.values import PaperId, SeatId, TopicId

GROWTH, MEDICATION = TopicId("growth"), TopicId("medication")
GP, CHILD = SeatId("gp"), SeatId("gwen-seat")


def test_a_script_answers_a_topic_with_what_it_has_on_it() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="analysis")
    conference.must(do.Ask(by=POLICE, of=HEALTH_VISITOR.seat, topic=GROWTH))
    conference.wait(5)
    assert conference.measures.outcomes["h1"] == "shared"  # type: ignore[index]


def test_a_script_with_nothing_on_a_topic_says_so() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="analysis")
    happened = conference.must(do.Ask(by=POLICE, of=HEALTH_VISITOR.seat, topic=MEDICATION))
    assert conference.kinds(happened) == ["Asked", "NothingAdded"]


def test_a_question_in_own_words_waits_for_a_person_who_may_answer_without_the_floor() -> None:
    conference = rehearsal(CHAIR, POLICE, HEALTH_VISITOR, phase="questions")
    conference.must(do.Ask(by=CHAIR, of=POLICE.seat, words=words("how often?")))
    question = conference.sees(POLICE).me.questions[0]  # type: ignore[union-attr]
    assert question.words is not None
    assert question.words.utterance == "how often?"
    conference.must(do.Speak(by=POLICE, words=words("four times"), answers=question.key))
    assert conference.sees(POLICE).me.questions == ()  # type: ignore[union-attr]
    conference.must(do.Speak(by=CHAIR, words=words("thank you")))
    assert conference.refused(do.Speak(by=POLICE, words=words("and"))) == "floor-elsewhere"


def test_nobody_asks_by_topic_and_in_words_at_once() -> None:
    conference = rehearsal(POLICE, phase="analysis")
    both = do.Ask(by=POLICE, of=HEALTH_VISITOR.seat, topic=GROWTH, words=words())
    assert conference.refused(both) == "topic-or-words"


def test_the_family_is_heard_and_does_not_question() -> None:
    conference = rehearsal(MOTHER, phase="analysis")
    assert conference.refused(do.Ask(by=MOTHER, of=POLICE.seat, topic=GROWTH)) == "not-yours"


def test_an_agency_that_sent_a_report_is_called_and_its_report_comes_into_the_askers_hands() -> None:
    conference = rehearsal(CHAIR, POLICE, phase="analysis")
    assert conference.refused(do.Ask(by=POLICE, of=GP, topic=MEDICATION)) == "nobody-there"
    conference.must(do.Call(by=POLICE, seat=GP))
    assert "practice-report" in [paper.id for paper in conference.sees(POLICE).papers.papers]  # type: ignore[union-attr]
    assert "practice-report" not in [paper.id for paper in conference.sees(CHAIR).papers.papers]  # type: ignore[union-attr]
    conference.wait(5)
    assert conference.measures.outcomes["g1"] == "shared"  # type: ignore[index]
    assert conference.refused(do.Call(by=POLICE, seat=GP)) == "in-the-room-already"


def test_a_statement_is_read_by_whoever_the_chair_asked_and_shares_what_it_carries() -> None:
    conference = rehearsal(CHAIR, POLICE, HEALTH_VISITOR, phase="child")
    paper = PaperId("words")
    assert conference.refused(do.ReadOut(by=POLICE, paper=paper)) == "chair-only"
    assert conference.refused(do.AskToRead(by=POLICE, statement=CHILD, reader=POLICE.seat)) == "chair-only"
    conference.must(do.AskToRead(by=CHAIR, statement=CHILD, reader=POLICE.seat))
    assert conference.sees(POLICE).me.to_read == ("words",)  # type: ignore[union-attr]
    conference.must(do.ReadOut(by=POLICE, paper=paper))
    line = conference.sees(HEALTH_VISITOR).log.items[-1]  # type: ignore[union-attr]
    assert line.quotes[0].spoken == "cy"
    assert conference.measures.outcomes["c1"] == "shared"  # type: ignore[index]
    assert conference.refused(do.ReadOut(by=POLICE, paper=paper)) == "already-read"


def test_a_statement_seat_is_not_asked() -> None:
    conference = rehearsal(POLICE, phase="analysis")
    assert conference.refused(do.Ask(by=POLICE, of=CHILD, words=words())) == "ask-to-read-instead"


def test_the_facilitator_may_read_a_statement_out() -> None:
    conference = rehearsal(CHAIR, phase="child")
    conference.must(do.ReadOut(by=FACILITATOR, paper=PaperId("words")))
