"""What msgspec says of a wrong shape, said again in both languages, with the place in the file."""

import re
from collections.abc import Callable
from typing import Any

from assessments.exchange.misfits import misfits
from assessments.exchange.problems import Detail, Place, Problem, mistake

WORDS: dict[str, tuple[str, str]] = {
    "str": ("a text", "testun"),
    "int": ("a whole number", "rhif cyfan"),
    "float": ("a number", "rhif"),
    "bool": ("true or false", "true neu false"),
    "null": ("nothing", "dim"),
    "array": ("a list", "rhestr"),
    "object": ("keys with values", "allweddi â gwerthoedd"),
}
SAID: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"Object missing required field `(?P<name>[^`]*)`"), "shape-missing"),
    (re.compile(r"Object contains unknown field `(?P<name>[^`]*)`"), "unknown-key"),
    (re.compile(r"Expected `(?P<wanted>\w+)(?: \| \w+)*`, got `(?P<got>\w+)`"), "shape-other"),
    (re.compile(r"Expected `array` of length >= (?P<limit>\d+)"), "shape-few"),
    (re.compile(r"Expected `(?:array|object)` of length <= (?P<limit>\d+)"), "shape-many"),
    (re.compile(r"Expected `str` of length <= (?P<limit>\d+)"), "shape-long"),
    (re.compile(r"Expected `str` of length >= \d+"), "shape-empty"),
    (re.compile(r"Expected `int` >= (?P<limit>-?\d+)"), "shape-low"),
    (re.compile(r"Expected `int` <= (?P<limit>-?\d+)"), "shape-high"),
    (re.compile(r"Invalid value '(?P<value>[^']*)'"), "shape-value"),
    (re.compile(r"Expected `str` matching regex '(?P<pattern>.*)'"), "shape-pattern"),
)
PATTERNS: dict[str, tuple[str, str]] = {
    "[0-9a-f]{8}": ("a UUID in small letters", "UUID mewn llythrennau bach"),
    "https?": ("an address that begins with https://", "cyfeiriad sy’n dechrau â https://"),
    "{4}-": (
        "a day like 2026-03-09, or with a time, 2026-03-09T16:30",
        "diwrnod fel 2026-03-09, neu gydag amser, 2026-03-09T16:30",
    ),
    "[a-z0-9]+": ("small letters, digits and hyphens", "llythrennau bach, digidau a chysylltnodau"),
}


def shape_mistakes(value: Any, kind: Any, place: Callable[[str], Place]) -> list[Problem]:
    """Everything that does not fit; `place` knows the line of a path inside the value."""
    return [_mistake(words, place(path)) for path, words in misfits(value, kind)]


def _mistake(words: str, place: Place) -> Problem:
    for pattern, code in SAID:
        if match := pattern.fullmatch(words):
            return mistake(code, place, **_details(match.groupdict()))
    return mistake("shape", place, words=words)


def _details(named: dict[str, str]) -> dict[str, Detail]:
    details: dict[str, Detail] = dict(named)
    for name in ("wanted", "got"):
        if name in named:
            details[name] = WORDS.get(named[name], (named[name], named[name]))
    if "pattern" in named:
        known = (words for part, words in PATTERNS.items() if part in named["pattern"].replace("\\\\d", ""))
        details["pattern"] = next(known, (named["pattern"], named["pattern"]))
    return details
