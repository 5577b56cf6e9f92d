"""A check-yourself question as one reader sees it: what they chose, and what we say to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from django.template.loader import render_to_string


@dataclass(frozen=True)
class Choice:
    """One of the answers offered; `is_open` when what we say to it is shown."""

    id: str
    text: str
    right: bool
    answer: Any  # wagtail.rich_text.RichText
    sources: list[Any]
    is_chosen: bool
    is_open: bool


@dataclass(frozen=True)
class Question:
    id: str
    prompt: str
    choices: tuple[Choice, ...]
    is_shown: bool  # the reader asked for the answer
    problem: str  # why the answer just given was not kept, empty if it was

    @classmethod
    def of(cls, block: Any, chosen: str, *, is_shown: bool = False, problem: str = "") -> Self:
        """From a `question` block of a lesson; `chosen` is the id of the option last chosen, empty for none."""
        choices = tuple(
            Choice(
                id=str(option.id),
                text=option.value["text"],
                right=option.value["right"],
                answer=option.value["answer"],
                sources=list(option.value["sources"]),
                is_chosen=str(option.id) == chosen,
                is_open=str(option.id) == chosen or (is_shown and option.value["right"]),
            )
            for option in block.value["options"].bound_blocks
        )
        return cls(str(block.id), block.value["prompt"], choices, is_shown, problem)

    @property
    def is_answered(self) -> bool:
        return any(choice.is_chosen for choice in self.choices)

    @property
    def items(self) -> list[dict[str, object]]:
        """The choices as the radios component takes them, each opened one with what we say to it."""
        return [
            {
                "value": choice.id,
                "text": choice.text,
                "checked": choice.is_chosen,
                "answer": render_to_string("courses/blocks/answer.html", {"choice": choice}) if choice.is_open else "",
                "answer_kind": "yes" if choice.right else "not-this",
            }
            for choice in self.choices
        ]

    @property
    def is_right(self) -> bool:
        return any(choice.is_chosen and choice.right for choice in self.choices)
