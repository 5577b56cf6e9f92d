"""Statements carried from one store to another as JSON lines, oldest first, each file on a line before the first statement of it.

A statement's line holds what the store knows of it: its text with the time of storing, the authority, the version. Coming in,
they go through the one door, on the word of the authority named for the import, under the ids that they have: read twice,
they are kept once. A file's line is `{"file": {"sha2": …, "base64": …}}`, and the file must be what its sum says.
"""

import base64
import binascii
import json
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice
from typing import TextIO

from records.giving import whole
from records.lrs.files import found_beside, is_sum_of, keep
from records.models import Authority, Statement, Verified
from records.posting import BATCH, Posted, posted, store
from records.xapi.problems import StatementProblem
from records.xapi.versions import posted as version_of

LONGEST = 100_000_000
"""Characters of one line."""


def lines() -> Iterator[str]:
    """Every statement, voided ones and what voids them too."""
    found = Statement.objects.select_related("authority").order_by("stored", "pk")
    told: set[str] = set()
    for each in found.iterator(chunk_size=2000):
        for _media_type, sha2, content in found_beside([each]):
            if sha2.lower() not in told:
                told.add(sha2.lower())
                yield json.dumps({"file": {"sha2": sha2.lower(), "base64": base64.b64encode(content).decode()}})
        yield whole(each).replace("\n", " ").replace("\r", " ")


def lines_in(file: TextIO) -> Iterator[str]:
    """Of a file, none of them endless."""
    while line := file.readline(LONGEST + 1):
        if len(line) > LONGEST:
            raise StatementProblem("", f"must be lines of at most {LONGEST} characters")
        yield line


def take(written: Iterable[str], authority: str) -> int:
    """Stores them on the word of the authority of this code, made when first needed and not trusted. Returns how many.

    StatementProblem names the line of what is wrong; the lines of the batches before it are stored by then.
    """
    defaults = {"name": authority, "verified": Verified.OUTSIDE}
    by, _new = Authority.objects.get_or_create(code=authority, defaults=defaults)
    numbered = ((number, line) for number, line in enumerate(written, 1) if line.strip())
    count = 0
    while batch := list(islice(numbered, BATCH)):
        statements = [_read(number, line) for number, line in batch if not _is_file(line)]
        files = dict(_file(number, line) for number, line in batch if _is_file(line))
        store(statements, by, along=partial(keep, files))
        count += len(statements)
    return count


def _is_file(line: str) -> bool:
    return line.startswith('{"file":')


def _file(number: int, line: str) -> tuple[str, bytes]:
    try:
        said = json.loads(line)["file"]
        sha2, content = said["sha2"], base64.b64decode(said["base64"], validate=True)
    except (ValueError, KeyError, TypeError, RecursionError, binascii.Error):
        raise StatementProblem(f"line {number}", "must be a file with its sha2 and its content in base64") from None
    if not is_sum_of(sha2, content):
        raise StatementProblem(f"line {number}", "has a file whose sum is not what it says")
    return sha2, content


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
