"""A conference of three seats, small enough to go through whole: what is tried in it, phase by phase.

In each phase the commands stand in the order in which they are tried, and a search goes on with the first few that are open.
So what can be done once stands before what can be done again and again, and what was done makes room for what stands below.
"""

from collections.abc import Mapping
from pathlib import Path

import msgspec
from asking_anything import BY_TAG
from rehearsing import BRYN_AWEL, CHAIR, FACILITATOR, MOTHER, POLICE, scenario_at

from simulations.engine.actors import Actor, Observer
from simulations.engine.commands import Command
from simulations.engine.reconciling import STEPS
from simulations.engine.terms import Setting

SCENARIO = scenario_at(Path(BRYN_AWEL).with_name("three-seats.yaml"), None)
WATCHER = Observer("o")
TYPED = {"from": "utterance", "utterance": "U1", "language": "en"}
MABLI = {"decision": "registration", "child": "mabli"}
ACTION = {
    "child": "mabli", "kind": "safety", "owner": "mother", "words": TYPED, "risk": TYPED, "if_not": TYPED, "due": {"number": 7},
}  # fmt: skip


def asked(by: Actor, tag: str, **told: object) -> Command:
    """A command as somebody asks it."""
    return msgspec.convert({"do": tag, "by": msgspec.to_builtins(by), **told}, BY_TAG[tag])


def seated(by: Actor, seat: str, person: str) -> Command:
    """Somebody sits down, or is sat down."""
    return asked(by, "take-seat", seat=seat, person=person, volunteers=True)


