"""H5P.MarkTheWords marked: words of a text that were chosen, by their number, against those between asterisks.

The words are told apart as the type itself does it: by white space within each piece of text, without the punctuation around
them. Where its versions do that differently, as with several words between two asterisks, there is no mark.
"""

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

from media.h5p.grades import Grade, indices

SPACE = "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"  # what is white space to a browser
WORD = re.compile(rf"[^{SPACE}]+")
BEFORE = re.compile('[\\[({⟨¿¡“"«„]+')
AFTER = re.compile('[",….:;?!\\])}⟩»”]+$')
SEVERAL = re.compile(rf"(?:^|[{SPACE}])\*[^*]*[{SPACE}][^*]*\*(?=[{SPACE}]|$)")


def marked_words(parameters: Mapping[str, Any], response: str) -> Grade | None:
    """A point for each right word, one less for each wrong one; where no word is right, one point for choosing none."""
    text = parameters.get("textField")
    words = words_of(text) if isinstance(text, str) else None
    chosen = indices(response, len(words)) if words is not None else None
    if words is None or chosen is None:
        return None
    right = {place for place, word in enumerate(words) if _is_right(word)}
    if not right:
        return Grade(float(not chosen), 1.0)
    hits = len(right & set(chosen))
    return Grade(float(max(0, hits - (len(chosen) - hits))), float(len(right)))


def words_of(html: str) -> list[str] | None:
    """Every word that can be chosen, with its asterisks; None where they cannot be told apart for certain."""
    pieces = _Pieces()
    pieces.feed(html)
    pieces.close()
    if any("**" in piece or "&nbsp;" in piece or SEVERAL.search(piece) for piece in pieces.texts):
        return None
    bare = (_bare(word) for piece in pieces.texts for word in WORD.findall(piece))
    return [word for word in bare if word]


def _bare(word: str) -> str:
    """Without the punctuation before and after."""
    start = found.end() if (found := BEFORE.match(word)) else 0
    end = found.start() if (found := AFTER.search(word)) else len(word)
    return word[start:end]


def _is_right(word: str) -> bool:
    """Between asterisks; one more character may follow them."""
    return word.startswith("*") and len(word) > 2 and "*" in {word[-1], word[-2]}


class _Pieces(HTMLParser):
    """The pieces of text between tags, each whole."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self._is_open = False

    def handle_data(self, data: str) -> None:
        if self._is_open:
            self.texts[-1] += data
        else:
            self.texts.append(data)
        self._is_open = True

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._is_open = False

    def handle_endtag(self, tag: str) -> None:
        self._is_open = False
