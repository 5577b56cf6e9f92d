"""Views on each child, and decisions."""

from datetime import datetime

from simulations.engine.sections.arrangements import RuleLine
from simulations.engine.sections.basis import Section, Texts, Utterance
from simulations.engine.sections.log import Quote
from simulations.engine.sections.plan import Worded


class ViewRow(Section, frozen=True):
    """One seat's view on one child, once views are open (or one's own). `closed`: its reason was given in a closed part,
    or rests on what is withheld from this viewer, and none of it is told."""

    seat: str
    child: str
    option: str
    categories: tuple[str, ...]
    confidence: int | None
    because: tuple[Quote, ...]
    text: Texts | None
    words: Utterance | None
    closed: bool = False


class FirstQuestion(Section, frozen=True):
    """What is to be answered for one child before views are taken. `state` is `open`, `answered` (by `seat`) or `left`
    (`text` or `words` say why). `unheard`: while this viewer was not there, and no more is told."""

    question: str
    child: str
    state: str
    seat: str | None = None
    text: Texts | None = None
    words: Utterance | None = None
    unheard: bool = False


class ViewsOn(Section, frozen=True):
    """The views on one decision. `given` is by child the seats that have given theirs; `rows` are empty until `open`.
    `differ`: the children on whom opened views differ; `rule` is then who decides."""

    decision: str
    question: Texts
    options: tuple[str, ...]
    categories: tuple[str, ...]
    children: tuple[str, ...]
    now: bool
    open: bool
    given: dict[str, tuple[str, ...]]
    missing: tuple[str, ...]
    rows: tuple[ViewRow, ...]
    first: tuple[FirstQuestion, ...] = ()
    differ: tuple[str, ...] = ()
    rule: RuleLine | None = None


class ViewsSection(Section, frozen=True):
    """Side by side, without a tally."""

    decisions: tuple[ViewsOn, ...]


class DecisionLine(Section, frozen=True):
    """What the chair decided for one child; `closed`: in a closed part, and the reason is not told. `basis`: `consensus`,
    `without-consensus` (then `rule` is who decided, by the board's rule) or `against-views`."""

    decision: str
    child: str
    option: str
    categories: tuple[str, ...]
    at: datetime
    text: Texts | None
    words: Utterance | None
    closed: bool = False
    basis: str | None = None
    rule: RuleLine | None = None


class DissentLine(Section, frozen=True):
    """One seat's dissent from the decision for one child, and what became of it. `outcome_kept`: that was told without
    this viewer."""

    seat: str
    decision: str
    child: str
    at: datetime
    text: Texts | None
    words: Utterance | None
    outcome: Worded | None
    outcome_kept: bool = False


class EscalationLine(Section, frozen=True):
    """How a difference is taken further: the board's own route, `words` None where the board has written none."""

    words: Texts | None


class DecisionsSection(Section, frozen=True):
    """All decisions taken, and dissent from them as far as this viewer was there. `kept` says of each other dissent why
    it is not told: `closed-part` or `away`. `escalation` is there where this viewer sees dissent."""

    decisions: tuple[DecisionLine, ...]
    dissents: tuple[DissentLine, ...] = ()
    kept: tuple[str, ...] = ()
    escalation: EscalationLine | None = None
