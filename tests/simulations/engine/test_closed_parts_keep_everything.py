"""Whatever people do in a closed part, nothing of it reaches whoever was out, in any section, before the debrief."""

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rehearsing import BAIL, CALLS, CHAIR, FACILITATOR, FATHER, HEALTH_VISITOR, MOTHER, POLICE, RECORD_TAKER, WEIGHT

from rehearsing import Rehearsal, rehearsal, words  # isort: skip

from simulations.engine import commands as do
from simulations.engine.actors import Seated
from simulations.engine.reconciling import STEPS
from simulations.engine.refusals import Refusal
from simulations.engine.scenario.values import (
    ChildId,
    ChoiceId,
    DecisionId,
    InjectId,
    OptionId,
    PassageId,
    SeatId,
    SeatOrAdultId,
    TopicId,
)
from simulations.engine.words import Due, Words

SECRET = "kept-from-him"
HEARS_IT = (CHAIR, POLICE, HEALTH_VISITOR, RECORD_TAKER, MOTHER)
GWEN, IFAN, REGISTRATION = ChildId("gwen"), ChildId("ifan"), DecisionId("registration")
CHILD = st.sampled_from([GWEN, IFAN])
SEAT = st.sampled_from([each.seat for each in (*HEARS_IT, FATHER)])
PASSAGE = st.sampled_from([BAIL, CALLS, WEIGHT, PassageId("letter.0")])
ACTION = st.sampled_from(["police.1", "health-visitor.1", "chair.1"])
PART = st.sampled_from(["essential-facts", "summary", "strengths", "risk-analysis", "reasons"])
OWNER = st.sampled_from([SeatOrAdultId("police"), SeatOrAdultId("rhys"), SeatOrAdultId("father")])
PHASES = ("analysis", "decision", "plan", "close")


def typed(secret: bool) -> Words:
    """What somebody types, marked where it is typed while he is out."""
    return words(SECRET if secret else "before-everybody")


Asked = tuple[type[do.Asking], dict[str, object]]
CHAIRS = frozenset(
    {do.OpenViews, do.Decide, do.SumUp, do.SettleDissent, do.Explain, do.ApproveRecord, do.Choose, do.NextPhase}
)
RECORD_TAKERS = frozenset({do.WriteRecord, do.TakeCorrection, do.SendRecord})


def asked(kind: type[do.Asking], /, **fields: st.SearchStrategy[object]) -> st.SearchStrategy[Asked]:
    """Asked by whoever may, so that most of it happens."""
    whose = (CHAIR,) if kind in CHAIRS else ((RECORD_TAKER,) if kind in RECORD_TAKERS else (POLICE, HEALTH_VISITOR))
    return st.tuples(st.just(kind), st.fixed_dictionaries({"by": st.sampled_from(whose), **fields}))


ASKED = st.one_of(
    asked(do.Speak, words=st.none()),
    asked(do.Share, passage=PASSAGE, how=st.sampled_from(["shown", "own-words"]), words=st.none(), confirm=st.just(True)),
    asked(do.Ask, of=SEAT, topic=st.sampled_from([None, TopicId("growth")]), words=st.none()),
    asked(do.Call, seat=st.just(SeatId("gp"))),
    asked(
        do.GiveView, decision=st.just(REGISTRATION), child=CHILD, option=st.just(OptionId("registered")),
        categories=st.just(("neglect",)), words=st.none(), because=st.tuples(PASSAGE), confidence=st.just(5),
    ),
    asked(do.OpenViews, decision=st.just(REGISTRATION)),
    asked(
        do.Decide, decision=st.just(REGISTRATION), child=CHILD, option=st.just(OptionId("registered")),
        categories=st.just(("neglect",)), words=st.none(),
    ),
    asked(do.SumUp, words=st.none()),
    asked(do.Dissent, decision=st.just(REGISTRATION), child=CHILD, words=st.none()),
    asked(do.SettleDissent, decision=st.just(REGISTRATION), child=CHILD, seat=SEAT, words=st.none()),
    asked(
        do.AddAction, child=CHILD, kind=st.just("safety"), owner=OWNER, words=st.none(), risk=st.none(),
        if_not=st.none(), due=st.just(Due(number=3)),
    ),
    asked(
        do.AmendAction, action=ACTION, child=CHILD, kind=st.just("safety"), owner=OWNER, words=st.none(),
        risk=st.none(), if_not=st.none(), due=st.just(Due(number=3)),
    ),
    asked(do.SayInterim, child=CHILD, words=st.none()),
    asked(do.WriteRecord, part=PART, words=st.none(), into=st.sampled_from(["both", "full"])),
    asked(do.CorrectRecord, part=PART, words=st.none()),
    asked(do.TakeCorrection, correction=st.sampled_from(["police.1", "health-visitor.1"])),
    asked(do.Explain, to=st.sampled_from([SeatOrAdultId("nia"), SeatOrAdultId("rhys")]), words=st.none()),
    asked(do.ApproveRecord),
    asked(do.SendRecord, copy=st.just("family"), recipients=st.just((SeatOrAdultId("father"), SeatOrAdultId("mother")))),
    asked(do.Choose, inject=st.just(InjectId("off-camera")), choice=st.just(ChoiceId("go-on")), words=st.none()),
    asked(do.TellChair, words=st.none()),
    asked(do.NextPhase),
)  # fmt: skip
TYPED = ("words", "risk", "if_not")


