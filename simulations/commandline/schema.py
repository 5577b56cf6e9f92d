"""`diogel scenario schema`: the format as a JSON Schema, for an editor to help with while a file is being written."""

import json
from argparse import ArgumentParser
from typing import Any

from simulations.commandline.action import Say
from simulations.engine.scenario.schema import schema

HELP = "Prints the format as a JSON Schema (draft 7)."


def add_arguments(parser: ArgumentParser) -> None:
    """It needs telling nothing."""


def run(options: dict[str, Any], say: Say) -> None:
    """Print the schema."""
    say(json.dumps(schema(), ensure_ascii=False, indent=2))
