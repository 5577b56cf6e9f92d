"""What may keep somebody from a content: pictures without words, films without captions, types that ask for dragging.

Read from the content and the semantics of its types. A note is a hint for whoever publishes it, and no verdict: a program
cannot see whether a picture is only ornament, or how a type behaves.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from media.h5p.asking import Prompt, Prompts
from media.h5p.entries import PromptsOf, library_of, part_prompts

ALTERNATIVES = frozenset(
    {"alt", "alttext", "imagealt", "imagealttext", "a11yalt", "imagedescription", "alternativetext"}
)
DECORATIVE = frozenset({"decorative", "isdecorative"})
TRACKS = frozenset({"texttracks", "videotrack"})
DRAGGING = frozenset(
    {
        "H5P.DragQuestion", "H5P.DragText", "H5P.ImageSequencing", "H5P.SortParagraphs", "H5P.ImageMultipleHotspotQuestion",
        "H5P.ImageJuxtaposition", "H5P.ImageHotspotQuestion",
    }
)  # fmt: skip
"""Official types that are made for dragging or pointing; other types may be, too."""


@dataclass(frozen=True, slots=True)
class Note:
    """`kind` is no-words, no-captions or dragging; `where` names the field by labels, or the type."""

    kind: str
    where: tuple[str, ...]


def notes(asked: Prompt, part: Any, prompts_of: PromptsOf) -> tuple[Note, ...]:
    """Every note on a content, each once."""
    return tuple(dict.fromkeys(_inside(asked, part, prompts_of, ())))


def _inside(asked: Prompt, value: Any, prompts_of: PromptsOf, where: tuple[str, ...]) -> Iterator[Note]:
    here = (*where, asked.label)
    match asked.by.kind:
        case "group" if asked.is_written_as_its_field:
            yield from _inside(asked.inner[0], value, prompts_of, here)
        case "group":
            yield from _fields(asked.inner, value, prompts_of, here)
        case "list":
            for place, each in enumerate(value if isinstance(value, list) else ()):
                yield from _inside(asked.inner[0], each, prompts_of, (*here, str(place + 1)))
        case "library" if isinstance(value, dict):
            machine_name = library_of(value).partition(" ")[0]
            if machine_name in DRAGGING:
                yield Note("dragging", (machine_name,))
            yield from _fields(part_prompts(value, prompts_of), value.get("params"), prompts_of, here)


def _fields(asked: Prompts, value: Any, prompts_of: PromptsOf, where: tuple[str, ...]) -> Iterator[Note]:
    values = value if isinstance(value, dict) else {}
    for each in asked:
        written = values.get(each.by.name)
        if each.by.kind == "image" and written and not _in_words(values):
            yield Note("no-words", (*where, each.label))
        elif each.by.kind == "video" and written and not _has(values, TRACKS):
            yield Note("no-captions", (*where, each.label))
        yield from _inside(each, written, prompts_of, where)


def _in_words(values: dict[str, Any]) -> bool:
    """Whether something beside a picture says what it shows, or that it is ornament."""
    return _has(values, ALTERNATIVES) or _has(values, DECORATIVE)


def _has(values: Any, names: frozenset[str]) -> bool:
    """Whether any of these is filled, here or in a group beside."""
    if not isinstance(values, dict):
        return False
    return any(
        (key.lower() in names and bool(inner) and inner != {}) or (isinstance(inner, dict) and _has(inner, names))
        for key, inner in values.items()
    )
