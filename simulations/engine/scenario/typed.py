"""From the tree to the model: each section is read by the types of its fields, and nothing is read by hand twice.

What a dataclass of the model says of a field (its type, its `Key`) decides how it is read, so a key added to the model is
read, reported and documented without a word here. Only what the format writes differently from how the model holds it
has a reader of its own: conditions, beats, topics, and the few values that may be one of two things.
"""

from collections.abc import Callable, Container, Mapping
from dataclasses import is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import NewType, TypeVar, Union, cast, get_args, get_origin

from simulations.engine.scenario import conditions, scripts, small_types
from simulations.engine.scenario.conditions import AllOf, Condition
from simulations.engine.scenario.keys import Key, KeyOfSection, keys_of, written_in
from simulations.engine.scenario.meeting import Everyone
from simulations.engine.scenario.model import ByReviewer
from simulations.engine.scenario.nodes import Entry, Listed, Mapped, Node, Scalar, quoted
from simulations.engine.scenario.notebook import Notebook, listed, nearest
from simulations.engine.scenario.papers import HandedOver, HandedOverWhen, Never, Passage, Topic
from simulations.engine.scenario.scripts import Action, Beat, SumUp
from simulations.engine.scenario.small_types import UNREADABLE, Unreadable
from simulations.engine.scenario.stand_ins import stand_in
from simulations.engine.scenario.values import Age, ChoiceId, Day, Duration, OptionId, SeatId, Text, VariantId

T = TypeVar("T")
NO_KEY = Key()
CONDITION_PARTS = {part.written: part for part in conditions.JOINED + conditions.BARE + conditions.MAPPED}
ACTION_PARTS = {part.written: part for part in scripts.FLAGS + scripts.BARE + scripts.MAPPED}


