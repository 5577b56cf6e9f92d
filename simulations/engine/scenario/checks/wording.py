"""Wording: every text in both languages, and, where words differ by variant, in every variant it is read in."""

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass

from simulations.engine.scenario.keys import Origin, keys_of
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.notebook import Notebook, listed
from simulations.engine.scenario.scripts import BARE, Action, Beat
from simulations.engine.scenario.values import Text, VariantId
from simulations.engine.scenario.vocabulary import Language


def check(scenario: Scenario, notebook: Notebook) -> None:
    """Note texts that lack a language (a warning) or a variant (an error)."""
    for variant in scenario.variants:
        if variant in [language.value for language in Language]:
            notebook.error("variant-named-as-language", f"variants.{variant}", found=variant)
    for path, text, only_in in texts(scenario, "", ()):
        missing = [language for language in scenario.languages if language not in text.languages()]
        if missing:
            notebook.warn("language-missing", path, found=listed(missing))
        worded = dict(text.by_variant)
        for variant in only_in or tuple(scenario.variants) if worded else ():
            if variant not in worded:
                notebook.error("variant-text-missing", path, found=variant)


def texts(
    value: object, path: str, only_in: tuple[VariantId, ...]
) -> Iterator[tuple[str, Text, tuple[VariantId, ...]]]:
    """Every text below a value, with its path and the variants it is read in (none means all)."""
    if isinstance(value, Text):
        yield path, value, only_in
        return
    for name, member in _members(value):
        restricted = getattr(member, "variants", ())
        narrower = restricted if isinstance(restricted, tuple) and restricted else only_in
        yield from texts(member, f"{path}.{name}" if path else name, narrower)


def _members(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, Mapping):
        yield from ((str(name), member) for name, member in value.items())
    elif isinstance(value, tuple):
        yield from ((_number(member, place), member) for place, member in enumerate(value))
    elif is_dataclass(value) and not isinstance(value, type):
        yield from _fields(value)


def _fields(section: object) -> Iterator[tuple[str, object]]:
    for action in section.actions if isinstance(section, Beat) else ():
        yield action.written, _bare(action)
    for key in keys_of(type(section)).values():
        if key.key.origin is Origin.WRITTEN:
            yield key.written, getattr(section, key.field)


def _bare(action: Action) -> object:
    bare: object = getattr(action, next(iter(keys_of(type(action)))), action) if isinstance(action, BARE) else action
    return bare


def _number(member: object, place: int) -> str:
    """An item's number in the file, which its id tells where a variant could have left something out."""
    name = str(getattr(member, "id", ""))
    return name.rpartition(".")[2] if "." in name else str(place)
