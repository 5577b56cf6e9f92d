"""Views on each child, and decisions."""

from datetime import datetime

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


class ViewsOn(Section, frozen=True):
    """The views on one decision. `given` is by child the seats that have given theirs; `rows` are empty until `open`."""

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


class ViewsSection(Section, frozen=True):
    """Side by side, without a tally."""

    decisions: tuple[ViewsOn, ...]


class DecisionLine(Section, frozen=True):
    """What the chair decided for one child; `closed`: in a closed part, and the reason is not told."""

    decision: str
    child: str
    option: str
    categories: tuple[str, ...]
    at: datetime
    text: Texts | None
    words: Utterance | None
    closed: bool = False


class DissentLine(Section, frozen=True):
    """One seat's dissent from the decision for one child, and what became of it."""

    seat: str
    decision: str
    child: str
    at: datetime
    text: Texts | None
    words: Utterance | None
    outcome: Worded | None


class DecisionsSection(Section, frozen=True):
    """All decisions taken, and dissent from them as far as this viewer was there."""

    decisions: tuple[DecisionLine, ...]
    dissents: tuple[DissentLine, ...] = ()
