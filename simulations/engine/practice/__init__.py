"""The rules a conference is held on that are no code: what the procedures give, and what a safeguarding board decides.

Procedural limits with their clocks, the quorum, who decides without consensus, and how a difference is taken further. All
of it is typed data: `national` has the defaults, each with its source, the day it was read and how sure it is; a board
puts its own in their place; and a conference keeps, for good, the practice it was planned on (`Terms.practice`). Nothing in here
knows what day it is: dates come in, and bank holidays are part of the data.
"""

from simulations.engine.practice.kinds import (
    NOT_VERIFIED,
    Clock,
    ConsensusRule,
    Footing,
    InBoth,
    Limit,
    Mark,
    Practice,
    Quorum,
    Unit,
)
from simulations.engine.practice.national import NATIONAL
from simulations.engine.practice.reckoning import is_working_day, last_day, local_day

__all__ = [
    "NATIONAL",
    "NOT_VERIFIED",
    "Clock",
    "ConsensusRule",
    "Footing",
    "InBoth",
    "Limit",
    "Mark",
    "Practice",
    "Quorum",
    "Unit",
    "is_working_day",
    "last_day",
    "local_day",
]
