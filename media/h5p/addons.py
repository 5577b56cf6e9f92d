"""Addons: libraries that no content names, and that attach themselves to content by what stands in its texts.

A library.json says so with `addTo`, by patterns between slashes: H5P.MathDisplay wants two dollars, something, and two
dollars. Such a pattern is never run as one, since it is the package's own and one can be written that takes for ever. What is
understood is words that must be there, `.+` or `.*` between them on one line, and `|` between several of these; a library with any
other pattern attaches itself to nothing by it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from media.h5p.library import LibraryMetadata, LibraryName

PIECE = re.compile(r"\\([^A-Za-z0-9\s])|(\.[+*])|(\|)|([^\\.^$|?*+()\[\]{}/])")
LONGEST = 500  # letters in a pattern
MOST = 10  # patterns of one library


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in order on one line: each with how many letters at least stand between it and the one before."""

    words: tuple[tuple[int, str], ...]

    def is_in(self, text: str) -> bool:
        """Each word is taken where it first comes, which leaves the most room for the next."""
        first = self.words[0][1]
        begin = text.find(first)
        while begin != -1:
            end = text.find("\n", begin)
            end = len(text) if end == -1 else end
            if self._follows(text, begin, end):
                return True
            begin = text.find(first, end)
        return False

    def _follows(self, text: str, at: int, end: int) -> bool:
        at += len(self.words[0][1])
        for least, word in self.words[1:]:
            at = text.find(word, at + least, end)
            if at == -1:
                return False
            at += len(word)
        return True


def addons_for(parameters: Any, libraries: Mapping[LibraryName, LibraryMetadata]) -> tuple[LibraryName, ...]:
    """The addons that a filtered content wants, of those that are here: of each the newest, in the order of their names."""
    newest: dict[str, LibraryName] = {}
    for name, library in sorted(libraries.items()):
        if "addTo" in library.raw:
            newest[name.machine_name] = name
    if not newest:
        return ()
    texts = list(_texts(parameters))
    wanted = {name: passages_of(libraries[name].raw) for name in newest.values()}
    return tuple(
        name for name, passages in wanted.items() if any(passage.is_in(text) for passage in passages for text in texts)
    )


def passages_of(raw: Mapping[str, Any]) -> tuple[Passage, ...]:
    """What a library.json's `addTo` looks for, as far as it is understood."""
    types = _inside(_inside(raw.get("addTo"), "content"), "types")
    patterns = [_inside(_inside(each, "text"), "regex") for each in types[:MOST]] if isinstance(types, list) else []
    return tuple(passage for each in patterns if isinstance(each, str) for passage in _read(each))


def _read(pattern: str) -> list[Passage]:
    """The alternatives of a pattern; none where any of it is not understood."""
    if len(pattern) > LONGEST or len(pattern) < 3 or pattern[0] != "/" or pattern[-1] != "/":
        return []
    told: list[list[tuple[int, str]]] = [[(0, "")]]
    at, end = 1, len(pattern) - 1
    while at < end:
        match = PIECE.match(pattern, at, end)
        if match is None:
            return []
        escaped, gap, bar, letter = match.groups()
        least, word = told[-1][-1]
        if bar:
            told.append([(0, "")])
        elif gap and not word:  # at a beginning, or two of them: nothing that anybody writes
            return []
        elif gap:
            told[-1].append((int(gap == ".+"), ""))
        else:
            told[-1][-1] = (least, word + (escaped or letter))
        at = match.end()
    if any(not word or "\n" in word for words in told for _least, word in words):
        return []
    return [Passage(tuple(words)) for words in told]


def _texts(value: Any) -> Iterator[str]:
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            waiting.extend(value.values())


def _inside(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else None
