"""Every figure that is measured has its definition on the page, and every definition stands for something."""

import re
from pathlib import Path

from simulations.debriefs.definitions import DEFINITIONS

MEASURES = Path(__file__).parents[3] / "docs/measures.md"
ASKED = {"confidence", "reactions"}
"""What people are asked, and nothing that is measured."""


def test_every_measure_of_the_docs_is_defined_on_the_page_once() -> None:
    headings = re.findall(r"^### (.+)$", MEASURES.read_text(encoding="utf-8"), re.MULTILINE)
    measured = sorted(name for heading in headings for name in re.findall(r"`(\w+)`", heading))
    defined = sorted(name for each in DEFINITIONS.values() for name in each.names)
    assert defined == measured
    assert {key for key, each in DEFINITIONS.items() if not each.names} == ASKED
