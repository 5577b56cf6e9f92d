"""What the tests know about Welsh words: npm's dictionary-cy, and our own list for what it lacks."""

import gc
import re
import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from spylls.hunspell import Dictionary

from design import vendor
from diogel import extraction

OUR_LIST = extraction.CATALOGUE.parent.parent / "words.txt"
NOT_WORDS = re.compile(
    r"%\(\w+\)[sd]|%[sd%]|\{\w*\}|<[^>]+>|&\w+;|https?://\S+|\S+@\S+|\[[^\]]*\]\(|[a-z-]+\.(?:gov|org|cymru)\S*"
)
WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
ADDRESSES = {"slug", "url", "href", "source", "file"}


@cache
def dictionary() -> Dictionary:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # spylls leaves the files it read to the garbage collector
        read = Dictionary.from_files(str(vendor.MODULES / "dictionary-cy" / "index"))
        gc.collect()
    return read


@cache
def our_words() -> frozenset[str]:
    lines = (line.partition("#")[0].strip() for line in OUR_LIST.read_text().splitlines())
    return frozenset(line for line in lines if line)


def words(text: str) -> set[str]:
    return set(WORD.findall(NOT_WORDS.sub(" ", text).replace("’", "'")))


@cache
def is_known(word: str) -> bool:
    """In the dictionary or our list, as it stands or without a clitic (`y bwrdd a'r ...`) or in its hyphenated parts."""
    if word in our_words() or word.lower() in our_words() or dictionary().lookup(word):
        return True
    stem, apostrophe, clitic = word.rpartition("'")
    if apostrophe and clitic in {"r", "n", "i", "u", "m", "w", "th", "ch", "ma", "na", "na'n"} and is_known(stem):
        return True
    return "-" in word and all(is_known(part) for part in word.split("-"))


def unknown(texts: Iterator[str] | list[str]) -> list[str]:
    return sorted({word for text in texts for word in words(text) if not is_known(word)})


def catalogue_texts() -> Iterator[str]:
    for message in extraction.read():
        if message.id:
            yield from [message.string] if isinstance(message.string, str) else message.string


def welsh_of(path: Path) -> Iterator[str]:
    """Every Welsh text of a content file: whatever stands under a key `cy`, addresses left out."""
    yield from _welsh_in(yaml.safe_load(path.read_text()), "")


def _welsh_in(node: Any, key: str) -> Iterator[str]:
    if isinstance(node, dict):
        for name, value in node.items():
            if name == "cy" and isinstance(value, str):
                if key not in ADDRESSES:
                    yield value
            else:
                yield from _welsh_in(value, key if name == "cy" else str(name))
    elif isinstance(node, list):
        for value in node:
            yield from _welsh_in(value, key)
