"""From a file to rows: each inject a row, by the tree of the file, so that what is written there is what the sheet shows."""

import json
import re
from collections.abc import Iterator

from simulations.engine.scenario.event_list.columns import Column
from simulations.engine.scenario.nodes import Entry, Listed, Mapped, Node, Scalar, parse
from simulations.engine.scenario.vocabulary import Language

PLAIN = re.compile(r"[A-Za-z0-9+-][A-Za-z0-9_./+-]*")
"""Words that need no quotation marks wherever they stand."""

KEYS = {"to": Column.TO, "deal": Column.DEAL, "variants": Column.VARIANTS, "effect": Column.EFFECT, "ask": Column.ASK}
LANGUAGES = {Language.CY.value: Column.WELSH, Language.EN.value: Column.ENGLISH}


class CannotShow(Exception):
    """An inject whose words differ by variant, which a sheet has no columns for; `args[0]` is its id."""


def rows_of(text: str, language: str) -> list[list[str]]:
    """The rows of a sound file's injects, headings first, in `language`. Raises CannotShow."""
    root, _ = parse(text)
    injects = root.entries.get("injects") if isinstance(root, Mapped) else None
    entries = injects.value.entries if injects and isinstance(injects.value, Mapped) else {}
    first = _first_language(root)
    rows = [_row(name, entry.value, first) for name, entry in entries.items()]
    return [
        [column.heading(language) for column in Column],
        *([row.get(column, "") for column in Column] for row in rows),
    ]


def flow(node: Node) -> str:
    """A node on one line, as YAML writes it."""
    if isinstance(node, Scalar):
        return node.value if PLAIN.fullmatch(node.value) else json.dumps(node.value, ensure_ascii=False)
    if isinstance(node, Listed):
        return f"[{', '.join(flow(item) for item in node.items)}]"
    return f"{{{', '.join(f'{flow(entry.key)}: {flow(entry.value)}' for entry in node.entries.values())}}}"


def _first_language(root: Node) -> str:
    entry = root.entries.get("languages") if isinstance(root, Mapped) else None
    found = entry.value if entry else None
    named = found.items[0] if isinstance(found, Listed) and found.items else found
    return named.value if isinstance(named, Scalar) else Language.EN.value


def _row(name: str, node: Node, first: str) -> dict[Column, str]:
    row = {Column.ID: name}
    for key, entry in (node.entries if isinstance(node, Mapped) else {}).items():
        row.update(_cells(name, key, entry.value, first))
    return row


def _cells(name: str, key: str, node: Node, first: str) -> Iterator[tuple[Column, str]]:
    """The cells that one key of an inject fills."""
    if key == "when" and isinstance(node, Mapped):
        yield from _waiting(node)
    elif key == "manual" and isinstance(node, Scalar):
        yield Column.BY_HAND, "true" if node.value == "true" else ""
    elif key == "text":
        yield from _words(name, node, first)
    elif key in KEYS:
        yield KEYS[key], _ids(node) if key in ("to", "deal", "variants") else flow(node)


def _waiting(condition: Mapped) -> Iterator[tuple[Column, str]]:
    others = {}
    for key, entry in condition.entries.items():
        if key in ("phase", "after") and isinstance(entry.value, Scalar):
            yield Column.PHASE if key == "phase" else Column.AFTER, entry.value.value
        else:
            others[key] = entry
    if others:
        yield Column.CONDITION, flow(Mapped(others, condition.place))


def _words(name: str, node: Node, first: str) -> Iterator[tuple[Column, str]]:
    words = {first: node} if isinstance(node, Scalar) else {key: entry.value for key, entry in _entries(node)}
    for language, said in words.items():
        if language not in LANGUAGES or not isinstance(said, Scalar):
            raise CannotShow(name)
        yield LANGUAGES[language], said.value


def _entries(node: Node) -> Iterator[tuple[str, Entry]]:
    yield from node.entries.items() if isinstance(node, Mapped) else ()


def _ids(node: Node) -> str:
    items = node.items if isinstance(node, Listed) else (node,)
    return ", ".join(item.value for item in items if isinstance(item, Scalar))
