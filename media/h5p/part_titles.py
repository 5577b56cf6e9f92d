"""What the parts of a content are called, for whoever is told which of them is missing."""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

LONGEST = 80
TAG = re.compile(r"<[^<>]*>")
ASKED = ("question", "taskDescription", "text", "introduction", "intro", "textField")
"""Where types keep what they ask, in the order in which it is looked for."""
UNTITLED = re.compile(r"untitled\b.*", re.IGNORECASE)


def part_titles(parameters: Any) -> dict[str, str]:
    """By `subContentId`: what the part asks, else its title, else its type."""
    return {part["subContentId"]: _title(part) for part in _parts(parameters)}


def _parts(parameters: Any) -> Iterator[Mapping[str, Any]]:
    waiting = [parameters]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, Mapping):
            waiting.extend(value.values())
            if isinstance(value.get("library"), str) and isinstance(value.get("subContentId"), str):
                yield value


def _title(part: Mapping[str, Any]) -> str:
    params, metadata = part.get("params"), part.get("metadata")
    asked = [params.get(key) for key in ASKED] if isinstance(params, Mapping) else []
    title = metadata.get("title") if isinstance(metadata, Mapping) else None
    words = (_plain(each) for each in (*asked, title) if isinstance(each, str))
    known = next((each for each in words if each and not UNTITLED.fullmatch(each)), part["library"])
    return known if len(known) <= LONGEST else f"{known[:LONGEST].rstrip()}…"


def _plain(text: str) -> str:
    """The words of a piece of filtered HTML."""
    return " ".join(html.unescape(TAG.sub(" ", text)).split())
