"""Questions that were looked at and wait for the editor's word: kept in the session, packed, until then.

They are kept as our own YAML, which loses nothing, so that what comes in is what was looked at.
"""

from __future__ import annotations

import base64
import zlib

from django.contrib.sessions.backends.base import SessionBase

from assessments.exchange import Entry, Form, Reading, read, write

NAME = "questions_to_take_in"
MOST_PACKED = 1_000_000
MOST_UNPACKED = 5 * 1024 * 1024


def keep(session: SessionBase, bank: str, entries: tuple[Entry, ...]) -> bool:
    """Whether there is room for them."""
    raw = write(entries, Form.YAML).raw
    packed = base64.b64encode(zlib.compress(raw)).decode()
    if len(packed) > MOST_PACKED or len(raw) > MOST_UNPACKED:
        return False
    session[NAME] = [bank, packed]
    return True


def take(session: SessionBase) -> tuple[str, Reading] | None:
    """The bank's short name and what was kept for it, once."""
    if NAME not in session:
        return None
    bank, packed = session.pop(NAME)
    return bank, read("kept.yaml", zlib.decompress(base64.b64decode(packed)))
