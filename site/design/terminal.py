"""Which language a terminal speaks, for commands that tell something to whoever sits there."""

import os


def own_language() -> str:
    """`cy` where the terminal is in Welsh, else `en`."""
    told = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "cy" if next(filter(None, told), "").partition("_")[0] == "cy" else "en"
