"""Which names a file in a package may have, so that no system leads one outside the package or makes one file of two."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from media.h5p.limits import PackageLimits
from media.h5p.problems import Problem, problem

SEGMENT = r"[A-Za-z0-9_-](?:[A-Za-z0-9_. -]*[A-Za-z0-9_-])?"
PLAIN = re.compile(rf"{SEGMENT}(?:/{SEGMENT})*/?")  # nearly every name: told at once to be safe
LONGEST_LETTER = 4  # bytes of one in UTF-8
FORBIDDEN = frozenset('\\:*?"<>|')
DEVICE = re.compile(r"(?:^|/)(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:[./]|$)", re.IGNORECASE)
"""What Windows takes for a device in any folder, whatever its ending."""


def name_problems(name: str, limits: PackageLimits) -> Iterator[Problem]:
    """What is wrong with one name, as it stands in the zip; a folder's ends with a slash."""
    shortest = min(limits.segment_bytes, limits.path_bytes)
    is_device = DEVICE.search(name)
    if not is_device and len(name) <= shortest and name.count("/") <= limits.folders and PLAIN.fullmatch(name):
        return
    if len(name) > limits.path_bytes:  # not looked into: 60,000 letters may be 30,000 folders
        yield problem("name-too-long", name, limit=limits.path_bytes)
        return
    segments = name.removesuffix("/").split("/")
    if is_device or any(_is_unsafe(each) for each in segments):
        yield problem("unsafe-name", name)
    elif len(name) * LONGEST_LETTER > limits.segment_bytes and any(
        len(each.encode()) > limits.segment_bytes for each in segments
    ):
        yield problem("name-too-long", name, limit=limits.segment_bytes)
    elif len(name.encode()) > limits.path_bytes:
        yield problem("name-too-long", name, limit=limits.path_bytes)
    if len(segments) - 1 > limits.folders:
        yield problem("folders-too-deep", name, limit=limits.folders)


def clashes(names: Iterable[str], limits: PackageLimits) -> Iterator[Problem]:
    """Names that stand twice, or are one where case or accents are not told apart, or are file and folder at once.

    Only names in which `name_problems` found nothing: their folders are few, and short. All folders are counted too.
    """
    seen: dict[str, str] = {}
    folders: dict[str, str] = {}
    looked_at: set[str] = set()
    for name in names:
        key = same_name(name)
        if key in seen and not name.endswith("/"):
            code = "duplicate-name" if seen[key] == name else "clashing-names"
            yield problem(code, name, other=seen[key])
        if not name.endswith("/"):
            seen[key] = name
        inside = name.rpartition("/")[0]
        if inside in looked_at:
            continue
        looked_at.add(inside)
        for folder in _folders(name):
            written = folders.setdefault(same_name(folder), folder)
            if written != folder:
                yield problem("clashing-names", folder, other=written)
        if len(folders) > limits.members:
            yield problem("too-many-files", limit=limits.members)
            return
    for key in folders.keys() & seen.keys():
        yield problem("clashing-names", seen[key], other=f"{folders[key]}/")


def same_name(name: str) -> str:
    """The same for all names that some file system takes for one."""
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def is_hidden(name: str) -> bool:
    """Whether a part of the name begins with a dot or underscore: H5P passes over such files."""
    return name.startswith((".", "_")) or "/." in name or "/_" in name


def _is_unsafe(segment: str) -> bool:
    return (
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