class TypedReader:
    """Reads nodes into values of the model, and notes what is wrong with them."""

    def __init__(self, notebook: Notebook) -> None:
        self.notebook = notebook

    # Sections

    def section(self, kind: type[T], node: Node, path: str, **given: object) -> T | Unreadable:
        """A dataclass of the model from a mapping; `given` are the fields that are not written in it."""
        written = written_in(kind)
        if not isinstance(node, Mapped):
            return self.not_a_mapping(node, path, list(written))
        meant = self.refuse_unknown(node, list(written), path)
        fields = {**given, **self.fields(written, node, path, meant)}
        return UNREADABLE if UNREADABLE in fields.values() else kind(**fields)

    def refuse_unknown(self, node: Mapped, known: list[str], path: str) -> set[str]:
        """Note every key that is not one of those known; gives the keys that were most likely meant."""
        unknown = [(name, entry.key) for name, entry in node.entries.items() if name not in known]
        return {small_types.unknown_key(name, known, path, self.notebook, key) for name, key in unknown}

    def fields(
        self, written: Mapping[str, KeyOfSection], node: Mapped, path: str, meant: Container[str] = ()
    ) -> dict[str, object]:
        """The fields of a section. What could not be read is left out where it may be, else it has a stand-in where one serves.

        A key that was `meant` by one with a slip of the keyboard is told once, as that.
        """
        fields: dict[str, object] = {}
        for name, key in written.items():
            if name in meant and name not in node.entries:
                value: object = UNREADABLE
            else:
                value = self.field(key, node.entries.get(name), node, path)
            if value is UNREADABLE and (name in meant or _says(node.entries.get(name)) or not key.has_default):
                self.notebook.lose(f"{path}.{name}" if path else name)
                value = stand_in(key)
            if value is not UNREADABLE or not key.has_default:
                fields[key.field] = value
        return fields

    def field(self, key: KeyOfSection, entry: Entry | None, node: Mapped, path: str) -> object:
        """One field; an empty value counts as none."""
        below = f"{path}.{key.written}" if path else key.written
        if entry is None or not _says(entry):
            if not key.has_default:
                place = entry.key.place if entry else self.notebook.places.get(path, node.place)
                self.notebook.error("missing-key", below, place, found=key.written)
            return UNREADABLE
        self.notebook.at(below, entry.value, entry.key.place)
        if key.field == "id":
            return small_types.new_identifier(entry.value, below, self.notebook)
        return self.value(entry.value, key.hint, below, key.key)

    # Values

    def value(self, node: Node, hint: object, path: str, key: Key = NO_KEY) -> object:
        """A value of the type that the hint says."""
        return _how(hint)(self, node, path, key)

    def members(self, node: Node, kind: object, path: str, key: Key) -> object:
        """A list; a single id or word may stand without brackets."""
        may_be_single = isinstance(kind, NewType) or (isinstance(kind, type) and issubclass(kind, StrEnum))
        if isinstance(node, Scalar) and may_be_single:
            node = Listed((node,), node.place)
        if not isinstance(node, Listed):
            return self.unlike(
                "a list, whose items each begin with “- ”", "rhestr, â “- ” o flaen pob eitem", node, path
            )
        if not self.counted(len(node.items), key, path):
            return UNREADABLE
        members = [self.member(item, kind, f"{path}.{number}") for number, item in enumerate(node.items)]
        for number, member in enumerate(members):
            if member is UNREADABLE:
                self.notebook.lose(f"{path}.{number}")
        if may_be_single:
            self.refuse_repeated(node, path)
        return tuple(member for member in members if member is not UNREADABLE)

    def member(self, node: Node, kind: object, path: str) -> object:
        """One item of a list; a passage's and a beat's id are worked out from where it stands."""
        self.notebook.at(path, node)
        if kind is OptionId and path.startswith("decisions."):
            return small_types.new_identifier(node, path, self.notebook)
        if kind is Beat:
            return self.beat(node, path, _numbered(path))
        if kind is Passage:
            return self.section(Passage, node, path, id=_numbered(path))
        return self.value(node, kind, path)

    def counted(self, number: int, key: Key, path: str) -> bool:
        """Whether a list or mapping has as many as its key allows; notes it where not."""
        if (key.least is None or number >= key.least) and (key.most is None or number <= key.most):
            return True
        english, welsh = _how_many(key)
        self.notebook.error("wrong-count", path, allowed_en=english, allowed_cy=welsh)
        return False

    def refuse_repeated(self, node: Listed, path: str) -> None:
        """Note what a list names twice."""
        seen: set[str] = set()
        for item in node.items:
            if isinstance(item, Scalar) and item.value in seen:
                self.notebook.error("named-twice", path, item.place, found=item.value)
            seen.add(item.value if isinstance(item, Scalar) else "")

    def mapping(self, node: Node, hint: object, path: str, key: Key) -> object:
        """A mapping, keyed by ids that it defines or uses, or by a closed list."""
        if not isinstance(node, Mapped):
            return self.not_a_mapping(node, path)
        key_kind, value_kind = get_args(hint)
        if value_kind is not int and not self.counted(len(node.entries), key, path):
            return UNREADABLE
        items: dict[object, object] = {}
        for name, entry in node.entries.items():
            below = f"{path}.{name}"
            self.notebook.at(below, entry.value, entry.key.place)
            item_key = self.mapping_key(entry.key, key_kind, value_kind, below)
            item = self.item(entry.value, name if item_key is UNREADABLE else item_key, value_kind, below, key)
            if item_key is UNREADABLE or item is UNREADABLE:
                self.notebook.lose(below)
            else:
                items[item_key] = item
        return MappingProxyType(items)

    def mapping_key(self, node: Scalar, kind: object, value_kind: object, path: str) -> object:
        """The key of one item: new where the mapping defines it, else one that must be defined elsewhere."""
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return small_types.choice(node, kind, path, self.notebook)
        if kind is str or _is_defined_by_mapping(kind, value_kind):
            return small_types.new_identifier(node, path, self.notebook)
        return small_types.identifier(node, kind, path, self.notebook)

    def item(self, node: Node, name: object, kind: object, path: str, key: Key) -> object:
        """One value of a mapping; one that has an id takes it from its key."""
        if kind is Topic:
            return self.topic(node, name, path)
        if isinstance(kind, type) and is_dataclass(kind) and "id" in keys_of(kind):
            return self.section(kind, node, path, id=name)
        return self.value(node, kind, path, key)

    def unlike(self, expected_en: str, expected_cy: str, node: Node, path: str) -> Unreadable:
        """Note that something of another shape is wanted here."""
        self.notebook.error("wrong-type", path, node.place, expected_en=expected_en, expected_cy=expected_cy)
        return UNREADABLE

    def not_a_mapping(self, node: Node, path: str, known: list[str] | None = None) -> Unreadable:
        """Note that keys with values are wanted here, and which, where they are known."""
        hint, expected_en, expected_cy = (
            "known-keys" if known else "",
            "keys, each with its value",
            "allweddi, pob un â'i gwerth",
        )
        details = {"expected_en": expected_en, "expected_cy": expected_cy, "known": listed(known or ())}
        self.notebook.error("wrong-type", path, node.place, hint, **details)
        return UNREADABLE

    # What is written differently from how it is held

    def topic(self, node: Node, name: object, path: str) -> object:
        """A topic is its text, with `variants` beside the languages where it has any."""
        entries = dict(node.entries) if isinstance(node, Mapped) else {}
        only_in = entries.pop("variants", None)
        words = Mapped(entries, node.place) if isinstance(node, Mapped) else node
        text = small_types.text(words, path, self.notebook)
        variants: object = ()
        if only_in:
            self.notebook.at(f"{path}.variants", only_in.value, only_in.key.place)
            variants = self.value(only_in.value, tuple[VariantId, ...], f"{path}.variants")
        return UNREADABLE if UNREADABLE in (text, variants) else Topic(id=name, text=text, variants=variants)  # type: ignore[arg-type]

    def condition(self, node: Node, path: str) -> object:
        """A condition: one part for each key, and all of them must hold."""
        if not isinstance(node, Mapped) or not node.entries:
            details = {"expected_en": "a condition", "expected_cy": "amod", "known": listed(CONDITION_PARTS)}
            self.notebook.error("wrong-type", path, node.place, "known-keys", **details)
            return UNREADABLE
        if self.refuse_unknown(node, list(CONDITION_PARTS), path):
            self.notebook.lose(path)
        parts = [
            self.part(CONDITION_PARTS[name], entry, f"{path}.{name}", node)
            for name, entry in node.entries.items()
            if name in CONDITION_PARTS
        ]
        if UNREADABLE in parts or not parts:
            return UNREADABLE
        return parts[0] if len(parts) == 1 else AllOf(of=cast(tuple[Condition, ...], tuple(parts)))

    def part(self, kind: type, entry: Entry, path: str, beside: Mapped) -> object:
        """One part of a condition; `after` looks for the phase beside it."""
        self.notebook.at(path, entry.value, entry.key.place)
        if _is_of_nothing(entry.value):
            return self.unlike("at least one", "o leiaf un", entry.value, path)
        if kind in conditions.MAPPED:
            return self.section(kind, entry.value, path)
        bare = next(iter(keys_of(kind).values()))
        value = self.value(entry.value, bare.hint, path)
        if value is UNREADABLE:
            return UNREADABLE
        phase = beside.entries.get("phase") if kind is conditions.After else None
        given = {"phase": phase.value.value} if phase and isinstance(phase.value, Scalar) else {}
        return kind(**{bare.field: value, **given})

    def beat(self, node: Node, path: str, worked_out: str) -> object:
        """A beat: its own keys, and every other key an action, in the order written."""
        if not isinstance(node, Mapped):
            return self.not_a_mapping(node, path)
        own = written_in(Beat)
        meant = self.refuse_unknown(node, [*own, *ACTION_PARTS], path)
        written = [(name, entry) for name, entry in node.entries.items() if name in ACTION_PARTS]
        if not written and meant.isdisjoint(ACTION_PARTS):
            self.notebook.error("beat-does-nothing", path, node.place)
        actions = tuple(self.action(ACTION_PARTS[name], entry, f"{path}.{name}") for name, entry in written)
        fields = {"id": worked_out, "actions": actions, **self.fields(own, node, path, meant)}
        if UNREADABLE in (*actions, *fields.values()) or not actions:
            return UNREADABLE
        return Beat(**fields)  # type: ignore[arg-type]

    def action(self, kind: type[Action], entry: Entry, path: str) -> object:
        """One action of a beat."""
        self.notebook.at(path, entry.value, entry.key.place)
        node = entry.value
        says_true = isinstance(node, Scalar) and node.value == "true"
        if kind in scripts.FLAGS or (kind is SumUp and says_true):
            return kind() if says_true else self.not_a_flag(node, path)
        if _is_of_nothing(node):
            return self.unlike("at least one", "o leiaf un", node, path)
        if kind in scripts.MAPPED:
            return self.section(kind, node, path)
        bare = next(iter(keys_of(kind).values()))
        value = self.value(node, bare.hint, path, bare.key)
        return UNREADABLE if value is UNREADABLE else kind(**{bare.field: value})  # type: ignore[arg-type]

    def not_a_flag(self, node: Node, path: str) -> Unreadable:
        """Note that an action without details is written `: true`."""
        self.notebook.error("wrong-value", path, node.place, found=quoted(node), allowed="true")
        return UNREADABLE

    def availability(self, node: Node, path: str) -> object:
        """`start`, `on-request`, or a mapping with `when`."""
        if isinstance(node, Mapped):
            return self.section(HandedOverWhen, node, path)
        return self.one_of(HandedOver, node, path)

    def one_of(self, words: type[HandedOver], node: Node, path: str) -> object:
        """One word of a list that may also be something longer."""
        allowed = [word.value for word in words]
        if isinstance(node, Scalar) and node.value in allowed:
            return words(node.value)
        small_types.wrong_value(node, [*allowed, "{when: …}"], path, self.notebook)
        return UNREADABLE

    def day_or_never(self, node: Node, path: str) -> object:
        """A Day, or `never`."""
        if isinstance(node, Scalar) and node.value == Never.NEVER.value:
            return Never.NEVER
        return small_types.day(node, path, self.notebook)

    def everyone_or_seats(self, node: Node, path: str) -> object:
        """`everyone`, or seats."""
        everyone = Everyone.EVERYONE.value
        if isinstance(node, Scalar) and node.value == everyone:
            return Everyone.EVERYONE
        (only,) = node.items if isinstance(node, Listed) and len(node.items) == 1 else (node,)
        is_seat = isinstance(only, Scalar) and f"seats.{only.value}" in self.notebook.places
        if isinstance(only, Scalar) and not is_seat and nearest(only.value, [everyone]):
            small_types.wrong_value(only, [everyone, "[SEAT, …]"], path, self.notebook)
            return UNREADABLE
        return self.members(node, SeatId, path, Key(least=1))

    def by_reviewer(self, node: Node, path: str) -> object:
        """`false`, or a reason; never `true`."""
        if isinstance(node, Scalar):
            if node.value != "false":
                small_types.wrong_value(node, ["false", "{reason: …}"], path, self.notebook)
            return UNREADABLE
        return self.section(ByReviewer, node, path)

    EITHER_OR: Mapping[frozenset[object], "Callable[[TypedReader, Node, str], object]"] = {
        frozenset(get_args(Condition)): condition,
        frozenset({HandedOver, HandedOverWhen}): availability,
        frozenset({Day, Never}): day_or_never,
        frozenset({Everyone, tuple[SeatId, ...]}): everyone_or_seats,
        frozenset({ByReviewer}): by_reviewer,
    }


