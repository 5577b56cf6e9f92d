"""A statement's text with what the store adds to it, the rest letter for letter as it was sent (2.0: 4.2.4.2, 4.1.6.1).

Reading a statement into values and writing these again would change numbers (1.10 becomes 1.1) and spaces; so the text is
cut at its outermost properties, and only those that the store sets are put in the place of what stood there.
"""

import json
from collections.abc import Iterator, Mapping

from records.xapi.reading import SPACE

DECODER = json.JSONDecoder()  # what comes here is known to be sound


def spliced(text: str, sets: Mapping[str, object], fills: Mapping[str, object]) -> str:
    """`text`, an object, with the properties `sets` in the place of its own, and with `fills` where it has none."""
    found = {name: text[start:end] for name, start, end in _properties(text)}
    kept = [written for name, written in found.items() if name not in sets]
    new = {**sets, **{name: value for name, value in fills.items() if name not in found}}
    added = [f"{json.dumps(name)}:{json.dumps(value, ensure_ascii=False)}" for name, value in new.items()]
    return "{" + ",".join([*kept, *added]) + "}"


def _properties(text: str) -> Iterator[tuple[str, int, int]]:
    """Of an object known to be sound: each property's name, and where it begins and ends."""
    at = _skip(text, text.index("{") + 1)
    while text[at] == '"':
        start = at
        name, at = DECODER.raw_decode(text, at)
        at = _skip(text, _skip(text, at) + 1)  # past the colon
        _value, end = DECODER.raw_decode(text, at)
        yield name, start, end
        at = _skip(text, end)
        if text[at] != ",":
            return
        at = _skip(text, at + 1)


def _skip(text: str, at: int) -> int:
    found = SPACE.match(text, at)
    return found.end() if found else at
