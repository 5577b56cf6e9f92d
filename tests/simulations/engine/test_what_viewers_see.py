"""No viewer is sent what is not theirs: every private text has a word of its own, looked for in all that others get."""

import re
from collections.abc import Iterator

import msgspec
import pytest
from rehearsing import (
    BAIL,
    BRYN_AWEL,
    CALLS,
    CHAIR,
    FACILITATOR,
    FATHER,
    HEALTH_VISITOR,
    MOTHER,
    POLICE,
    SOCIAL_WORKER,
    WATCHER,
    Rehearsal,
    rehearsal,
    scenario_at,
    words,
)

from simulations.engine import commands as do
from simulations.engine.actors import Seated
from simulations.engine.alone import run_by_itself
from simulations.engine.changing import change
from simulations.engine.evolving import evolve
from simulations.engine.scenario import read
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.values import SeatId
from simulations.engine.start import start
from simulations.engine.viewers import Public, Viewer, projector, sees
from simulations.engine.views import view

PRIVATE = re.compile(r"KQ[A-Z]+\d?")
GP, RECORD_TAKER = Seated(SeatId("gp")), Seated(SeatId("record-taker"))
EVERYBODY: tuple[Viewer, ...] = (
    CHAIR, SOCIAL_WORKER, POLICE, HEALTH_VISITOR, GP, RECORD_TAKER, MOTHER, FATHER, FACILITATOR, WATCHER, Public(),
)  # fmt: skip
SCORED = {"KQRUBRIC"}
FACILITATORS_OWN = {"KQINJECT", "KQAUNT", *SCORED}


def tokens(sections: object) -> set[str]:
    """The private words in something that is sent."""
    return set(PRIVATE.findall(msgspec.json.encode(sections).decode()))


def own(conference: Rehearsal, viewer: Viewer) -> set[str]:
    """The private words that a viewer may have: their brief and prompts, papers in hand, injects to them, what was said."""
    if not isinstance(viewer, Seated):
        return FACILITATORS_OWN if viewer == FACILITATOR else SCORED if viewer == WATCHER else set()
    scenario, seat = conference.scenario, viewer.seat
    papers = [scenario.papers[held.paper] for held in conference.state.papers[seat]]
    texts: list[object] = [scenario.seats[seat].brief, *(phase.prompts.get(seat) for phase in scenario.phases)]
    texts += [text for paper in papers for text in (paper.title, *(each.text for each in paper.passages))]
    texts += [inject.text for inject in scenario.injects.values() if seat in scenario.reached_by(inject.id)]
    return set(PRIVATE.findall(repr(texts)))


def said(conference: Rehearsal, viewer: Viewer) -> set[str]:
    """The private words of passages that were shared before a viewer."""
    found: set[str] = set()
    for passage, sharings in conference.state.sharings.items():
        if any(sees(viewer, each.audience) for each in sharings):
            paper = conference.scenario.paper_with(passage)
            found |= set(PRIVATE.findall(repr((conference.scenario.passage(passage).text, paper.title))))
    return found


def check_nothing_leaks(conference: Rehearsal) -> None:
    for viewer in (*EVERYBODY, projector(conference.scenario, conference.state)):
        leaked = tokens(conference.sees(viewer)) - own(conference, viewer) - said(conference, viewer)
        assert not leaked, (viewer, leaked)


def steps(scenario: Scenario) -> Iterator[Rehearsal]:
    """A conference that ran by itself, at every event."""
    run = run_by_itself(scenario, None if not scenario.variants else next(iter(scenario.variants)))
    conference = Rehearsal(run.scenario)
    for event in run.events:
        conference.state = evolve(run.scenario, conference.state, event)
        yield conference


def test_at_every_event_of_a_whole_conference_nobody_gets_what_is_not_theirs() -> None:
    scenario = read(BRYN_AWEL.read_bytes()).scenario
    assert scenario is not None
    for conference in steps(scenario):
        check_nothing_leaks(conference)


def test_before_anything_is_said_each_has_only_their_own_papers() -> None:
    conference = rehearsal(POLICE, HEALTH_VISITOR)
    assert "KQPOLICE1" in tokens(conference.sees(POLICE))
    assert "KQHEALTH0" not in tokens(conference.sees(POLICE))
    check_nothing_leaks(conference)


