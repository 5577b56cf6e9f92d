"""From bytes to text: a file is UTF-8, of a bounded size, and has no characters that cannot be typed."""

import re

from simulations.engine.scenario.nodes import Refused
from simulations.engine.scenario.problems import START_OF_FILE, Place, problem

LARGEST = 1024 * 1024
"""Bytes that a scenario file may have: 1 MiB."""

BYTE_ORDER_MARK = "\ufeff"
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")

ODD = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What YAML does not allow in a file, a byte order mark anywhere but at its beginning, and line ends that no keyboard makes
(U+0085, U+2028, U+2029): YAML 1.1 counts them as lines, editors do not."""


def decode(content: str | bytes) -> str:
    """The text of a file, its line ends as they are, without a byte order mark. Raises Refused."""
    encoded = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    if len(encoded) > LARGEST:
        raise Refused(problem("too-large", START_OF_FILE, most="1 MiB"))
    text = _from_utf_8(content) if isinstance(content, bytes) else content
    text = text.removeprefix(BYTE_ORDER_MARK)
    if odd := ODD.search(text):
        found = f"U+{ord(odd.group()):04X}"
        raise Refused(problem("odd-character", place_in(text, odd.start()), found=found))
    return text


def place_in(text: str, offset: int) -> Place:
    """The line and column of a character."""
    before = text[:offset]
    line_start = max(before.rfind("\n"), before.rfind("\r")) + 1
    lines = before.count("\n") + before.count("\r") - before.count("\r\n")
    return Place(lines + 1, offset - line_start + 1)


def _from_utf_8(content: bytes) -> str:
    if content.startswith(UTF_16_MARKS):
        raise Refused(problem("not-utf-8", START_OF_FILE))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        readable = content[: error.start].decode("utf-8")
        raise Refused(problem("not-utf-8", place_in(readable, len(readable)))) from error