class Meeting:
    """A conference in which the chair closes parts to the father, and what is said meanwhile is marked."""

    def __init__(self, phase: str) -> None:
        self.held: Rehearsal = rehearsal(*HEARS_IT)
        self.held.seat(FATHER, played_by="actor")
        self.held.must(do.Start(by=FACILITATOR))
        self.held.to(phase)
        self.held.must(do.FireInject(by=FACILITATOR, inject=InjectId("off-camera")))
        self.hidden: set[PassageId] = set()

    def ask(self, kind: type[do.Asking], fields: dict[str, object]) -> None:
        """Ask for something, typed with the mark if he is out; much of it is refused."""
        out = self.held.state.closed is not None
        filled = {name: typed(out) if name in TYPED else value for name, value in fields.items()}
        if kind is do.Ask and fields["topic"]:
            filled["words"] = None
        if kind is do.NextPhase and self.held.state.phase.id == "close":
            return
        answer = self.held.ask(kind(**filled))
        assert not isinstance(answer, Refusal) or answer.code
        assert SECRET not in self.sent_to(FATHER), (kind, filled)

    def sent_to(self, seat: Seated) -> str:
        """Every byte of what somebody may see."""
        return msgspec.json.encode(self.held.sees(seat)).decode()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    phase=st.sampled_from(PHASES), before=st.lists(ASKED, max_size=4), closed=st.lists(ASKED, min_size=1, max_size=12),
    after=st.lists(ASKED, max_size=10),
)  # fmt: skip
def test_nothing_of_a_closed_part_reaches_whoever_was_out(
    phase: str, before: list[Asked], closed: list[Asked],
    after: list[Asked],
) -> None:  # fmt: skip
    meeting = Meeting(phase)
    for kind, fields in before:
        meeting.ask(kind, fields)
    heard = set(meeting.held.state.sharings)
    if phase == "decision":
        meeting.held.ask(do.OpenViews(by=CHAIR, decision=REGISTRATION))
    meeting.held.must(do.ClosePart(by=CHAIR, without=(FATHER.seat,), ground="live-investigation"))
    for kind, fields in closed:
        meeting.ask(kind, fields)
    only_there = set(meeting.held.state.sharings) - heard
    meeting.held.must(do.Reopen(by=CHAIR))
    for kind, fields in after:
        meeting.ask(kind, fields)
    meeting.held.to("close")
    family = (SeatOrAdultId("father"), SeatOrAdultId("mother"))
    meeting.ask(do.ApproveRecord, {"by": CHAIR})
    meeting.ask(do.SendRecord, {"by": RECORD_TAKER, "copy": "family", "recipients": family})
    sent = meeting.sent_to(FATHER)
    scenario, state = meeting.held.scenario, meeting.held.state
    for passage in only_there:
        if not any(FATHER.seat in each.audience.seats for each in state.sharings.get(passage, ())):
            assert scenario.passage(passage).text.in_language("en") not in sent
    assert "live-investigation" not in sent
    meeting.held.to("debrief")
    for step in STEPS:
        meeting.held.must(do.OpenStep(by=FACILITATOR, step=step))
    assert SECRET not in meeting.sent_to(FATHER), "what was typed is no finding of the debrief"
