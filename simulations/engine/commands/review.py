"""A review conference: what became of the plan, and what has changed since."""

from typing import Annotated

from msgspec import Meta

from simulations.engine.commands.asking import MAX_CITED, Asking
from simulations.engine.scenario.values import ChildId, PassageId
from simulations.engine.words import Became, Said, ShortId


class ReviewAction(Asking, frozen=True, tag="review-action"):
    """Say what became of an action of the plan: `words` are what difference it made for the child, `because` is by
    what evidence. Its owner says it, or the social worker. A person gives words; evidence that is missing is a finding."""

    action: ShortId
    became: Became
    words: Said | None = None
    because: Annotated[tuple[PassageId, ...], Meta(max_length=MAX_CITED)] = ()


class SayChange(Asking, frozen=True, tag="say-change"):
    """Say what has changed for a child since the last conference."""

    child: ChildId
    words: Said
