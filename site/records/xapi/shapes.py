"""How an object is checked: a table says which properties it may have and what each must be. Nothing else is let in.

A rule takes a value and the path where it stands, and raises `StatementProblem` if the value breaks it. Null is refused by
every rule but that of extensions (2.0: 4.2.1; 1.0.3: Data 2.2).
"""

from collections.abc import Callable, Mapping
from typing import Any

from records.xapi.problems import StatementProblem

Rule = Callable[[Any, str], object]


def at(where: str, name: object) -> str:
    return f"{where}.{name}" if where else str(name)


def check_object(value: object, where: str, rules: Mapping[str, Rule], required: tuple[str, ...] = ()) -> None:
    """An object of these properties and no others, with all that are required."""
    if type(value) is not dict:
        raise StatementProblem(where, "must be an object")
    for name, inner in value.items():
        rule = rules.get(name)
        if rule is None:
            raise StatementProblem(at(where, name[:100]), "is no property that belongs here")
        rule(inner, f"{where}.{name}" if where else name)
    for name in required:
        if name not in value:
            raise StatementProblem(at(where, name), "is required")


def list_of(rule: Rule, *, filled: bool = False) -> Rule:
    """A rule for lists of what `rule` checks; `filled` refuses an empty one."""

    def check(value: object, where: str) -> None:
        if type(value) is not list:
            raise StatementProblem(where, "must be a list")
        if filled and not value:
            raise StatementProblem(where, "must not be empty")
        for number, inner in enumerate(value):
            rule(inner, f"{where}[{number}]")

    return check


def text(value: object, where: str) -> None:
    if type(value) is not str:
        raise StatementProblem(where, "must be text")


def boolean(value: object, where: str) -> None:
    if type(value) is not bool:
        raise StatementProblem(where, "must be true or false")


def number(value: object, where: str) -> None:
    if type(value) not in (int, float):
        raise StatementProblem(where, "must be a number")


def one_of(*words: str) -> Rule:
    def check(value: object, where: str) -> None:
        if value not in words:
            raise StatementProblem(where, f"must be {' or '.join(words)}")

    return check
