"""A statement in which somebody is no longer named: every agent of one of their identifiers becomes an account instead.

The name goes with the identifier. What a sender put into texts and extensions is not looked into (docs/records.md).
"""

import hashlib
from collections.abc import Collection, Mapping
from typing import Any

from records.xapi.agents import IDENTIFIERS, identity


def identities_of_address(address: str) -> set[str]:
    """As what other systems may have named the holder of an e-mail address: by it, or by its sum; as written, or small."""
    found = set()
    for each in {address, address.lower()}:
        mbox = f"mailto:{each}"
        found |= {f"mbox {mbox}", f"mbox_sha1sum {hashlib.sha1(mbox.encode(), usedforsecurity=False).hexdigest()}"}
    return found


def without(value: Any, named: Collection[str], account: Mapping[str, str]) -> Any:
    """`value`, a statement or a part of one, with `account` in the place of whoever is `named`."""
    if isinstance(value, list):
        return [without(each, named, account) for each in value]
    if not isinstance(value, dict):
        return value
    if _names(value, named):
        kept = {key: inner for key, inner in value.items() if key not in (*IDENTIFIERS, "name")}
        return {**kept, "account": dict(account)}
    return {key: inner if key == "extensions" else without(inner, named, account) for key, inner in value.items()}


def _names(value: Mapping[str, Any], named: Collection[str]) -> bool:
    return any(isinstance(value.get(name), str) for name in ("mbox", "mbox_sha1sum")) and identity(value) in named
