"""What holds in every conference, whoever asks for whatever in whichever order.

Two machines ask for commands of every type there is (`asking_anything`). The first looks at everything that a conference has to
keep to after each step; the second holds the same conference twice, one of them paused before every step.
"""

import re
from collections import defaultdict
from datetime import datetime, timedelta
from typing import Any

import msgspec
import pytest
from asking_anything import BY_TAG, FACILITATOR, KINDS, WATCHER, Anything, Choose, viewers
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from msgspec.structs import replace
from rehearsing import BRYN_AWEL, CHAIR, POLICE, Rehearsal, scenario_at

from simulations.engine import commands as do
from simulations.engine import events
from simulations.engine.actors import Clock, Facilitator, Observer, Seated
from simulations.engine.audience import Audience
from simulations.engine.changing import Difference
from simulations.engine.deciding import decide
from simulations.engine.due import due
from simulations.engine.events import Event
from simulations.engine.evolving import replay
from simulations.engine.moment import Moment
from simulations.engine.refusals import MESSAGES, Refusal
from simulations.engine.scenario.values import InjectId
from simulations.engine.sections import Sections
from simulations.engine.start import start
from simulations.engine.state import ConferenceState
from simulations.engine.storing import decode, encode
from simulations.engine.terms import Setting, Terms
from simulations.engine.viewers import Viewer, sees

SCENARIO = scenario_at(BRYN_AWEL, "calm")
PRIVATE, UTTERANCE = re.compile(r"KQ[A-Z]+\d?"), re.compile(r"U\d{6}")
LAID_OPEN_LATER = (events.ViewGiven, events.RecordWritten)
"""What was told to few at first and is opened to more by a later event: views by the chair, the record by its approval."""
ADDED_TO = ("log", "notices")
SETTINGS = st.sampled_from(["text", "one-room"])
FEW = settings(max_examples=5, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck))
MANY = settings(FEW, max_examples=100, stateful_step_count=100)


