"""The actions of `diogel scenario` that help with writing a scenario, each a module of its own.

An action has (as a module, or as an object where two share one) `HELP`, one line; `add_arguments(parser)`; and `run(options, say)`, which says what it made, a line at a time, and raises
`CannotDo` with what to do instead, in the writer's language.
"""

from collections.abc import Callable
from typing import Any

from simulations.commandline import draw, new, schema, taking
from simulations.commandline.action import Action, CannotDo
from simulations.commandline.sheets import FromSheet, ToSheet

ACTIONS: dict[str, Action] = {
    "schema": schema,
    "new": new,
    "draw": draw,
    "to-sheet": ToSheet(),
    "from-sheet": FromSheet(),
    "import": taking,
}


def carry_out(options: dict[str, Any], say: Callable[[str], object], complain: Callable[[str], object]) -> int:
    """Do the action that was asked for; 1 where it could not be done, else 0."""
    try:
        ACTIONS[options["action"]].run(options, say)
    except CannotDo as reason:
        complain(str(reason))
        return 1
    return 0
