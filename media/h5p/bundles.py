"""All scripts of a content's libraries as one file, and all styles as another, so that a first view asks for few.

Styles are moved: what they name relative to themselves is rewritten to where it really lies; small pictures are put into them.
"""

import gzip
import re
from base64 import b64encode
from collections.abc import Callable, Iterable
from posixpath import dirname, normpath

NAMED = re.compile(r"""url\(\s*(?:"([^"\n]{0,4000})"|'([^'\n]{0,4000})'|([^"'()\s]{1,4000}))\s*\)""", re.IGNORECASE)
IMPORT = re.compile(r"""@import\s+(?:"([^"\n]{0,2000})"|'([^'\n]{0,2000})')""", re.IGNORECASE)
ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//|/|#)", re.IGNORECASE)
EVALUATES = re.compile(rb"\beval\s*\(|\bnew\s+Function\b|\bFunction\s*\(\s*[\"']|\bsetTimeout\s*\(\s*[\"']")
PICTURES = {"svg": "image/svg+xml", "png": "image/png", "gif": "image/gif"}
MOST_PICTURES = 131072  # bytes of them in one style sheet: one that names a picture a million times gets no larger
LEVEL = 9  # made once, sent for ever


def bundle_scripts(parts: Iterable[bytes]) -> bytes:
    """The scripts one after another, each ended, so that one without a last semicolon does not swallow the next."""
    return b"".join(part.removeprefix(b"\xef\xbb\xbf") + b"\n;\n" for part in parts)


def bundle_styles(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """The styles one after another, each with the address that it would have been served from."""
    return "\n".join(moved(raw.decode("utf-8-sig", "replace"), address) for address, raw in parts).encode()


def moved(css: str, address: str) -> str:
    """A style sheet as it must be written when it is no longer served from `address`."""
    css = IMPORT.sub(lambda found: f'@import url("{_at(found[1] or found[2] or "", address)}")', css)
    return NAMED.sub(lambda found: f'url("{_at(found[1] or found[2] or found[3] or "", address)}")', css)


def with_pictures(raw: bytes, path: str, small: Callable[[str], bytes | None]) -> bytes:
    """The style sheet at `path` of a library, with the pictures that it names in it; `small` gives those that are small enough.

    A type may name a dozen signs of a few hundred bytes each, and a page would ask for every one of them.
    """
    left = MOST_PICTURES

    def put_in(found: re.Match[str]) -> str:
        nonlocal left
        named = found[1] or found[2] or found[3] or ""
        kind = PICTURES.get(named.rpartition(".")[2].lower())
        if kind is None or ELSEWHERE.match(named):
            return found[0]
        picture = small(normpath(f"{dirname(path)}/{named}".lstrip("/")))
        if picture is None or len(picture) > left:
            return found[0]
        left -= len(picture)
        return f'url("data:{kind};base64,{b64encode(picture).decode()}")'

    return NAMED.sub(put_in, raw.decode("utf-8-sig", "replace")).encode()


def evaluates(script: bytes) -> bool:
    """Whether scripts look as if they made programs out of text, which a page has to allow. It guesses, on the safe side
    of working: what is allowed is so in a frame that can reach nothing."""
    return bool(EVALUATES.search(script))


def gzip_packed(raw: bytes) -> bytes:
    """As gzip, always the same bytes for the same text."""
    return gzip.compress(raw, LEVEL, mtime=0)


def _at(path: str, address: str) -> str:
    """Where a path in a style sheet leads, seen from anywhere; quotes and backslashes cannot end it early."""
    path = path.replace("\\", "/").replace('"', "%22").replace("\n", "")
    if not path or ELSEWHERE.match(path):
        return path
    bare, mark, rest = path.partition("?")
    if not mark:
        bare, mark, rest = path.partition("#")
    return f"{normpath(f'{dirname(address)}/{bare}')}{mark}{rest}"
