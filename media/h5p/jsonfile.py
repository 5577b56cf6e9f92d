"""JSON from a package: strict, and bounded in depth and number of values before a parser sees it."""

import json
import re
import sys
from typing import Any

from media.h5p.limits import PackageLimits

BRACKETS = re.compile(rb"[\[{]|[\]}]")
SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
NOTHING = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")  # not where a backslash stands before, itself escaped
LONGEST_INTEGER = 18

Reason = tuple[str, str]

TOO_LARGE = ("it is larger than {limit} MB", "mae’n fwy na {limit} MB")
TOO_MANY = ("it holds more than {limit} values", "mae’n cynnwys mwy na {limit} o werthoedd")
TOO_DEEP = ("it is nested more than {limit} deep", "mae wedi’i nythu’n ddyfnach na {limit}")
NOT_UTF_8 = ("it is not saved as UTF-8", "nid yw wedi’i chadw fel UTF-8")
MARKED = ("it begins with a byte order mark; save it without", "mae’n dechrau â marc trefn beitiau; cadwch hi hebddo")
NOT_A_NUMBER = ("{found} is no JSON number", "nid rhif JSON yw {found}")
HALF = ("it holds half a character", "mae’n cynnwys hanner nod")
NUL = ("it holds the character NUL", "mae’n cynnwys y nod NUL")
SYNTAX = ("line {line}, column {column}", "llinell {line}, colofn {column}")
NOT_AN_OBJECT = ("it is not a JSON object", "nid gwrthrych JSON ydyw")
NOT_A_LIST = ("it is not a JSON list", "nid rhestr JSON ydyw")


class NotJson(Exception):
    """Why it cannot be read, in English and Welsh."""

    def __init__(self, reason: Reason, **details: object) -> None:
        english, welsh = reason
        self.reason = (english.format(**details), welsh.format(**details))
        super().__init__(self.reason[0])


def parse(raw: bytes, limits: PackageLimits, *, with_nul: bool = True) -> Any:
    """The value of a JSON file. Numbers too large for a float become the largest. Raises NotJson.

    Not every database keeps the character NUL in a value: `with_nul` says whether it may be there.
    """
    if raw.startswith(b"\xef\xbb\xbf"):
        raise NotJson(MARKED)
    _check_bounds(raw, limits)
    try:
        text = raw.decode()
        value = json.loads(text, parse_constant=_refused, parse_float=_number, parse_int=_integer)
    except UnicodeDecodeError as error:
        raise NotJson(NOT_UTF_8) from error
    except json.JSONDecodeError as error:
        raise NotJson(SYNTAX, line=error.lineno, column=error.colno) from error
    if not with_nul and NOTHING.search(raw):
        raise NotJson(NUL)
    if SURROGATE.search(raw):
        try:
            json.dumps(value, ensure_ascii=False).encode()
        except UnicodeEncodeError as error:
            raise NotJson(HALF) from error
    return value


def values_at_most(raw: bytes) -> int:
    """More values than this the file cannot hold; those that look like some inside texts are counted too."""
    return raw.count(b"[") + raw.count(b"{") + raw.count(b",") + 1


def _check_bounds(raw: bytes, limits: PackageLimits) -> None:
    """Cheap where it is plain that the bounds hold; only else are strings told from brackets."""
    if values_at_most(raw) <= limits.json_values and raw.count(b"[") + raw.count(b"{") <= limits.json_depth:
        return
    unescaped = raw.replace(b"\\\\", b"").replace(b'\\"', b"")
    if unescaped.count(b'"') > 4 * limits.json_values:  # a key and a text to each value, two marks to each of them
        raise NotJson(TOO_MANY, limit=limits.json_values)
    # No pattern tells strings from the rest: one that could takes for ever over quotes that never close.
    bare = b"".join(unescaped.split(b'"')[::2])
    marks = {mark: bare.count(mark) for mark in (b"[", b"{", b",", b"]", b"}")}
    if max(marks[b"["] + marks[b"{"] + marks[b","], marks[b"]"] + marks[b"}"]) > limits.json_values:
        raise NotJson(TOO_MANY, limit=limits.json_values)
    depth = 0
    for bracket in BRACKETS.finditer(bare):
        depth += 1 if bracket[0] in b"[{" else -1
        if depth > limits.json_depth:
            raise NotJson(TOO_DEEP, limit=limits.json_depth)


def _refused(constant: str) -> float:
    raise NotJson(NOT_A_NUMBER, found=constant)


def _number(digits: str) -> float:
    """A finite number, as a browser could show it."""
    return max(-sys.float_info.max, min(sys.float_info.max, float(digits)))


def _integer(digits: str) -> int | float:
    """An integer as far as JavaScript's hold; beyond that a float, so that no number costs more than its digits."""
    return int(digits) if len(digits) <= LONGEST_INTEGER else _number(digits)
