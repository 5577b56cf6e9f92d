"""The interpreter says in the other language what somebody typed: beside the first words, for those who heard them."""

from pathlib import Path

import msgspec
from rehearsing import CHAIR, FACILITATOR, POLICE, SOCIAL_WORKER, Rehearsal, scenario_at, words

from simulations.engine import commands as do
from simulations.engine.actors import Seated
from simulations.engine.alone import Run
from simulations.engine.changing import change
from simulations.engine.evolving import replay
from simulations.engine.scenario.values import SeatId
from simulations.engine.sections import LogLine
from simulations.engine.telling import told
from simulations.engine.viewers import Viewer
from simulations.engine.words import Words

TY_COED = Path(__file__).parents[3] / "simulations" / "scenarios" / "ty-coed.yaml"
INTERPRETER = Seated(SeatId("interpreter"))


def discussion(*people: Seated) -> Rehearsal:
    """The open discussion, with an interpreter at the table."""
    conference = Rehearsal(scenario_at(TY_COED, None))
    conference.seat(CHAIR, POLICE, INTERPRETER, *people)
    conference.must(do.Start(by=FACILITATOR), do.SitIn(by=FACILITATOR))
    conference.to("analysis")
    return conference


def said(conference: Rehearsal, what: Words) -> str:
    """The place in the log of what the officer says."""
    conference.must(do.Speak(by=POLICE, words=what))
    return last(conference, POLICE).key


def last(conference: Rehearsal, viewer: Viewer) -> LogLine:
    """The last thing that somebody of these said, as the viewer has it."""
    return [line for line in conference.sees(viewer).log.items if line.kind == "said"][-1]  # type: ignore[union-attr]


def test_a_rendering_stands_beside_the_first_words_without_a_turn_of_its_own() -> None:
    conference = discussion()
    key = said(conference, words("first", "cy"))
    before, items = conference.state, len(conference.state.log)
    conference.must(do.Render(by=INTERPRETER, item=key, words=words("in-english", "en")))
    for viewer in (CHAIR, POLICE, FACILITATOR):
        line = last(conference, viewer)
        assert line.words
        assert line.words.utterance == "first"
        (rendering,) = line.renderings
        assert (rendering.seat, rendering.words.utterance, rendering.words.language) == (
            "interpreter", "in-english", "en",
        )  # fmt: skip
        (sent,) = change(conference.scenario, before, conference.state, viewer).log.items  # type: ignore[union-attr]
        assert (sent.key, sent.renderings) == (key, line.renderings)
    assert len(conference.state.log) == items


def test_it_is_offered_to_the_interpreter_alone_and_refused_to_others() -> None:
    conference = discussion()
    key = said(conference, words("first", "cy"))
    assert "render" in conference.sees(INTERPRETER).me.may  # type: ignore[union-attr]
    assert "render" not in conference.sees(POLICE).me.may  # type: ignore[union-attr]
    for other in (POLICE, CHAIR, FACILITATOR):
        assert conference.refused(do.Render(by=other, item=key, words=words("x", "en"))) == "not-yours"


def test_what_was_not_typed_or_not_heard_or_is_gone_is_not_rendered() -> None:
    conference = discussion()
    conference.must(do.StepOut(by=INTERPRETER))
    unheard = said(conference, words("unheard", "cy"))
    conference.must(do.ComeBack(by=INTERPRETER))
    gone = said(conference, words("gone", "cy"))
    conference.must(do.Redact(by=FACILITATOR, utterance="gone", reason="hurtful"))
    for item in (unheard, gone, "t1", "t999", "x"):
        assert conference.refused(do.Render(by=INTERPRETER, item=item, words=words("x", "en"))) == "nothing-to-render"


def test_the_language_of_the_first_words_is_no_other_one() -> None:
    conference = discussion()
    key = said(conference, words("first", "cy"))
    assert conference.refused(do.Render(by=INTERPRETER, item=key, words=words("again", "cy"))) == "same-language"


def test_it_reaches_only_who_heard_the_first_words_and_is_there() -> None:
    conference = discussion(SOCIAL_WORKER)
    conference.must(do.StepOut(by=SOCIAL_WORKER))
    key = said(conference, words("first", "cy"))
    conference.must(do.ComeBack(by=SOCIAL_WORKER), do.StepOut(by=CHAIR))
    conference.must(do.Render(by=INTERPRETER, item=key, words=words("in-english", "en")), do.ComeBack(by=CHAIR))
    for viewer in (SOCIAL_WORKER, CHAIR):
        assert b'"in-english"' not in msgspec.json.encode(conference.sees(viewer)), viewer
    assert b'"in-english"' in msgspec.json.encode(conference.sees(POLICE))


def test_it_goes_with_the_first_words_and_the_log_replays() -> None:
    conference = discussion()
    key = said(conference, words("first", "cy"))
    conference.must(do.Render(by=INTERPRETER, item=key, words=words("in-english", "en")))
    conference.must(do.Redact(by=FACILITATOR, item=key, reason="real-person"))
    line = last(conference, CHAIR)
    assert line.words
    assert line.words.removed == "real-person"
    assert [each.words.removed for each in line.renderings] == ["real-person"]
    assert replay(conference.scenario, conference.events) == conference.state
    telling = [each for _, each in told(Run(conference.scenario, conference.state, events=conference.events))]
    assert {"rendered": key, "by": "interpreter"} in telling
