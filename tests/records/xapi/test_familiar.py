"""A batch read by its familiar parts says the same as one read whole, and is refused in the same words."""

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sound import AGENT, SOUND, changed

from records.posting import posted
from records.xapi.familiar import batch_of
from records.xapi.problems import StatementProblem
from records.xapi.reading import MOST, statements_of
from records.xapi.statements import check
from records.xapi.versions import ONE, TWO, Version

FULL: dict[str, Any] = {
    **SOUND,
    "result": {"score": {"scaled": 0.5}, "duration": "PT5M", "extensions": {"urn:x:e": [1.10, None]}},
    "context": {
        "registration": SOUND["id"],
        "language": "cy",
        "contextActivities": {"parent": {"id": "urn:x:p"}},
        "instructor": AGENT,
        "extensions": {"urn:x:ŵ": "ŷ"},
    },
}
PLAIN, DENSE = (", ", ": "), (",", ":")
BOTH = pytest.mark.parametrize("version", [ONE, TWO], ids=lambda version: version.number)


def batch(*statements: Any, separators: tuple[str, str] = PLAIN) -> str:
    return json.dumps(statements, separators=separators, ensure_ascii=False)


@BOTH
@pytest.mark.parametrize("separators", [PLAIN, DENSE])
def test_what_is_plainly_spelt_is_read_by_its_parts_as_it_would_be_whole(
    version: Version, separators: tuple[str, str]
) -> None:
    text = batch(FULL, SOUND, separators=separators)
    found = batch_of(text, version)

    assert found is not None
    assert [each[:2] for each in found] == statements_of(text)
    assert [each.said for each in found] == [check(each.value, version) for each in found]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([FULL], indent=1),  # other spaces
        batch(SOUND).replace('"id": "1f', '"\\u0069d": "1f'),
        batch(SOUND)[:-2] + ', "verb": {"id": "urn:x:v"}}]',  # the same property twice
        batch(SOUND).replace('{"en": "completed"}', '{"en": "completed", "en": "done"}'),
        batch(FULL).replace('"language": "cy"', '"language": "cy", "language": "en"'),
        batch({**SOUND, "context.language": "cy"}),  # no property that belongs there
        batch({**SOUND, "context": {"actor": AGENT}}),
        batch(changed("verb", ...)),
        batch({**FULL, "context": {"contextAgents": [{}]}}),
        batch({**SOUND, "object": {**AGENT, "objectType": "Agent"}, "context": {"revision": "1"}}),
        batch({**SOUND, "result": {"extensions": {"urn:x:e": 0}}}).replace(": 0}", ": NaN}"),
        batch({**SOUND, "result": {"extensions": {"urn:x:e": 0}}}).replace(": 0}", ": 01}"),
        batch({**SOUND, "result": {"response": "half"}}).replace("half", "\\ud800"),
        "[" * 70 + "]" * 70,
        batch(None, SOUND),
        batch(SOUND) + "x",
        batch(*[{}] * (MOST + 1)),
        json.dumps(SOUND),  # no batch
    ],
)
def test_what_is_otherwise_spelt_or_wrong_is_left_to_be_read_whole(text: str) -> None:
    assert batch_of(text, TWO) is None


def in_any_case(work: Callable[[], Any]) -> Any:
    try:
        return work()
    except StatementProblem as problem:
        return problem.where, problem.wanted


def places(value: object, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(each for key, part in inner for each in places(part, (*at, key)))]


PLACES = places(FULL)[1:]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec="utf-8"), max_size=5)
    | st.sampled_from(["cy", "urn:x:a", "PT1M", "2026-01-01T00:00:00Z", "Group", "Agent", "contextAgents"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*FULL, *FULL["context"], "id"]), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@given(st.sampled_from(PLACES), VALUES, st.booleans(), st.sampled_from([PLAIN, DENSE]), st.sampled_from([ONE, TWO]))
def test_whatever_stands_anywhere_is_judged_as_it_is_when_read_whole(
    place: tuple[Any, ...], value: object, more: bool, separators: tuple[str, str], version: Version
) -> None:
    """One that is no batch is always read whole."""
    statement: Any = copy.deepcopy(FULL)
    part = statement
    for key in place[:-1]:
        part = part[key]
    part[f"{place[-1]}x" if more and isinstance(part, dict) else place[-1]] = value
    text = batch(statement, separators=separators)
    found = batch_of(text, version)
    alone = in_any_case(lambda: [each[:3] for each in posted(text[1:-1], version)])

    if found is None:
        assert isinstance(alone, tuple)
    else:
        assert [tuple(each) for each in found] == alone
