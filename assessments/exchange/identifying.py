"""Which question this is. What a file calls it decides, where it calls it anything; a name of ours is kept as it is.

The same file read again gives the same ids. An option's is by its place, so that a question's second language, brought in
by a file of its own, finds the first one's options.
"""

import re
from uuid import UUID, uuid5

OURS = UUID("c8b9a1f4-5b0e-4d53-9a1b-6f0d6d1e7a52")
UUID_IN_A_NAME = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def key_of(name: str, prompt: str) -> str:
    """The UUID in the name, or one that is always the same for this name, else for these words."""
    return uuid_in(name) or str(uuid5(OURS, f"name {name}" if name else f"words {prompt}"))


def part_of(key: str, name: str, part: str, place: int) -> str:
    """The id of an option or another part: the UUID in its own name, or one by its place."""
    return uuid_in(name) or str(uuid5(UUID(key), f"{part} {place}"))


def uuid_in(name: str) -> str:
    """A UUID that stands in a name, empty where there is none."""
    found = UUID_IN_A_NAME.search(name.lower())
    return found.group() if found else ""
