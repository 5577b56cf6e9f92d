"""What of the scenario format the engine does not carry out yet.

A file that uses any of it is read and typed like every other, and then refused with a line for each thing: nothing is
ever left out in silence. As the engine learns something, its line here goes.

A line is a pattern over the dotted paths of a file's keys: `*` is one step, `**` any number of them. With `words`, only
these words as the value count.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from simulations.engine.scenario.problems import Place, Problem, problem


@dataclass(frozen=True, slots=True)
class NotYet:
    """One thing that is not carried out yet: where it stands in a file, and what it is in both languages."""

    pattern: str
    what_en: str
    what_cy: str
    words: frozenset[str] = frozenset()

    def is_at(self, path: str, word: str) -> bool:
        """Whether a key of a file is this."""
        return bool(_compiled(self.pattern).fullmatch(path)) and (not self.words or word in self.words)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(re.escape(pattern).replace(r"\*\*\.", r"(?:[^.]+\.)*").replace(r"\*", r"[^.]+"))


@cache
def _compiled_together(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all, since most of the thousands of keys of a file are none of them."""
    return re.compile("|".join(f"(?:{_compiled(pattern).pattern})" for pattern in patterns) or r"(?!)")


NOT_YET = (
    NotYet("continues", "taking up a finished conference", "parhau o gynhadledd sydd wedi gorffen"),
    NotYet(
        "meeting",
        "meetings other than the initial and the review conference",
        "cyfarfodydd heblaw'r gynhadledd gychwynnol a'r gynhadledd adolygu",
        frozenset({"transfer-in", "core-group", "strategy"}),
    ),
    NotYet("solo.reason", "rehearsing alone", "ymarfer ar eich pen eich hun"),
    NotYet("plan.reviewed", "looking back on a plan", "edrych yn ôl ar gynllun"),
    NotYet("after", "tasks after the conference", "tasgau ar ôl y gynhadledd"),
    NotYet(
        "phases.*.agenda",
        "this item of the agenda",
        "yr eitem hon ar yr agenda",
        frozenset({"after"}),
    ),
    NotYet("decisions.*.answer_first", "questions before views are taken", "cwestiynau cyn gofyn barn"),
    *(
        NotYet(f"scripts.*.*.{action}", f"the action {action} in a script", f"y weithred {action} mewn sgript")
        for action in (
            "adjourn",
            "core-group",
            "explain",
        )
    ),
    *(
        NotYet(f"**.when.**.{condition}", f"the condition {condition}", f"yr amod {condition}")
        for condition in ("explained",)
    ),
)


def unsupported(places: Mapping[str, Place], words: Mapping[str, str]) -> Iterator[Problem]:
    """A problem for each key of a file that is not carried out yet.

    `places` has where each dotted path stands, `words` the values that are one word.
    """
    anything = _compiled_together(tuple(thing.pattern for thing in NOT_YET))
    for path in filter(anything.fullmatch, places):
        for thing in NOT_YET:
            if thing.is_at(path, words.get(path, "")):
                yield problem(
                    "not-supported-yet", places[path], path=path, what_en=thing.what_en, what_cy=thing.what_cy
                )
