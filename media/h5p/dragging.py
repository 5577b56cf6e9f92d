"""H5P.DragQuestion and H5P.DragText marked: things put into places, and words put into gaps.

What could not have been put where a response says it was put has no mark; nor has a text whose gaps cannot be told
apart for certain.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from media.h5p.grades import Grade

GAPS = re.compile(r"(\*.*?\*)")
BREAK = re.compile(r"\r\n|\n|\r")
ASIDES = (re.compile(r":[^\\*]+"), re.compile(r"\\\+[^\\*:]+"), re.compile(r"\\-[^\\*:]+"))
"""What may follow a gap's word: a tip, and what is said where it is right, and where it is wrong."""

Put = tuple[int, int]
"""A place and the thing that was put there."""


def drag_question(parameters: Mapping[str, Any], response: str) -> Grade | None:
    """A point for each thing in a right place, one less for each in a wrong one unless the content forgives that."""
    task, behaviour = _object(_object(parameters.get("question")).get("task")), _object(parameters.get("behaviour"))
    things, places = _entries(task, "elements"), _entries(task, "dropZones")
    told = _puts(response)
    if told is None or not _possible(told, things, places):
        return None
    right = {(place, thing) for place, each in enumerate(places) for thing in _numbers(each, "correctElements")}
    hits, most = len(right & set(told)), _most(right, things)
    blank = not any(_numbers(each, "correctElements") for each in places)
    points = max(0, int(blank) + hits - (len(told) - hits))
    if behaviour.get("singlePoint") is True:
        return Grade(float(points == most), 1.0)
    forgiving = behaviour.get("applyPenalties", True) is not True
    return Grade(float(int(blank) + hits if forgiving else points), float(most)) if most else None


def _puts(response: str) -> list[Put] | None:
    """What was put where, “0[.]2[,]0[.]1”: place, then thing; None where it is no such thing."""
    written = [each.split("[.]") for each in response.split("[,]") if each]
    if not all(len(each) == 2 and all(_is_place(number) for number in each) for each in written):
        return None
    return [(int(place), int(thing)) for place, thing in written]


def _possible(told: Sequence[Put], things: Sequence[Mapping[str, Any]], places: Sequence[Mapping[str, Any]]) -> bool:
    """Whether each thing may go where it is: once, unless there are several of it; alone, where a place takes one."""
    if len(set(told)) < len(told) or any(place >= len(places) or thing >= len(things) for place, thing in told):
        return False
    full, used = Counter(place for place, _thing in told), Counter(thing for _place, thing in told)
    return all(
        place in _numbers(things[thing], "dropZones")
        and (used[thing] == 1 or things[thing].get("multiple") is True)
        and (full[place] == 1 or places[place].get("single") is not True)
        for place, thing in told
    )


def _most(right: set[Put], things: Sequence[Mapping[str, Any]]) -> int:
    """A point for each thing that has a right place, for each of its places where there are several of it; at least one."""
    if not right:
        return 1
    wanted = Counter(thing for _place, thing in right if thing < len(things))
    return sum(count if things[thing].get("multiple") is True else 1 for thing, count in wanted.items())


def drag_text(parameters: Mapping[str, Any], response: str) -> Grade | None:
    """A point for each gap that holds its word. Only words that are there to be dragged can be in one, each once."""
    gaps = _words_of(parameters.get("textField"))
    more = _words_of(parameters.get("distractors") or "")
    words = response.split("[,]")
    if not gaps or more is None or len(words) != len(gaps):
        return None
    if Counter(each for each in words if each) - Counter([*gaps, *more]):
        return None
    return Grade(float(sum(word == gap for word, gap in zip(words, gaps, strict=True))), float(len(gaps)))


def _words_of(text: Any) -> list[str] | None:
    """The words between asterisks, in order; None where it is uncertain which they are."""
    if not isinstance(text, str):
        return None
    parts = GAPS.split(BREAK.sub("<br/>", text))
    found = [_word(each) for each in parts[1::2]]
    if any("*" in each for each in parts[::2]) or not all(found):
        return None
    return [each for each in found if each]


def _word(gap: str) -> str | None:
    """A gap's word without what is said of it; None where that cannot be told."""
    kept = gap[1:-1]
    for aside in ASIDES:
        said = aside.findall(gap)
        if len(said) > 1:
            return None
        kept = kept.replace(said[0], "", 1) if said else kept
    return kept.rstrip()


def _numbers(entry: Mapping[str, Any], key: str) -> list[int]:
    """A list of places as an author's editor writes them, each once: as text, or as numbers."""
    return list(dict.fromkeys(_read_numbers(entry.get(key))))


def _read_numbers(value: Any) -> Iterator[int]:
    for each in value if isinstance(value, list) else []:
        if isinstance(each, str | int) and not isinstance(each, bool) and _is_place(str(each)):
            yield int(each)


def _is_place(text: str) -> bool:
    """A whole number as a program writes it."""
    return text.isascii() and text.isdigit() and len(text) < 6 and str(int(text)) == text


def _object(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _entries(parameters: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    value = parameters.get(key)
    return [_object(each) for each in value] if isinstance(value, list) else []