def test_somebody_at_the_door_sees_who_sits_where_and_no_more() -> None:
    sections = rehearsal(POLICE).sees(Public())
    assert sections.roster is not None
    assert (sections.papers, sections.log, sections.control, sections.views) == (None, None, None, None)


def test_nobody_is_told_which_passages_carry_facts() -> None:
    conference = rehearsal(POLICE, phase="analysis")
    conference.must(do.Share(by=POLICE, passage=CALLS))
    for viewer in EVERYBODY:
        sent = msgspec.json.encode(conference.sees(viewer))
        assert b'"fact"' not in sent, viewer
        assert b'"gist"' not in sent, viewer
        assert b"KQGIST" not in sent, viewer


def test_the_facilitator_hears_the_table_only_when_sitting_in_visibly() -> None:
    conference = rehearsal(POLICE, HEALTH_VISITOR, phase="analysis")
    conference.must(do.Share(by=POLICE, passage=CALLS, how="shown"))
    assert "KQPOLICE1" not in tokens(conference.sees(FACILITATOR))
    control = conference.sees(FACILITATOR).control
    assert control is not None
    assert (control.critical_said, control.critical) == (1, 4)
    conference.must(do.SitIn(by=FACILITATOR), do.Share(by=POLICE, passage=BAIL, how="shown"))
    assert "KQPOLICE2" in tokens(conference.sees(FACILITATOR))
    assert "KQPOLICE1" not in tokens(conference.sees(FACILITATOR))


def test_a_whisper_reaches_one_seat_and_leaves_no_gap_in_what_others_count() -> None:
    conference = rehearsal(POLICE, HEALTH_VISITOR, phase="analysis")
    before = conference.sees(HEALTH_VISITOR)
    conference.must(do.Whisper(by=FACILITATOR, to=POLICE.seat, words=words("whispered")))
    assert conference.sees(HEALTH_VISITOR) == before
    conference.must(do.Speak(by=HEALTH_VISITOR, words=words("spoken")))
    keys = [line.key for line in conference.sees(HEALTH_VISITOR).log.items]  # type: ignore[union-attr]
    assert [int(key[1:]) for key in keys] == list(range(1, len(keys) + 1))


def test_a_word_to_the_chair_is_read_by_the_chair_alone() -> None:
    conference = rehearsal(CHAIR, POLICE, HEALTH_VISITOR, phase="analysis")
    conference.must(do.TellChair(by=POLICE, words=words("psst")))
    for viewer, told in ((CHAIR, True), (POLICE, True), (HEALTH_VISITOR, False), (FACILITATOR, False)):
        assert (b"psst" in msgspec.json.encode(conference.sees(viewer))) is told


def test_what_is_not_in_the_running_variant_exists_for_nobody() -> None:
    calm, stormy = rehearsal(SOCIAL_WORKER), rehearsal(SOCIAL_WORKER, variant="stormy")
    assert "KQSTORM0" not in tokens(calm.sees(SOCIAL_WORKER))
    assert "KQSTORM0" in tokens(stormy.sees(SOCIAL_WORKER))
    assert calm.measures.pool.critical + 1 == stormy.measures.pool.critical


@pytest.mark.parametrize("viewer", EVERYBODY)
def test_changes_one_after_the_other_come_to_the_same_as_everything_at_once(viewer: Viewer) -> None:
    scenario = scenario_at(BRYN_AWEL, "calm")
    run = run_by_itself(scenario, "calm")
    state = start(run.scenario)
    shown = view(run.scenario, state, viewer).plain()
    for event in run.events:
        after = evolve(run.scenario, state, event)
        for name, section in change(run.scenario, state, after, viewer).plain().items():
            shown[name] = _merged(shown.get(name), section) if name in ("log", "notices") else section
        state = after
    assert shown == view(run.scenario, state, viewer).plain()


def _merged(shown: object, changed: object) -> object:
    items = {item["key"]: item for section in (shown, changed) for item in section["items"]}  # type: ignore[index]
    return {"items": tuple(items.values())}


def test_what_an_event_leaves_alone_is_not_sent_again() -> None:
    conference = rehearsal(POLICE, HEALTH_VISITOR, phase="analysis")
    before = conference.state
    conference.must(do.Speak(by=POLICE, words=words()))
    changed = change(conference.scenario, before, conference.state, HEALTH_VISITOR)
    assert list(changed.plain()) == ["log"]