class AnyConference(RuleBasedStateMachine):
    """People, scripts and the clock asking for anything at all."""

    def __init__(self) -> None:
        super().__init__()
        self.conference, self.anything = Rehearsal(SCENARIO), Anything(SCENARIO)
        self.looked: tuple[ConferenceState | None, dict[Viewer, Sections]] = (None, {})
        self.before, self.seen = self.conference.state, self._seen()
        self.told: dict[str, list[Audience]] = defaultdict(list)

    @initialize(setting=SETTINGS, phases=st.integers(0, 10), alone=st.booleans())
    def somebody_sits_down(self, setting: Setting, phases: int, alone: bool) -> None:
        self.conference = begun(setting, phases, alone)
        self.before, self.seen = self.conference.state, self._seen()

    @rule(data=st.data())
    def somebody_asks(self, data: st.DataObject) -> None:
        before, now = self.conference.state, self.conference.now
        asked = self.anything.command(_by(data), before, now)
        answer = self.conference.ask(asked)
        if isinstance(answer, Refusal):
            assert answer.code in MESSAGES
            assert self.conference.state is before
            return
        for event in answer:
            for utterance in UTTERANCE.findall(encode(event).decode()):
                self.told[utterance].append(event.audience)

    @rule(seconds=st.sampled_from([1, 10, 45, 200]))
    def time_passes(self, seconds: int) -> None:
        self.conference.wait(seconds)

    @rule(seconds=st.sampled_from([20, 400]))
    def the_clock_is_late(self, seconds: int) -> None:
        self.conference.now += timedelta(seconds=seconds)
        self.conference.ask(do.Tick(by=Clock()))

    @invariant()
    def asking_twice_for_the_time_does_nothing_more(self) -> None:
        conference = self.conference
        then = due(conference.scenario, conference.state)
        if then is None or then > conference.now:
            assert decide(conference.scenario, conference.state, do.Tick(by=Clock()), conference.now) == ()
        else:
            assert decide(conference.scenario, conference.state, do.Tick(by=Clock()), conference.now) != ()

    @invariant()
    def nobody_is_sent_what_is_not_theirs(self) -> None:
        for viewer, sections in self._seen().items():
            sent = msgspec.json.encode(sections).decode()
            private = set(PRIVATE.findall(sent))
            gists = {token for token in private if token.startswith("KQGIST")}
            leaked = private - gists - self.theirs(viewer)
            assert not leaked, (viewer, leaked)
            assert not gists or self.conference.state.steps, (viewer, gists)
            overheard = {
                each
                for each in UTTERANCE.findall(self._but_the_record(viewer, sections))
                if not self.heard(viewer, each)
            }
            assert not overheard, (viewer, overheard)

    def _but_the_record(self, viewer: Viewer, sections: Sections) -> str:
        """What a viewer is sent; for those whose record it is without the record, which is whole for them.

        Whoever begins to act as chair finds in it what was proposed before.
        """
        if isinstance(viewer, Seated):
            theirs = not SCENARIO.seats[viewer.seat].part.is_family
        else:
            theirs = Moment(SCENARIO, self.conference.state, self.conference.now).acts_as_chair(viewer)
        return msgspec.json.encode(replace(sections, record=None) if theirs else sections).decode()

    def heard(self, viewer: Viewer, utterance: str) -> bool:
        """Whether something typed was told before this viewer, or to few at first and then opened."""
        if any(sees(viewer, audience) for audience in self.told[utterance]):
            return True
        spoken = [event for event in self.conference.events if utterance in encode(event).decode()]
        return any(isinstance(event, LAID_OPEN_LATER) for event in spoken)

    @invariant()
    def what_is_not_sent_as_changed_has_not_changed(self) -> None:
        after, seen = self.conference.state, self._seen()
        difference = Difference(SCENARIO, self.before, after)
        for viewer, sections in seen.items():
            sent = difference.to(viewer)
            added = sent.log.items if sent.log else ()
            assert not added or (sections.log and all(item in sections.log.items for item in added)), viewer
            for name in Sections.__struct_fields__:
                if name not in ADDED_TO and getattr(sent, name) is None:
                    assert getattr(self.seen[viewer], name) == getattr(sections, name), (viewer, name)
        self.before, self.seen = after, seen

    def _seen(self) -> dict[Viewer, Sections]:
        """What everybody sees now, worked out once a state."""
        if self.looked[0] is not self.conference.state:
            seen = {viewer: self.conference.sees(viewer) for viewer in viewers(SCENARIO)}
            self.looked = (self.conference.state, seen)
        return self.looked[1]

    def theirs(self, viewer: Viewer) -> set[str]:
        """The private words of what was said before a viewer, and of what is in their own hands."""
        scenario, state = SCENARIO, self.conference.state
        found: list[object] = [
            (scenario.passage(passage).text, scenario.paper_with(passage).title)
            for passage, sharings in state.sharings.items()
            if any(sees(viewer, each.audience) for each in sharings)
        ]
        found += [scenario.papers[each.paper].title for each in state.reports.values() if sees(viewer, each.audience)]
        if isinstance(viewer, Seated):
            found += [scenario.papers[held.paper] for held in state.papers[viewer.seat]]
            found += [scenario.seats[viewer.seat].brief, *(phase.prompts.get(viewer.seat) for phase in scenario.phases)]
        if isinstance(viewer, Facilitator | Observer):
            found.append(scenario.debrief.rubric)
        if viewer == FACILITATOR:
            spoken_for = [seat for seat, now in state.seats.items() if now.stood_in]
            found += [scenario.papers[held.paper] for seat in spoken_for for held in state.papers[seat]]
            return set(PRIVATE.findall(repr([found, scenario.injects])))
        reached = [inject for inject in scenario.injects.values() if inject.id in state.injects]
        found += [each.text for each in reached if self._reaches(viewer, each.id)]
        found += [each.ask for each in reached if each.ask and viewer == Seated(each.ask.of)]
        found += [
            scenario.injects[item.question].ask.choices[item.choice]  # type: ignore[union-attr]
            for item in state.log
            if item.question and item.choice and sees(viewer, item.audience)
        ]
        return set(PRIVATE.findall(repr(found)))

    def _reaches(self, viewer: Viewer, inject: InjectId) -> bool:
        return isinstance(viewer, Seated) and viewer.seat in SCENARIO.reached_by(inject)

    def teardown(self) -> None:
        conference = self.conference
        stored = [decode(encode(event)) for event in conference.events]
        assert stored == conference.events
        assert replay(SCENARIO, stored, conference.state.terms) == conference.state
        keys = [item.key for item in conference.state.log]
        assert len(keys) == len(set(keys))


def _by(data: st.DataObject) -> Choose:
    return lambda several: data.draw(st.sampled_from(several))


