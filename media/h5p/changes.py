"""What is different between two contents, in the labels of their fields: for whoever has to say yes to the newer one.

Items of lists are held against those that they became, so that one put in at the top is one change and not twenty.
"""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from media.h5p.asking import Prompt, Prompts
from media.h5p.entries import PromptsOf, library_of, part_prompts, rights, shown

TAG = re.compile(r"<[^>]*>")
SHORT = 300


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different: where it stands, by labels from the outside in, what stood there and what does now."""

    where: tuple[str, ...]
    before: str
    after: str


def changes(asked: Prompt, before: Any, after: Any, prompts_of: PromptsOf) -> tuple[Change, ...]:
    """Everything that is different in a field and what is in it."""
    return tuple(_Comparison(prompts_of).field(asked, before, after, ()))


@dataclass(frozen=True)
class _Comparison:
    prompts_of: PromptsOf

    def field(
        self, asked: Prompt, before: Any, after: Any, where: tuple[str, ...], label: str = ""
    ) -> Iterator[Change]:
        if before == after:
            return
        here = (*where, label or asked.label)
        match asked.by.kind:
            case "group" if asked.is_written_as_its_field:
                yield from self.field(asked.inner[0], before, after, where, label or asked.label)
            case "group":
                yield from self.fields(asked.inner, before, after, here)
            case "list":
                yield from self.items(asked, before, after, here)
            case "library" if library_of(before) and library_of(before) == library_of(after):
                yield from self.part(asked, before, after, here)
            case _:
                old, new = words(asked, before, self.prompts_of), words(asked, after, self.prompts_of)
                if old != new:
                    yield Change(here, old, new)

    def fields(self, asked: Prompts, before: Any, after: Any, where: tuple[str, ...]) -> Iterator[Change]:
        old, new = (each if isinstance(each, dict) else {} for each in (before, after))
        for each in asked:
            yield from self.field(each, old.get(each.by.name), new.get(each.by.name), where)

    def part(self, asked: Prompt, before: Any, after: Any, where: tuple[str, ...]) -> Iterator[Change]:
        inside = part_prompts(after, self.prompts_of)
        yield from self.fields(inside, before.get("params"), after.get("params"), where)
        old, new = rights(asked, before), rights(asked, after)
        for key in dict.fromkeys([*old, *new]):
            if old.get(key, "") != new.get(key, ""):
                yield Change((*where, key), old.get(key, ""), new.get(key, ""))

    def items(self, asked: Prompt, before: Any, after: Any, where: tuple[str, ...]) -> Iterator[Change]:
        old, new = (each if isinstance(each, list) else [] for each in (before, after))
        inside, name = asked.inner[0], asked.item_name
        matcher = SequenceMatcher(None, [_key(each) for each in old], [_key(each) for each in new], autojunk=False)
        for verb, start, end, new_start, new_end in matcher.get_opcodes():
            if verb == "equal":
                continue
            for step in range(max(end - start, new_end - new_start)):
                was = old[start + step] if start + step < end else None
                now = new[new_start + step] if new_start + step < new_end else None
                number = f"{name} {(new_start if now is not None else start) + step + 1}"
                if was is not None and now is not None:
                    yield from self.field(inside, was, now, where, number)
                else:
                    told = [words(inside, each, self.prompts_of) if each is not None else "" for each in (was, now)]
                    if told[0] != told[1]:
                        yield Change((*where, number), *told)


def words(asked: Prompt, value: Any, prompts_of: PromptsOf) -> str:
    """What stands in a field, as one line for a reader; of a group or part, the texts in it."""
    told = " · ".join(each for each in _told(asked, value, prompts_of) if each)
    return told if len(told) <= SHORT else f"{told[: SHORT - 1]}…"


def _told(asked: Prompt, value: Any, prompts_of: PromptsOf) -> Iterator[str]:
    match asked.by.kind:
        case "group" if asked.is_written_as_its_field:
            yield from _told(asked.inner[0], value, prompts_of)
        case "group":
            for each in asked.inner:
                yield from _told(each, value.get(each.by.name) if isinstance(value, dict) else None, prompts_of)
        case "list":
            for each in value if isinstance(value, list) else ():
                yield from _told(asked.inner[0], each, prompts_of)
        case "library":
            yield library_of(value)
            params = value.get("params") if isinstance(value, dict) else None
            for each in part_prompts(value, prompts_of):
                if not each.common:
                    yield from _told(each, params.get(each.by.name) if isinstance(params, dict) else None, prompts_of)
        case "boolean":
            yield "" if value is None else "✓" if value else "✗"
        case "select":
            chosen = shown(asked, value)
            labels = dict(asked.choices)
            yield ", ".join(labels.get(each, each) for each in ([chosen] if isinstance(chosen, str) else chosen))
        case "text" | "number":
            yield plain_words(str(shown(asked, value)), rich=asked.is_rich)
        case _:
            for each in value if isinstance(value, list) else [value]:
                yield str(each.get("path", "")) if isinstance(each, dict) else ""


def plain_words(text: str, *, rich: bool) -> str:
    """A text on one line, without tags where it is HTML."""
    return " ".join((html.unescape(TAG.sub(" ", text)) if rich else text).split())


def _key(value: Any) -> str:
    return json.dumps(value, sort_keys=True)
