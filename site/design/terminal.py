"""Which language a terminal speaks, for commands that tell something to whoever sits there."""

import os
from collections.abc import Mapping


def own_language(surroundings: Mapping[str, str] = os.environ) -> str:
    """`cy` where the terminal is in Welsh, by the first of these that is set; else `en`."""
    told = (surroundings.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "cy" if next(filter(None, told), "").partition("_")[0] == "cy" else "en"
