"""The two versions of xAPI that are spoken here, and all in which they differ. Nothing else asks for a version's number.

A request says its version in its header (2.0: 4.1.6 and annex; 1.0.3: Communication 3.3); a statement keeps the one it was
posted in. How a statement of one is read in the other is in `converting`.
"""

import re
from dataclasses import dataclass

from records.xapi.problems import ParameterProblem, StatementProblem

HEADER = "X-Experience-API-Version"


@dataclass(frozen=True, slots=True)
class Version:
    """`number` is answered in the header, and stands in a statement posted without one as `unsaid`."""

    number: str
    unsaid: str
    spelt: re.Pattern[str]
    context_agents: bool  # contextAgents and contextGroups (2.0: 4.2.2.5)
    form_requests: bool  # a request of another method inside a POST (1.0.3: Communication 1.3)
    guards_states: bool  # a PUT over a State document needs its tag, too (2.0: 4.1.4)
    asks_profile_tags: bool  # a PUT of a profile must say which document it meets (1.0.3: Communication 3.1)
    utc: bool  # times are given out in UTC (2.0: 4.2.7)
    takes: re.Pattern[str]  # what a statement may say its version is (2.0: 4.2.4.3; 1.0.3: Data 2.4.10)


ONE = Version(
    number="1.0.3",
    unsaid="1.0.0",
    spelt=re.compile(r"1\.0(\.\d+)?", re.ASCII),
    context_agents=False,
    form_requests=True,
    guards_states=False,
    asks_profile_tags=True,
    utc=False,
    takes=re.compile(r"1\.0(\.\d+)?", re.ASCII),
)
TWO = Version(
    number="2.0.0",
    unsaid="2.0.0",
    spelt=re.compile(r"2\.0(\.\d+)?", re.ASCII),
    context_agents=True,
    form_requests=False,
    guards_states=True,
    asks_profile_tags=False,
    utc=True,
    takes=re.compile(r"(1|2)\.0(\.\d+)?", re.ASCII),
)
KNOWN = (TWO, ONE)


def asked(header: str | None) -> Version:
    """The version a request's header names."""
    for version in KNOWN:
        if header and version.spelt.fullmatch(header):
            return version
    numbers = " or ".join(version.number for version in KNOWN)
    raise ParameterProblem(HEADER, f"must be given as {numbers}")


def posted(number: str) -> Version:
    """The version a stored statement was posted in."""
    return TWO if number.startswith("2.") else ONE


def check_number(value: object, where: str, version: Version) -> None:
    """What a statement says its version is."""
    if not isinstance(value, str) or not version.takes.fullmatch(value):
        raise StatementProblem(where, f"must be {version.number}, or another of the same specification")
