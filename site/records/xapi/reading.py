"""JSON from outside, bounded and strict (2.0: 4.2.7; 1.0.3: Data 2.2): no key twice in an object, no NaN, nothing endless.

A batch is taken apart into the very texts it was posted as, beside their values: what is kept is what was sent.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from records.xapi.problems import StatementProblem

LONGEST = 1_000_000
"""Characters of one statement: far above anything an activity sends, far below what hurts."""
MOST = 5_000
"""Statements in one batch."""
DEEPEST = 64
SPACE = re.compile(r"[ \t\n\r]*")
# Half of a pair standing alone is no character; such text could neither be stored nor sent on.
HALF = re.compile(r"\\ud[89a-f]", re.IGNORECASE)


def _distinct(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise StatementProblem(twice[:100], "stands twice in the same object")
    return found


def _refused(word: str) -> object:
    raise StatementProblem("", f"must be valid JSON, and {word} is none")


def _finite(text: str) -> float:
    if (number := float(text)) in (float("inf"), float("-inf")):
        raise StatementProblem("", f"holds a number too large to be kept: {text[:40]}")
    return number


DECODER = json.JSONDecoder(object_pairs_hook=_distinct, parse_constant=_refused, parse_float=_finite)


def value_of(text: str, where: str = "") -> Any:
    """The value written in `text`, which holds one JSON value and nothing else."""
    value, end = _value(text, _skip(text, 0), where)
    if _skip(text, end) != len(text):
        raise StatementProblem(where, "must be valid JSON: something follows its end")
    return value


def statements_of(text: str) -> list[tuple[str, Any]]:
    """Each statement of a request's body: its text as it was sent, and its value. One alone, or a batch."""
    start = _skip(text, 0)
    if text[start : start + 1] != "[":
        return [(text.strip(" \t\n\r"), value_of(_short(text, "")))]
    found = list(_items(text, start + 1))
    if len(found) > MOST:
        raise StatementProblem("", f"a batch holds at most {MOST} statements")
    return found


def text_of(body: bytes) -> str:
    """UTF-8, as the specification has JSON sent (2.0: 4.1.3)."""
    try:
        return body.decode()
    except UnicodeDecodeError:
        raise StatementProblem("", "must be UTF-8") from None


def _items(text: str, at: int) -> Iterator[tuple[str, Any]]:
    at = _skip(text, at)
    if text[at : at + 1] == "]":
        return _ended(text, at)
    number = 0
    while True:
        value, end = _value(text, at, f"[{number}]")
        yield _short(text[at:end], f"[{number}]"), value
        at, number = _skip(text, end), number + 1
        if text[at : at + 1] != ",":
            return _ended(text, at)
        at = _skip(text, at + 1)


def _ended(text: str, at: int) -> None:
    if text[at : at + 1] != "]" or _skip(text, at + 1) != len(text):
        raise StatementProblem("", "must be valid JSON: a batch is a list of statements, and nothing follows it")


def _value(text: str, at: int, where: str) -> tuple[Any, int]:
    try:
        value, end = DECODER.raw_decode(text, at)
    except (ValueError, RecursionError) as error:
        if isinstance(error, StatementProblem):
            raise StatementProblem(f"{where}.{error.where}".strip("."), error.wanted) from None
        raise StatementProblem(where, "must be valid JSON") from None
    if HALF.search(text, at, end):
        _sound(value, where)
    if text.count("{", at, end) + text.count("[", at, end) > DEEPEST:
        _shallow(value, where)
    return value, end


def _sound(value: object, where: str) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except (UnicodeEncodeError, RecursionError):
        raise StatementProblem(where, "must be text of whole characters: half of a surrogate pair is none") from None


def _shallow(value: object, where: str) -> None:
    layer, depth = [value], 0
    while layer := [inner for outer in layer for inner in _within(outer)]:
        depth += 1
        if depth > DEEPEST:
            raise StatementProblem(where, f"must not be nested deeper than {DEEPEST}")


def _within(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _short(text: str, where: str) -> str:
    if len(text) > LONGEST:
        raise StatementProblem(where, f"must be at most {LONGEST} characters long")
    return text


def _skip(text: str, at: int) -> int:
    found = SPACE.match(text, at)
    return found.end() if found else at
