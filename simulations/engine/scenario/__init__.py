"""The scenario file of the format `conference/1`: its typed model and its reader.

`read` makes a `Reading` from a file's text: a `Scenario`, or every `Problem` with its line. `model` is the heart; its
sections stand in files of their own, by noun: `family`, `papers`, `meeting`, `scripts`, `conditions`, `debrief`, with the
small types in `values` and the closed lists in `vocabulary`. `variants` narrows a scenario to one of its variants.

The reader goes by the model: `decoding` (bytes to text), `nodes` (text to a tree with lines), `typed` and `small_types` (tree
to model), then `checks` across the sections; `messages` has what it says. `bundle` opens a .zip.
"""

from simulations.engine.scenario.bundle import Bundle, read_bundle
from simulations.engine.scenario.model import Scenario
from simulations.engine.scenario.problems import Problem
from simulations.engine.scenario.reading import NotOfTheFormat, Reading, Status, read, read_accepted

__all__ = [
    "Bundle",
    "NotOfTheFormat",
    "Problem",
    "Reading",
    "Scenario",
    "Status",
    "read",
    "read_accepted",
    "read_bundle",
]
