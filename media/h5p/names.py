"""Which names a file in a package may have, so that no system leads one outside the package or makes one file of two."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from media.h5p.limits import PackageLimits
from media.h5p.problems import Problem, problem

PLAIN = re.compile(r"[A-Za-z0-9_-](?:[A-Za-z0-9_. -]*[A-Za-z0-9_-])?")  # nearly every name: told at once to be safe
LONGEST_LETTER = 4  # bytes of one in UTF-8
FORBIDDEN = frozenset('\\:*?"<>|')


def name_problems(name: str, limits: PackageLimits) -> Iterator[Problem]:
    """What is wrong with one name, as it stands in the zip; a folder's ends with a slash."""
    segments = name.removesuffix("/").split("/")
    if any(_is_unsafe(each) for each in segments):
        yield problem("unsafe-name", name)
    elif len(name) * LONGEST_LETTER > limits.segment_bytes and any(
        len(each.encode()) > limits.segment_bytes for each in segments
    ):
        yield problem("name-too-long", name, limit=limits.segment_bytes)
    elif len(name.encode()) > limits.path_bytes:
        yield problem("name-too-long", name, limit=limits.path_bytes)
    if len(segments) - 1 > limits.folders:
        yield problem("folders-too-deep", name, limit=limits.folders)


def clashes(names: Iterable[str]) -> Iterator[Problem]:
    """Names that stand twice, or are one where case or accents are not told apart, or are file and folder at once."""
    seen: dict[str, str] = {}
    folders: dict[str, str] = {}
    for name in names:
        key = same_name(name)
        if key in seen and not name.endswith("/"):
            code = "duplicate-name" if seen[key] == name else "clashing-names"
            yield problem(code, name, other=seen[key])
        if not name.endswith("/"):
            seen[key] = name
        for folder in _folders(name):
            written = folders.setdefault(same_name(folder), folder)
            if written != folder:
                yield problem("clashing-names", folder, other=written)
    for key in folders.keys() & seen.keys():
        yield problem("clashing-names", seen[key], other=f"{folders[key]}/")


def same_name(name: str) -> str:
    """The same for all names that some file system takes for one."""
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def is_hidden(name: str) -> bool:
    """Whether a part of the name begins with a dot or underscore: H5P passes over such files."""
    return any(each.startswith((".", "_")) for each in name.split("/"))


def _is_unsafe(segment: str) -> bool:
    return not PLAIN.fullmatch(segment) and (
        segment in {"", ".", ".."}
        or segment != segment.rstrip(". ")
        or not FORBIDDEN.isdisjoint(segment)
        or any(unicodedata.category(each) in {"Cc", "Cs"} for each in segment)
    )


def _folders(name: str) -> Iterator[str]:
    """Every folder on the way to the file; a folder's own name among them."""
    end = name.find("/")
    while end != -1:
        yield name[:end]
        end = name.find("/", end + 1)
