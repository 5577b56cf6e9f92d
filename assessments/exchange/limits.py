"""How much a file of questions may hold; each limit is checked before what it speaks of is read or made."""

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes but for what is named in letters or counted."""

    file: int = 5 * MIB
    questions: int = 500
    problems: int = 500  # told of one file; the rest would be more of the same
    text: int = 5_000  # letters of one text, as the questions themselves have it
    line: int = 500
    key: int = 200
    options: int = 12
    accepted: int = 20
    columns: int = 100
    depth: int = 60  # of elements, or of lists in lists
    elements: int = 200_000
    members: int = 2_000  # files in a zip
    unpacked: int = 50 * MIB


LIMITS = Limits()
