"""H5P packages made for tests: a sound one, and the same with one thing changed."""

import io
import json
import struct
import zipfile
from copy import deepcopy
from typing import Any

LIBRARY = "T.Probe-1.0"
SOUND: dict[str, Any] = {
    "h5p.json": {
        "title": "Prawf", "language": "cy", "mainLibrary": "T.Probe", "embedTypes": ["iframe"], "license": "U",
        "preloadedDependencies": [{"machineName": "T.Probe", "majorVersion": 1, "minorVersion": 0}],
    },
    "content/content.json": {"text": "<p>helo</p>"},
    f"{LIBRARY}/library.json": {
        "title": "Probe", "machineName": "T.Probe", "majorVersion": 1, "minorVersion": 0, "patchVersion": 3,
        "runnable": 1, "license": "MIT", "preloadedJs": [{"path": "probe.js"}], "preloadedCss": [{"path": "probe.css"}],
        "coreApi": {"majorVersion": 1, "minorVersion": 24},
    },
    f"{LIBRARY}/semantics.json": [{"name": "text", "type": "text", "widget": "html", "tags": ["p", "strong"]}],
    f"{LIBRARY}/probe.js": b"H5P.Probe=function(){};",
    f"{LIBRARY}/probe.css": b".p{}",
    f"{LIBRARY}/language/cy.json": {"semantics": [{"label": "testun"}]},
}  # fmt: skip


def entries(**changed: Any) -> dict[str, Any]:
    """A sound package's entries; `h5p`, `library`, `content`, `semantics` change properties (None takes them away)."""
    made = deepcopy(SOUND)
    places = {"h5p": "h5p.json", "library": f"{LIBRARY}/library.json"}
    for key, changes in changed.items():
        for name, value in changes.items():
            if value is None:
                del made[places[key]][name]
            else:
                made[places[key]][name] = value
    return made


def sound_with(**files: Any) -> dict[str, Any]:
    """A sound package's entries with other files, by path; None takes one away."""
    made = {**deepcopy(SOUND), **files}
    return {name: value for name, value in made.items() if value is not None}


def packed(files: dict[str, Any], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The zip of these files: bytes as they are, anything else as JSON."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as zipped:
        for name, value in files.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = method
            zipped.writestr(info, value if isinstance(value, bytes) else json.dumps(value))
    return buffer.getvalue()


def edited(
    raw: bytes, name: str, *, local: dict[int, Any] | None = None, listed: dict[int, Any] | None = None
) -> bytes:
    """The zip with bytes of a member's own header or its entry in the list overwritten: {offset: (format, value)}."""
    changed = bytearray(raw)
    with zipfile.ZipFile(io.BytesIO(raw)) as zipped:
        start, at = zipped.getinfo(name).header_offset, zipped.start_dir
        for info in zipped.infolist():
            if info.filename == name:
                break
            at += 46 + len(info.filename.encode()) + len(info.extra) + len(info.comment)
    for base, changes in ((start, local or {}), (at, listed or {})):
        for offset, (form, value) in changes.items():
            struct.pack_into(form, changed, base + offset, value)
    return bytes(changed)
