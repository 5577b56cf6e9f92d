"""What holds in every conference, whoever asks for whatever in whichever order."""

import re
from datetime import timedelta

import msgspec
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from rehearsing import BRYN_AWEL, CHAIR, FACILITATOR, NINE, Rehearsal, scenario_at, words

from simulations.engine import commands as do
from simulations.engine.actors import Actor, Clock, Observer, Scripted, Seated
from simulations.engine.deciding import decide
from simulations.engine.due import due
from simulations.engine.evolving import replay
from simulations.engine.refusals import MESSAGES, Refusal
from simulations.engine.scenario.values import (
    ChildId,
    ChoiceId,
    DecisionId,
    InjectId,
    OptionId,
    PaperId,
    PassageId,
    SeatId,
    SeatOrAdultId,
    TopicId,
)  # fmt: skip
from simulations.engine.state import Setting
from simulations.engine.storing import decode, encode
from simulations.engine.viewers import Public, Viewer, sees
from simulations.engine.words import Due

SCENARIO = scenario_at(BRYN_AWEL, "calm")
PRIVATE = re.compile(r"KQ[A-Z]+\d?")
SEATS = st.sampled_from([*SCENARIO.seats, SeatId("nobody")])
PASSAGES = st.sampled_from([p.id for paper in SCENARIO.papers.values() for p in paper.passages] + [PassageId("no.0")])
PAPERS = st.sampled_from([*SCENARIO.papers, PaperId("no")])
CHILDREN = st.sampled_from([*SCENARIO.family.children, ChildId("no")])
TOPICS = st.sampled_from([None, *SCENARIO.topics, TopicId("no")])
OPTIONS = st.sampled_from([OptionId("registered"), OptionId("not-registered"), OptionId("no")])
CATEGORIES = st.sampled_from([(), ("neglect",), ("sexual", "neglect"), ("no",)])
WORDS = st.sampled_from([None, words("said")])
ACTIONS = st.sampled_from(["police.1", "police.2", "chair.1", "no"])
ITEMS = st.integers(0, 60).map("t{}".format)
ACTORS: st.SearchStrategy[Actor] = st.one_of(
    SEATS.map(Seated), SEATS.map(Seated), SEATS.map(Scripted), st.just(FACILITATOR), st.just(Observer("o")), st.just(Clock())
)  # fmt: skip
REGISTRATION = st.sampled_from([DecisionId("registration"), DecisionId("no")])


def command(kind: type[do.Asking], /, **fields: st.SearchStrategy[object]) -> st.SearchStrategy[do.Asking]:
    return st.builds(kind, by=ACTORS, **fields)


