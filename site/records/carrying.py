"""Statements carried from one store to another as JSON lines, a statement each, oldest first.

A line holds what the store knows of a statement: its text with the time of storing, the authority, the version. Coming in,
they go through the one door, on the word of the authority named for the import, under the ids that they have: read twice,
they are kept once. Files beside statements are not carried.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import islice

from records.giving import whole
from records.models import Authority, Statement, Verified
from records.posting import BATCH, Posted, posted, store
from records.xapi.problems import StatementProblem
from records.xapi.versions import posted as version_of


def lines() -> Iterator[str]:
    """Every statement, voided ones and what voids them too."""
    found = Statement.objects.select_related("authority").order_by("stored", "pk")
    return (whole(each).replace("\n", " ").replace("\r", " ") for each in found.iterator(chunk_size=2000))


def take(written: Iterable[str], authority: str) -> int:
    """Stores them on the word of the authority of this code, made when first needed and not trusted. Returns how many.

    StatementProblem names the line of what is wrong; the lines of the batches before it are stored by then.
    """
    defaults = {"name": authority, "verified": Verified.OUTSIDE}
    by, _new = Authority.objects.get_or_create(code=authority, defaults=defaults)
    numbered = ((number, line) for number, line in enumerate(written, 1) if line.strip())
    count = 0
    while batch := list(islice(numbered, BATCH)):
        store([_read(number, line) for number, line in batch], by)
        count += len(batch)
    return count


def _read(number: int, line: str) -> Posted:
    try:
        (one,) = posted(line, version_of(_version(line)))
    except StatementProblem as problem:
        raise StatementProblem(f"line {number}: {problem.where}", problem.wanted) from None
    except ValueError:
        raise StatementProblem(f"line {number}", "must be one statement") from None
    return one


def _version(line: str) -> str:
    try:
        told = json.loads(line).get("version")
    except (ValueError, AttributeError, RecursionError):
        told = None  # what is wrong with it is told by who reads it next
    return told if isinstance(told, str) else "2.0.0"
