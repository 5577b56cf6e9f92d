"""Questions from and for other systems: GIFT, Moodle XML, QTI 2.1 and 3.0, sheets (CSV), and our own YAML. Pure.

`read` takes a file and gives what can be taken in, and for all else where it stands, why, and what to do; `write` gives out
questions. A format of one language fills that language alone; the other waits for somebody to write it, and no paper asks
the question until then. `joined` brings two languages of one question together.
"""

from assessments.exchange.entries import Entry, Reading, Writing
from assessments.exchange.forms import Form
from assessments.exchange.joining import Differs, joined
from assessments.exchange.limits import LIMITS
from assessments.exchange.problems import Place, Problem, loss, mistake, mistakes
from assessments.exchange.receiving import read
from assessments.exchange.sending import write
from assessments.exchange.sheets import template

__all__ = [
    "LIMITS",
    "Differs",
    "Entry",
    "Form",
    "Place",
    "Problem",
    "Reading",
    "Writing",
    "joined",
    "loss",
    "mistake",
    "mistakes",
    "read",
    "template",
    "write",
]