PLAYED_BY = st.sampled_from(["learner", "trainer", "actor"])
COMMANDS = st.one_of(
    command(do.TakeSeat, seat=SEATS, person=st.sampled_from("abcd"), played_by=PLAYED_BY, volunteers=st.booleans()),
    command(do.LeaveSeat, seat=SEATS), command(do.StepOut), command(do.ComeBack),
    command(do.SayWhere, where=st.sampled_from(["alone", "with-others", "in-a-vehicle"])),
    command(do.CoverSeat, seat=SEATS), command(do.ReleaseSeat, seat=SEATS), command(do.Observe),
    command(do.StopObserving), command(do.SitIn), command(do.SitOut),
    command(do.Start), command(do.Pause), command(do.Resume), command(do.NextPhase), command(do.Extend, minutes=st.just(2)),
    command(do.End), command(do.Close), command(do.AskForAMinute), command(do.RaiseHand), command(do.LowerHand),
    command(do.GiveFloor, seat=SEATS), command(do.HandBack), command(do.Speak, words=st.just(words("spoken"))),
    command(do.Share, passage=PASSAGES, how=st.sampled_from(["shown", "said", "own-words"]), words=WORDS, confirm=st.booleans()),
    command(do.Undo, item=ITEMS), command(do.SaidIt, passage=PASSAGES), command(do.HeardIt, passage=PASSAGES),
    command(do.NotedIt, passage=PASSAGES, seat=SEATS), command(do.Ask, of=SEATS, topic=TOPICS, words=WORDS),
    command(do.Call, seat=SEATS), command(do.NothingOnThat, ask=ITEMS),
    command(do.AskToRead, statement=SEATS, reader=SEATS), command(do.ReadOut, paper=PAPERS, confirm=st.booleans()),
    command(do.GiveConcern, child=CHILDREN, level=st.integers(0, 10)), command(do.NoteNeed, words=st.just(words("need"))),
    command(
        do.GiveView, decision=REGISTRATION, child=CHILDREN, option=OPTIONS, categories=CATEGORIES, words=WORDS,
        because=st.lists(PASSAGES, max_size=2).map(tuple), confidence=st.sampled_from([None, 5]),
    ),
    command(do.OpenViews, decision=REGISTRATION), command(do.SumUp, words=WORDS),
    command(do.Decide, decision=REGISTRATION, child=CHILDREN, option=OPTIONS, categories=CATEGORIES, words=WORDS),
    command(do.TellChair, words=st.just(words("told"))), command(do.Whisper, to=SEATS, words=st.just(words("whispered"))),
    command(do.Broadcast, words=st.just(words("all"))),
    command(do.FireInject, inject=st.sampled_from([*SCENARIO.injects, InjectId("no")])),
    command(do.AskClosedPart, ground=st.just("third-party")), command(do.Reopen),
    command(do.ClosePart, without=st.lists(SEATS, max_size=2).map(tuple), ground=st.just("live-investigation")),
    command(do.Dissent, decision=REGISTRATION, child=CHILDREN, words=st.just(words("dissent"))),
    command(do.SettleDissent, decision=REGISTRATION, child=CHILDREN, seat=SEATS, words=st.just(words("outcome"))),
    command(
        do.AddAction, child=CHILDREN, kind=st.sampled_from(["safety", "support"]), words=st.just(words("action")),
        owner=st.sampled_from([SeatOrAdultId("police"), SeatOrAdultId("nia"), SeatOrAdultId("no")]),
        risk=WORDS, if_not=WORDS, due=st.sampled_from([None, Due(number=3)]),
    ),
    command(
        do.AmendAction, action=ACTIONS, child=CHILDREN, kind=st.just("safety"), words=st.just(words("other")),
        owner=st.just(SeatOrAdultId("mother")), risk=WORDS, if_not=WORDS, due=st.just(Due(number=3)),
    ),
    command(do.WithdrawAction, action=ACTIONS), command(do.AgreeAction, action=ACTIONS),
    command(do.SayInterim, child=CHILDREN, words=st.just(words("interim"))),
    command(
        do.Choose, inject=st.sampled_from(list(SCENARIO.injects)), words=WORDS,
        choice=st.sampled_from([ChoiceId("check"), ChoiceId("go-on"), ChoiceId("no")]),
    ),
    command(do.DealPaper, paper=PAPERS, to=SEATS), command(do.OpenReconciling),
    command(do.Reconcile, passage=PASSAGES, said=st.sampled_from(["said", "partly", "not-said"])),
    command(do.OpenStep, step=st.sampled_from(["leaving-the-role", "how-was-it", "childs-day", "no"])),
    command(do.Tick), command(do.Outage, since=st.just(NINE)),
)  # fmt: skip


class AnyConference(RuleBasedStateMachine):
    """People, scripts and the clock asking for anything at all."""

    def __init__(self) -> None:
        super().__init__()
        self.conference = Rehearsal(SCENARIO)

    @initialize(setting=st.sampled_from(["text", "one-room"]), phases=st.integers(0, 10))
    def somebody_sits_down(self, setting: Setting, phases: int) -> None:
        self.conference = Rehearsal(SCENARIO, setting)
        self.conference.seat(Seated(SeatId("police")), CHAIR)
        self.conference.must(do.Start(by=FACILITATOR))
        for _ in range(phases):
            self.conference.must(do.NextPhase(by=FACILITATOR))

    @rule(asked=COMMANDS)
    def somebody_asks(self, asked: do.Command) -> None:
        before = self.conference.state
        answer = self.conference.ask(asked)
        if isinstance(answer, Refusal):
            assert answer.code in MESSAGES
            assert self.conference.state is before

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

    @invariant()
    def nobody_is_sent_what_is_not_theirs(self) -> None:
        viewers: list[Viewer] = [*map(Seated, SCENARIO.seats), FACILITATOR, Observer("o"), Public()]
        for viewer in viewers:
            sent = set(PRIVATE.findall(msgspec.json.encode(self.conference.sees(viewer)).decode()))
            gists = {token for token in sent if token.startswith("KQGIST")}
            leaked = sent - gists - self.theirs(viewer)
            assert not leaked, (viewer, leaked)
            assert not gists or self.conference.state.steps, (viewer, gists)

    def theirs(self, viewer: Viewer) -> set[str]:
        """The private words of what was said before a viewer, and of what is in their own hands."""
        scenario, state = SCENARIO, self.conference.state
        found: list[object] = [
            (scenario.passage(passage).text, scenario.paper_with(passage).title)
            for passage, sharings in state.sharings.items()
            if any(sees(viewer, each.audience) for each in sharings)
        ]
        if isinstance(viewer, Seated):
            found += [scenario.papers[held.paper] for held in state.papers[viewer.seat]]
            found += [scenario.seats[viewer.seat].brief, *(phase.prompts.get(viewer.seat) for phase in scenario.phases)]
        if viewer == FACILITATOR:
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
        assert replay(SCENARIO, stored, conference.state.setting) == conference.state
        keys = [item.key for item in conference.state.log]
        assert len(keys) == len(set(keys))


TestAnyConference = AnyConference.TestCase
TestAnyConference.settings = settings(
    max_examples=25, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
)
