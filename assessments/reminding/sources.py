"""What may wait for somebody. Each part that has something of the kind adds it when it starts; this app knows none to its left.

sources.add(Source(due_by_person, in_words, "assessments:practising:today"))
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Source:
    """`counted` tells by person how much of it is due on a day, for all of them at once; `words` says a number of it in the
    language of the moment; `url_name` is the page where it waits."""

    counted: Callable[[Iterable[int], date], dict[int, int]]
    words: Callable[[int], str]
    url_name: str


_sources: dict[str, Source] = {}


def add(source: Source) -> None:
    _sources[source.url_name] = source


def waiting(people: Iterable[int], today: date) -> dict[int, list[tuple[Source, int]]]:
    """By person, of those for whom anything waits: what, and how much of it. One question to each source."""
    asked, found = list(people), dict[int, list[tuple[Source, int]]]()
    for source in _sources.values():
        for person, number in source.counted(asked, today).items():
            found.setdefault(person, []).append((source, number))
    return found