SMALL_TYPES: Mapping[object, Callable[[Node, str, Notebook], object]] = {
    Text: small_types.text,
    Day: small_types.day,
    Age: small_types.age,
    Duration: small_types.duration,
    date: small_types.calendar_day,
    bool: small_types.truth,
    str: small_types.word,
}


def _says(entry: Entry | None) -> bool:
    """Whether anything is written under a key."""
    return entry is not None and not (isinstance(entry.value, Scalar) and entry.value.is_empty)


def _is_of_nothing(node: Node) -> bool:
    """Whether a list or mapping has nothing in it: it would be a condition, or an action, about nothing."""
    return not (isinstance(node, Scalar) or (node.items if isinstance(node, Listed) else node.entries))


def _how_many(key: Key) -> tuple[str, str]:
    """How many a list or mapping may have, in English and in Welsh."""
    if key.most is None:
        return f"{key.least} or more", f"{key.least} neu fwy"
    return f"{key.least or 0} to {key.most}", f"{key.least or 0} i {key.most}"


@cache
def _how(hint: object) -> Callable[[TypedReader, Node, str, Key], object]:
    """How a value of this type is read: worked out once a type, since a file has thousands of values."""
    alternatives = _alternatives(hint)
    if either := TypedReader.EITHER_OR.get(alternatives):
        return lambda reader, node, path, _: either(reader, node, path)
    (kind,) = alternatives
    if small := SMALL_TYPES.get(kind):
        return lambda reader, node, path, _: small(node, path, reader.notebook)
    if kind is int:
        return lambda reader, node, path, key: small_types.whole_number(node, key, path, reader.notebook)
    if get_origin(kind) is tuple:
        return lambda reader, node, path, key: reader.members(node, get_args(kind)[0], path, key)
    if isinstance(get_origin(kind), type):
        return lambda reader, node, path, key: reader.mapping(node, kind, path, key)
    if isinstance(kind, NewType):
        return lambda reader, node, path, _: small_types.identifier(node, kind, path, reader.notebook)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return lambda reader, node, path, _: small_types.choice(node, kind, path, reader.notebook)
    return lambda reader, node, path, _: reader.section(cast(type[object], kind), node, path)


def _alternatives(hint: object) -> frozenset[object]:
    """What a value of this type may be, but for nothing at all."""
    given = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    return frozenset(each for each in given if each is not NoneType)


def _numbered(path: str) -> str:
    """The id of a passage or beat: that of its paper or seat, and its own number."""
    return f"{path.split('.')[1]}.{path.rpartition('.')[2]}"


def _is_defined_by_mapping(kind: object, value_kind: object) -> bool:
    """Whether a mapping with such keys and values is where its ids are defined."""
    if value_kind is Text:
        return kind in (VariantId, ChoiceId)
    return isinstance(value_kind, type) and is_dataclass(value_kind) and "id" in keys_of(value_kind)
