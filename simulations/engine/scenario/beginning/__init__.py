"""A commented example to begin a scenario from: `example.yaml`, whose comments are written in both languages.

A comment line begins with `#en` or `#cy`; a beginner gets those of one language. Everybody in it is invented.
"""

from importlib.resources import files

from simulations.engine.scenario.small_types import ID

PLACE_OF_ID = "a-new-scenario"


class NotAnId(ValueError):
    """What was given cannot be a scenario's id."""


def example(name: str, language: str) -> str:
    """The text of a new scenario file with this id, its comments in `language` (`en` or `cy`). Raises NotAnId."""
    if not ID.fullmatch(name):
        raise NotAnId(name)
    written = files(__package__).joinpath("example.yaml").read_text(encoding="utf-8")
    lines = (_commented(line, language) for line in written.splitlines())
    return "\n".join(line for line in lines if line is not None).replace(PLACE_OF_ID, name) + "\n"


def _commented(line: str, language: str) -> str | None:
    """The line as a beginner gets it; None for a comment in the other language."""
    bare = line.lstrip()
    if not bare.startswith(("#en ", "#cy ")):
        return line
    return line.replace(f"#{language} ", "# ", 1) if bare.startswith(f"#{language} ") else None
