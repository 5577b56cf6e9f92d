"""Who: agents and groups (2.0: 4.2.2.1; 1.0.3: Data 2.4.2), and the keys under which they are found again.

An agent has exactly one identifier; two agents are the same where it is (2.0: 4.2.2.1, Inverse Functional Identifier).
"""

import re
from collections.abc import Mapping
from typing import Any

from records.xapi.identifiers import SPACES, iri_of
from records.xapi.problems import StatementProblem
from records.xapi.shapes import Rule, check_object, list_of, one_of, text

IDENTIFIERS = ("mbox", "mbox_sha1sum", "openid", "account")
MBOX = re.compile(rf"mailto:[^@<>{SPACES}]+@[^@<>{SPACES}]+")
SHA1 = re.compile(r"[0-9a-fA-F]{40}")


def mbox(value: object, where: str) -> None:
    if not isinstance(value, str) or len(value) > 320 or not MBOX.fullmatch(value):
        raise StatementProblem(where, "must be an address such as mailto:somebody@example.org")


def mbox_sha1sum(value: object, where: str) -> None:
    if not isinstance(value, str) or not SHA1.fullmatch(value):
        raise StatementProblem(where, "must be the 40 hexadecimal digits of a SHA-1 sum")


def account(value: object, where: str) -> None:
    check_object(value, where, {"homePage": iri_of, "name": text}, ("homePage", "name"))


IDENTIFYING: dict[str, Rule] = {"mbox": mbox, "mbox_sha1sum": mbox_sha1sum, "openid": iri_of, "account": account}
AGENT: dict[str, Rule] = {"objectType": one_of("Agent"), "name": text, **IDENTIFYING}


def agent(value: object, where: str) -> None:
    check_object(value, where, AGENT)
    if _identifiers(value) != 1:
        raise StatementProblem(where, f"must have exactly one of {', '.join(IDENTIFIERS)}")


GROUP: dict[str, Rule] = {"objectType": one_of("Group"), "name": text, "member": list_of(agent), **IDENTIFYING}


def group(value: object, where: str) -> None:
    """Of one identifier, or of none and then with members."""
    check_object(value, where, GROUP, ("objectType",))
    given = _identifiers(value)
    if given > 1 or (not given and not (isinstance(value, dict) and "member" in value)):
        raise StatementProblem(where, f"must have exactly one of {', '.join(IDENTIFIERS)}, or none and members")


def actor(value: object, where: str) -> None:
    """An agent or a group."""
    if type(value) is dict and value.get("objectType") == "Group":
        group(value, where)
    else:
        agent(value, where)


def authority(value: object, where: str) -> None:
    """An agent, or a group of two agents without identifier (2.0: 4.2.4.2; 1.0.3: Data 2.4.9)."""
    actor(value, where)
    grouped = isinstance(value, dict) and value.get("objectType") == "Group"
    if grouped and (_identifiers(value) or len(value["member"]) != 2):  # type: ignore[index]
        raise StatementProblem(where, "must be an agent, or a group without identifier of two members")


def identity(value: Mapping[str, Any]) -> str:
    """The key of an agent or an identified group; empty for a group that has members only."""
    if "mbox" in value:
        return f"mbox {value['mbox']}"
    if "account" in value:
        return f"account {value['account']['homePage']} {value['account']['name']}"
    name = next((each for each in IDENTIFIERS if each in value), "")
    return f"{name} {value[name]}" if name else ""


def identities(value: Mapping[str, Any]) -> list[str]:
    """The keys of an agent or group and of its members."""
    own = [key] if (key := identity(value)) else []
    return own + [identity(each) for each in value.get("member", ())]


def _identifiers(value: object) -> int:
    return sum(name in value for name in IDENTIFIERS) if isinstance(value, dict) else 0