def begun(setting: Setting, phases: int, alone: bool = False) -> Rehearsal:
    """A conference with a police officer and a chair, or with the officer alone, so many phases on."""
    conference = Rehearsal(SCENARIO, setting)
    conference.state = start(SCENARIO, Terms(setting=setting, alone=alone))
    conference.seat(*((POLICE,) if alone else (POLICE, CHAIR)))
    conference.must(do.Start(by=FACILITATOR))
    for _ in range(phases):
        conference.must(do.NextPhase(by=FACILITATOR))
    return conference


class PausedBeforeEverything(RuleBasedStateMachine):
    """The same conference twice, one of them paused for a while before every step: only the moments are others."""

    def __init__(self) -> None:
        super().__init__()
        never = (do.Pause, do.Resume, do.Outage)
        self.plain, self.paused, self.anything = Rehearsal(SCENARIO), Rehearsal(SCENARIO), Anything(SCENARIO, never)

    @initialize(setting=SETTINGS, phases=st.integers(0, 10))
    def somebody_sits_down(self, setting: Setting, phases: int) -> None:
        self.plain, self.paused = begun(setting, phases), begun(setting, phases)

    @rule(data=st.data(), length=st.sampled_from([1, 3600, 7 * 24 * 3600]))
    def somebody_asks(self, data: st.DataObject, length: int) -> None:
        asked = self.anything.command(_by(data), self.plain.state, self.plain.now)
        self.pause(length)
        plain, paused = self.plain.ask(asked), self.paused.ask(self._as_paused(asked))
        if isinstance(plain, Refusal) or isinstance(paused, Refusal):
            assert plain == paused
        else:
            assert self._timeless(self.plain, plain) == self._timeless(self.paused, paused)

    @rule(seconds=st.sampled_from([1, 10, 45, 200]), length=st.sampled_from([1, 3600]))
    def time_passes(self, seconds: int, length: int) -> None:
        self.pause(length)
        self.plain.wait(seconds)
        self.paused.wait(seconds)

    def pause(self, length: int) -> None:
        """The second conference stands still for so many seconds."""
        if self.paused.state.status == "running":
            self.paused.must(do.Pause(by=FACILITATOR))
            self.paused.now += timedelta(seconds=length)
            self.paused.must(do.Resume(by=FACILITATOR))

    def _as_paused(self, asked: do.Command) -> do.Command:
        """The same command, its moments told as the second conference has them, its days counted from its own day."""
        fields = {name: self._moment(getattr(asked, name)) for name in asked.__struct_fields__}
        return type(asked)(**fields)

    def _moment(self, value: Any) -> Any:
        return _at(self.paused, self.plain.state.clock.was(value)) if isinstance(value, datetime) else value

    def _timeless(self, conference: Rehearsal, happened: tuple[Event, ...]) -> list[dict[str, object]]:
        return [
            {
                "event": type(event).__name__,
                **{
                    name: self._told(conference, getattr(event, name))
                    for name in event.__struct_fields__
                    if name != "at"
                },
            }
            for event in happened
        ]

    def _told(self, conference: Rehearsal, value: Any) -> Any:
        return conference.state.clock.was(value) if isinstance(value, datetime) else value


def _at(conference: Rehearsal, moment: timedelta) -> datetime:
    """When it was that a conference's clock read this, the latest time that it did."""
    clock = conference.state.clock
    if clock.anchor is not None and moment >= clock.ran:
        return clock.anchor + (moment - clock.ran)
    for began, ran, length in reversed(clock.stretches):
        if ran <= moment <= ran + length:
            return began + (moment - ran)
    return conference.now - timedelta(days=1000)


class AnyConferenceForLong(AnyConference):
    """Ten thousand steps of it."""


class PausedBeforeEverythingForLong(PausedBeforeEverything):
    """Ten thousand steps, each after a pause."""


TestAnyConference, TestPausedBeforeEverything = AnyConference.TestCase, PausedBeforeEverything.TestCase
TestAnyConference.settings = TestPausedBeforeEverything.settings = FEW
TestAnyConferenceForLong = pytest.mark.slow(AnyConferenceForLong.TestCase)
TestPausedBeforeEverythingForLong = pytest.mark.slow(PausedBeforeEverythingForLong.TestCase)
TestAnyConferenceForLong.settings = TestPausedBeforeEverythingForLong.settings = MANY


def test_commands_of_every_type_are_asked_for() -> None:
    assert len(KINDS) == len(BY_TAG)
    assert WATCHER in viewers(SCENARIO)
