"""Every part with its states, drawn once in each language, for the page that shows them side by side.
What is shown stands in specimen_parts.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.template import engines
from django.utils.translation import override

from design.specimen_parts import ALL, Specimen

LANGUAGES = ("en", "cy")
COLOURS = [
    "ground", "surface", "sunk", "table", "table-edge", "ink", "ink-2", "line", "line-2", "brand", "brand-hover",
    "on-brand", "brand-tint", "link", "link-hover", "visited", "private", "private-line", "private-ink", "mark",
    "mark-ink", "good", "good-tint", "warn", "warn-tint", "bad", "bad-tint", "focus", "focus-ink", "heat-1",
    "heat-2", "heat-3", "heat-4", "heat-ink",
]  # fmt: skip


@dataclass(frozen=True)
class Shown:
    """A specimen as drawn."""

    name: str
    english: str
    welsh: str


@dataclass(frozen=True)
class Group:
    title: str
    shown: list[Shown]


def groups() -> list[Group]:
    return [Group(title, [draw(specimen) for specimen in specimens]) for title, specimens in ALL.items()]


def draw(specimen: Specimen) -> Shown:
    template = engines["django"].from_string(specimen.source)
    drawn = {}
    for language in LANGUAGES:
        with override(language):
            # Ids must not clash between the two columns.
            drawn[language] = template.render({"id": f"{specimen.name}-{language}", **dict(words(specimen, language))})
    return Shown(specimen.name, drawn["en"], drawn["cy"])


def words(specimen: Specimen, language: str) -> Iterator[tuple[str, Any]]:
    for key, value in specimen.words.items():
        yield key, value[language] if isinstance(value, dict) and language in value else value
