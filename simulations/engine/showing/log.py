"""The log: what happened at the table, for those who were there."""

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from simulations.engine.actors import Facilitator, Observer, Seated
from simulations.engine.moment import Moment
from simulations.engine.scenario.values import Text
from simulations.engine.sections import CorrectionLine, LogLine, LogSection, RenderingLine, Utterance
from simulations.engine.sharing import UNDO_WITHIN
from simulations.engine.showing.wording import (
    chosen_text,
    in_languages,
    quote,
    said_text,
    said_words,
    seen_by_family,
    texts,
)
from simulations.engine.state import Correction, LogItem, Rendering
from simulations.engine.viewers import Viewer, sees

WHOLE = frozenset({"read", "revealed"})
"""The kinds of items that lay a whole paper before the table; presenting one only names it."""


def log_section(moment: Moment, viewer: Viewer, items: Iterable[LogItem]) -> LogSection:
    """Those of these items that the viewer was there for."""
    return log_of(moment, heard_by(moment, viewer, items))


B = TypeVar("B", Correction, Rendering)


class Heard(NamedTuple):
    """An item for those to whom it is the same: whether they may undo it as their own, and what they heard beside it."""

    item: LogItem
    own: bool
    corrections: tuple[Correction, ...]
    renderings: tuple[Rendering, ...]


def heard_by(moment: Moment, viewer: Viewer, items: Iterable[LogItem]) -> tuple[Heard, ...]:
    """What the viewer was there for. Nothing else of who looks goes into what they are shown."""
    return tuple(
        Heard(
            item,
            item.kind == "shared" and _own(viewer, item),
            _heard(viewer, moment.state.corrections.get(item.key, ())),
            _heard(viewer, moment.state.renderings.get(item.key, ())),
        )
        for item in items
        if sees(viewer, item.audience)
    )


def log_of(moment: Moment, heard: tuple[Heard, ...]) -> LogSection:
    """These items, as they are shown to whoever heard them."""
    return LogSection(items=tuple(_line(moment, *each) for each in heard))


def _line(
    moment: Moment, item: LogItem, own: bool, corrections: tuple[Correction, ...], renderings: tuple[Rendering, ...]
) -> LogLine:
    if item.key in moment.state.undone:
        return LogLine(
            key=item.key, kind=item.kind, at=item.at, phase=item.phase, seat=item.seat, how=item.how, undone=True
        )
    passage = moment.scenario.passage(item.passage) if item.passage is not None else None
    shown = passage is not None and item.how != "own-words"
    paper = moment.scenario.papers[item.paper] if item.paper is not None else None
    report = paper if item.kind == "presented" else None
    read = paper.passages if paper is not None and item.kind in WHOLE else ()
    return LogLine(
        key=item.key,
        kind=item.kind,
        at=item.at,
        phase=item.phase,
        seat=item.seat,
        other=item.other,
        text=_inject_text(moment, item) or said_text(moment.scenario, item.said),
        words=said_words(item.said),
        language=item.language,
        quote=quote(moment, passage) if passage is not None and shown else None,
        quotes=tuple(quote(moment, each) for each in read),
        how=item.how,
        topic=in_languages(moment.scenario.topics[item.topic].text) if item.topic else None,
        answers=item.answers,
        marked_by=item.marked_by,
        said_at=item.said_at,
        what=item.what,
        child=item.child,
        chosen=chosen_text(moment.scenario, item.question, item.choice),
        report=in_languages(report.title) if report is not None else None,
        seen=seen_by_family(moment, report) if report is not None else None,
        corrections=tuple(_correction(moment, each) for each in corrections),
        renderings=tuple(_rendering(each) for each in renderings),
        undo_until=item.at + UNDO_WITHIN if own else None,
    )


def _heard(viewer: Viewer, beside: tuple[B, ...]) -> tuple[B, ...]:
    return tuple(each for each in beside if sees(viewer, each.audience))


def _rendering(rendering: Rendering) -> RenderingLine:
    said = rendering.said
    return RenderingLine(
        seat=rendering.seat, at=rendering.at, words=Utterance(utterance=said.utterance, language=said.language)
    )


def _correction(moment: Moment, correction: Correction) -> CorrectionLine:
    return CorrectionLine(
        seat=correction.seat,
        at=correction.at,
        text=said_text(moment.scenario, correction.said),
        words=said_words(correction.said),
    )


def _inject_text(moment: Moment, item: LogItem) -> dict[str, str] | None:
    text: Text | None = moment.scenario.injects[item.inject].text if item.inject else None
    return texts(text)


def _own(viewer: Viewer, item: LogItem) -> bool:
    by = item.marked_by or item.seat
    match viewer:
        case Seated(seat):
            return by == seat
        case Facilitator():
            return by == "facilitator"
        case Observer():
            return by == "observer"
        case _:
            return False
