"""The two languages of one question, brought in by two files, made one again.

A question given out in English, written in Welsh by a translator, and brought in again has the same parts in the same
places. Its texts are taken into the one that is kept, whose ids stay. If anything but texts differs, what is right among
them, it is another question, and nothing is joined.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from assessments.questions import Question, read_question

LANGUAGES = {"en", "cy"}
REFERRING = ("id", "target")


class Differs(Exception):
    """The two are not the same question in two languages."""


def joined(kept: Question, brought: Question) -> Question:
    """The kept question with the texts that were brought, where there are any. Raises Differs."""
    own, other = msgspec.to_builtins(kept), msgspec.to_builtins(brought)
    joined = _joined(_numbered(own), _numbered(_targets_as_in(own, other)))
    return read_question(_renamed(joined, list(_ids(own))))


def _targets_as_in(kept: Any, brought: Any) -> Any:
    """Most files know what belongs together and not how the targets stood: they are put as in the kept question."""
    if not kept["kind"] == brought["kind"] == "match" or len(kept["stems"]) != len(brought["stems"]):
        return brought
    pairs = zip(kept["stems"], brought["stems"], strict=True)
    same = {own["target"]: other["target"] for own, other in pairs}
    by_id = {target["id"]: target for target in brought["targets"]}
    spare = [target for target in brought["targets"] if target["id"] not in same.values()]
    if len(set(same.values())) != len(same) or len(kept["targets"]) != len(same) + len(spare):
        raise Differs
    return {
        **brought,
        "targets": [by_id[same[each["id"]]] if each["id"] in same else spare.pop(0) for each in kept["targets"]],
    }


def _joined(kept: Any, brought: Any) -> Any:
    if _is_text(kept) and _is_text(brought):
        return {code: brought[code] or kept[code] for code in ("en", "cy")}
    if kept is None or brought is None:
        return kept if brought is None else brought
    if isinstance(kept, dict) and isinstance(brought, dict) and kept.keys() == brought.keys():
        return {name: (_sources if name == "sources" else _joined)(kept[name], brought[name]) for name in kept}
    if isinstance(kept, list) and isinstance(brought, list) and len(kept) == len(brought):
        return [_joined(*both) for both in zip(kept, brought, strict=True)]
    if kept != brought:
        raise Differs
    return kept


def _sources(kept: Any, brought: Any) -> Any:
    """Where a fact was read may be told by either; an address that differs by language becomes a pair."""
    if len(kept) != len(brought):
        return kept or brought
    return [
        {"url": _address(one, other), "says": _joined(one["says"], other["says"])}
        for one, other in zip(kept, brought, strict=True)
    ]


def _address(kept: Any, brought: Any) -> Any:
    if not isinstance(kept["url"], str) or kept["url"] == brought["url"] or not isinstance(brought["url"], str):
        return kept["url"]
    in_welsh = not brought["says"]["en"]
    return {"en": kept["url"], "cy": brought["url"]} if in_welsh else {"en": brought["url"], "cy": kept["url"]}


def _is_text(value: Any) -> bool:
    return isinstance(value, dict) and value.keys() == LANGUAGES


def _ids(value: Any) -> Iterator[str]:
    """Every id, in the order in which they stand."""
    if isinstance(value, list):
        for each in value:
            yield from _ids(each)
    elif isinstance(value, dict):
        for name, each in value.items():
            if name == "id":
                yield each
            else:
                yield from _ids(each)


def _numbered(value: Any) -> Any:
    """With each id, and each place that names one, as a number: so what is called differently can be the same."""
    numbers = {each: number for number, each in enumerate(_ids(value))}
    return _with_names(value, lambda name: numbers.get(name, name))


def _renamed(value: Any, ids: list[str]) -> Any:
    return _with_names(value, lambda number: ids[number] if isinstance(number, int) else number)


def _with_names(value: Any, renamed: Any) -> Any:
    if isinstance(value, list):
        return [_with_names(each, renamed) for each in value]
    if isinstance(value, dict):
        return {
            name: renamed(each) if name in REFERRING else _with_names(each, renamed) for name, each in value.items()
        }
    return value
