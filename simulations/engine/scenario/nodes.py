"""The file as a tree of nodes: YAML 1.2 whose scalars stay text, each with its line and column.

Nothing is turned into a number, a date or a truth value here: `no`, `10:30` and `1.10` stay what was typed until the
model says what they are. A file comes from outside, so it is refused while it is being read, not after, when it has
too many nodes or is nested too deep, and it may not expand: anchors, aliases, merge keys and tags are refused.

The events are libyaml's, by PyYAML: a file at the limits takes it a fiftieth of what a parser in Python takes. Where libyaml
keeps to YAML 1.1 is in what words mean, which is not asked of it, and in line ends that `decoding` refuses.
"""

from collections.abc import Iterator
from io import StringIO
from itertools import islice
from typing import Protocol, TypeAlias, cast

import yaml
from msgspec import Struct
from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from simulations.engine.scenario.problems import START_OF_FILE, Place, Problem, problem

MOST_NODES = 20_000
DEEPEST = 20


class Scalar(Struct, frozen=True, gc=False):
    """A piece of text; `plain` when it was written without quotes."""

    value: str
    place: Place
    plain: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written: `brief:` and no more."""
        return self.plain and not self.value


class Listed(Struct, frozen=True):
    """A list of nodes."""

    items: "tuple[Node, ...]"
    place: Place


class Mapped(Struct, frozen=True):
    """A mapping, in the file's order; each key only once."""

    entries: "dict[str, Entry]"
    place: Place


class Entry(Struct, frozen=True):
    """One key of a mapping with its value."""

    key: Scalar
    value: "Node"


Node: TypeAlias = Scalar | Listed | Mapped


def quoted(node: Node) -> str:
    """What was written, as far as a message can quote it."""
    if isinstance(node, Scalar):
        return node.value
    return "[…]" if isinstance(node, Listed) else "{…}"


class Refused(Exception):
    """The file cannot be read any further."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def parse(text: str) -> tuple[Node, tuple[Problem, ...]]:
    """The file's tree, with what is wrong but did not stop the reading. Raises Refused."""
    loader = yaml.CBaseLoader(text)
    growing = _Growing(iter(loader.get_event, None))
    try:
        return growing.document(), tuple(growing.problems)
    except MarkedYAMLError as error:
        raise Refused(_unreadable(error, text)) from error


class _Marked(Protocol):
    """A position as the parser tells it, from 0."""

    line: int
    column: int


def _place(mark: "_Marked | None") -> Place:
    return Place(mark.line + 1, mark.column + 1) if mark else START_OF_FILE


TROUBLES = (
    ("mapping values are not allowed", "yaml-colon"),
    ("unexpected end of stream", "yaml-open-quote"),
    ("unknown escape character", "yaml-escape"),
    ("did not find expected hexdecimal number", "yaml-escape"),
    ("did not find expected ',' or", "yaml-bracket"),
    ("that cannot start any token", "yaml-character"),
    ("could not find expected ':'", "yaml-no-colon"),
    ("found unexpected ':'", "yaml-lone-colon"),
    ("did not find expected alphabetic or numeric", "yaml-character"),
    ("did not find expected node content", "yaml-no-value"),
    ("did not find expected comment or line break", "yaml-block"),
    ("did not find expected key", "yaml-indent"),
    ("did not find expected '-' indicator", "yaml-indent"),
)
"""How the parser's words, which are written for programmers, are told to a trainer; what is not here is `yaml`."""

TOLD_WHERE_OPENED = ("yaml-open-quote", "yaml-bracket")
"""What the parser notices lines later than where it went wrong."""


def _unreadable(error: MarkedYAMLError, text: str) -> Problem:
    said = str(error.problem or "")
    here = _place(error.problem_mark)
    code = _more_exactly(next((code for words, code in TROUBLES if words in said), "yaml"), here, text)
    opened = _place(error.context_mark) if error.context_mark and code in TOLD_WHERE_OPENED else here
    return problem(code, opened, line=str(here.line))


def _more_exactly(code: str, here: Place, text: str) -> str:
    """The code, told apart by what stands in the file where the parser has one word for two slips."""
    line = next(islice(StringIO(text), here.line - 1, None), "")
    before, at = line[: here.column - 1], line[here.column - 1 : here.column]
    if code == "yaml-character" and at == "\t":
        return "yaml-tab"
    if code == "yaml-indent" and at in ("}", "]"):
        return "yaml-extra-bracket"
    if code == "yaml-indent" and before.strip(" -"):
        return "yaml-after-quote"
    return code


class _Growing:
    """The tree while it is being read, event by event."""

    def __init__(self, events: Iterator[Event]) -> None:
        self.events = events
        self.problems: list[Problem] = []
        self.nodes = 0

    def document(self) -> Node:
        """The one document of the file."""
        root: Node | None = None
        for event in self.events:
            if isinstance(event, DocumentStartEvent) and root is not None:
                raise Refused(problem("several-documents", _place(event.start_mark)))
            if isinstance(event, NodeEvent):
                root = self.node(event, depth=1)
        if root is None or (isinstance(root, Scalar) and root.is_empty):
            raise Refused(problem("empty-file", START_OF_FILE))
        return root

    def node(self, event: Event, depth: int) -> Node:
        """The node that an event begins, with all that is inside it."""
        place = _place(event.start_mark)
        self.bound(event, place, depth)
        if isinstance(event, ScalarEvent):
            return _scalar(event, place)
        if isinstance(event, MappingStartEvent):
            return Mapped(self.entries(depth), place)
        return Listed(tuple(self.items(depth)), place)

    def bound(self, event: Event, place: Place, depth: int) -> None:
        """Refuse what may not be in a file, or is too much of it."""
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise Refused(problem("too-many-nodes", place, most=f"{MOST_NODES:,}"))
        if depth > DEEPEST:
            raise Refused(problem("too-deep", place, most=str(DEEPEST)))
        if anchor := getattr(event, "anchor", None):
            code = "alias" if isinstance(event, AliasEvent) else "anchor"
            raise Refused(problem(code, place, found=str(anchor)))
        if getattr(event, "tag", None):
            raise Refused(problem("tag", place))

    def items(self, depth: int) -> Iterator[Node]:
        """The items of a list, up to its end."""
        for event in self.events:
            if isinstance(event, SequenceEndEvent):
                return
            yield self.node(event, depth + 1)

    def entries(self, depth: int) -> dict[str, Entry]:
        """The entries of a mapping, up to its end; of a key that stands twice, the first counts."""
        entries: dict[str, Entry] = {}
        for event in self.events:
            if isinstance(event, MappingEndEvent):
                break
            key = self.key(event, depth)
            value = self.node(next(self.events), depth + 1)
            if key.value in entries:
                first = str(entries[key.value].key.place.line)
                self.problems.append(problem("duplicate-key", key.place, found=key.value, first=first))
            else:
                entries[key.value] = Entry(key, value)
        return entries

    def key(self, event: Event, depth: int) -> Scalar:
        """A key, which is always a plain word."""
        place = _place(event.start_mark)
        if not isinstance(event, ScalarEvent | AliasEvent):
            raise Refused(problem("key-not-a-word", place))
        self.bound(event, place, depth + 1)
        key = _scalar(cast(ScalarEvent, event), place)
        if key.value == "<<" and key.plain:
            raise Refused(problem("merge-key", place))
        return key


def _scalar(event: ScalarEvent, place: Place) -> Scalar:
    return Scalar(event.value, place, not event.style)
