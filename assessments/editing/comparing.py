"""What one version of a question says that the one before did not, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assessments.editing.words import label_of
from assessments.models import BankQuestion, QuestionVersion

UNSEEN = ("id", "kind", "target")


@dataclass(frozen=True)
class Change:
    label: str
    before: str
    after: str


def history(question: BankQuestion) -> list[tuple[QuestionVersion, list[Change]]]:
    """Every version, the newest first, each with what it changed."""
    versions = list(question.versions.select_related("made_by").order_by("number"))
    pairs = zip([None, *versions], versions, strict=False)
    return [(after, changes(before, after) if before else []) for before, after in pairs][::-1]


def changes(before: QuestionVersion, after: QuestionVersion) -> list[Change]:
    was, became = dict(places(before.content, "")), dict(places(after.content, ""))
    differing = [path for path in {**was, **became} if was.get(path) != became.get(path)]
    return [Change(words_of(path), was.get(path, ""), became.get(path, "")) for path in differing]


def places(value: Any, at: str) -> Iterator[tuple[str, str]]:
    """Every text, number and mark with its path."""
    if isinstance(value, dict):
        for name, each in value.items():
            if name not in UNSEEN:
                yield from places(each, f"{at}.{name}" if at else name)
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from places(each, f"{at}.{place}")
    elif value is not None:
        yield at, str(value)


def words_of(path: str) -> str:
    """The path in words: Answers to choose from 2 · Why · Cymraeg."""
    steps: list[str] = []
    for step in path.split("."):
        if step.isdigit() and steps:
            steps[-1] = f"{steps[-1]} {int(step) + 1}"
        else:
            steps.append(label_of(step))
    return " · ".join(steps)
