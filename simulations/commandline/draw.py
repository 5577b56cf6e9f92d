"""`diogel scenario draw FILE`: the scenario as one picture."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from simulations.commandline.action import CannotDo, Say, add_language, scenario_of, worded, write_new
from simulations.engine.scenario.drawing import draw

HELP = "Draws the phases, the injects and who holds what."

NO_VARIANT = (
    "There is no variant “{found}”. There are: {known}.",
    "Nid oes amrywiad “{found}”. Mae'r rhain: {known}.",
)


def add_arguments(parser: ArgumentParser) -> None:
    """What it may be told."""
    parser.add_argument("file", metavar="FILE", type=Path, help="a .yaml file, or a .zip with a scenario.yaml")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, required=True, help="the .svg to write")
    parser.add_argument("--variant", help="one variant alone; without it, everything that is in any")
    add_language(parser)


def run(options: dict[str, Any], say: Say) -> None:
    """Write the picture, over an older one, and say where it is. Raises CannotDo."""
    language, variant = options["language"], options["variant"]
    scenario = scenario_of(options["file"], language)
    if variant is not None and variant not in scenario.variants:
        raise CannotDo(worded(NO_VARIANT, language, found=variant, known=", ".join(scenario.variants) or "–"))
    drawn = draw(scenario.for_variant(variant) if variant is not None else scenario, language)
    write_new(options["output"], drawn, language, replace=True)
    say(str(options["output"]))
