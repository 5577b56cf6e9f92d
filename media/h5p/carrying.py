"""A content carried to a later version of its type: fields are kept by name, parts go to the later version that is offered.

A type's own upgrades.js is a program and is never run here. What the later version does not know is dropped when the content
is filtered, and what it newly asks for is empty or has its default: the difference is shown before anything is published.
"""

from typing import Any

from media.h5p.asking import Prompt, Prompts
from media.h5p.entries import PromptsOf, library_of, part_prompts
from media.h5p.library import LibraryName


def carried(asked: Prompts, values: Any, prompts_of: PromptsOf) -> dict[str, Any]:
    """The parameters, with every part in the version that the fields now offer."""
    made = dict(values) if isinstance(values, dict) else {}
    for each in asked:
        if each.by.name in made:
            made[each.by.name] = _carried(each, made[each.by.name], prompts_of)
    return made


def _carried(asked: Prompt, value: Any, prompts_of: PromptsOf) -> Any:
    match asked.by.kind:
        case "group" if asked.is_written_as_its_field:
            return _carried(asked.inner[0], value, prompts_of)
        case "group":
            return carried(asked.inner, value, prompts_of) if isinstance(value, dict) else value
        case "list" if isinstance(value, list):
            return [_carried(asked.inner[0], each, prompts_of) for each in value]
        case "library" if isinstance(value, dict):
            part = value | {"library": later(library_of(value), asked.by.options)}
            return part | {"params": carried(part_prompts(part, prompts_of), part.get("params"), prompts_of)}
    return value


def later(written: str, offered: tuple[str, ...]) -> str:
    """The earliest offered version of a library that is not before the written one; the written one where there is none."""
    if written in offered:
        return written
    try:
        name = LibraryName.parse(written)
        names = [LibraryName.parse(each) for each in offered]
    except ValueError:
        return written
    fit = [each for each in names if each.machine_name == name.machine_name and each > name]
    return str(min(fit)) if fit else written
