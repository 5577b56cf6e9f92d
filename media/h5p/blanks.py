"""H5P.Blanks marked: words typed into gaps, held against those that the author wrote between asterisks.

A gap is written `*word/other word:tip*`. Where spelling mistakes are forgiven, only what is exactly right is marked: how H5P
counts them is its own affair, and a guess is no mark.
"""

import html
import re
from collections.abc import Mapping
from typing import Any

from media.h5p.grades import Grade

GAP = re.compile(r"\*([^*]*)\*")
TAG = re.compile(r"</?[a-zA-Z]*\d?>")


def blanks(parameters: Mapping[str, Any], response: str) -> Grade | None:
    """A point for each gap. None where the words cannot be told apart, or forgiveness would decide."""
    behaviour = parameters.get("behaviour")
    behaviour = behaviour if isinstance(behaviour, Mapping) else {}
    texts = parameters.get("questions")
    gaps = [gap for text in texts if isinstance(text, str) for gap in gaps_in(text)] if isinstance(texts, list) else []
    words = response.split("[,]")
    if not gaps or len(words) != len(gaps):
        return None
    exact = behaviour.get("caseSensitive", True) is True
    right = sum(_fits(word, gap, exact) for word, gap in zip(words, gaps, strict=True))
    if right < len(gaps) and behaviour.get("acceptSpellingErrors") is True:
        return None
    return Grade(float(right), float(len(gaps)))


def gaps_in(text: str) -> list[list[str]]:
    """The words that fit each gap of a text."""
    found = (TAG.sub("", gap).partition(":")[0] for gap in GAP.findall(text) if TAG.sub("", gap))
    return [[html.unescape(word.strip()) for word in gap.split("/")] for gap in found]


def _fits(word: str, gap: list[str], exact: bool) -> bool:
    return word.strip() in gap if exact else word.strip().lower() in {each.lower() for each in gap}