LOBBY = (
    seated(CHAIR, "chair", "a"),
    seated(FACILITATOR, "police", "b"),
    seated(MOTHER, "mother", "c"),
    asked(FACILITATOR, "cover-seat", seat="mother"),
    asked(FACILITATOR, "release-seat", seat="mother"),
    asked(FACILITATOR, "start"),
    asked(WATCHER, "observe"),
    asked(POLICE, "leave-seat", seat="police"),
)
OPENING = (
    asked(POLICE, "concern", child="mabli", level=6),
    asked(POLICE, "raise-hand"),
    asked(CHAIR, "give-floor", seat="police"),
    asked(POLICE, "share", passage="log.0", confirm=True),
    asked(FACILITATOR, "next-phase-soon"),
    asked(FACILITATOR, "stay-here"),
    asked(CHAIR, "go-on-without-quorum", words=TYPED),
    asked(FACILITATOR, "pause"),
    asked(FACILITATOR, "resume"),
)
REPORTS = (
    asked(POLICE, "present-report", paper="log", words=TYPED),
    asked(POLICE, "share", passage="log.0", confirm=True),
    asked(POLICE, "hand-back"),
    asked(CHAIR, "present-report", paper="letter", words=TYPED),
    asked(FACILITATOR, "take-over", seat="mother"),
    asked(POLICE, "real-concern"),
    asked(FACILITATOR, "resume"),
    asked(FACILITATOR, "let-script-go-on", seat="mother"),
)
ANALYSIS = (
    asked(CHAIR, "close-part", without=["mother"], ground="live-investigation"),
    asked(POLICE, "share", passage="log.0", how="shown", confirm=True),
    asked(FACILITATOR, "hold-inject", inject="call"),
    asked(FACILITATOR, "release-inject", inject="call"),
    asked(CHAIR, "choose", inject="call", choice="wait", words=TYPED),
    asked(CHAIR, "reopen"),
    asked(POLICE, "leave-seat", seat="police"),
    seated(POLICE, "police", "d"),
    asked(POLICE, "come-in"),
    asked(CHAIR, "sum-up", words=TYPED),
)
DECISION = (
    asked(CHAIR, "answer-first", **MABLI, question="child-seen", words=TYPED),
    asked(CHAIR, "leave-unanswered", **MABLI, question="child-seen", words=TYPED),
    asked(
        POLICE,
        "view",
        **MABLI,
        option="registered",
        categories=["neglect"],
        words=TYPED,
        because=["letter.0"],
        confidence=7,
    ),
    asked(CHAIR, "open-views", decision="registration"),
    asked(CHAIR, "decide", **MABLI, option="registered", categories=["neglect"], words=TYPED),
    asked(POLICE, "dissent", **MABLI, words=TYPED),
    asked(CHAIR, "settle-dissent", **MABLI, seat="police", words=TYPED),
    asked(CHAIR, "close-part", without=["mother"], ground="third-party"),
    asked(CHAIR, "reopen"),
)
PLAN = (
    asked(POLICE, "interim", child="mabli", words=TYPED),
    asked(CHAIR, "name-coordinator", seat="police"),
    asked(CHAIR, "core-group", members=["police", "mother"], on="2026-05-11"),
    asked(POLICE, "add-action", **ACTION),
    asked(CHAIR, "agree-action", action="police.1"),
    asked(POLICE, "withdraw-action", action="police.1"),
    asked(CHAIR, "amend-action", action="police.1", **ACTION),
    asked(CHAIR, "next-conference", on="2026-07-13"),
    asked(POLICE, "need-a-minute"),
    asked(FACILITATOR, "see-minute", seat="police"),
)
CLOSE = (
    asked(CHAIR, "approve-record"),
    asked(CHAIR, "send-record", copy="family", recipients=["mother"]),
    asked(POLICE, "correct-record", words=TYPED),
    asked(CHAIR, "explain", to="carys", words=TYPED),
    asked(CHAIR, "ask", of="police", topic="nights"),
    asked(FACILITATOR, "end"),
    asked(POLICE, "step-out"),
    asked(POLICE, "come-back"),
)
DEBRIEF = (
    *(asked(FACILITATOR, "open-step", step=step) for step in STEPS),
    asked(POLICE, "agree-to-replay"),
    asked(POLICE, "agree-to-names"),
    asked(CHAIR, "agree-to-names"),
    asked(CHAIR, "agree-to-names", agrees=False),
    asked(FACILITATOR, "score", criterion="all-heard", level=2),
    asked(POLICE, "post-note", words=TYPED),
    asked(CHAIR, "vote-for-note", note="n1"),
    asked(FACILITATOR, "name-group", words=TYPED),
    asked(FACILITATOR, "group-note", note="n1", group="g1"),
    asked(POLICE, "intend", words=TYPED),
    asked(FACILITATOR, "close"),
)
ALOUD = (
    asked(POLICE, "said-it", passage="log.0", confirm=True),
    asked(CHAIR, "said-it", passage="letter.0", how="own-words"),
    asked(WATCHER, "observe"),
    asked(WATCHER, "noted-it", passage="log.0", seat="police"),
    asked(FACILITATOR, "ask-to-voice", seat="mother", reader="police"),
)
BEFORE_THE_DEBRIEF = (
    asked(FACILITATOR, "open-reconciling"),
    asked(POLICE, "reconcile", passage="log.0", said="partly"),
    asked(CHAIR, "reconcile", passage="letter.0", said="said", late=True),
    asked(POLICE, "agree-to-replay"),
    asked(FACILITATOR, "next-phase"),
    *(asked(FACILITATOR, "open-step", step=step) for step in STEPS[:3]),
)
TRIED: Mapping[Setting, Mapping[str | None, tuple[Command, ...]]] = {
    "text": {
        None: LOBBY, "opening": OPENING, "reports": REPORTS, "analysis": ANALYSIS, "decision": DECISION, "plan": PLAN, "close": CLOSE,
        "leave": DEBRIEF, "debrief": DEBRIEF,
    },
    "one-room": {"analysis": ALOUD, "leave": BEFORE_THE_DEBRIEF, "debrief": BEFORE_THE_DEBRIEF},
}  # fmt: skip
SO_THAT_MORE_IS_OPEN: Mapping[str, tuple[Command, ...]] = {
    "analysis": (asked(CHAIR, "share", passage="letter.0", how="shown"),),
    "decision": (DECISION[0], asked(CHAIR, "open-views", decision="registration"), DECISION[4]),
}
"""What is done in a phase before it goes on to the next."""
