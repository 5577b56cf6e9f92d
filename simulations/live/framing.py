"""Texts as WebSocket frames (RFC 6455, section 5): as servers send them, and, of what comes, the plain case, read at once.

Nearly all that comes is one short text, whole and in one piece of what the network brought. Autobahn reads that octet by
octet through its states, which costs far more; whatever is not so plain is left to it, with every check it makes.
"""

import zlib

TEXT = b"\x81"
"""How a whole text begins, in one frame."""
PACKED_TEXT = b"\xc1"
MASKED = 0x80
"""Beside the length, on everything that clients send."""


def framed(text: bytes, *, packed: bool = False) -> bytes:
    """A text as one frame, as servers send it: its length in 7, 16 or 64 bits, and unmasked; `packed` as RFC 7692 has it."""
    first = PACKED_TEXT if packed else TEXT
    if packed:
        packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
        text = (packer.compress(text) + packer.flush(zlib.Z_SYNC_FLUSH))[:-4]
    size = len(text)
    if size < 126:
        return first + bytes([size]) + text
    if size < 1 << 16:
        return first + b"\x7e" + size.to_bytes(2, "big") + text
    return first + b"\x7f" + size.to_bytes(8, "big") + text


def whole_text(came: bytes, most: int) -> str | None:
    """The text of these octets where they are one masked frame with a whole text of at most so many bytes; else None."""
    if came[:1] != TEXT or len(came) < 6:
        return None
    size, begins = came[1] ^ MASKED, 2
    if size > 126:  # in 64 bits, or not masked
        return None
    if size == 126:
        size, begins = int.from_bytes(came[2:4], "big"), 4
        if size < 126:
            return None
    if size > most or len(came) != begins + 4 + size:
        return None
    try:
        return _unmasked(came[begins : begins + 4], came[begins + 4 :]).decode()
    except UnicodeDecodeError:
        return None


def _unmasked(mask: bytes, masked: bytes) -> bytes:
    """Each octet with the mask's of its place: as two large numbers, since that is one step and no loop."""
    size = len(masked)
    over_all = (mask * (size // 4 + 1))[:size]
    return (int.from_bytes(masked, "big") ^ int.from_bytes(over_all, "big")).to_bytes(size, "big")
