"""The fields that every content has beside its own: what describes it, and whose a file is."""

from media.h5p.semantics import parse_semantics
from media.h5p.shapes import LICENSES

VERSIONS = ["4.0", "3.0", "2.5", "2.0", "1.0", "v3", "v2", "v1", "-"]


def _texts(*names: str) -> list[dict[str, object]]:
    return [{"name": name, "type": "text", "optional": True} for name in names]


_LICENSE = {"name": "license", "type": "select", "options": list(LICENSES)}
_AUTHOR = {"name": "author", "type": "group", "fields": _texts("name", "role")}
_CHANGE = {"name": "change", "type": "group", "fields": _texts("date", "author", "log")}

METADATA = parse_semantics(
    [
        *_texts("title", "a11yTitle", "source", "licenseExtras", "authorComments", "contentType", "defaultLanguage"),
        _LICENSE,
        {"name": "licenseVersion", "type": "select", "options": VERSIONS, "optional": True},
        {"name": "yearFrom", "type": "number", "min": -9999, "max": 9999, "optional": True},
        {"name": "yearTo", "type": "number", "min": -9999, "max": 9999, "optional": True},
        {"name": "authors", "type": "list", "field": _AUTHOR},
        {"name": "changes", "type": "list", "field": _CHANGE},
    ]
)
"""What may be said of content in content: title, licence, authors, changes."""

COPYRIGHT = parse_semantics(
    [
        *_texts("title", "author", "year", "source"),
        {**_LICENSE, "optional": True},
        {"name": "version", "type": "select", "options": VERSIONS, "optional": True},
    ]
)
"""What may be said of a file, in the older form."""
