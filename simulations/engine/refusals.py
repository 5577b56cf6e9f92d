"""Why something was not done, in both languages, with what to do instead.

A refusal changes nothing. Its code never changes, so that a client and a test may rely on it; its words may.
Nothing in a refusal tells what the asker may not know: the words stand here, none is made up from papers.
"""

from dataclasses import dataclass

from simulations.engine.scenario.values import Text


@dataclass(frozen=True, slots=True)
class Refusal:
    """A command that was not carried out. `detail` is technical, for a developer, and only in English."""

    code: str
    message: Text
    detail: str = ""


def refuse(code: str, detail: str = "") -> Refusal:
    """The refusal with this code; an unknown code is a mistake in the engine and raises KeyError."""
    english, welsh = MESSAGES[code]
    return Refusal(code, Text(words=(("en", english), ("cy", welsh))), detail)


MESSAGES: dict[str, tuple[str, str]] = {
    "not-a-command": (
        "The room did not understand this. Reload the page and try again.",
        "Doedd yr ystafell ddim yn deall hyn. Ail-lwythwch y dudalen a rhowch gynnig arall arni.",
    ),
}
