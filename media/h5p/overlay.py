"""What a type itself says to learners, put into another language where its author left it as it came.

A content carries the words of its buttons and messages with it, filled in from the type in the language of the editor it was
made in. Where such a text is still what the type's semantics give, the overlay's words take its place; what an author wrote
stays.
"""

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from media.h5p.asking import RUNTIME, Prompt, Prompts
from media.h5p.entries import PromptsOf, part_prompts
from media.h5p.library import LibraryName

WordsOf = Callable[[LibraryName], Mapping[str, str]]
"""The words for a library's texts, by their path (`media.h5p.asking.runtime_texts`)."""
PLACEHOLDER = re.compile(r"[:@%#!$][A-Za-z_]\w*|\{+\w+\}+|<[^>]*>")


def overlaid(main: LibraryName, parameters: Any, prompts_of: PromptsOf, words_of: WordsOf) -> Any:
    """The content with those words. `prompts_of` must tell the semantics' own defaults."""
    return _Overlay(prompts_of, words_of).part({"library": str(main), "params": parameters}).get("params")


class _Overlay:
    def __init__(self, prompts_of: PromptsOf, words_of: WordsOf) -> None:
        self.prompts_of, self.words_of = prompts_of, words_of

    def part(self, value: Any) -> Any:
        if not isinstance(value, dict) or not isinstance(value.get("params"), dict):
            return value
        asked = part_prompts(value, self.prompts_of)
        told = self.words_of(LibraryName.parse(value["library"])) if asked else {}
        return value | {"params": self.fields(asked, value["params"], told, ())}

    def fields(self, asked: Prompts, values: Any, told: Mapping[str, str], path: tuple[str, ...]) -> Any:
        if not isinstance(values, dict):
            return values
        made = dict(values)
        for each in asked:
            if each.by.name in made:
                made[each.by.name] = self.value(each, made[each.by.name], told, (*path, each.by.name))
        return made

    def value(self, asked: Prompt, value: Any, told: Mapping[str, str], path: tuple[str, ...]) -> Any:
        match asked.by.kind:
            case "group" if asked.is_written_as_its_field:
                return self.value(asked.inner[0], value, told, (*path, asked.inner[0].by.name))
            case "group":
                return self.fields(asked.inner, value, told, path)
            case "list" if isinstance(value, list):
                return [self.value(asked.inner[0], each, {}, ()) for each in value]
            case "library":
                return self.part(value)
            case "text" if "/".join(path) in told and is_as_it_came(asked, value):
                return told["/".join(path)]
        return value


def is_as_it_came(asked: Prompt, value: Any) -> bool:
    """Whether a text is still the semantics' default."""
    return isinstance(value, str) and _bare(value) == _bare(str(asked.default or ""))


def with_defaults(asked: Prompts, told: Mapping[str, str], path: tuple[str, ...] = (), inside: bool = False) -> Prompts:
    """The prompts with these words as their defaults, for contents that are begun in that language."""
    made = []
    for each in asked:
        here = (*path, each.by.name)
        common = inside or each.common or each.by.name in RUNTIME
        if each.by.kind == "text" and common and "/".join(here) in told:
            made.append(replace(each, default=told["/".join(here)]))
        elif each.by.kind == "group":
            made.append(replace(each, inner=with_defaults(each.inner, told, here, common)))
        else:
            made.append(each)
    return tuple(made)


def placeholders(text: str) -> list[str]:
    """What in a text is replaced when it is shown, and its tags: a translation must have the same."""
    return sorted(PLACEHOLDER.findall(text))


def _bare(text: str) -> str:
    """A text without what only its way of being written makes different."""
    return " ".join(html.unescape(text).removeprefix("<p>").removesuffix("</p>").split())
