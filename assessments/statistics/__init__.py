"""What a paper's answers say of its questions: pure arithmetic over sheets, with no Django nor any app.

`describe(sheets, items)` gives all of it. Every figure carries the number of people behind it, and is None where these are
too few for it to mean anything, or so few that somebody could be known by it (`Thresholds`). docs/item-statistics.md tells
what each figure means and where its formula is from.
"""

from assessments.statistics.calibration import Band, Calibration
from assessments.statistics.describing import ItemFigures, PaperFigures, describe
from assessments.statistics.differing import Difference, Size
from assessments.statistics.distractors import Choice
from assessments.statistics.grouping import GroupFigures
from assessments.statistics.reliability import Reliability
from assessments.statistics.sheets import Item, Offered, Sheet
from assessments.statistics.thresholds import DEFAULT_THRESHOLDS, Thresholds
from assessments.statistics.worrying import Worry

__all__ = [
    "DEFAULT_THRESHOLDS",
    "Band",
    "Calibration",
    "Choice",
    "Difference",
    "GroupFigures",
    "Item",
    "ItemFigures",
    "Offered",
    "PaperFigures",
    "Reliability",
    "Sheet",
    "Size",
    "Thresholds",
    "Worry",
    "describe",
]
