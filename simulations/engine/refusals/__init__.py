"""Why something was not done, in both languages, with what to do instead.

A refusal changes nothing. Its code never changes, so that a client and a test may rely on it; its words may.
Nothing in a refusal tells what the asker may not know: the words stand in this package, a module an area, and none is
made up from papers.
"""

from dataclasses import dataclass

from simulations.engine.practice.kinds import InBoth
from simulations.engine.refusals import (
    agreement,
    arrangements,
    beside,
    debriefing,
    facilitating,
    judgement,
    meeting,
    record,
    review,
    table,
)
from simulations.engine.scenario.values import Text


@dataclass(frozen=True, slots=True)
class Refusal:
    """A command that was not carried out. `detail` is technical, for a developer, and only in English."""

    code: str
    message: Text
    detail: str = ""


def refuse(code: str, detail: str = "", **filled: InBoth) -> Refusal:
    """The refusal with this code; an unknown code is a mistake in the engine and raises KeyError.

    `filled` are what stands in the message's braces.
    """
    english, welsh = MESSAGES[code]
    if filled:
        english = english.format(**{name: words.en for name, words in filled.items()})
        welsh = welsh.format(**{name: words.cy for name, words in filled.items()})
    return Refusal(code, Text(words=(("en", english), ("cy", welsh))), detail)


MESSAGES: dict[str, tuple[str, str]] = {
    **meeting.MESSAGES,
    **table.MESSAGES,
    **facilitating.MESSAGES,
    **judgement.MESSAGES,
    **arrangements.MESSAGES,
    **record.MESSAGES,
    **beside.MESSAGES,
    **review.MESSAGES,
    **agreement.MESSAGES,
    **debriefing.MESSAGES,
}
