"""What a browser posts of a form that was laid out and not touched: the values of its inputs, lines ending as on the web."""

from collections.abc import Iterable
from typing import Any

from media.h5p.entries import RIGHTS, Entry


def posted(laid: Iterable[Entry]) -> dict[str, list[str]]:
    """By the names of the inputs. What is not asked for is in the form too, only not shown."""
    values: dict[str, list[str]] = {}
    for each in laid:
        values |= {name: [_sent(value) for value in told] for name, told in _of(each).items()}
        values |= posted(each.parts)
    return values


def _of(entry: Entry) -> dict[str, list[Any]]:
    name, shown = entry.name, entry.shown
    match entry.kind:
        case "group":
            return {}
        case "boolean":
            return {name: ["", "on"] if shown else [""]}
        case "list":
            return {f"{name}.count": [len(entry.parts)]}
        case "select" if entry.asked.by.multiple:
            return {name: ["", *shown]}
        case "library":
            return {name: [entry.library]} | _rights(entry)
        case "image" | "file" | "video" | "audio":
            return _rights(entry)
    return {name: [shown]}


def _rights(entry: Entry) -> dict[str, list[Any]]:
    return {f"{entry.name}.rights.{key}": [entry.rights.get(key, "")] for key in RIGHTS}


def _sent(value: Any) -> str:
    return str(value).replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")
