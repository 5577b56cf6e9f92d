"""Wording: every text in both languages, and, where words differ by variant, in every variant it is read in."""

from collections.abc import Iterator, Mapping

from simulations.engine.scenario.debrief import ANY_VARIANT
from simulations.engine.scenario.notebook import Notebook, listed
from simulations.engine.scenario.vocabulary import Language

WORDS_OF_ITS_OWN = frozenset({*Language, ANY_VARIANT})
"""What the format means by itself where a variant's name may stand."""


def check(notebook: Notebook) -> None:
    """Note texts that lack a language (a warning) or a variant (an error)."""
    for variant in notebook.variants:
        if variant in WORDS_OF_ITS_OWN:
            notebook.error("variant-named-as-language", f"variants.{variant}", found=variant)
    for path, text in notebook.texts:
        missing = [language for language in notebook.languages if language not in text.languages()]
        if missing:
            notebook.warn("language-missing", path, found=listed(missing))
        worded = {str(variant) for variant, _ in text.by_variant}
        for variant in _read_in(path, notebook) if worded else ():
            if variant not in worded:
                notebook.error("variant-text-missing", path, found=variant)


def _read_in(path: str, notebook: Notebook) -> tuple[str, ...]:
    """The variants that a text is read in: those of the nearest thing above it that is in some only, or all."""
    above = path
    while above:
        if only_in := tuple(_named_at(f"{above}.variants", notebook.words)):
            return only_in
        above = above.rpartition(".")[0]
    return notebook.variants


def _named_at(path: str, words: Mapping[str, str]) -> Iterator[str]:
    """One variant, or a list of them."""
    if path in words:
        yield words[path]
    number = 0
    while f"{path}.{number}" in words:
        yield words[f"{path}.{number}"]
        number += 1
