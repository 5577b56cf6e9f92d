"""What a conference takes over from the one before it: plain frozen data, made once and pinned with the conference.

`continuing.taken_over` makes it. Words stand here as they stood there: a script's lines in their languages, what a
person typed by the id under which it is kept, so that what is removed there is removed here too. Each thing has its
audience among the seats of the conference that takes it over: what was kept from somebody there is kept from them here.
"""

from datetime import date
from typing import Literal

import msgspec

from simulations.engine.audience import Audience
from simulations.engine.scenario.values import ChildId, DecisionId, OptionId
from simulations.engine.words import Due, Kind, RecordPart, Words

Texts = dict[str, str]
"""Words by language, the file's first language first."""


class TakenWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was said: `text` of a script, or `words` that somebody typed."""

    text: Texts | None = None
    words: Words | None = None


class EarlierDecision(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was decided for a child. That it was is no secret; its reason `why` has an audience."""

    decision: DecisionId
    child: ChildId
    option: OptionId
    categories: tuple[str, ...]
    why: TakenWords | None
    audience: Audience


class EarlierDissent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A seat's dissent and what became of it. `seat` is that of the earlier conference, named by `title`."""

    seat: str
    title: Texts
    child: ChildId
    why: TakenWords
    outcome: TakenWords | None
    audience: Audience


class EarlierAction(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An action of the plan. `owner` is a seat or an adult here, or empty where they are not here; `name` is theirs."""

    key: str
    child: ChildId
    kind: Kind
    owner: str
    name: Texts
    due: Due | None
    action: TakenWords
    risk: TakenWords | None
    if_not: TakenWords | None
    audience: Audience


class EarlierInterim(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was to keep a child safe until the plan began."""

    child: ChildId
    said: TakenWords
    audience: Audience


class EarlierArrangements(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who co-ordinates the plan, who is in the core group and when it met first, and the day the conference was to meet
    again. Names as they were there."""

    coordinator: Texts | None = None
    core_group: tuple[Texts, ...] = ()
    core_group_on: date | None = None
    next_conference: date | None = None


class EarlierPart(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of the record that the record taker wrote and the chair approved."""

    part: RecordPart
    words: Words
    audience: Audience


class NotTaken(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody who is not here: a child whose decisions and actions were left behind, or the owner of an action."""

    what: Literal["child", "owner"]
    id: str
    name: Texts


class Earlier(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is taken over from a finished conference on `scenario`, held on this day."""

    scenario: str
    title: Texts
    on: date
    decisions: tuple[EarlierDecision, ...] = ()
    dissents: tuple[EarlierDissent, ...] = ()
    plan: tuple[EarlierAction, ...] = ()
    interim: tuple[EarlierInterim, ...] = ()
    arranged: EarlierArrangements = EarlierArrangements()
    record: tuple[EarlierPart, ...] = ()
    not_taken: tuple[NotTaken, ...] = ()

    def utterances(self) -> frozenset[str]:
        """The ids of everything in it that somebody typed."""
        said = (
            *(each.why for each in self.decisions),
            *(words for each in self.dissents for words in (each.why, each.outcome)),
            *(words for each in self.plan for words in (each.action, each.risk, each.if_not)),
            *(each.said for each in self.interim),
        )
        words = (*(each.words for each in said if each is not None), *(each.words for each in self.record))
        return frozenset(each.utterance for each in words if each is not None)


_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(Earlier)


def encode(earlier: Earlier) -> str:
    """As JSON; equal ones give equal text."""
    return _encoder.encode(earlier).decode()


def decode(text: str) -> Earlier:
    """What `encode` wrote; msgspec.ValidationError for anything else."""
    return _decoder.decode(text)
