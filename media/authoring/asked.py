"""What authors are asked for by the libraries that are here: in the author's language, with defaults in the content's."""

from __future__ import annotations

from django.utils.translation import get_language

from media import libraries
from media.asking import asked_by
from media.h5p import Field, LibraryName
from media.h5p.asking import Prompt, Prompts
from media.h5p.entries import PromptsOf
from media.h5p.overlay import with_defaults
from media.models import Library
from media.runtime_texts import words


def asked_in(language: str) -> PromptsOf:
    """The fields of each library that is here, in the words of a language file, where the library has one."""
    here = libraries.approved()

    def of(name: LibraryName) -> Prompts | None:
        if name not in here:
            return None
        asked = asked_by(here[name], language)
        return with_defaults(asked, words(name.machine_name, here[name])) if language == "cy" else asked

    return of


def asked_of_author() -> PromptsOf:
    """With labels in the language that the author reads."""
    return asked_in((get_language() or "en")[:2])


def root(library: Library) -> Prompt:
    """A whole content as one field: a part of this type."""
    field = Field(name="content", kind="library", options=(str(library.name),))
    return Prompt(by=field, label=library.title)
