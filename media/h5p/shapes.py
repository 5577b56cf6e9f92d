"""What h5p.json and library.json must hold, property by property, as H5P's PHP core has it.

Where that core matches a pattern up to a last line break or takes an object for a list, this does not.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from media.h5p.library import MACHINE_NAME
from media.h5p.problems import Problem, problem

Rule = Callable[[Any, str, str], Iterator[Problem]]
Words = tuple[str, str]

CORE_API = (1, 28)
"""The newest version of H5P's core that is known here."""

EMBED_TYPES = ("iframe", "div")
LICENSES = (
    "CC BY", "CC BY-SA", "CC BY-ND", "CC BY-NC", "CC BY-NC-SA", "CC BY-NC-ND",
    "CC0 1.0", "GNU GPL", "PD", "ODC PDDL", "CC PDM", "U", "C",
)  # fmt: skip
LIBRARY_LICENSES = (
    "cc-by", "cc-by-sa", "cc-by-nd", "cc-by-nc", "cc-by-nc-sa", "cc-by-nc-nd",
    "pd", "cr", "MIT", "GPL1", "GPL2", "GPL3", "MPL", "MPL2",
)  # fmt: skip

LINE = ("one line of {limit} bytes at most, not empty", "un llinell o {limit} beit ar y mwyaf, heb fod yn wag")
TEXT = ("a text of {limit} bytes at most, not empty", "testun o {limit} beit ar y mwyaf, heb fod yn wag")
NUMBER = ("a whole number from 0, of {limit} digits at most", "rhif cyfan o 0 i fyny, o {limit} digid ar y mwyaf")
VERSION = (f"{NUMBER[0]}, without zeros before it", f"{NUMBER[1]}, heb seroau o’i flaen")
NAME = ("letters, digits, hyphens, dots and underscores", "llythrennau, digidau, cysylltnodau, dotiau a thanlinellau")
LANGUAGE = ("a language's code, such as cy or en", "cod iaith, megis cy neu en")
SWITCH = ("0 or 1", "0 neu 1")
LIST = ("a list", "rhestr")
OBJECT = ("an object", "gwrthrych")
ADDRESS = ("an address that begins with http", "cyfeiriad sy’n dechrau â http")
DATE = ("a date as DD-MM-YY hh:mm:ss", "dyddiad fel DD-MM-BB aa:mm:ee")
ROLE = ("one word", "un gair")
PATH = (
    "a path inside the library that ends in {limit}, of letters, digits, hyphens, dots, spaces and underscores",
    "llwybr o fewn y llyfrgell sy’n gorffen â {limit}, o lythrennau, digidau, cysylltnodau, dotiau, bylchau a thanlinellau",
)  # fmt: skip


def matching(pattern: str, words: Words, limit: int | str = "") -> Rule:
    """A text or whole number that is written so; the patterns are our own, and none can run away."""
    compiled = re.compile(pattern, re.ASCII)

    def rule(value: Any, where: str, name: str) -> Iterator[Problem]:
        written = as_text(value)
        if written is None or not compiled.fullmatch(written):
            yield broken(where, name, words, limit)

    return rule


def text(limit: int, *, lines: bool = False) -> Rule:
    """A text that is not empty, counted in bytes as PHP's core does, so that what is taken here can be taken there."""

    def rule(value: Any, where: str, name: str) -> Iterator[Problem]:
        written = as_text(value) or ""
        fits = 0 < len(written.encode()) <= limit
        if not fits or (not lines and ("\n" in written or "\r" in written)):
            yield broken(where, name, TEXT if lines else LINE, limit)

    return rule


def path_to(ending: str) -> Rule:
    """A file of the library itself: no address, nothing above its folder."""
    allowed = re.compile(r"[\w\s./\\-]+", re.ASCII)

    def rule(value: Any, where: str, name: str) -> Iterator[Problem]:
        safe = isinstance(value, str) and allowed.fullmatch(value) and value.lower().endswith(ending)
        if not safe or ".." in re.split(r"[/\\]", value):
            yield broken(where, name, PATH, ending)

    return rule


def one_of(allowed: tuple[str, ...]) -> Rule:
    """One of these words."""

    def rule(value: Any, where: str, name: str) -> Iterator[Problem]:
        if not isinstance(value, str) or value not in allowed:
            yield problem("illegal-option-in-library", where, found=str(value), name=name, allowed=", ".join(allowed))

    return rule


def listed(each: Rule) -> Rule:
    """A list of these."""

    def rule(value: Any, where: str, name: str) -> Iterator[Problem]:
        if not isinstance(value, list):
            yield broken(where, name, LIST)
            return
        for item in value:
            yield from each(item, where, name)

    return rule


def holding(**required: Rule) -> Rule:
    """An object with all of these."""

    def rule(value: Any, where: str, name: str) -> Iterator[Problem]:
        if not isinstance(value, dict):
            yield broken(where, name, OBJECT)
            return
        for key, inner in required.items():
            if value.get(key) is None:
                yield problem("missing-required-property", where, name=f"{name}.{key}")
            else:
                yield from inner(value[key], where, f"{name}.{key}")

    return rule


