"""What an author still has to mend: each mistake at its field, by a code and the limit that it passes."""

import re
from collections.abc import Iterable
from typing import Any

from media.h5p.asking import Prompt
from media.h5p.entries import Entry

Mistake = tuple[str, float]
TAG = re.compile(r"<[^>]*>")
SPEAKING = ("<img", "<hr", "<table")


def mark_mistakes(laid: Iterable[Entry], around: tuple[str, ...] = ()) -> list[Entry]:
    """Every field that is not right, marked so. What is not asked for, and what stands in a group left out, is not looked at."""
    found: list[Entry] = []
    for each in laid:
        if each.hidden or _left_out(each):
            continue
        each.where = (*around, each.label)
        each.mistake = mistake_of(each)
        if each.mistake:
            found.append(each)
        found += mark_mistakes(each.parts, each.where)
    return found


def mistake_of(entry: Entry) -> Mistake | None:
    """What is wrong with one field."""
    by, value = entry.asked.by, entry.value
    if _is_empty(entry) and by.kind not in {"boolean", "group", "list"}:
        newer = value is None and bool(entry.asked.default)  # a field that came after the content: its type fills it
        return None if by.optional or entry.asked.common or newer else ("missing", 0)
    match by.kind:
        case "text" if by.longest is not None and len(entry.shown) > by.longest:
            return "too-long", by.longest
        case "number":
            return _number(value, entry.asked)
        case "list":
            return _count(len(entry.parts), entry.asked)
        case "select" if entry.asked.choices:
            chosen = entry.shown if isinstance(entry.shown, list) else [entry.shown]
            return None if set(chosen) <= {each for each, _label in entry.asked.choices} else ("not-an-option", 0)
        case "library" if entry.library not in by.options:
            return "not-an-option", 0
    return None


def _number(value: Any, asked: Prompt) -> Mistake | None:
    if isinstance(value, str):
        try:
            value = float(value)
        except ValueError:
            return "no-number", 0
    if not isinstance(value, int | float):
        return "no-number", 0
    if asked.by.minimum is not None and value < asked.by.minimum:
        return "too-small", asked.by.minimum
    if asked.by.maximum is not None and value > asked.by.maximum:
        return "too-large", asked.by.maximum
    return None


def _count(count: int, asked: Prompt) -> Mistake | None:
    if asked.by.maximum is not None and count > asked.by.maximum:
        return "too-many", asked.by.maximum
    least = max(0, asked.by.minimum or 0)
    if count < least and not (asked.by.optional and count == 0):
        return "too-few", least
    return None


def _is_empty(entry: Entry) -> bool:
    """Whether nothing stands in a field; HTML without words or pictures is nothing."""
    value = entry.value
    if value is None or value in ([], {}, ""):
        return True
    if entry.kind == "text" and isinstance(value, str):
        return not TAG.sub("", value).replace("&nbsp;", " ").strip() and not any(each in value for each in SPEAKING)
    return False


def _left_out(entry: Entry) -> bool:
    """A group or a part that may be left out, and is: nothing was written in it."""
    known = entry.kind == "group" or (entry.kind == "library" and entry.library in entry.asked.by.options)
    return known and entry.asked.by.optional and all(_is_blank(each) for each in entry.parts)


def _is_blank(entry: Entry) -> bool:
    if entry.parts:
        return all(_is_blank(each) for each in entry.parts)
    return entry.kind in {"boolean", "select"} or _is_empty(entry)
