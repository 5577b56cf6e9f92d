"""A file of questions, of whichever form, read to entries and problems. Bounded before it is looked at."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from assessments.exchange import gift, moodle, ours, qti, sheets
from assessments.exchange.building import built
from assessments.exchange.drafts import Draft
from assessments.exchange.entries import Entry, Reading
from assessments.exchange.forms import kind_of_file
from assessments.exchange.identifying import uuid_in
from assessments.exchange.limits import LIMITS, MIB
from assessments.exchange.problems import Problem, Refused, loss, mistake
from assessments.exchange.qti.reading import ITEM
from assessments.exchange.xmlnodes import parse

Found = Entry | Problem
Read = tuple[Draft, list[Problem]] | tuple[Draft, list[Problem], str] | Refused


def read(name: str, raw: bytes, language: str = "en") -> Reading:
    """What is in a file. `language` is that of a file that has one and does not say which."""
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    try:
        for found in _found(name, raw, language):
            if isinstance(found, Problem):
                problems.append(found)
            elif found.key in entries:
                problems.append(mistake("twice", found.place))
            else:
                entries[found.key] = found
            _check_room(entries, problems)
    except Refused as refused:
        problems.extend(refused.problems)
    if not entries and not problems:
        problems.append(mistake("nothing-there"))
    return Reading(tuple(entries.values()), tuple(problems))


def _check_room(entries: dict[str, Entry], problems: list[Problem]) -> None:
    """Raises Refused where there is more than one file may hold."""
    if len(entries) > LIMITS.questions:
        entries.popitem()
        raise Refused(mistake("too-many-questions", limit=LIMITS.questions))
    if len(problems) > LIMITS.problems:
        raise Refused(mistake("too-many-problems", limit=LIMITS.problems))


def _found(name: str, raw: bytes, language: str) -> Iterator[Found]:
    if len(raw) > LIMITS.file:
        raise Refused(mistake("file-too-large", limit=LIMITS.file // MIB))
    match kind_of_file(name):
        case "gift":
            yield from _of_drafts(gift.read(_text(raw)), language)
        case "csv":
            yield from _of_entries(sheets.read(_text(raw)))
        case "yaml":
            yield from _of_entries(ours.read(_text(raw)))
        case "zip":
            yield from _of_drafts(qti.read_package(raw), language)
        case "xml":
            yield from _of_drafts(_xml(raw), language)
        case _:
            raise Refused(mistake("unknown-form"))


def _xml(raw: bytes) -> Iterator[Read]:
    root = parse(raw)
    if root.name == ITEM:
        yield qti.read_item(root)
    elif root.name in {"assessmentTest", "manifest"}:
        raise Refused(mistake("qti-no-item", name=root.name))
    else:
        yield from moodle.read(root)


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise Refused(mistake("not-utf-8")) from fault


def _of_entries(found: Iterable[Entry | Refused]) -> Iterator[Found]:
    for each in found:
        if isinstance(each, Refused):
            yield from each.problems
        else:
            yield each


def _of_drafts(found: Iterable[Read], language: str) -> Iterator[Found]:
    """A draft's own language counts where it is one of ours."""
    before: dict[str, list[Draft]] = {}
    for each in found:
        if isinstance(each, Refused):
            yield from each.problems
            continue
        draft, lost, *named = each
        try:
            apart, told = _apart(_bounded(draft), before)
            if apart:
                yield built(apart, named[0] if named and named[0] in {"en", "cy"} else language)
                yield from lost
            yield from told
        except Refused as refused:
            yield from refused.problems


def _apart(draft: Draft, before: dict[str, list[Draft]]) -> tuple[Draft | None, list[Problem]]:
    """The draft, under a name of its own where others had the same before it; none where one of these was the same throughout.

    A UUID is no name that chance gives twice: what has the same as another is refused.
    """
    name = draft.key or f"{draft.case} {draft.prompt}"
    others = before.setdefault(name, [])
    if not others or uuid_in(draft.key):
        others.append(draft)
        return draft, []
    if draft in others:
        return None, [loss("same-again", draft.place)]
    others.append(draft)
    return replace(draft, key=f"{name} · {len(others)}"), [loss("named-apart", draft.place)]


def _bounded(draft: Draft) -> Draft:
    for name, limit in ((draft.key, LIMITS.line), (draft.outcome, LIMITS.key)):
        if len(name) > limit:
            raise Refused(mistake("key-too-long", draft.place, limit=limit))
    return replace(draft, outcome=draft.outcome.strip())