def unless_empty(rule: Rule) -> Rule:
    """What may also hold nothing."""

    def lenient(value: Any, where: str, name: str) -> Iterator[Problem]:
        if value:
            yield from rule(value, where, name)

    return lenient


def broken(where: str, name: str, words: Words, limit: int | str = "") -> Problem:
    """The problem of a property that is not as these words say."""
    return problem(
        "invalid-property", where, name=name, rule=(words[0].format(limit=limit), words[1].format(limit=limit))
    )


def as_text(value: Any) -> str | None:
    """A text, or a whole number as one: programs write a title of digits so; None for anything else."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else None


def digits(most: int) -> Rule:
    """A number from 0, written as a number or as text: real packages do both."""
    return matching(rf"[0-9]{{1,{most}}}", NUMBER, most)


machine_name = matching(MACHINE_NAME.pattern, NAME)
version = matching("0|[1-9][0-9]{0,4}", VERSION, 5)  # “01” is another folder and another library to H5P than “1”
switch = matching("[01]", SWITCH)
depends = listed(holding(machineName=machine_name, majorVersion=version, minorVersion=version))
core_api = holding(majorVersion=digits(5), minorVersion=digits(5))

MAIN_REQUIRED: Mapping[str, Rule] = {
    "title": text(255),
    "language": matching("[-a-zA-Z]{1,10}", LANGUAGE),
    "preloadedDependencies": depends,
    "mainLibrary": matching(r"[$a-zA-Z_][\w.$]{1,254}", NAME),
    "embedTypes": listed(one_of(EMBED_TYPES)),
}
MAIN_OPTIONAL: Mapping[str, Rule] = {
    "contentType": text(255),
    "dynamicDependencies": depends,
    "editorDependencies": depends,
    "author": text(255),
    "authors": listed(holding(name=text(255), role=matching(r"\w+", ROLE))),
    "source": matching(r"https?://[^\r\n]+", ADDRESS),
    "license": one_of(LICENSES),
    "licenseVersion": one_of(("1.0", "2.0", "2.5", "3.0", "4.0")),
    "licenseExtras": text(5000, lines=True),
    "yearsFrom": digits(4),
    "yearsTo": digits(4),
    "changes": listed(
        holding(
            date=matching(r"\d\d-\d\d-\d\d \d{1,2}:\d\d:\d\d", DATE), author=text(255), log=text(5000, lines=True)
        )
    ),
    "authorComments": text(5000, lines=True),
    "w": digits(4),
    "h": digits(4),
    "metaKeywords": text(65_535),
    "metaDescription": text(65_535),
    "coreApi": unless_empty(core_api),
}  # fmt: skip
LIBRARY_REQUIRED: Mapping[str, Rule] = {
    "title": text(255),
    "majorVersion": version,
    "minorVersion": version,
    "patchVersion": digits(5),
    "machineName": machine_name,
    "runnable": switch,
}
LIBRARY_OPTIONAL: Mapping[str, Rule] = {
    "author": text(255),
    "license": one_of(LIBRARY_LICENSES),
    "description": text(65_535),
    "metadataSettings": holding(disable=switch, disableExtraTitleField=switch),
    "dynamicDependencies": depends,
    "preloadedDependencies": depends,
    "editorDependencies": depends,
    "preloadedJs": listed(holding(path=path_to(".js"))),
    "preloadedCss": listed(holding(path=path_to(".css"))),
    "dropLibraryCss": listed(holding(machineName=machine_name)),
    "w": digits(4),
    "h": digits(4),
    "embedTypes": listed(one_of(EMBED_TYPES)),
    "fullscreen": switch,
    "coreApi": core_api,
}


def shape_problems(
    data: Mapping[str, Any], where: str, required: Mapping[str, Rule], optional: Mapping[str, Rule]
) -> Iterator[Problem]:
    """Every property that is missing or not as it must be; others are left alone, as H5P does."""
    for name, rule in required.items():
        if data.get(name) is None:
            yield problem("missing-required-property", where, name=name)
        else:
            yield from rule(data[name], where, name)
    for name, rule in optional.items():
        if name in data:
            yield from rule(data[name], where, name)


def problems_of(
    data: Mapping[str, Any], where: str, required: Mapping[str, Rule], optional: Mapping[str, Rule]
) -> list[Problem]:
    """Everything that is wrong with h5p.json or a library.json; either may ask for a newer core."""
    return list(shape_problems(data, where, required, optional)) or list(core_problems(data, where))


def core_problems(data: Mapping[str, Any], where: str) -> Iterator[Problem]:
    """Whether it needs a newer core than is known; call it only on data of the right shape."""
    if wanted := data.get("coreApi"):
        version = (int(wanted["majorVersion"]), int(wanted["minorVersion"]))
        if version > CORE_API:
            found, known = (".".join(map(str, each)) for each in (version, CORE_API))
            yield problem("api-version-unsupported", where, found=found, limit=known)
