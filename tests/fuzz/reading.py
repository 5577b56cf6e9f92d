"""Random files against the reader, led by what they reach in it (atheris): none may make it raise, whatever it holds.

    uv run --group fuzz python tests/fuzz/reading.py -max_total_time=120

It begins with the files that there are, and knows the words of the format. Arguments are libFuzzer's; a file that makes the reader
raise is left beside as `crash-…`, and belongs into tests/files/scenarios/broken once it is mended. Where atheris cannot be installed,
tests/simulations/scenario/test_mutated_files.py does the same by chance alone.
"""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports():
    from simulations.engine.scenario import Reading, Scenario, read, read_bundle
    from simulations.engine.scenario import vocabulary as words
    from simulations.engine.scenario.keys import keys_of
    from simulations.engine.scenario.typed import ACTION_PARTS, CONDITION_PARTS

ROOT = Path(__file__).parents[2]
SEEDS = (ROOT / "tests" / "files" / "scenarios", ROOT / "tests" / "files" / "scenarios" / "broken")
LONGEST = 200_000
"""Bytes of a file that is tried."""


def ends_well(reading: Reading) -> bool:
    """A Scenario or Problems: never nothing, and never a scenario beside an error of its own."""
    return isinstance(reading.scenario, Scenario) != bool(reading.errors)


def try_one(content: bytes) -> None:
    """One file. Raises where the reader does, or leaves it open what came of it."""
    reading = read_bundle(content).reading if content.startswith(b"PK") else read(content)
    assert ends_well(reading), [each.code for each in reading.errors]


def dictionary() -> str:
    """The words of the format, as libFuzzer takes them."""
    lists = (each for each in vars(words).values() if isinstance(each, type) and issubclass(each, words.StrEnum))
    closed = {word.value for each in lists for word in each}
    found = {*keys_of(Scenario), *CONDITION_PARTS, *ACTION_PARTS, *closed, "variants", "when", "after", "true", "{}"}
    return "\n".join(f'"{word}"' for word in sorted(found))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        known = Path(folder) / "words"
        known.write_text(dictionary(), encoding="utf-8")
        begun = Path(folder) / "begun"
        begun.mkdir()
        settings = [f"-dict={known}", f"-max_len={LONGEST}", str(begun), *map(str, SEEDS)]
        atheris.Setup([*sys.argv, *settings], try_one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
